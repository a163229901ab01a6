"""Rows painted by themselves leave the screen as a whole painting would."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest

from tests.terminal.surface.desk import Desk

if TYPE_CHECKING:
    from pathlib import Path

ROWS, COLUMNS = 12, 60
F4, ESCAPE = "\x1bOS", "\x1b"
KEYS = (
    *"aaaabcde    f[]",
    *("漢", "é", "\t", "e\u0301", "\u200d"),
    *("\x7f", "\x7f", "\x1b[D", "\x1b[C", "\x1b[A", "\x1b[B", "\x1b[H", "\x1b[F"),
    *("\x1b[3~", "\x17", "\x1b[1;2D", "\x1b[1;2A", "\x1a", "\x19"),
)


def whole(desk: Desk) -> list[str]:
    """The screen after all of it was painted anew."""
    resize(desk, COLUMNS - 1)
    settle(desk, ESCAPE, "escape")
    resize(desk, COLUMNS)
    settle(desk, F4, "f4")
    return desk.lines


def resize(desk: Desk, columns: int) -> None:
    """Give the window another width, and wait until it is painted so."""
    before = len(desk.raw)
    desk.resize(ROWS, columns)
    desk.wait_for(lambda: len(desk.raw) > before)


def settle(desk: Desk, key: str, said: str) -> None:
    """Wait until everything before a key was used and painted."""
    desk.send(key)
    desk.wait_for(f"SAID {said}")
    desk.wait_for(lambda: not desk.pump(0.1))


@pytest.mark.parametrize("begins", ["", "line\n" * 30, "word " * 400])
def test_random_keys_leave_the_screen_as_a_whole_painting_does(tmp_path: Path, begins: str) -> None:
    dice = random.Random(len(begins))  # noqa: S311 - the same every time
    with Desk(tmp_path) as desk:
        if begins:
            desk.paste(begins)
            desk.wait_for_text(begins)
        for _ in range(12):
            for _ in range(dice.randint(1, 12)):
                desk.send(dice.choice(KEYS))
                desk.gap(dice.choice((0.0, 0.001, 0.03)))
            settle(desk, ESCAPE, "escape")
            settle(desk, F4, "f4")
            seen = desk.lines
            assert seen == whole(desk)
