"""The rows of the notes pane; the row of a note that did not change is made only once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain.correction import is_corrected, told
from companion.domain.cover_choice import Covering
from companion.domain.marks import MARK_OF, NoteKind
from companion.domain.text import speaker
from companion.domain.value import Value, field
from companion.domain.visit_times import day_of_visit, note_day, note_stamp
from companion.ui.widgets.line_list import Row
from companion.words import visit as words
from companion.words.days import long_day

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, datetime

    from companion.domain.note import Note, TeachBack
    from companion.domain.visit import VisitAbout, VisitFile

UNKNOWN = "--:--"
"""Shown beside a note whose time is not known."""


def stamp_of(at: datetime | None, about: VisitAbout) -> str:
    """Return hours and minutes by the clocks of the visit's place."""
    return note_stamp(at, about) or UNKNOWN


class NoteRowContext(Value):
    """Everything that a note's row is made from besides the note."""

    numbers: Mapping[str, int]
    """Question id to its number."""
    clinician: str
    """The doctor's name, for notes that were said back."""
    names: tuple[tuple[str, str], ...] = ()
    """Id and name of each person who may write."""
    patient: str = ""
    """The patient's name, who can ask for hidden notes."""
    covering: Covering = field(default_factory=Covering)
    """The patient's choice of what is covered; where it is left out, such a note has no row."""

    def leaves_out(self, note: Note) -> bool:
        """Return whether a note has no row at all."""
        covering = self.covering
        return note.covered and covering.leaves_out and covering.takes_words_of(note)


MOOD_OF = {
    NoteKind.QUOTE: "key",
    NoteKind.UNDERSTOOD: "key",
    NoteKind.NUMBER: "key",
    NoteKind.UNCLEAR: "mark",
    NoteKind.TODO: "mark",
    NoteKind.SPELLING: "mark",
}
"""How the mark of a note looks."""


def mark_of(kind: NoteKind) -> str:
    """Return the mark of a kind of note; a blank when it has none."""
    return MARK_OF.get(kind, " ")


def shown_text(note: Note, patient: str = "") -> str:
    """Return a note's words, or until when they are hidden.

    Args:
        note: The note.
        patient: The name of the patient, whose asking shows them; empty to leave it out.
    """
    if note.covered:
        return words.hidden_until(patient)
    return told(note).text or words.MOMENT_HERE


def note_row(note: Note, number: int, clinician: str, about: VisitAbout, patient: str = "") -> Row:
    """Return the row of a note: time, mark, words, number of its question."""
    text = shown_text(note, patient)
    if note.mine_only:
        text += f" {words.NOT_IN_COPIES}"
    if note.teach_back is not None and not note.covered:
        text += f"\n{_said_back(note, note.teach_back, clinician, about)}"
    stamp, mark = stamp_of(note.at, about), mark_of(note.kind)
    return Row(
        note.id,
        text,
        lead=f"{stamp} {mark} ",
        right=f"{number} ",
        mood="muted" if note.covered else "",
        right_mood="muted",
        tints=tuple(
            (piece, mood)
            for piece, mood in ((stamp, "muted"), (mark, MOOD_OF.get(note.kind, "")))
            if mood and piece.strip()
        ),
        selectable=False,
        strong=f"{who}:" if not note.covered and (who := speaker(told(note).text)) else "",
    )


def _said_back(note: Note, said: TeachBack, clinician: str, about: VisitAbout) -> str:
    """Return that a note was confirmed, or corrected with the words it had before."""
    at = stamp_of(said.at, about)
    if not is_corrected(note):
        return words.confirmed(at, clinician)
    _, before, label = told(note)
    return words.corrected(at, clinician, before, label)


