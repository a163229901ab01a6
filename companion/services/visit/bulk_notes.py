"""Notes from outside a room: one a line, with marks as in the room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain.question_rows import visit_list
from companion.domain.text import is_blank
from companion.services.case.undoable_file import MOST_ENTRIES
from companion.services.visit.editor import VisitEditor
from companion.storage.errors import TooLarge

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from companion.domain.visit import VisitFile
    from companion.services.case.session import CaseSession

NumberedLine = tuple[int, str]
"""Number of a line, from 1, and its text."""
TOGETHER = 200
"""Notes saved in one change, where so many come that undo cannot reach back to them."""


def question_with_number(session: CaseSession, visit: VisitFile, number: int) -> str | None:
    """Return the id of the question with that number in a visit's list; None for Anything else.

    Raises:
        LookupError: The list has no such number; its argument is the greatest number.
    """
    if number == 0:
        return None
    rows = visit_list(visit, session.questions(visit))
    for row in rows:
        if row.number == number:
            return row.listed.question_id
    raise LookupError(len(rows))


class BulkNotes:
    """Adds notes to one visit as their lines come; the unfinished line stays."""

    def __init__(
        self, session: CaseSession, visit: VisitFile, question_id: str | None, *, made: bool = True
    ) -> None:
        """Make it; nothing is written yet.

        Args:
            session: The case, open to be written.
            visit: The visit.
            question_id: The question of the notes; None for Anything else.
            made: Whether the visit has a file; else the first note makes it.
        """
        self.count = 0
        self.refused: tuple[str, ...] = ()
        """Lines that the disk refused; they are in memory, and closing tries again."""
        self.left: tuple[str, ...] = ()
        """Lines after those, which were not tried."""
        self.too_large: list[int] = []
        """Numbers of the lines that are too long for a note or for the visit's file."""
        self._seen = 0
        self._session = session
        self._visit = visit
        self._notes = VisitEditor(session, visit.id).notes
        self._question_id = question_id
        self._made = made

    def add(self, lines: Iterable[str]) -> bool:
        """Add a note for every line that is not blank; return whether the disk took them all.

        Each is in the file before the next one is looked at; after a refusal no other is tried.

        Raises:
            StoreError: The visit's file cannot be made; `refused` and `left` hold the lines.
        """
        every = tuple(enumerate(lines, self._seen + 1))
        self._seen += len(every)
        waiting = [(number, line) for number, line in every if not is_blank(line)]
        done = 0
        for part in _parts(waiting):
            done += len(part)
            self.refused = tuple(line for _, line in part)
            try:
                kept = self._keep(part)
            finally:
                refused = self._session.saved_state.error is not None or not self._made
                if refused:
                    self.left = tuple(line for _, line in waiting[done:])
            if refused:
                return False
            self.count += kept
        self.refused = self.left = ()
        return True

    def _keep(self, part: list[NumberedLine]) -> int:
        """Add a note for each line; return how many had room."""
        if not self._made:
            self._session.add_visit(self._visit)
            self._made = True
        lines = [line for _, line in part]
        if len(part) > 1 and self._session.has_room("\n".join(lines), self._visit.id):
            self._notes.add_all(lines, self._question_id)
            return len(part)
        kept = 0
        for number, line in part:
            try:
                self._notes.add(line, self._question_id)
            except TooLarge:
                self.too_large.append(number)
            else:
                kept += 1
        return kept


def _parts(lines: list[NumberedLine]) -> Iterator[list[NumberedLine]]:
    """Split lines into changes: the last ones, which undo reaches, one by one, others together."""
    early = max(0, len(lines) - MOST_ENTRIES)
    every = tuple(lines)
    for begin in range(0, early, TOGETHER):
        yield list(every[begin : min(begin + TOGETHER, early)])
    yield from ([line] for line in every[early:])
