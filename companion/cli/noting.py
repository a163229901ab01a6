"""`note`."""

from __future__ import annotations

import click

from companion.cli import choosing
from companion.cli.asking import on_one_line, say
from companion.cli.desk import desk, with_home
from companion.cli.line_reader import LineReader
from companion.cli.refusing import RefusedError
from companion.domain.question_rows import visit_list
from companion.services.case.session import CaseSession, ReadOnlyError
from companion.services.visit.bulk_notes import Dictation, question_of
from companion.services.visit.plan import visit_for_notes
from companion.storage.errors import NotAllKept, StoreError
from companion.storage.lock import COMMAND_WAIT
from companion.words import commands as words
from companion.words import storage as storage_words

_SHOWN = 60
"""Letters of a line that is named."""
_SIGNALLED = 128
"""What a shell expects of a command that a signal ended, and the signal's number."""


@click.command("note", short_help="Add notes from standard input, one a line.")
@with_home
@click.argument("case")
@click.argument("source", type=click.Choice(["-"]), required=False, metavar="[-]")
@click.option("--visit", "visit", metavar="V", help="The visit; else the one under way.")
@click.option("--question", "number", type=click.IntRange(0), metavar="N", default=0)
def note(case: str, source: str | None, visit: str | None, number: int) -> int:
    """Add notes from standard input, one a line, with marks as in the room."""
    del source
    with LineReader() as reader:
        return _note(reader, choosing.case_id(desk().library, case), visit, number)


def _note(reader: LineReader, case_id: str, visit: str | None, number: int) -> int:
    """Take what is read; the exit code."""
    # Whoever types is told at once: what is typed while one waits would go to the shell.
    wait = 0.0 if reader.at_terminal else COMMAND_WAIT
    session = desk().library.open_to_write(case_id, wait=wait)
    try:
        dictation = _begun(session, visit, number)
        if reader.at_terminal:
            say(words.HOW_TO_END)
        refused = _noted(dictation, reader)
    except BaseException:
        session.finish()
        raise
    _finish(session, dictation, refused)
    say(words.noted(dictation.count) if dictation.count else words.NO_NOTES)
    return _SIGNALLED + reader.ended_by if reader.ended_by is not None else 0


def _begun(session: CaseSession, visit: str | None, number: int) -> Dictation:
    """What takes the lines, once it is sure that they can be taken.

    Raises:
        RefusedError: There is no such visit or question.
        ReadOnlyError: A newer version has written the case or the visit.
    """
    if visit:
        value, made = session.visit(choosing.visit_id(session, visit)), True
    else:
        value, made = visit_for_notes(session)
    if not session.may_write(value.id if made else None):
        raise ReadOnlyError(session.case_id)
    try:
        question_id = question_of(session, value, number)
    except LookupError as error:
        most = len(visit_list(value, session.questions(value)))
        raise RefusedError(words.no_such_question(number, most)) from error
    say(words.noting_in(on_one_line(choosing.visit_name(session.case, value))))
    return Dictation(session, value, question_id, made=made)


def _noted(dictation: Dictation, reader: LineReader) -> StoreError | None:
    """Take the lines as they come, until they end or the disk refuses; why it made no file."""
    for lines in reader:
        try:
            if not dictation.add(lines):
                return None
        except StoreError as error:
            return error
    return None


def _finish(session: CaseSession, dictation: Dictation, refused: StoreError | None) -> None:
    """Close the case, and say what was kept where the disk did not take all.

    Raises:
        RefusedError: It did not.
    """
    lost = (*dictation.refused, *dictation.left)
    try:
        session.finish()
    except NotAllKept as error:
        refused = refused or error
    else:
        if refused is None:
            # What it refused at first it has taken now.
            dictation.count += len(dictation.refused)
            lost = dictation.left
    if lost:
        first = on_one_line(lost[0])
        first = first if len(first) <= _SHOWN else f"{first[:_SHOWN]}…"
        why = str(refused) if refused is not None else words.DISK_REFUSED
        raise RefusedError(words.not_all_noted(why, dictation.count, first)) from refused
    if refused is not None:
        raise refused
    if dictation.too_large:
        sentence = storage_words.lines_too_large(dictation.count, dictation.too_large)
        raise RefusedError(sentence)
