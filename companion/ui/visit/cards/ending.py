"""The end of a visit: what was answered, and where each open matter goes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain.asking import in_view
from companion.domain.marks import NoteKind
from companion.domain.question import CarryTo, QuestionState
from companion.domain.values import dataclass
from companion.ui.visit.card import Card, Face, Press, Reply
from companion.ui.visit.cards.fresh import FreshCard
from companion.ui.visit.cards.options import Option, line, option_row
from companion.ui.visit.cards.reading import ReadBack
from companion.ui.visit.times import of_day
from companion.ui.widgets.line_list import Row
from companion.words import visit as room_words
from companion.words import visit_cards as card_words
from companion.words import visit_ends as words

if TYPE_CHECKING:
    from companion.domain.asking import NumberedQuestion
    from companion.domain.visit import VisitFile
    from companion.ui.visit.card import Desk

CHOICES = (CarryTo.NEXT, CarryTo.MESSAGE, CarryTo.DROP, CarryTo.LATER)
NOW = ("fresh", "read", "stop")
OPEN = (QuestionState.OPEN, QuestionState.CARRIED, QuestionState.DROPPED)
SPLIT_BELOW = 100
"""Under so many cells the choices stand on a line of their own."""


@dataclass(frozen=True, slots=True)
class OpenMatter:
    """A question, an unclear note or blanks of a number card that may go somewhere."""

    kind: str
    """`question` or `note`."""
    id: str
    """Its id."""
    lead: str
    """Number or mark."""
    text: str
    """Its words."""
    to: CarryTo
    """Where it goes; `later` until somebody chooses."""


def open_matters(visit: VisitFile, rows: tuple[NumberedQuestion, ...]) -> tuple[OpenMatter, ...]:
    """Questions nobody put, unclear notes, blanks of number cards."""
    matters = [
        OpenMatter(
            "question",
            row.listed.question_id,
            f"{row.number:<2}{'*' if row.must else ' '}",
            row.text,
            row.listed.carried_to or CarryTo.LATER,
        )
        for row in in_view(rows, news=False)
        if row.state in OPEN
    ]
    for note in visit.live_notes:
        if note.covered:
            continue
        to = CarryTo(note.carried_to) if note.carried_to else CarryTo.LATER
        if note.kind is NoteKind.UNCLEAR:
            text = note.text or room_words.MOMENT_HERE
            matters.append(OpenMatter("note", note.id, "?  ", text, to))
        elif note.number is not None:
            missing = [
                ask for name, ask in card_words.NUMBER_ASK.items() if not getattr(note.number, name)
            ]
            if missing:
                text = " ".join((note.text, *missing))
                matters.append(OpenMatter("note", note.id, "#  ", text, to))
    return tuple(matters)


class EndCard(Card):
    """Nothing is chosen beforehand; one can go on writing below."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.at = 0

    # What stands in it

    def _matters(self) -> tuple[OpenMatter, ...]:
        return open_matters(self.desk.visiting.visit, self.desk.visiting.rows())

    def _keys(self) -> tuple[str, ...]:
        return (*(f"{each.kind} {each.id}" for each in self._matters()), *NOW)

    def _summary(self) -> list[Row]:
        rows = self.desk.visiting.rows()
        result = []
        for title, state in (
            (words.END_ANSWERED, QuestionState.ANSWERED),
            (words.END_PARTLY, QuestionState.PARTLY),
            (words.END_ASKED, QuestionState.ASKED),
        ):
            here = [row for row in rows if row.state is state]
            if here:
                text = "     ".join(
                    f"{row.number} {'* ' if row.must else ''}{row.text}" for row in here
                )
                result.append(Row(title, text, f" {title:<11} ", selectable=False))
        return result

    def _matter_rows(self) -> list[Row]:
        matters = self._matters()
        if not matters:
            return [line("nothing", words.END_NOTHING)]
        split = self.desk.card_width < SPLIT_BELOW
        result = [line("where", words.END_OPEN)]
        for each in matters:
            chosen = "   ".join(
                f"({'x' if each.to is to else ' '}) {words.END_CHOICES[to]}" for to in CHOICES
            )
            key = f"{each.kind} {each.id}"
            text = f"{each.text}\n{chosen}" if split else each.text
            result.append(Row(key, text, f" {each.lead} ", "" if split else f"{chosen} "))
        return result

    def _after(self) -> list[Row]:
        visit = self.desk.visiting.visit
        to_do = [
            note for note in visit.live_notes if note.kind is NoteKind.TODO and not note.covered
        ]
        result = [
            Row(f"to do {note.id}", note.text, f" {words.END_TO_DO:<11} ", selectable=False)
            for note in to_do
        ]
        covered = sum(note.covered for note in visit.live_notes)
        if covered:
            text = words.covered_notes(covered, self.desk.visiting.patient_name())
            result.append(Row("covered", text, f" {words.END_COVERED:<11} ", selectable=False))
        return result

    def _now(self) -> list[Row]:
        options = (
            Option("fresh", words.END_FRESH, words.END_FRESH_ASIDE, 1),
            Option("read", words.END_READ, words.END_READ_ASIDE, 2),
            Option("stop", words.END_STOP, words.END_STOP_ASIDE, 3),
        )
        width = max(len(option.title) for option in options)
        return [line("now", words.END_NOW, "heading"), *(option_row(o, width) for o in options)]

    def face(self) -> Face:
        """Answered, open, to do, covered, and what now."""
        head = self.desk.visiting.visit.head
        notes = len(self.desk.visiting.visit.live_notes)
        space = line("space", "")
        rows = (*self._summary(), space, *self._matter_rows(), *self._after(), space, *self._now())
        keys = self._keys()
        self.at = min(self.at, len(keys) - 1)
        right = words.end_right(of_day(head.started_at), of_day(head.ended_at), notes)
        top = words.end_top(self.desk.clinician()), right
        return Face(words.END_TITLE, rows, words.END_HINT, keys[self.at], top)

    # Keys

    def press(self, press: Press) -> Reply:
        """The arrows choose while nothing is typed; everything else is typing."""
        if not press.blank and press.key not in ("up", "down", "tab"):
            return Reply.PASSED
        if press.key in ("up", "down"):
            last = len(self._keys()) - 1
            self.at = min(max(0, self.at + (1 if press.key == "down" else -1)), last)
        elif press.key in ("left", "right"):
            self._carry(1 if press.key == "right" else -1)
        elif press.key == "enter":
            self._go_on(self._keys()[self.at])
        elif press.digit is not None and 1 <= press.digit <= len(NOW):
            self._go_on(NOW[press.digit - 1])
        elif press.key != "tab":
            return Reply.PASSED
        return Reply.USED

    def _carry(self, by: int) -> None:
        matters = self._matters()
        if self.at >= len(matters):
            return
        matter = matters[self.at]
        place = CHOICES.index(matter.to)
        to = CHOICES[min(max(0, place + by), len(CHOICES) - 1)]
        if matter.kind == "question":
            self.desk.visiting.carry_question(matter.id, to)
        else:
            self.desk.visiting.carry_note(matter.id, to)

    def _go_on(self, key: str) -> None:
        if key == "fresh":
            self.desk.open_card(FreshCard(self.desk))
        elif key == "read":
            self.desk.open_card(ReadBack(self.desk, self))
        elif key == "stop":
            self.desk.close_card()
            self.desk.say(words.STOPPED)
