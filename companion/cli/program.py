"""Opens the program's rooms in the terminal."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from companion import bootstrap
from companion.cli.context import put_in_order
from companion.cli.errors import RefusedError
from companion.cli.io import say
from companion.cli.lookup import find_case_id, find_visit_id
from companion.commands.keymap import read_keymap
from companion.domain.visit_selection import is_under_way
from companion.ui.terminal import unread
from companion.ui.terminal.environment import can_draw, has_terminal, prepare
from companion.words import commands as words

if TYPE_CHECKING:
    from companion.cli.context import CommandContext
    from companion.packs.catalogue import Catalogue
    from companion.services.case.library import CaseLibrary
    from companion.ui.app import Start


def need_terminal() -> None:
    """Refuse to open a room without a terminal; else import Textual.

    Raises:
        RefusedError: There is no terminal, or it can draw nothing.
    """
    if not has_terminal():
        raise RefusedError(words.NO_TERMINAL, 2)
    if not can_draw():
        raise RefusedError(words.cannot_draw(os.environ.get("TERM", "")), 2)
    prepare()
    unread.read_textual()


def example_library(context: CommandContext) -> CaseLibrary:
    """Make the example case in a library in memory."""
    from companion.services.case.library import CaseLibrary
    from companion.services.example.case import make_example

    around = bootstrap.in_memory(context.library.context)
    library = CaseLibrary(around)
    make_example(library, bootstrap.packs(around))
    return library


def run(context: CommandContext, library: CaseLibrary, start: Start) -> int:
    """Open the program in the terminal until it is closed; return the exit code."""
    from companion.ui.app import Companion, CompanionApp, Provided

    settings = context.settings
    keymap = read_keymap(settings.keymap_text())
    for sentence in (*settings.problems, *keymap.told(settings.keymap_path)):
        say(sentence)

    def catalogue() -> Catalogue:
        return context.catalogue

    def example() -> CaseLibrary:
        return example_library(context)

    def how_to_reopen() -> str:
        from companion.cli.reopen_command import reopen_command

        return reopen_command(context.home)

    provided = Provided(library, example, catalogue, keymap, settings, how_to_reopen)
    companion = Companion(provided, start)
    code = CompanionApp(companion).open_in_terminal()
    if closing := companion.closing_words(asked_to=code == 0):
        say(closing)
    put_in_order(library, thorough=True)
    return code or int(companion.lost)


def open_home(context: CommandContext) -> int:
    """Open Home; an open visit is offered first."""
    need_terminal()
    from companion.ui.app import Start

    return run(context, context.library, Start())


def open_case(
    context: CommandContext, case: str | None, room: str | None, visit: str | None = None
) -> int:
    """Open a case in one of its rooms.

    Args:
        context: The data folder and its cases.
        case: Which case; None: the case whose visit is under way, else the newest.
        room: Which room; None: Prepare, or the visit that is named.
        visit: Which visit.

    Raises:
        RefusedError: There is no such case or visit, or no terminal.
    """
    need_terminal()
    from companion.ui.app import Start

    library = context.library
    case_id = find_case_id(library, case) if case else _case_under_way(library)
    if case_id is None:
        return open_home(context)
    # Read before the terminal is taken over: a file that cannot be read is said in one sentence.
    session = library.open(case_id)
    visit_id = find_visit_id(session, visit) if visit else None
    if visit_id is not None:
        session.visit(visit_id)
    start = Start(room or ("visit" if visit else "prepare"), case_id, visit_id, session)
    return run(context, library, start)


def _case_under_way(library: CaseLibrary) -> str | None:
    """The case whose visit is under way, else the one made last; None when there is none."""
    sessions, _ = library.read_heads()
    for session in reversed(sessions):
        if any(is_under_way(visit.head) for visit in session.unfinished):
            return session.case_id
    return sessions[-1].case_id if sessions else None
