"""The `companion` group; the module of a command is imported when it is called."""

from __future__ import annotations

import gc
import io
from contextlib import redirect_stdout
from importlib import import_module
from keyword import iskeyword
from typing import TYPE_CHECKING, Any

import click

import companion as package
from companion.cli.context import put_in_order
from companion.cli.errors import RefusedError
from companion.cli.home_option import command_context, with_home
from companion.cli.io import print_line, write_out
from companion.words import commands as words

if TYPE_CHECKING:
    from collections.abc import MutableMapping

    from click.shell_completion import CompletionItem

HELP_NAMES = ["-h", "--help"]
COMMANDS = (
    *("new", "plan", "change", "undo", "open", "note", "list", "show", "search", "export"),
    *("import", "guide", "packs", "check", "new-pack", "keys", "backup", "restore", "erase"),
    *("where", "self-check", "demo"),
)
"""The commands in the order of `--help`; each has a module in `commands`."""
WRITING = frozenset({"new", "plan", "change", "undo", "note", "import", "restore", "erase"})
"""Commands that write in the data folder, and leave it in order."""
OPENING = frozenset({"open", "demo"})
"""Commands that open a room, which lets garbage be collected once its first frame stands."""
_MOST_NEAR = 3


def _near(given: str) -> list[str]:
    """Return the commands that the user may have meant, the nearest first."""
    from difflib import get_close_matches

    name = given.lower().replace("_", "-")
    begin = [each for each in COMMANDS if len(name) > 1 and each.startswith(name)]
    close = get_close_matches(name, COMMANDS, _MOST_NEAR)
    return list(dict.fromkeys([*begin, *close]))[:_MOST_NEAR]


class PrintingContext(click.Context):
    """A click context that prints help as it prints any other result."""

    def get_help(self) -> str:
        """Print the help and exit."""
        fill_in(self.command)
        write_out(f"{super().get_help()}\n".encode())
        raise click.exceptions.Exit(0)


class Commands(click.Group):
    """The group of all commands, in the order of `COMMANDS`."""

    context_class = PrintingContext

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of all commands."""
        del ctx
        return list(COMMANDS)

    def get_help(self, ctx: click.Context) -> str:
        """Return the list of all commands, with what each does."""
        for name in COMMANDS:
            if command := self.get_command(ctx, name):
                fill_in(command)
        return super().get_help(ctx)

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """Return how the shell may complete a command or an option."""
        fill_in(self)
        return super().shell_complete(ctx, incomplete)

    def _main_shell_completion(
        self, ctx_args: MutableMapping[str, Any], prog_name: str, complete_var: str | None = None
    ) -> None:
        """Print completions for the shell as any other result is printed."""
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
        """Return the command that is meant; refuse an unknown one with the names that are near."""
        given = args[0]
        if given not in COMMANDS and not given.startswith("-") and not ctx.resilient_parsing:
            raise click.UsageError(words.no_such_command(given, _near(given)), ctx)
        return super().resolve_command(ctx, args)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import the module of a command and return the command; None when there is none."""
        if cmd_name not in COMMANDS:
            return None
        name = cmd_name.replace("-", "_")
        module = import_module(f"companion.cli.commands.{name}{'_' * iskeyword(name)}")
        if cmd_name not in OPENING:
            gc.enable()
        found: click.Command = module.command
        found.context_class = PrintingContext
        if ctx.resilient_parsing:
            fill_in(found)
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
    context_settings={"help_option_names": HELP_NAMES},
)
@click.option(
    "--version",
    is_flag=True,
    expose_value=False,
    is_eager=True,
    callback=_print_version,
)
@with_home
@click.pass_context
def companion(context: click.Context) -> int:
    """Open Home when no command is given."""
    if context.invoked_subcommand is not None:
        return 0
    from companion.cli.program import open_home

    return open_home(command_context())


@companion.result_callback()
@click.pass_context
def after(context: click.Context, result: object) -> object:
    """Put the data folder in order after a command that wrote in it."""
    if context.invoked_subcommand in WRITING:
        put_in_order(command_context().library)
    return result


def run_command(arguments: list[str] | None) -> int:
    """Run a command and return the exit code.

    Args:
        arguments: The words after the program's name; None takes them from the process.

    Raises:
        RefusedError: They don't name a command, or name it wrongly.
    """
    try:
        result = companion.main(args=arguments, prog_name="companion", standalone_mode=False)
    except click.exceptions.Abort as interrupted:
        raise KeyboardInterrupt from interrupted
    except click.exceptions.Exit as end:
        return end.exit_code
    except click.UsageError as error:
        command = error.ctx.command_path if error.ctx else "companion"
        sentence = words.wrong_use(error.format_message(), command)
        raise RefusedError(sentence, error.exit_code) from error
    except click.ClickException as error:
        raise RefusedError(error.format_message(), error.exit_code) from error
    return result if isinstance(result, int) else 0


def fill_in(command: click.Command) -> None:
    """Give a command and its options the sentences that `--help` shows."""
    from companion.words import command_line as help_words

    name = command.name or ""
    its_own: dict[str, str] = help_words.OPTIONS.get(name, {})
    command.short_help, command.help = help_words.COMMANDS.get(name, (None, help_words.ABOUT))
    for each in command.params:
        if isinstance(each, click.Option):
            option = each.name or ""
            each.help = its_own.get(option) or help_words.EVERY_OPTION.get(option)
