"""`open`, `demo`, and the program without a command."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from companion import bootstrap
from companion.cli import choosing
from companion.cli.asking import say
from companion.cli.desk import desk, with_home
from companion.cli.refusing import RefusedError
from companion.commands.command import EVERY_ROOM
from companion.commands.keymap import read_keymap
from companion.services.planning import visit_to_write_in
from companion.services.settings import SettingsFile
from companion.ui.terminal.environment import has_terminal
from companion.words import commands as words
from companion.words import keymap as keymap_words

if TYPE_CHECKING:
    from companion.domain.pack import Pack
    from companion.services.shelf import Shelf
    from companion.ui.app import Start


def need_terminal() -> None:
    """Refuse to open a room where there is nothing to show it on.

    Raises:
        RefusedError: There is no terminal.
    """
    if not has_terminal():
        raise RefusedError(words.NO_TERMINAL, 2)


def example_shelf() -> Shelf:
    """A shelf in memory that holds the made-up example."""
    from companion.services.example import make_example
    from companion.services.shelf import Shelf

    around = bootstrap.in_memory(desk().shelf.surroundings)
    shelf = Shelf(around)
    make_example(shelf, bootstrap.packs(around).packs)
    return shelf


def run(shelf: Shelf, start: Start) -> int:
    """Open the program in the terminal until it is closed; the exit code."""
    from companion.ui.app import CompanionApp, Provided

    settings = SettingsFile(shelf.surroundings)
    keymap = read_keymap(settings.keymap_text())
    for problem in keymap.problems:
        say(keymap_words.report(settings.keymap_path, problem.line, problem.sentence))
    here = desk()

    def packs() -> tuple[Pack, ...]:
        return here.catalogue.packs

    app = CompanionApp(Provided(shelf, example_shelf, packs, keymap, settings), start)
    code = app.open_in_terminal()
    if code == 0:
        say(app.closing_words())
    return code


def open_home() -> int:
    """Open Home; an open visit is offered first."""
    need_terminal()
    from companion.ui.app import Start

    return run(desk().shelf, Start())


@click.command("open", short_help="Open a case in one of its rooms.")
@with_home
@click.argument("case", required=False)
@click.option("--room", type=click.Choice(EVERY_ROOM[1:]), help="The room; Prepare if absent.")
@click.option("--visit", metavar="V", help="The visit; else the one under way or nearest.")
def open_room(case: str | None, room: str | None, visit: str | None) -> int:
    """Open a case in one of its rooms."""
    need_terminal()
    from companion.ui.app import Start

    shelf = desk().shelf
    if case is None:
        ids = choosing.case_order(shelf)
        if not ids:
            return open_home()
        case_id = ids[-1]
    else:
        case_id = choosing.case_id(shelf, case)
    room = room or ("visit" if visit else "prepare")
    visit_id = _visit(shelf, case_id, visit) if room == "visit" else None
    return run(shelf, Start(room, case_id, visit_id))


def _visit(shelf: Shelf, case_id: str, given: str | None) -> str:
    """The visit to open; a new one is made when none is meant."""
    reading = shelf.peek(case_id)
    if given is not None:
        return choosing.visit_id(reading, given)
    session = shelf.open(case_id)
    try:
        return visit_to_write_in(session)
    finally:
        session.close()


@click.command("demo", short_help="Look around in a made-up case; nothing is kept.")
@with_home
def demo() -> int:
    """Look around in a made-up case; nothing you do there is kept."""
    if desk().home is not None:
        raise RefusedError(words.DEMO_WITH_HOME, 2)
    need_terminal()
    from companion.ui.app import Start

    shelf = example_shelf()
    return run(shelf, Start("prepare", shelf.case_ids()[0]))
