"""`open`, `demo`, and the program without a command."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import click

from companion import bootstrap
from companion.cli import choosing
from companion.cli.asking import say
from companion.cli.desk import desk, with_home
from companion.cli.order import put_in_order
from companion.cli.refusing import RefusedError
from companion.commands.command import EVERY_ROOM
from companion.commands.keymap import read_keymap
from companion.domain.visit_selection import is_under_way
from companion.services.settings import SettingsFile
from companion.ui.terminal import unread
from companion.ui.terminal.environment import can_draw, has_terminal, prepare
from companion.words import commands as words
from companion.words import keymap as keymap_words

if TYPE_CHECKING:
    from companion.domain.pack import Pack
    from companion.services.case.library import CaseLibrary
    from companion.ui.app import Start


def need_terminal() -> None:
    """Refuse to open a room where there is nothing to show it on; else read what shows it.

    Raises:
        RefusedError: There is no terminal, or it can draw nothing.
    """
    if not has_terminal():
        raise RefusedError(words.NO_TERMINAL, 2)
    if not can_draw():
        raise RefusedError(words.cannot_draw(os.environ.get("TERM", "")), 2)
    prepare()
    unread.read_textual()


def example_shelf() -> CaseLibrary:
    """A library in memory that holds the made-up example."""
    from companion.services.case.library import CaseLibrary
    from companion.services.example.case import make_example

    context = bootstrap.in_memory(desk().library.context)
    library = CaseLibrary(context)
    make_example(library, bootstrap.packs(context).packs)
    return library


def run(library: CaseLibrary, start: Start) -> int:
    """Open the program in the terminal until it is closed; the exit code."""
    from companion.ui.app import CompanionApp, Provided

    settings = SettingsFile(library.context)
    keymap = read_keymap(settings.keymap_text())
    for sentence in settings.problems:
        say(sentence)
    for problem in keymap.problems:
        say(keymap_words.report(settings.keymap_path, problem.line, problem.sentence))
    here = desk()

    def packs() -> tuple[Pack, ...]:
        return here.catalogue.packs

    def again() -> str:
        from companion.cli.again import command

        return command(here.home)

    app = CompanionApp(Provided(library, example_shelf, packs, keymap, settings, again), start)
    code = app.open_in_terminal()
    if closing := app.closing_words(asked_to=code == 0):
        say(closing)
    put_in_order(library, thorough=True)
    return code or int(app.lost)


def open_home() -> int:
    """Open Home; an open visit is offered first."""
    need_terminal()
    from companion.ui.app import Start

    return run(desk().library, Start())


@click.command("open", short_help="Open a case in one of its rooms.")
@with_home
@click.argument("case", required=False)
@click.option("--room", type=click.Choice(EVERY_ROOM[1:]), help="The room; Prepare if absent.")
@click.option("--visit", metavar="V", help="The visit; else the one under way or nearest.")
def open_room(case: str | None, room: str | None, visit: str | None) -> int:
    """Open a case in one of its rooms."""
    need_terminal()
    from companion.ui.app import Start

    library = desk().library
    case_id = choosing.case_id(library, case) if case else _case_under_way(library)
    if case_id is None:
        return open_home()
    # Read before the terminal is taken over: a file that cannot be read is said in one sentence.
    session = library.open(case_id)
    visit_id = choosing.visit_id(session, visit) if visit else None
    if visit_id is not None:
        session.visit(visit_id)
    return run(
        library, Start(room or ("visit" if visit else "prepare"), case_id, visit_id, session)
    )


def _case_under_way(library: CaseLibrary) -> str | None:
    """The case whose visit is under way, else the one made last; None when there is none."""
    sessions, _ = library.read_heads()
    for session in reversed(sessions):
        if any(is_under_way(visit.head) for visit in session.unfinished):
            return session.case_id
    return sessions[-1].case_id if sessions else None


@click.command("demo", short_help="Look around in a made-up case; nothing is kept.")
@with_home
def demo() -> int:
    """Look around in a made-up case; nothing you do there is kept."""
    if desk().home is not None:
        raise RefusedError(words.DEMO_WITH_HOME, 2)
    need_terminal()
    from companion.ui.app import Start

    library = example_shelf()
    return run(library, Start("prepare", library.case_ids()[0]))
