"""The states of the Visit room, each with the keys that lead to it in the made-up case."""

from __future__ import annotations

from dataclasses import dataclass

from tests.journeys.visit_case import from_the_list


@dataclass(frozen=True)
class State:
    """One state: the keys pressed, and how many minutes pass before the last of them."""

    keys: tuple[str, ...] = ()
    """Pressed one after the other, from the visit as it stands at 14:19."""
    minutes: int = 0
    """How much later it is, once the keys are pressed."""
    before: bool = False
    """Whether it is the call that has not begun instead."""


END = ("enter", *from_the_list("visit.end"))
TO_DO = ("down",) * 5

STATES = {
    "before_it_starts": State(before=True),
    "before_it_starts_chosen": State(("tab", "down", "right"), before=True),
    "typing": State(),
    "empty_line": State(("enter",)),
    "a_mark_as_a_word": State(("enter", "question_mark", "space", *"trough")),
    "which_question": State(("tab",)),
    "changing_a_note": State(("enter", "up")),
    "another_writes": State(("ctrl+t", "enter")),
    "last_third": State(("enter",), minutes=4),
    "five_minutes_left": State(minutes=8),
    "time_is_over": State(minutes=15),
    "more": State(("f1",)),
    "say_it_back": State(("f3", "up", "up", "up")),
    "moment": State(("f4",)),
    "moment_large": State(("f4", "1")),
    "number_card": State(("f1", "3")),
    "number_card_both": State(("f1", "3", *["tab"] * 5, *"2", "enter", *"9", "enter")),
    "find": State(("ctrl+f", *"level")),
    "new_question": State(("f8", *"And the gene report?")),
    "mark_a_note": State(("f1", "4")),
    "cover_a_note": State(("enter", "f6")),
    "covered_note": State(("enter", "f6", "1")),
    "asked_for": State(("enter", "f6", "1", "f6", "1")),
    "covered_line": State(("f6",)),
    "unexpected_news": State(("f1", "6")),
    "before_you_leave": State(("f9", *"Nurse line", "enter")),
    "clock": State(("f1", "9")),
    "set_state": State((*from_the_list("visit.set_state"),)),
    "move_a_note": State((*from_the_list("note.move"),)),
    "delete_a_note": State((*from_the_list("note.delete"),)),
    "for_me_only": State((*from_the_list("note.mine_only"), "1")),
    "hidden": State(("f12",)),
    "end_of_the_visit": State(END),
    "what_was_said": State((*END, "2")),
    "what_was_said_rewritten": State((*END, "2", "tab")),
    "end_on_a_step": State((*END, *TO_DO, "right")),
    "by_when": State((*END, *TO_DO, "enter")),
    "while_it_is_fresh": State((*END, "1", *"Weekly prevention.")),
    "both_have_written": State((*END, "1", *"Weekly.", "ctrl+t", *"A plan.", "enter", "up")),
    "the_answers_in_order": State((*END, "3")),
}
"""By name."""
