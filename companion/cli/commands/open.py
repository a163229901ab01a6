"""`open`: open a case in one of its rooms."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from companion.cli.context import command_context, with_home
from companion.cli.lookup import find_case_id, find_visit_id
from companion.cli.program import need_terminal, open_home, run
from companion.commands.command import EVERY_ROOM
from companion.domain.visit_selection import is_under_way

if TYPE_CHECKING:
    from companion.services.case.library import CaseLibrary


@click.command("open")
@with_home
@click.argument("case", required=False)
@click.option("--room", type=click.Choice(EVERY_ROOM[1:]))
@click.option("--visit", metavar="V")
def command(case: str | None, room: str | None, visit: str | None) -> int:
    """Open a case in one of its rooms."""
    need_terminal()
    from companion.ui.app import Start

    library = command_context().library
    case_id = find_case_id(library, case) if case else _case_under_way(library)
    if case_id is None:
        return open_home()
    # Read before the terminal is taken over: a file that cannot be read is said in one sentence.
    session = library.open(case_id)
    visit_id = find_visit_id(session, visit) if visit else None
    if visit_id is not None:
        session.visit(visit_id)
    start = Start(room or ("visit" if visit else "prepare"), case_id, visit_id, session)
    return run(library, start)


def _case_under_way(library: CaseLibrary) -> str | None:
    """The case whose visit is under way, else the one made last; None when there is none."""
    sessions, _ = library.read_heads()
    for session in reversed(sessions):
        if any(is_under_way(visit.head) for visit in session.unfinished):
            return session.case_id
    return sessions[-1].case_id if sessions else None