class NoteRows:
    """Makes the rows of the notes pane."""

    def __init__(self) -> None:
        self._known: dict[str, tuple[Note, int, str, str, tuple[str, str | None], Row]] = {}
        self._last: tuple[object, ...] = ()
        self._notes: tuple[Note, ...] = ()
        self._rows: tuple[Row, ...] = ()
        self._before: Note | None = None

    def rows(self, visit: VisitFile, context: NoteRowContext) -> tuple[Row, ...]:
        """Return the rows of all notes in the order entered, with what happened between them."""
        names = dict(context.names)
        told = (context.clinician, context.patient, names, context.covering)
        same = (visit.head.started_at, _clocks(visit), dict(context.numbers), *told)
        count = len(self._notes)
        if same != self._last or not count or visit.notes[:count] != self._notes:
            self._rows, count = (), 0
            self._before = None
        self._last, self._notes = same, visit.notes
        rows = [*self._rows]
        for note in visit.notes[count:]:
            if not (note.deleted or context.leaves_out(note)):
                rows += self._since(note, visit, names)
                rows.append(self._row(note, visit, context))
                self._before = note
        self._rows = tuple(rows)
        return (*self._rows, *self._at_the_end(visit))

    def some(
        self,
        notes: tuple[Note, ...],
        below: tuple[str, ...],
        visit: VisitFile,
        context: NoteRowContext,
    ) -> list[Row]:
        """Return the rows of these notes, and the lines below them."""
        rows = [self._row(note, visit, context) for note in notes if not context.leaves_out(note)]
        return [*rows, *(between(f"below {text}", text) for text in below)]

    def _since(self, note: Note, visit: VisitFile, names: Mapping[str, str]) -> list[Row]:
        """Return rows for what happened since the note before: the doctor came, another writes."""
        started, before = visit.head.started_at, self._before
        rows = []
        day = note_day(note.at, visit.head) if note.at is not None else None
        if day is not None and day != self._day(visit):
            rows.append(between(f"day {note.id}", long_day(day, day_of_visit(visit.head))))
        if _is_before(before, started) and not _is_before(note, started):
            rows.append(_doctor_came(visit.head))
        if note.later and not (before is not None and before.later):
            rows.append(between(f"later {note.id}", words.AFTER_THE_VISIT))
        if before is not None and before.author_id != note.author_id:
            now, until = (names.get(each.author_id or "", "") for each in (note, before))
            if now and until:
                rows.append(between(f"writes {note.id}", words.writes_from_here(now, until)))
        return rows

    def _day(self, visit: VisitFile) -> date | None:
        """Return the day of the note before; of the visit where there is none."""
        at = self._before.at if self._before is not None else None
        return note_day(at, visit.head) if at is not None else day_of_visit(visit.head)

    def _at_the_end(self, visit: VisitFile) -> list[Row]:
        started = visit.head.started_at
        if self._before is None:
            return [between("none", words.NO_NOTES)]
        if _is_before(self._before, started):
            return [_doctor_came(visit.head)]
        return []

    def _row(self, note: Note, visit: VisitFile, context: NoteRowContext) -> Row:
        number = context.numbers.get(note.question_id or "", 0)
        told = (number, context.clinician, context.patient, _clocks(visit))
        known = self._known.get(note.id)
        if known is not None and known[0] is note and known[1:5] == told:
            return known[5]
        row = note_row(note, number, context.clinician, visit.head, context.patient)
        self._known[note.id] = (note, *told, row)
        return row


def _clocks(visit: VisitFile) -> tuple[str, str | None]:
    """Return what the times beside the notes depend on."""
    return visit.head.at, visit.head.zone


def _doctor_came(about: VisitAbout) -> Row:
    return between("came", f"{stamp_of(about.started_at, about)}   {words.DOCTOR_CAME}")


def between(key: str, text: str) -> Row:
    """Return a line that stands among the notes and is none."""
    return Row(f"between:{key}", text, mood="muted", selectable=False)


def _is_before(note: Note | None, started: datetime | None) -> bool:
    at = note.at if note is not None else None
    return started is not None and at is not None and at < started
