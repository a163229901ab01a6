"""`note`: add notes from standard input."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from companion.cli.errors import RefusedError
from companion.cli.home_option import command_context, with_home
from companion.cli.io import on_one_line, say
from companion.cli.line_reader import LineReader
from companion.cli.lookup import find_case_id, find_visit_id, visit_name
from companion.services.visit.bulk_notes import BulkNotes, question_with_number
from companion.services.visit.plan import find_visit_for_notes
from companion.storage.errors import NotAllKept, StoreError
from companion.storage.lock import COMMAND_WAIT
from companion.words import commands as words
from companion.words import storage as storage_words

if TYPE_CHECKING:
    from companion.services.case.session import CaseSession

_SHOWN = 60
"""Letters of a line that is named."""
_SIGNALLED = 128
"""Exit code of a command that a signal ended, less the signal's number, as shells expect it."""


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
        question_id = question_with_number(session, value, number)
    except LookupError as error:
        raise RefusedError(words.no_such_question(number, error.args[0])) from error
    doctor = session.person_name(value.head.clinician_id, value)
    say(words.noting_in(on_one_line(visit_name(doctor, value))))
    return BulkNotes(session, value, question_id, made=made)


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
