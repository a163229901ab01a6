"""Every command of every room, found by its name, does something and ends nothing."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

import pytest

from companion.commands.catalogue import of_room
from companion.words import command_help
from tests.terminal.product.desk import CTRL_P, CTRL_Q, DOWN, ESCAPE, F12, LONG, Desk
from tests.terminal.product.walks import WALKS, enter

if TYPE_CHECKING:
    from pathlib import Path

    from tests.terminal.screen import Terminal

FINDING: Final = "type part of a name"
BUSY: Final = 5
"""Seconds after which a person presses again."""
LEAVE: Final = ("app.quit", "room.", "home.write_now", "home.was_there", "home.example")
"""Beginnings of commands that lead out of the room."""
JUNK: Final = ("abc", "\r", DOWN, " ", "1", "\t", "\r")
"""What somebody may press who has not understood what opened."""


def found(terminal: Terminal, title: str) -> bool:
    """Type a command's name where commands are found; whether it is the one chosen there."""
    for _ in range(3):
        terminal.send(ESCAPE)
        terminal.settle(0.03)
    terminal.send(CTRL_P)
    if not terminal.sees(FINDING, within=BUSY):
        return False
    terminal.send(title)
    return terminal.sees(
        lambda: any(line.startswith(f"│> {title}") for line in terminal.lines), within=BUSY
    )


def do(terminal: Terminal, title: str) -> None:
    """Find a command by its name and choose it.

    Whoever presses Esc and Ctrl+P while what they chose before is still opening, presses again.
    """
    assert any(found(terminal, title) for _ in range(4)), title
    terminal.send("\r")
    still = f"│{title}"
    terminal.wait_for(
        lambda: terminal.has_ended or not any(line.startswith(still) for line in terminal.lines)
    )
    terminal.settle(0.03)


def test_every_command_is_named_with_its_rooms(tmp_path: Path) -> None:
    told = json.loads(Desk(tmp_path).out("keys", "--json"))
    for room in WALKS:
        assert {each["id"] for each in told if room in each["rooms"]} == {
            command.id for command in of_room(room)
        }


@pytest.mark.parametrize("room", WALKS if LONG else ["home", "visit"])
def test_every_command_of_a_room_is_found_by_its_name_and_ends_nothing(
    tmp_path: Path, room: str
) -> None:
    desk = Desk(tmp_path)
    case = desk.case()
    desk.out("plan", case, "--with", "Dr Okafor", "--at", "2026-11-20T14:00")
    desk.out("note", case, typed="a note\n? what is it\n# 2 in 100\n")
    staying = [each for each in of_room(room) if not each.id.startswith(LEAVE)]
    with enter(desk, case, room) as terminal:
        for command in staying:
            do(terminal, command_help.title(command.id))
            for key in JUNK if LONG else ():
                terminal.send(key)
                terminal.settle(0.03)
            if command.id == "visit.hide_screen":
                terminal.send(F12)
            assert not terminal.has_ended, command.id
        terminal.send(ESCAPE)
        terminal.settle(0.05)
        terminal.send(CTRL_Q)
        assert terminal.wait_for_end() == 0
    assert not [path for path in desk.data.iterdir() if path.name.startswith("crash")]


@pytest.mark.parametrize("room", WALKS)
def test_every_command_that_leaves_a_room_leads_somewhere(tmp_path: Path, room: str) -> None:
    desk = Desk(tmp_path)
    case = desk.case()
    leaving = [each for each in of_room(room) if each.id.startswith(LEAVE)]
    for command in leaving if LONG else leaving[:1]:
        with enter(desk, case, room) as terminal:
            do(terminal, command_help.title(command.id))
            if command.id != "app.quit":
                terminal.send(CTRL_Q)
            assert terminal.wait_for_end() == 0, command.id
            assert terminal.left_on == set()
