"""`companion` and its commands; each is read from disk when it is first called."""

from __future__ import annotations

import gc
from importlib import import_module

import click

import companion as package
from companion.cli.desk import desk, with_home
from companion.words import commands as words

HELP_NAMES = ["-h", "--help"]
COMMANDS = {
    "new": "making:new",
    "plan": "making:plan",
    "change": "making:change",
    "undo": "making:undo",
    "open": "opening:open_room",
    "note": "noting:note",
    "list": "reading:list_cases",
    "show": "reading:show",
    "search": "reading:search",
    "export": "exchanging:export",
    "import": "exchanging:import_file",
    "packs": "looking_up:packs",
    "check": "looking_up:check",
    "keys": "looking_up:keys",
    "backup": "keeping:backup",
    "restore": "keeping:restore",
    "erase": "keeping:erase",
    "where": "looking_up:where",
    "self-check": "looking_up:self_check",
    "demo": "opening:demo",
}
"""Name of each command to the module and function that does it."""
WRITING = frozenset({"new", "plan", "change", "undo", "note", "import", "restore", "erase"})
"""Commands that write in the data folder, and leave it in order."""


class Commands(click.Group):
    """The commands in the order of their table."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Their names."""
        del ctx
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, if there is one."""
        del ctx
        place = COMMANDS.get(cmd_name)
        if place is None:
            return None
        module, name = place.split(":")
        found = getattr(import_module(f"companion.cli.{module}"), name)
        if module != "opening":
            gc.enable()
        return found if isinstance(found, click.Command) else None


@click.group(
    "companion",
    cls=Commands,
    invoke_without_command=True,
    help=words.ABOUT,
    context_settings={"help_option_names": HELP_NAMES},
)
@click.version_option(package.__version__, prog_name="companion")
@with_home
@click.pass_context
def companion(context: click.Context) -> int:
    """Open Home when no command is given."""
    if context.invoked_subcommand is not None:
        return 0
    from companion.cli.opening import open_home

    return open_home()


@companion.result_callback()
@click.pass_context
def after(context: click.Context, result: object) -> object:
    """Leave the data folder in order after a command that wrote in it."""
    if context.invoked_subcommand in WRITING:
        from companion.cli.order import put_in_order

        put_in_order(desk().shelf)
    return result
