"""Plain arguments mean to the short way what they mean to the parser of commands."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.cli import program
from companion.cli.commands import open as open_command
from companion.cli.errors import RefusedError
from companion.cli.group import run_command
from companion.cli.room_arguments import RoomArguments, read_room_arguments

if TYPE_CHECKING:
    from companion.cli.context import CommandContext

WORDS = (
    *("open", "demo", "list", "--home", "--room", "--visit", "--help", "-h", "--version", "--"),
    *("visit", "prepare", "home", "vault", "abcdefgh", "1", "", " ", "/notes", "--room=visit"),
    *("--home=/x", "-", "-x", "~/notes", "a*", "--ro", "Visit"),
)


def _parsed(arguments: list[str]) -> RoomArguments:
    """Return what the parser of commands makes of arguments; it refuses some."""
    asked: list[RoomArguments] = []

    def open_home(context: CommandContext) -> int:
        asked.append(RoomArguments(context.home))
        return 0

    def open_case(
        context: CommandContext, case: str | None, room: str | None, visit: str | None
    ) -> int:
        assert visit is None
        asked.append(RoomArguments(context.home, True, case, room))
        return 0

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(program, "open_home", open_home)
        patch.setattr(open_command, "open_case", open_case)
        assert run_command(arguments) == 0
    return asked[0]


@given(st.lists(st.sampled_from(WORDS), max_size=7))
def test_what_is_read_the_short_way_is_what_the_parser_reads(arguments: list[str]) -> None:
    wanted = read_room_arguments(arguments)
    if wanted is not None:
        assert wanted == _parsed(arguments)


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("", RoomArguments()),
        ("--home /x", RoomArguments("/x")),
        ("open", RoomArguments(None, True)),
        ("open 1 --room visit", RoomArguments(None, True, "1", "visit")),
        ("--home /x open --room compare", RoomArguments("/x", True, None, "compare")),
        ("open --home /x 1", RoomArguments("/x", True, "1")),
    ],
)
def test_the_usual_lines_go_the_short_way(line: str, wanted: RoomArguments) -> None:
    assert read_room_arguments(line.split()) == wanted


@pytest.mark.parametrize(
    "line",
    ["--help", "demo", "open 1 2", "open --room vault", "open --visit v", "--home", "open -- 1"],
)
def test_all_else_is_left_to_the_parser(line: str) -> None:
    assert read_room_arguments(line.split()) is None


def test_a_shell_that_asks_for_completions_is_answered_by_the_parser(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("_COMPANION_COMPLETE", "bash_complete")
    assert read_room_arguments([]) is None


def test_what_the_parser_refuses_never_goes_the_short_way() -> None:
    with pytest.raises(RefusedError):
        _parsed(["open", "--room", "vault"])
