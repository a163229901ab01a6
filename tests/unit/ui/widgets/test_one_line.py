from __future__ import annotations

import pytest

from companion.ui.widgets.one_line import fit, fit_hints

HINTS = "Space moves it on · a asked · Enter details · Esc list · F1 more"


def test_a_text_that_is_cut_says_so() -> None:
    assert fit("whole", 7) == "whole  "
    assert fit("too long", 5) == "too …"


@pytest.mark.parametrize(
    ("width", "shown"),
    [
        (64, "Space moves it on · a asked · Enter details · Esc list · F1 more"),
        (63, "Space moves it on · a asked · Esc list · F1 more"),
        (40, "Space moves it on · Esc list · F1 more"),
        (20, "F1 more"),
    ],
)
def test_hints_go_whole_and_the_way_to_all_of_them_stays(width: int, shown: str) -> None:
    assert fit_hints(HINTS, width).rstrip() == shown


def test_a_hint_that_closes_goes_before_the_one_that_shows_more() -> None:
    assert fit_hints("Enter open · F1 more · Ctrl+Q close", 24).rstrip() == "Enter open · F1 more"
