"""The emulator shows what a terminal shows."""

from __future__ import annotations

import random

import pyte
import pytest

from tests.bench.instrument.answers import Answers
from tests.bench.instrument.emulator import Emulator
from tests.bench.instrument.keyboard import encoded

ROWS, COLUMNS = 12, 30
PIECES = (
    *("words ", "é", "\r\n", "\n", "\b", "\t", "\r", "x" * 9),
    *("\x1b[3;5H", "\x1b[H", "\x1b[2A", "\x1b[B", "\x1b[4C", "\x1b[3D", "\x1b[7G", "\x1b[5d"),
    *("\x1b[K", "\x1b[1K", "\x1b[2K", "\x1b[J", "\x1b[1J", "\x1b[2X", "\x1b[2P", "\x1b[3@"),
    *("\x1b[2L", "\x1b[M", "\x1bM", "\x1bD", "\x1bE", "\x1b[1;31m"),
)
"""What pyte draws as terminals do."""


def shown(*pieces: str) -> str:
    emulator = Emulator(ROWS, COLUMNS)
    emulator.feed("".join(pieces).encode())
    return emulator.grid.text.rstrip()


def drawn(seed: int) -> str:
    """Pieces written here and there, clear of the right edge, where terminals differ."""
    chance = random.Random(seed)  # noqa: S311 - to be repeated, not to be secret
    places = [f"\x1b[{chance.randint(1, ROWS)};{chance.randint(1, 15)}H" for _ in range(60)]
    return "".join(place + chance.choice(PIECES) for place in places)


@pytest.mark.parametrize("seed", range(40))
def test_it_shows_what_pyte_shows(seed: int) -> None:
    text = drawn(seed)
    screen = pyte.Screen(COLUMNS, ROWS)
    pyte.Stream(screen).feed(text)
    ours = Emulator(ROWS, COLUMNS)
    ours.feed(text.encode())
    assert ours.grid.text.split("\n") == [line.rstrip() for line in screen.display]


def test_it_shows_the_same_however_the_bytes_are_cut() -> None:
    text = drawn(7).encode()
    whole, cut = Emulator(ROWS, COLUMNS), Emulator(ROWS, COLUMNS)
    whole.feed(text)
    for place in range(len(text)):
        cut.feed(text[place : place + 1])
    assert cut.grid.text == whole.grid.text


def test_a_repeated_letter_is_drawn_so_often() -> None:
    assert shown("-", "\x1b[4b") == "-----"


def test_a_part_of_the_screen_scrolls_alone() -> None:
    assert shown("one\r\ntwo\r\nthree\r\nfour", "\x1b[2;3r", "\x1b[S").split("\n") == [
        "one",
        "three",
        "",
        "four",
    ]


def test_a_wide_letter_takes_two_cells_and_a_long_line_goes_on_below() -> None:
    assert shown("漢" * 16).split("\n") == ["漢" * 15, "漢"]


def test_a_kept_place_can_be_gone_back_to_twice() -> None:
    assert shown("ab\x1b7", "\x1b[5;5Hx", "\x1b8c", "\x1b8d").startswith("abd")


def test_line_drawing_letters_are_lines() -> None:
    assert shown("\x1b(0", "lqk", "\x1b(B", "q") == "┌─┐q"


def test_a_frame_is_whole_when_its_update_has_ended() -> None:
    emulator = Emulator(ROWS, COLUMNS)
    emulator.feed(b"\x1b[?2026hhalf a fr")
    assert not emulator.is_between_frames
    emulator.feed(b"ame\x1b[?2026l")
    assert emulator.is_between_frames


def test_only_cells_that_changed_are_told() -> None:
    emulator = Emulator(ROWS, COLUMNS)
    emulator.feed(b"abc")
    emulator.grid.changes = []
    emulator.feed(b"\rabd")
    assert [(each.column, each.letter) for each in emulator.grid.changes] == [(2, "d")]


def test_the_first_screen_is_there_again_after_the_other() -> None:
    assert shown("before", "\x1b[?1049h", "\x1b[Hother", "\x1b[?1049l", "!") == "before!"


@pytest.mark.parametrize(
    ("asked", "answered"),
    [
        (b"\x1b[c", b"\x1b[?62;22c"),
        (b"\x1b[?2026$p", b"\x1b[?2026;2$y"),
        (b"\x1b[?u", b"\x1b[?0u"),
        (b"\x1b[6n", b"\x1b[1;1R"),
        (b"\x1b[18t", b"\x1b[8;12;30t"),
        (b"\x1b]11;?\x07", b"\x1b]11;rgb:1e1e/1e1e/2e2e\x07"),
    ],
)
def test_a_query_is_answered_wherever_it_is_cut(asked: bytes, answered: bytes) -> None:
    for cut in range(1, len(asked)):
        answers = Answers(Emulator(ROWS, COLUMNS), modern=True)
        assert answers.to(b"text" + asked[:cut]) + answers.to(asked[cut:] + b"more") == [answered]


def test_an_old_terminal_is_silent_about_what_it_lacks() -> None:
    answers = Answers(Emulator(ROWS, COLUMNS), modern=False)
    assert answers.to(b"\x1b[?2026$p\x1b[?u\x1b[>q") == []


@pytest.mark.parametrize(
    ("key", "flags", "data"),
    [
        *(("a", 0, b"a"), ("a", 25, b"\x1b[97;;97u"), ("A", 25, b"\x1b[97;2;65u")),
        *(("enter", 0, b"\r"), ("enter", 25, b"\x1b[13u"), ("escape", 0, b"\x1b")),
        *(("ctrl+q", 0, b"\x11"), ("ctrl+q", 1, b"\x1b[113;5u"), ("f1", 25, b"\x1bOP")),
    ],
)
def test_a_key_is_sent_as_its_terminal_would(key: str, flags: int, data: bytes) -> None:
    assert encoded(key, flags) == data
