"""Whatever a slow line does to what a terminal sends, none of it becomes text."""

from __future__ import annotations

import json
import os
import sys
import time
from typing import TYPE_CHECKING, Final

import pytest

from tests.terminal.surface.desk import Desk
from tests.terminal.surface.sequences import REPORTS, SILENT, WRITING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

COMMAND: Final = (sys.executable, "-m", "tests.terminal.surface.key_harness")
DONE: Final = "\x04"
LONG: Final = bool(os.environ.get("COMPANION_LONG"))
GAPS: Final = (0.005, 0.02, 0.05, 0.09) if LONG else (0.02,)
SOME: Final = SILENT if LONG else SILENT[::4]
_IN_TIME: Final = 0.01
"""Seconds by which the sender may be late; a test that is later says nothing."""


class Keyboard(Desk):
    """A desk that tells what it was sent."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder, command=COMMAND)

    def torn(self, sequence: str, gap: float, places: Sequence[int]) -> tuple[str, list[str]]:
        """Send it, torn at these places, until it was sent in time; what came of it."""
        while True:
            late, begins, last = 0.0, 0, time.monotonic()
            for place in [*places, len(sequence)]:
                late = max(late, time.monotonic() - last - gap) if begins else 0.0
                last = time.monotonic()
                self.send(sequence[begins:place])
                # What was late once is sent again anyway: the rest of it need not wait.
                waits = place < len(sequence) and late < _IN_TIME
                self.wait_out(gap if waits else 0.002)
                begins = place
            answer = self.answer()
            if late < _IN_TIME:
                return answer

    def wait_out(self, seconds: float) -> None:
        """Send nothing for so long."""
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0:
            self.pump(left)

    def answer(self) -> tuple[str, list[str]]:
        """The text and the keys since the last time."""
        self.kept_in.unlink(missing_ok=True)
        self.send(DONE)
        self.wait_for(self.kept_in.exists)
        text, keys = json.loads(self.kept_in.read_text("utf-8"))
        return text, keys


@pytest.mark.parametrize("gap", GAPS)
def test_a_sequence_torn_at_any_byte_is_never_text(tmp_path: Path, gap: float) -> None:
    with Keyboard(tmp_path) as keyboard:
        for sequence in SOME:
            for place in range(1, len(sequence)):
                text, _ = keyboard.torn(sequence, gap, [place])
                assert text == "", (sequence, place)


@pytest.mark.parametrize("gap", GAPS)
def test_a_sequence_torn_at_every_byte_is_never_text(tmp_path: Path, gap: float) -> None:
    with Keyboard(tmp_path) as keyboard:
        for sequence in [one for one in SOME if one not in REPORTS[-5:]]:
            text, _ = keyboard.torn(sequence, gap, range(1, len(sequence)))
            assert text == "", repr(sequence)


@pytest.mark.parametrize("gap", GAPS)
def test_what_a_torn_sequence_writes_is_written_once(tmp_path: Path, gap: float) -> None:
    with Keyboard(tmp_path) as keyboard:
        for sequence, written in WRITING.items():
            for place in range(1, len(sequence)):
                text, _ = keyboard.torn(sequence, gap, [place])
                assert text == written, (sequence, place)


def test_a_sequence_in_one_piece_has_its_effect(tmp_path: Path) -> None:
    with Keyboard(tmp_path) as keyboard:
        for sequence, key in {
            "\x1b[A": "up",
            "\x1bOa": "ctrl+up",
            "\x1b[1;5D": "ctrl+left",
            "\x1b[Z": "shift+tab",
            "\x1bOP": "f1",
            "\x1b[[B": "f2",
            "\x1b[13~": "f3",
            "\x1b[24~": "f12",
            "\x1b[9;2u": "shift+tab",
            "\x1b[103;5u": "ctrl+g",
            "\x1b[3~": "delete",
            "\x1b": "escape",
        }.items():
            keyboard.send(sequence)
            if sequence == "\x1b":
                keyboard.wait_out(0.05)
            text, keys = keyboard.answer()
            assert (text, keys[0]) == ("", key), repr(sequence)


def test_words_typed_after_escape_are_words(tmp_path: Path) -> None:
    with Keyboard(tmp_path) as keyboard:
        for words in ("Oh no", "Once", "[x] done", "]1", "P>", "yes"):
            keyboard.send("\x1b")
            keyboard.wait_out(0.2)
            keyboard.send(words)
            text, keys = keyboard.answer()
            assert text == words
            assert keys[0] == "escape"
