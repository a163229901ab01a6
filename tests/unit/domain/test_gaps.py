"""The gap check points at what is missing beside a number; it never says what it means."""

from __future__ import annotations

import pytest

from companion.domain.number import NumberGap, number_gaps


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("no number at all", ()),
        ("2 in 100 get it over five years", ()),
        ("the level was 3", (NumberGap.UNIT,)),
        ("level 3 % by noon", ()),
        ("take 50 mg", (NumberGap.HOW_OFTEN,)),
        ("take 50 mg twice a day", ()),
        ("50 IU/kg", ()),
        ("come back on 12 May", (NumberGap.YEAR,)),
        ("come back on 12 May 2027", ()),
        ("20 mg daily from 3 June", (NumberGap.YEAR,)),
        ("5 to 10 days", ()),
    ],
)
def test_a_gap_is_pointed_at_where_one_is(text: str, found: tuple[NumberGap, ...]) -> None:
    assert number_gaps(text) == found
