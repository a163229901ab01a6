"""The words somebody looks for stand out in the notes that hold them."""

from __future__ import annotations

import pytest
from rich.segment import Segment
from textual.strip import Strip

from companion.ui.visit.panes import underlined


def marked(text: str, sought: str, within: tuple[int, int] = (0, 99)) -> str:
    """The line with what stands out in brackets."""
    strip = underlined(Strip([Segment(text)]), sought, within)
    return "".join(
        f"[{part.text}]" if part.style is not None and part.style.underline else part.text
        for part in strip
        if part.text
    )


@pytest.mark.parametrize(
    ("text", "sought", "shown"),
    [
        ("a gene and a GENE", "gene", "a [gene] and a [GENE]"),
        ("aaaaa", "aa", "[aa][aa]a"),
        ("gene", "gene", "[gene]"),
        ("nothing of it", "gene", "nothing of it"),
        ("漢字 level", "level", "漢字 [level]"),
    ],
)
def test_every_place_is_underlined_in_any_case(text: str, sought: str, shown: str) -> None:
    assert marked(text, sought) == shown


def test_time_and_number_beside_the_words_are_left_as_they_are() -> None:
    assert marked("09:00   09 of 09   9 ", "09", (8, 17)) == "09:00   [09] of [09]   9 "


def test_letters_that_change_their_length_leave_places_where_they_are() -> None:
    assert marked("Straße gene", "gene") == "Straße [gene]"
    assert marked("Straße gene", "strasse") == "[Straße] gene"
