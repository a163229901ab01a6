"""Settings or keys that cannot be used: the room says so, and nothing of them is written over."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from companion.words import settings as words
from tests.terminal.product.desk import CTRL_P, CTRL_Q, PROGRAM, Desk
from tests.terminal.screen import Terminal

if TYPE_CHECKING:
    from pathlib import Path

BROKEN = b'{"theme": "companion-light"'
UNUSABLE = [
    ("settings.json", BROKEN, words.UNUSED_SETTINGS),
    ("settings.json", b'{"theme": "sepia"}', words.UNUSED_SETTINGS),
    ("keymap.txt", b"visit.no_such: f8\n", words.UNUSED_KEYS),
]


@pytest.mark.promise("files.settings")
@pytest.mark.parametrize(("name", "data", "said"), UNUSABLE)
@pytest.mark.parametrize("room", ["", "prepare", "visit"])
def test_the_first_room_says_it_and_self_check_says_why(
    tmp_path: Path, room: str, name: str, data: bytes, said: str
) -> None:
    desk = Desk(tmp_path)
    if room:
        desk.case()
        desk.do("plan", "1", "--with", "Dr Lind", "--at", "2026-12-03T14:00")
    desk.data.mkdir(exist_ok=True)
    (desk.data / name).write_bytes(data)
    words_of_room = ("open", "1", "--room", room) if room else ()
    env = desk.environment | {"COMPANION_HOME": str(desk.data)}
    with Terminal([*PROGRAM, *words_of_room], env=env) as terminal:
        terminal.wait_for(said)
        terminal.send(CTRL_Q)
        assert terminal.wait_for_end() == 0
    assert (desk.data / name).read_bytes() == data
    checked = desk.do("self-check")
    assert checked.returncode == 1
    assert str(desk.data / name) in checked.stdout


def test_colors_chosen_anew_leave_the_broken_file_beside(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.data.mkdir()
    (desk.data / "settings.json").write_bytes(BROKEN)
    env = desk.environment | {"COMPANION_HOME": str(desk.data)}
    with Terminal(PROGRAM, env=env) as terminal:
        terminal.wait_for(words.UNUSED_SETTINGS)
        terminal.send(f"{CTRL_P}colors\r")
        terminal.wait_for("Colors:")
        terminal.send(CTRL_Q)
        assert terminal.wait_for_end() == 0
    assert (desk.data / "settings.json.kept-1").read_bytes() == BROKEN
    checked = desk.do("self-check")
    assert (checked.returncode, checked.stdout) == (0, "")
