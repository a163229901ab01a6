"""The rows of the notes, kept by note: a note that did not change is not written out again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from companion.domain.marks import MARK_OF, NoteKind
from companion.domain.note import TeachBackResult
from companion.ui.visit.times import of_day
from companion.ui.widgets.line_list import Row
from companion.words import visit as words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from companion.domain.note import Note
    from companion.domain.visit import VisitFile


@dataclass(frozen=True, slots=True)
class Beside:
    """What a note's row needs besides the note."""

    numbers: Mapping[str, int]
    """Question id to its number."""
    clinician: str
    """Who answered when a note was said back."""


def mark_of(kind: NoteKind) -> str:
    """The mark of a kind of note; a blank when it has none."""
    return MARK_OF.get(kind, " ")


def shown_text(note: Note) -> str:
    """A note's words, or that they are covered."""
    if note.covered:
        return words.COVERED
    return note.text or words.MOMENT_HERE


def note_row(note: Note, number: int, clinician: str) -> Row:
    """One note: time, mark, words, number of its question."""
    text = shown_text(note)
    if note.mine_only:
        text += f" {words.FOR_ME_ONLY}"
    said = note.teach_back
    if said is not None and not note.covered:
        at = of_day(said.at)
        confirmed = said.result is TeachBackResult.CONFIRMED
        text += "\n" + (
            words.confirmed(at, clinician)
            if confirmed
            else words.corrected(said.text, at, clinician)
        )
    return Row(
        note.id,
        text,
        lead=f"{of_day(note.at)} {mark_of(note.kind)} ",
        right=f"{number} ",
        selectable=False,
    )


class Notebook:
    """Makes the rows of the notes pane."""

    def __init__(self) -> None:
        self._known: dict[str, tuple[Note, int, str, Row]] = {}

    def rows(self, visit: VisitFile, beside: Beside) -> tuple[Row, ...]:
        """All live notes in the order entered, with what happened between them."""
        result: list[Row] = []
        started, later = visit.head.started_at, False
        before = False
        for note in visit.live_notes:
            if note.later and not later:
                result.append(_between("later", words.ADDED_LATER))
                later = True
            comes_before = started is not None and note.at is not None and note.at < started
            if before and not comes_before and started is not None:
                result.append(_between("came", f"{of_day(started)}   {words.DOCTOR_CAME}"))
            before = comes_before
            result.append(self._row(note, beside))
        if before and started is not None:
            result.append(_between("came", f"{of_day(started)}   {words.DOCTOR_CAME}"))
        return tuple(result) or (_between("none", words.NO_NOTES),)

    def _row(self, note: Note, beside: Beside) -> Row:
        number = beside.numbers.get(note.question_id or "", 0)
        known = self._known.get(note.id)
        if known is not None and known[0] is note and known[1:3] == (number, beside.clinician):
            return known[3]
        row = note_row(note, number, beside.clinician)
        self._known[note.id] = (note, number, beside.clinician, row)
        return row


def _between(key: str, text: str) -> Row:
    return Row(f"between:{key}", text, mood="muted", selectable=False)
