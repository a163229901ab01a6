"""Every state that is looked at: rooms, cards, forms, lists, previews, empty ones and errors."""

from __future__ import annotations

from typing import Final

from companion.words import rooms, storage
from tests.journeys.prepare_case import LISTED, keys_to
from tests.shoot import Shot, shot_of
from tests.support.visit_states import STATES as VISIT

NOT_SAVED: Final = rooms.not_on_disk(storage.reason("ENOSPC"))


def _by_name(command: str) -> tuple[str, ...]:
    return ("ctrl+p", *command, "enter")


STATES: Final = {
    "home_first": Shot("home", first_start=True),
    "home": Shot("home"),
    "home_more": Shot("home", ("f1",)),
    "home_by_name": Shot("home", ("ctrl+p", *"not")),
    "home_rooms": Shot("home", ("ctrl+g",)),
    "home_new": Shot("home", ("n",)),
    "home_new_guidance": Shot("home", ("n", *"Left knee", "tab")),
    "home_change": Shot("home", ("f2",)),
    "home_delete": Shot("home", _by_name("trash")),
    "home_search": Shot("home", ("slash", *"level")),
    "home_search_nothing": Shot("home", ("slash", *"zzzz")),
    "home_not_saved": Shot("home", says=NOT_SAVED),
    "prepare": Shot("prepare", ("down", "down")),
    **{f"prepare_{part}": Shot("prepare", keys_to(part)) for part in LISTED},
    "prepare_more": Shot("prepare", ("f1",)),
    "prepare_records_choose": Shot("prepare", (*keys_to("records"), "plus")),
    "prepare_questions_choose": Shot("prepare", (*keys_to("questions"), "plus")),
    "prepare_own_line": Shot("prepare", (*keys_to("questions"), "f8", *"And the gene report?")),
    "prepare_asked": Shot("prepare", (*keys_to("records"), "f5")),
    "prepare_page": Shot("prepare", ("f9",)),
    "papers": Shot("prepare", _by_name("papers")),
    "paper_where": Shot("prepare", ("f9", "l", "f", "enter")),
    "prepare_not_saved": Shot("prepare", says=NOT_SAVED),
    **{f"visit_{name}": shot_of(state) for name, state in VISIT.items()},
    "visit_from_memory": Shot("home", ("3",), first_start=True),
    "visit_first": Shot("home", ("w",), first_start=True),
    "visit_not_saved": Shot("visit", in_the_visit=True, says=NOT_SAVED),
    "compare": Shot("compare"),
    "compare_topic": Shot("compare", ("pagedown",)),
    "compare_table": Shot("compare", ("t",)),
    "compare_now": Shot("compare", ("n",)),
    "compare_steps": Shot("compare", ("n", "end")),
    "compare_ratings": Shot("compare", ("f9",)),
    "compare_notes": Shot("compare", ("pagedown", "f4")),
    "compare_seen": Shot("compare", ("down", "f5")),
    "compare_own_words": Shot("compare", ("pagedown", "f2")),
    "compare_add": Shot("compare", ("f8", *"Travel")),
    "compare_sure": Shot("compare", _by_name("how sure")),
    "compare_more": Shot("compare", ("f1",)),
    "compare_options": Shot("compare", ("f6",)),
    "compare_option_written": Shot("compare", ("f6", "down", *"Fewer bleeds")),
    "compare_option_notes": Shot("compare", ("f6", "down", "f4")),
    "compare_values": Shot("compare", _by_name("numbers over")),
    "compare_empty": Shot("home", ("w", "ctrl+g", "3"), first_start=True),
    "compare_not_saved": Shot("compare", says=NOT_SAVED),
    "guide": Shot("guide"),
    "guide_text": Shot("guide", ("enter",)),
    "guide_word": Shot("guide", tuple("inhib")),
    "guide_nothing": Shot("guide", tuple("zzzz")),
    "guide_more": Shot("guide", ("f1",)),
}
"""By name: the room first, then what is open in it."""
SIZES: Final = ((40, 12), (60, 20), (80, 24), (100, 30), (120, 36), (160, 45))
"""Columns and rows, from the smallest window on."""
CHOSEN: Final = (
    *("home_first", "home", "home_new_guidance", "home_search", "home_not_saved"),
    *("prepare", "prepare_records", "prepare_questions", "prepare_page", "papers"),
    *("visit_before_it_starts", "visit_typing", "visit_which_question", "visit_more"),
    *("visit_number_card_both", "visit_find", "visit_end_of_the_visit", "visit_not_saved"),
    *("compare_topic", "compare_table", "compare_now", "compare_ratings", "compare_empty"),
    *("guide", "guide_word"),
)
"""Those that are looked at whenever tests run; `COMPANION_LONG=1` looks at all of them."""
