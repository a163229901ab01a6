"""`companion` and its commands; each is read from disk when it is first called."""

from __future__ import annotations

import gc
import io
from contextlib import redirect_stdout
from importlib import import_module
from typing import TYPE_CHECKING, Any

import click

import companion as package
from companion.cli.asking import print_line, write_out
from companion.cli.desk import desk, with_home
from companion.words import commands as words

if TYPE_CHECKING:
    from collections.abc import MutableMapping

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


_AT_MOST = 3


def _near(given: str) -> list[str]:
    """The commands that somebody may have meant, the nearest first."""
    from difflib import get_close_matches

    name = given.lower().replace("_", "-")
    begin = [each for each in COMMANDS if len(name) > 1 and each.startswith(name)]
    close = get_close_matches(name, COMMANDS, _AT_MOST)
    return list(dict.fromkeys([*begin, *close]))[:_AT_MOST]


class Printing(click.Context):
    """What a command is called with; its help is a result like any other."""

    def get_help(self) -> str:
        """Print the help, and end."""
        write_out(f"{super().get_help()}\n".encode())
        raise click.exceptions.Exit(0)


class Commands(click.Group):
    """The commands in the order of their table."""

    context_class = Printing

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Their names."""
        del ctx
        return list(COMMANDS)

    def _main_shell_completion(
        self, ctx_args: MutableMapping[str, Any], prog_name: str, complete_var: str | None = None
    ) -> None:
        """What a shell asks for when Tab is pressed in it: a result like any other."""
        printed = io.BytesIO()
        try:
            with redirect_stdout(io.TextIOWrapper(printed, "utf-8", write_through=True)) as text:
                super()._main_shell_completion(ctx_args, prog_name, complete_var)
        finally:
            if done := printed.getvalue():
                text.detach()
                write_out(done)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that is meant; what is none is told with the names that are near."""
        given = args[0]
        if given not in COMMANDS and not given.startswith("-") and not ctx.resilient_parsing:
            raise click.UsageError(words.no_such_command(given, _near(given)), ctx)
        return super().resolve_command(ctx, args)

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
        if not isinstance(found, click.Command):
            return None
        found.context_class = Printing
        return found


def _print_version(context: click.Context, parameter: click.Parameter, wanted: bool) -> None:  # noqa: FBT001
    del parameter
    if wanted and not context.resilient_parsing:
        print_line(f"companion, version {package.__version__}")
        context.exit()


@click.group(
    "companion",
    cls=Commands,
    invoke_without_command=True,
    help=words.ABOUT,
    context_settings={"help_option_names": HELP_NAMES},
)
@click.option(
    "--version",
    is_flag=True,
    expose_value=False,
    is_eager=True,
    callback=_print_version,
    help="Show the version and exit.",
)
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

        put_in_order(desk().library)
    return result
