"""Operations on the composer of a visit: the unfinished line, and the notes made from it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from companion.domain.changes import find_by_id, with_added, with_changed, with_head, with_rows
from companion.domain.marks import read_mark, write_mark
from companion.domain.note import ComposerLine, Note
from companion.domain.text import is_blank
from companion.domain.value import replace
from companion.domain.visit import was_over

if TYPE_CHECKING:
    from datetime import datetime

    from companion.domain.visit import VisitFile


def line_of(visit: VisitFile) -> ComposerLine:
    """Return the unfinished line; before any typing an empty one under Anything else."""
    return visit.line or ComposerLine(id=visit.id)


def with_composer(visit: VisitFile, line: ComposerLine) -> VisitFile:
    """Return the visit with that unfinished line."""
    return with_rows(visit, {"composer": (line,)})


def with_line(visit: VisitFile, **values: Any) -> VisitFile:  # noqa: ANN401 - fields of the line
    """Return the visit with some fields of its unfinished line changed."""
    return with_composer(visit, replace(line_of(visit), **values))


def only_typed(before: VisitFile, after: VisitFile) -> bool:
    """Return whether nothing differs but the unfinished line."""
    return after == replace(before, composer=after.composer)


def newly_covered(before: VisitFile, after: VisitFile) -> frozenset[str]:
    """Return the notes that could be read before and are covered now."""
    if before.notes is after.notes:
        return frozenset()
    pairs = zip(before.notes, after.notes, strict=False)
    changed = ((old, new) for old, new in pairs if old is not new)
    return frozenset(new.id for old, new in changed if new.covered and not old.covered)


def card_text(visit: VisitFile, field: str) -> str:
    """Text typed into a line of a card and not kept yet."""
    return dict(line_of(visit).asides).get(field, "")


def with_card_text(visit: VisitFile, field: str, text: str, at: datetime) -> VisitFile:
    """Return the visit with `text` in a line of a card; the half-written note waits."""
    asides = {**dict(line_of(visit).asides), field: text}
    kept = tuple((name, value) for name, value in asides.items() if value)
    return with_line(visit, asides=kept, changed_at=at)


def new_note(
    visit: VisitFile, line: str, note_id: str, at: datetime, *, pasted: bool = False
) -> Note | None:
    """Return the note that a typed line makes; None for a blank line.

    Args:
        visit: The visit.
        line: What was typed.
        note_id: The id of the note.
        at: When Enter was pressed.
        pasted: Whether it came in as a paste of several lines.
    """
    if is_blank(line):
        return None
    kind, text = read_mark(line)
    composer = line_of(visit)
    return Note(
        id=note_id,
        created_at=at,
        at=at,
        author_id=composer.author_id,
        kind=kind,
        text=text,
        question_id=composer.question_id,
        pasted=pasted,
        covered=composer.covered,
        later=visit.head.ended_at is not None and not was_over(visit.head),
    )


def with_notes(visit: VisitFile, *notes: Note) -> VisitFile:
    """Return the visit with more notes; the first note of all starts the clock."""
    if visit.head.started_at is None:
        visit = with_head(visit, started_at=notes[0].at)
    return with_added(visit, "notes", *notes)


def with_note(visit: VisitFile, note: Note) -> VisitFile:
    """Return the visit with one more note and an empty line."""
    return with_line(with_notes(visit, note), text="", covered=False, changed_at=note.at)


def with_note_opened(visit: VisitFile, note_id: str, at: datetime) -> VisitFile:
    """That note is in the composer to be changed, mark and all."""
    note = find_by_id(visit.notes, note_id)
    if note is None:
        return visit
    text = write_mark(note.kind, note.text)
    return with_line(visit, text=text, editing_note_id=note_id, changed_at=at)


def without_edit(visit: VisitFile, at: datetime) -> VisitFile:
    """Return the visit with an empty composer; the note being changed stays as it was."""
    return with_line(visit, text="", editing_note_id=None, changed_at=at)


def with_edit(visit: VisitFile, line: str, at: datetime) -> VisitFile:
    """Return the visit with the typed text in the note being changed; a blank one is not taken."""
    note = find_by_id(visit.notes, line_of(visit).editing_note_id)
    if note is None or is_blank(line):
        return without_edit(visit, at)
    kind, text = read_mark(line)
    if (kind, text) != (note.kind, note.text):
        visit = with_changed(visit, "notes", note.id, kind=kind, text=text, edited_at=at)
    return without_edit(visit, at)


def newest_note(visit: VisitFile) -> Note | None:
    """Return the live note entered last."""
    return next((note for note in reversed(visit.notes) if not note.deleted), None)
