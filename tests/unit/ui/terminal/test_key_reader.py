from __future__ import annotations

import random

import pytest
from textual import events

from companion.ui.terminal.key_reader import KeyReader


def keys(*reads: bytes) -> list[str]:
    reader = KeyReader(0.01)
    now, found = 0.0, []
    for raw in reads:
        found += list(reader.feed(raw, now))
        now += 0.001
    while reader.due_at is not None:
        found += list(reader.tick(reader.due_at))
    return [event.key if isinstance(event, events.Key) else type(event).__name__ for event in found]


@pytest.mark.parametrize(
    ("raw", "key"),
    [
        (b"\x1b[A", "up"),
        (b"\x1bOP", "f1"),
        (b"\x1b[15~", "f5"),
        (b"\x1b[1;5D", "ctrl+left"),
        (b"\x1b[27u", "escape"),
        (b"\x1b[122;5u", "ctrl+z"),
        (b"\x7f", "backspace"),
        (b"\x08", "backspace"),
        (b"\r", "enter"),
        (b"\x12", "ctrl+r"),
        (b"\x1b[Z", "shift+tab"),
    ],
)
def test_a_key_has_the_name_the_bindings_use(raw: bytes, key: str) -> None:
    assert keys(raw) == [key]


def test_alt_and_a_letter_keeps_its_name() -> None:
    assert keys(b"\x1bx") == ["alt+x"]


def test_focus_and_mouse_are_still_understood() -> None:
    assert keys(b"\x1b[I\x1b[O\x1b[<0;5;6M") == ["AppFocus", "AppBlur", "MouseDown"]


def test_a_key_code_beyond_unicode_is_dropped_and_the_next_key_counts() -> None:
    assert keys(b"\x1b[99999999999u", b"\x1b[A") == ["up"]
    assert keys(b"\x1b[97;;1114112u", b"\x1b[A") == ["up"]


def test_half_a_character_is_no_key() -> None:
    assert keys(b"\x1b[97;;55296u", b"a") == ["a"]


def test_an_unknown_sequence_never_becomes_letters() -> None:
    assert keys(b"\x1b[1;2;3;4;5;6;7;8;9;10;11;12;13;14;15z") == []
    assert keys(b"\x1b[?61;4c", b"a") == ["a"]


def test_a_paste_is_cleaned_on_its_way_in() -> None:
    reader = KeyReader(0.01)
    (paste,) = reader.feed(b"\x1b[200~a\x00\x1b[31m\r\nb\x1b[201~", 0.0)
    assert isinstance(paste, events.Paste)
    assert paste.text == "a\ufffd\ufffd[31m\nb"


def test_no_bytes_ever_stop_the_reader() -> None:
    dice = random.Random(7)  # noqa: S311 - the same every time
    reader = KeyReader(0.01)
    alphabet = [b"\x1b", b"[", b"O", b"2", b"0", b"~", b";", b"u", b"M", b"<", b"\xff", b"a"]
    now = 0.0
    for _ in range(20_000):
        now += dice.choice((0.0001, 0.02, 0.2))
        list(reader.feed(b"".join(dice.choices(alphabet, k=dice.randint(1, 6))), now))
    list(reader.tick(now + 10))
    (key,) = reader.feed(b"k", now + 20)
    assert isinstance(key, events.Key)
    assert key.key == "k"


LINE = b"a line of some words, " * 20


def test_a_tab_in_a_pasted_line_is_text_where_pastes_are_not_marked() -> None:
    found = keys(LINE + b"dose\t5 mg\r", b"x\t\t7\r")
    assert (found.count("tab"), found.count("Paste")) == (0, 3)
    assert found[-2] == "7"


def test_a_tab_that_begins_a_line_or_is_typed_is_a_key() -> None:
    assert keys(b"\t" + LINE + b"\r\t2\r").count("tab") == 2
    assert keys(b"half a line\t2").count("tab") == 1


def test_a_tab_some_time_after_a_paste_is_a_key_again() -> None:
    reader = KeyReader(0.01)
    list(reader.feed(LINE, 1.0))
    (tab,) = reader.feed(b"\t", 1.1)
    assert isinstance(tab, events.Key)
