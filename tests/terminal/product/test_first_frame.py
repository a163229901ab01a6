"""The visit room can be typed into at once, and says so in the very first frame."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pyte
import pytest

from companion.ui import themes
from tests.terminal.product.desk import Desk

if TYPE_CHECKING:
    from pathlib import Path

    from tests.terminal.screen import Terminal

SIZES = [(24, 80), (36, 120), (20, 60), (12, 40), (60, 200)]
THEMES = [theme.name for theme in themes.ALL]
CASES = [*((THEMES[0], *size) for size in SIZES), *((name, 24, 80) for name in THEMES[1:])]
"""Every size in one theme, every theme in one size."""
END_OF_FRAME = b"\x1b[?2026l"


def frames(terminal: Terminal) -> list[list[str]]:
    """Every frame as it was painted, one after the other."""
    screen = pyte.Screen(terminal.screen.columns, terminal.screen.lines)
    stream = pyte.ByteStream(screen)
    found = []
    for part in bytes(terminal.raw).split(END_OF_FRAME)[:-1]:
        stream.feed(part)
        found.append([line.rstrip() for line in screen.display])
    return found


def first_with(words: str, terminal: Terminal) -> list[str]:
    """The first frame in which these words stand, as soon as it has been painted."""
    terminal.wait_for(words)
    return next(frame for frame in frames(terminal) if any(words in line for line in frame))


@pytest.mark.promise("keys.last-line")
@pytest.mark.parametrize(("theme", "rows", "columns"), CASES)
def test_the_frame_in_which_the_line_is_there_says_that_enter_saves(
    tmp_path: Path, theme: str, rows: int, columns: int
) -> None:
    desk = Desk(tmp_path)
    case = desk.case()
    (desk.data / "settings.json").write_text(json.dumps({"theme": theme}), "utf-8")
    with desk.start("open", case, "--room", "visit", rows=rows, columns=columns) as terminal:
        terminal.send("early")
        with_line = first_with(" > ", terminal)
        assert with_line[-1].startswith(" Enter save")
        with_words = first_with("> early", terminal)
        assert with_words[-1].startswith(" Enter save")
        assert with_words[-1].endswith(" saved")


def test_letters_typed_while_the_program_starts_are_kept_in_order(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    case = desk.case()
    words = "Long wait, she has read the letter and wants the March test again"
    with desk.start("open", case, "--room", "visit") as terminal:
        for letter in words:
            terminal.send(letter)
            terminal.pump(0.02)
        # The first letters were perhaps written by the terminal itself, before the room stood.
        terminal.wait_for("Enter save")
        terminal.wait_for("test again")
        terminal.send("\r")
        terminal.wait_for("Just type.")
        terminal.kill()
        terminal.wait_for_end()
    assert desk.notes(case) == [words]


def test_the_first_frame_holds_the_notes_that_are_there(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    case = desk.case()
    desk.out("note", case, typed="written before\n")
    with desk.start("open", case, "--room", "visit") as terminal:
        whole = first_with("Enter save", terminal)
        assert any("written before" in line for line in whole)
        assert any("Other notes" in line for line in whole)
