"""`note`: add notes from standard input."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from companion.cli.errors import RefusedError
from companion.cli.home_option import command_context, with_home
from companion.cli.io import on_one_line, say
from companion.cli.line_reader import LineReader
from companion.cli.lookup import find_case_id, find_visit_id, visit_name
from companion.domain.question_rows import visit_list
from companion.domain.text import is_blank
from companion.services.case.undoable_file import MOST_ENTRIES
from companion.services.visit.editor import VisitEditor
from companion.services.visit.plan import find_visit_for_notes
from companion.storage.errors import NotAllKept, StoreError, TooLarge
from companion.storage.lock import COMMAND_WAIT
from companion.words import commands as words
from companion.words import storage as storage_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from companion.domain.visit import VisitFile
    from companion.services.case.session import CaseSession

_SHOWN = 60
"""Letters of a line that is named."""
_SIGNALLED = 128
"""Exit code of a command that a signal ended, less the signal's number, as shells expect it."""
NumberedLine = tuple[int, str]
"""Number of a line, from 1, and its text."""
TOGETHER = 200
"""Notes saved in one change, where so many come that undo cannot reach back to them."""


@click.command("note")
@with_home
@click.argument("case")
@click.argument("source", type=click.Choice(["-"]), required=False, metavar="[-]")
@click.option("--visit", "visit", metavar="V")
@click.option("--question", "number", type=click.IntRange(0), metavar="N", default=0)
def command(case: str, source: str | None, visit: str | None, number: int) -> int:
    """Add notes from standard input, one a line, with marks as in the room."""
    del source
    library = command_context().library
    with LineReader() as reader:
        case_id = find_case_id(library, case)
        # The user at a terminal is told at once: what is typed while waiting would go to the shell.
        wait = 0.0 if reader.at_terminal else COMMAND_WAIT
        session = library.open_to_write(case_id, wait=wait)
        try:
            notes = _begin(session, visit, number)
            if reader.at_terminal:
                say(words.HOW_TO_END)
            refused = _take_lines(notes, reader)
        except BaseException:
            session.finish()
            raise
        _finish(session, notes, refused)
        say(words.noted(notes.count) if notes.count else words.NO_NOTES)
        return _SIGNALLED + reader.ended_by if reader.ended_by is not None else 0


def _begin(session: CaseSession, visit: str | None, number: int) -> BulkNotes:
    """Find the visit and the question, and name the visit.

    Raises:
        RefusedError: There is no such visit or question.
        ReadOnlyError: A newer version has written the case or the visit.
    """
    if visit:
        value, made = session.visit(find_visit_id(session, visit)), True
    else:
        value, made = find_visit_for_notes(session)
    session.refuse_read_only(value.id if made else None)
    try:
        question_id = _question_with_number(session, value, number)
    except LookupError as error:
        raise RefusedError(words.no_such_question(number, error.args[0])) from error
    doctor = session.person_name(value.head.clinician_id, value)
    say(words.noting_in(on_one_line(visit_name(doctor, value))))
    return BulkNotes(session, value, question_id, made=made)


def _question_with_number(session: CaseSession, visit: VisitFile, number: int) -> str | None:
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


def _take_lines(notes: BulkNotes, reader: LineReader) -> StoreError | None:
    """Add the lines as they come, until they end or the disk refuses; why it made no file."""
    for lines in reader:
        try:
            if not notes.add(lines):
                return None
        except StoreError as error:
            return error
    return None


def _finish(session: CaseSession, notes: BulkNotes, refused: StoreError | None) -> None:
    """Close the case, and say what was kept where the disk did not take all.

    Raises:
        RefusedError: It did not.
    """
    lost = (*notes.refused, *notes.left)
    try:
        session.finish()
    except NotAllKept as error:
        refused = refused or error
    else:
        if refused is None:
            # The disk has taken now what it refused at first.
            notes.count += len(notes.refused)
            lost = notes.left
    if lost:
        first = on_one_line(lost[0])
        first = first if len(first) <= _SHOWN else f"{first[:_SHOWN]}…"
        why = str(refused) if refused is not None else words.DISK_REFUSED
        raise RefusedError(words.not_all_noted(why, notes.count, first)) from refused
    if refused is not None:
        raise refused
    if notes.too_large:
        raise RefusedError(storage_words.lines_too_large(notes.count, notes.too_large))


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
