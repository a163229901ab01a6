"""On a terminal that can place nothing, one sentence and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.terminal.product.desk import PROGRAM, Desk
from tests.terminal.screen import Terminal

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.promise("command.bare-terminal")
@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("dumb", ()),
        ("dumb", ("demo",)),
        ("dumb", ("open",)),
        ("", ()),
        ("unknown", ()),
        ("dumb-emacs-ansi", ()),
    ],
)
def test_a_room_says_so_in_one_sentence_and_draws_nothing(
    tmp_path: Path, name: str, words: tuple[str, ...]
) -> None:
    desk = Desk(tmp_path)
    env = desk.environment | {"TERM": name, "COMPANION_HOME": str(desk.data)}
    with Terminal([*PROGRAM, *words], env=env, columns=200) as terminal:
        assert terminal.wait_for_end() == 2
        assert b"\x1b" not in terminal.raw
        assert terminal.text.strip().count("\n") == 0
        assert "This terminal can't draw Companion" in terminal.text
        assert (name or "TERM is not set") in terminal.text
        assert terminal.left_on == set()
    assert not desk.data.exists()


@pytest.mark.parametrize("name", ["newer-than-any-list", "ansi", "vt52"])
def test_a_terminal_that_no_list_says_cannot_draw_is_drawn_on(tmp_path: Path, name: str) -> None:
    desk = Desk(tmp_path)
    env = desk.environment | {"TERM": name, "COMPANION_HOME": str(desk.data)}
    with Terminal(PROGRAM, env=env) as terminal:
        terminal.wait_for("What would you like to do?")
        terminal.send("\x11")
        assert terminal.wait_for_end() == 0


def test_commands_need_no_terminal_that_draws(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    env = desk.environment | {"TERM": "dumb", "COMPANION_HOME": str(desk.data)}
    with Terminal([*PROGRAM, "new", "--title", "Left knee"], env=env) as terminal:
        assert terminal.wait_for_end() == 0
