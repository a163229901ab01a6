"""Lines that come in pieces are the lines of the whole."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some

from companion.domain.text import LineSplitter, clean, decode_file

ENDS = [b"\r\n", b"\r", b"\n", b"\x0b", b"\xc2\x85", b"\xe2\x80\xa8"]
LETTERS = [b"a", b" ", b"\xe9", b"\xe2", b"\x82", b"\xe2\x82\xac", b"\xf0\x9f", b"\xf0\x9f\x98\x80"]
PIECES = some.lists(
    some.one_of(some.sampled_from(ENDS), some.sampled_from(LETTERS), some.binary(max_size=3)),
    max_size=12,
)


def taken(pieces: list[bytes]) -> list[str]:
    lines = LineSplitter()
    given_ = [line for piece in pieces for line in lines.take(piece)]
    return [*given_, *lines.end()]


def in_one_go(data: bytes) -> list[str]:
    lines = clean(decode_file(data)).split("\n")
    return lines if lines[-1] else lines[:-1]


@given(PIECES)
def test_however_the_bytes_are_cut_the_lines_are_those_of_the_whole(pieces: list[bytes]) -> None:
    assert taken(pieces) == in_one_go(b"".join(pieces))


@pytest.mark.parametrize("cut", range(7))
def test_a_mark_of_the_byte_order_is_dropped_at_the_very_start_alone(cut: int) -> None:
    data = b"\xef\xbb\xbf? w\nb\xef\xbb\xbf"
    assert taken([data[:cut], data[cut:]]) == ["? w", "b\ufeff"]


@given(
    some.lists(some.sampled_from(["a", "é", " ", "\u20ac", "\U0001f600", "\n", "\r\n", "\r"])),
    some.sampled_from(["utf-8-sig", "utf-16", "utf-32", "utf-16-le", "utf-16-be"]),
    some.integers(1, 5),
)
def test_unicode_in_every_encoding_is_read_however_its_bytes_are_cut(
    letters: list[str], encoding: str, size: int
) -> None:
    text = "first\n" + "".join(letters)
    data = text.encode(encoding)
    lines = clean(text).split("\n")
    cut = [data[at : at + size] for at in range(0, len(data), size)]
    assert taken(cut) == (lines if lines[-1] else lines[:-1])


def test_a_short_line_that_is_typed_does_not_wait() -> None:
    assert LineSplitter().take(b"a\n") == ["a"]
    lines = LineSplitter()
    assert lines.take(b"\n") + lines.take(b"a\n") == ["", "a"]


def test_a_line_is_given_as_soon_as_its_end_is_there() -> None:
    lines = LineSplitter()
    assert lines.take(b"one\r") == ["one"]
    assert lines.take(b"\ntwo") == []
    assert lines.take(b"\nthree") == ["two"]
    assert lines.end() == ["three"]
    assert lines.end() == []
