"""`note`."""

from __future__ import annotations

import click

from companion.cli import choosing
from companion.cli.asking import on_one_line, read_input, say
from companion.cli.desk import desk, with_home
from companion.cli.refusing import RefusedError
from companion.domain.asking import visit_list
from companion.services.dictating import add_notes, question_of
from companion.services.planning import visit_to_write_in
from companion.services.session import ReadOnlyError
from companion.words import commands as words


@click.command("note", short_help="Add notes from standard input, one a line.")
@with_home
@click.argument("case")
@click.argument("source", type=click.Choice(["-"]), required=False, metavar="[-]")
@click.option("--visit", "visit", metavar="V", help="The visit; else the one under way.")
@click.option("--question", "number", type=click.IntRange(0), metavar="N", default=0)
def note(case: str, source: str | None, visit: str | None, number: int) -> None:
    """Add notes from standard input, one a line, with marks as in the room."""
    del source
    case_id = choosing.case_id(desk().shelf, case)
    lines = read_input().split("\n")
    session = desk().shelf.open_to_write(case_id)
    try:
        visit_id = choosing.visit_id(session, visit) if visit else visit_to_write_in(session)
        if visit_id is None:
            raise ReadOnlyError(case_id)
        value = session.visit(visit_id)
        try:
            question_id = question_of(session, visit_id, number)
        except LookupError as error:
            most = len(visit_list(value, session.questions(value)))
            raise RefusedError(words.no_such_question(number, most)) from error
        say(words.noting_in(on_one_line(choosing.visit_name(session.case, value))))
        added = add_notes(session, visit_id, lines, question_id)
    finally:
        session.finish()
    say(words.noted(added) if added else words.NO_NOTES)
