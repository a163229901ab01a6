"""Each command and each option says what it is for, in `words`; nothing there is left over."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click
import pytest

from companion.cli.group import COMMANDS, companion
from companion.words import command_line as words

if TYPE_CHECKING:
    from collections.abc import Callable

WIDE = 50
"""Columns that the list of all commands has for what one does."""


def _command(name: str) -> click.Command:
    command = companion.get_command(click.Context(companion), name)
    assert command is not None
    return command


def _options(command: click.Command) -> set[str]:
    return {each.name or "" for each in command.params if isinstance(each, click.Option)}


def test_every_command_has_its_sentences() -> None:
    assert list(words.COMMANDS) == list(COMMANDS)
    for short, whole in words.COMMANDS.values():
        assert len(short) <= WIDE
        assert short.endswith(".")
        assert whole.endswith(".")


@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_has_a_sentence(name: str) -> None:
    own, options = words.OPTIONS.get(name, {}), _options(_command(name))
    assert own.keys() == options - words.EVERY_OPTION.keys()
    assert all(sentence.endswith(".") for sentence in own.values())


@pytest.fixture
def help_of(capsysbinary: pytest.CaptureFixture[bytes]) -> Callable[..., str]:
    def printed(*name: str) -> str:
        companion.main([*name, "--help"], "companion", standalone_mode=False)
        return capsysbinary.readouterr().out.decode()

    return printed


@pytest.mark.parametrize("name", COMMANDS)
def test_the_help_says_it(name: str, help_of: Callable[..., str]) -> None:
    told = " ".join(help_of(name).split())
    assert words.COMMANDS[name][1].split("\n")[0] in told
    assert words.EVERY_OPTION["home"] in told


def test_the_list_of_all_says_what_each_is_for(help_of: Callable[..., str]) -> None:
    told = help_of()
    assert words.ABOUT in " ".join(told.split())
    for name, (short, _) in words.COMMANDS.items():
        assert f"  {name} " in told
        assert short in told
