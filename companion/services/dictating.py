"""Notes that come from outside a room: one a line, marks as in the room."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from companion.domain import writing
from companion.domain.text import is_blank, one_line
from companion.services.visiting import LONGEST_NAME, Visiting
from companion.words import visit as words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from companion.domain.visit import VisitFile
    from companion.services.session import Session


def question_of(session: Session, visit_id: str, number: int) -> str | None:
    """The question with that number in a visit's list; None for Anything else.

    Raises:
        LookupError: The list has no such number; its argument is the greatest there is.
    """
    if number == 0:
        return None
    rows = Visiting(session, visit_id).rows()
    for row in rows:
        if row.number == number:
            return row.listed.question_id
    raise LookupError(len(rows))


def add_notes(
    session: Session, visit_id: str, lines: Iterable[str], question_id: str | None
) -> int:
    """Add a note for every line that is not blank; how many. The unfinished line stays."""
    added = 0
    cover = Visiting(session, visit_id).cover_words()
    for line in lines:
        if is_blank(line):
            continue
        written = writing.Written(
            session.surroundings.new_id(),
            session.now(),
            covered=writing.holds_any(line, cover),
        )
        sentence = words.undo_note(one_line(line)[:LONGEST_NAME])

        def change(
            visit: VisitFile, line: str = line, written: writing.Written = written
        ) -> VisitFile:
            return _with_note(visit, line, written, question_id)

        session.change_visit(visit_id, sentence, change)
        added += 1
    return added


def _with_note(
    visit: VisitFile, line: str, written: writing.Written, question_id: str | None
) -> VisitFile:
    note = writing.new_note(visit, line, written)
    if note is None:
        return visit
    noted = writing.noted(visit, replace(note, question_id=question_id))
    return replace(noted, composer=visit.composer)
