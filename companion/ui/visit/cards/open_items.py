"""The items still open at the end of a visit, and the steps to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain.correction import asks_spelling, told_in_one
from companion.domain.marks import NoteKind
from companion.domain.number import number_of, still_to_ask
from companion.domain.question import CarryTo, QuestionState
from companion.domain.question_rows import visible_questions
from companion.domain.steps import all_steps
from companion.domain.value import Value
from companion.ui.rooms.shown_question import shown_question
from companion.words import visit as room_words
from companion.words import visit_cards as card_words
from companion.words.rooms import BETWEEN

if TYPE_CHECKING:
    from companion.domain.comparison import Step
    from companion.domain.note import Note
    from companion.domain.question_rows import NumberedQuestion
    from companion.domain.visit import VisitFile
    from companion.services.visit.editor import VisitEditor

OPEN = (QuestionState.OPEN, QuestionState.CARRIED, QuestionState.DROPPED)


def is_open(row: NumberedQuestion) -> bool:
    """Return whether a question is open: it was not asked, or a must-ask was answered partly."""
    return row.state in OPEN or (row.must and row.state is QuestionState.PARTLY)


class OpenItem(Value):
    """A question, an unclear note, a spelling to check or an incomplete number card."""

    kind: str
    """`question` or `note`."""
    id: str
    lead: str
    """Number or mark."""
    text: str
    to: CarryTo
    """Where it goes; `later` until the user chooses."""

    @property
    def key(self) -> str:
        """The key of its row."""
        return f"{self.kind} {self.id}"


def open_items(visit: VisitFile, rows: tuple[NumberedQuestion, ...]) -> tuple[OpenItem, ...]:
    """Return open questions, unclear notes, spellings to check, incomplete number cards."""
    items = [
        OpenItem(
            "question",
            row.listed.question_id,
            f"{row.number:<2}{'*' if row.must else ' '}",
            _says(row),
            row.listed.carried_to or CarryTo.LATER,
        )
        for row in visible_questions(rows, news=False)
        if is_open(row)
    ]
    return (*items, *(each for note in visit.live_notes for each in _of_note(note)))


def _says(row: NumberedQuestion) -> str:
    text = shown_question(row)
    partly = row.state is QuestionState.PARTLY
    return f"{text}{BETWEEN}{room_words.STATES[row.state]}" if partly else text


def _of_note(note: Note) -> tuple[OpenItem, ...]:
    if note.covered:
        return ()
    to = CarryTo(note.carried_to) if note.carried_to else CarryTo.LATER
    if note.kind is NoteKind.UNCLEAR:
        return (OpenItem("note", note.id, "?  ", told_in_one(note) or room_words.MOMENT_HERE, to),)
    if note.kind is NoteKind.SPELLING:
        text = card_words.spelling(told_in_one(note))
        return (OpenItem("note", note.id, "~  ", text, to),) if asks_spelling(note) else ()
    number = number_of(note)
    if number is None:
        return ()
    missing = [card_words.NUMBER_ASK[name] for name in still_to_ask(number)]
    if not missing:
        return ()
    text = card_words.missing(told_in_one(note), missing[0], len(missing) - 1)
    return (OpenItem("note", note.id, "#  ", text, to),)


def steps_to_do(editor: VisitEditor) -> tuple[Step, ...]:
    """Return the steps that were written as notes in this visit, in order."""
    notes = {
        note.id
        for note in editor.visit.live_notes
        if note.kind is NoteKind.TODO and not note.covered
    }
    return tuple(step for step in all_steps(editor.session.case) if step.id in notes)
