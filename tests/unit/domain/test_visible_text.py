"""What is hidden or acts on a terminal gets a mark, whichever way the rest is told."""

from __future__ import annotations

import unicodedata

from companion.domain.visible_text import is_visible, visible

_HIDES = {"Cc", "Cs", "Zl", "Zp"}
_MARKED_FORMATS = "\u00ad\u061c\u180e\u200b\u200d\u200e\u200f\u202e\u2060\u2066\u2069\ufeff\ufff9"
_GRAPHEME_JOINER = "\u034f"


def test_every_control_and_line_mark_of_unicode_gets_one_mark() -> None:
    for number in range(0x110000):
        letter = chr(number)
        if unicodedata.category(letter) in _HIDES and letter not in "\t\n":
            assert visible(letter) not in {letter, ""}, hex(number)
            assert not is_visible(letter), hex(number)


def test_what_has_no_width_gets_a_mark_also_among_letters() -> None:
    for letter in _MARKED_FORMATS + _GRAPHEME_JOINER:
        assert len(visible(f"a{letter}b")) == len("a-b")
        assert letter not in visible(f"a{letter}b")
        assert not is_visible(f"a{letter}b")


def test_words_stay_as_they_are() -> None:
    for words in ("", "Größe 5 µm", "e\u0301 ", "日本語", "a\u00a0b", "👩🏽", "한국어"):
        assert visible(words) == words
        assert is_visible(words)


def test_line_ends_stay_in_a_text_and_not_on_a_line() -> None:
    assert visible("a\tb\nc") == "a\tb\nc"
    assert not is_visible("a\tb")
    assert not is_visible("a\nb")
