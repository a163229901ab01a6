"""Opens the program's rooms in the terminal."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from companion import bootstrap
from companion.cli.context import command_context, put_in_order
from companion.cli.errors import RefusedError
from companion.cli.io import say
from companion.commands.keymap import read_keymap
from companion.services.settings import SettingsFile
from companion.ui.terminal import unread
from companion.ui.terminal.environment import can_draw, has_terminal, prepare
from companion.words import commands as words

if TYPE_CHECKING:
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


def example_library() -> CaseLibrary:
    """Make the example case in a library in memory."""
    from companion.services.case.library import CaseLibrary
    from companion.services.example.case import make_example

    around = bootstrap.in_memory(command_context().library.context)
    library = CaseLibrary(around)
    make_example(library, bootstrap.packs(around))
    return library


def run(library: CaseLibrary, start: Start) -> int:
    """Open the program in the terminal until it is closed; return the exit code."""
    from companion.ui.app import Companion, CompanionApp, Provided

    settings = SettingsFile(library.context)
    keymap = read_keymap(settings.keymap_text())
    for sentence in (*settings.problems, *keymap.told(settings.keymap_path)):
        say(sentence)
    context = command_context()

    def catalogue() -> Catalogue:
        return context.catalogue

    def how_to_reopen() -> str:
        from companion.cli.reopen_command import reopen_command

        return reopen_command(context.home)

    provided = Provided(library, example_library, catalogue, keymap, settings, how_to_reopen)
    companion = Companion(provided, start)
    code = CompanionApp(companion).open_in_terminal()
    if closing := companion.closing_words(asked_to=code == 0):
        say(closing)
    put_in_order(library, thorough=True)
    return code or int(companion.lost)


def open_home() -> int:
    """Open Home; an open visit is offered first."""
    need_terminal()
    from companion.ui.app import Start

    return run(command_context().library, Start())
