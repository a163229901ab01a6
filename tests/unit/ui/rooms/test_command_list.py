"""The list of what can be done: each command with its key and its sentence."""

from __future__ import annotations

from companion.commands.catalogue import COMMANDS
from companion.ui.rooms.bindings import key_name
from companion.ui.rooms.command_list import command_row
from companion.ui.widgets.row import spans, wrap_row
from companion.words import command_help

KEYS = {command.id: command.keys for command in COMMANDS}
SIGN = 1
"""Cells of the cursor's mark."""


def test_the_key_of_a_command_stands_out_and_its_title_does_not() -> None:
    for command in COMMANDS:
        row = command_row(command, KEYS, 80)
        line = " " * SIGN + wrap_row(row, 77)[0]
        tinted = [line[begins:ends].strip() for begins, ends, _ in spans(row, line, SIGN)]
        assert tinted == ([key_name(command.keys[0])] if command.keys else [])
        begins = [begins for begins, _, _ in spans(row, line, SIGN)]
        assert all(line[:at].strip() == command_help.title(command.id) for at in begins)
