"""Words that cover a note stand for themselves, not for parts of other words."""

from __future__ import annotations

import pytest

from companion.domain.writing import holds_any

WORDS = ("die", "five-year", "end of life", "5-year")


@pytest.mark.parametrize(
    ("text", "covers"),
    [
        ("Most people do not DIE of it", True),
        ("a diet is fine", False),
        ("the five-year number", True),
        ("end  of\nlife care", True),
        ("a friend of life", False),
        ("15-year", False),
        ("5-year survival", True),
        ("", False),
    ],
)
def test_a_word_covers_only_as_a_whole(text: str, covers: bool) -> None:
    assert holds_any(text, WORDS) is covers


def test_no_words_cover_nothing() -> None:
    assert not holds_any("die", ())
    assert not holds_any("die", ("",))
