from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.domain.typed_lengths import read_minutes


@pytest.mark.parametrize(
    ("typed", "minutes"),
    [
        ("30", 30),
        (" 12 minutes ", 12),
        ("12\u00a0min.", 12),
        ("\uff12\uff10 min", 20),
        ("45m", 45),
        ("30'", 30),
        ("Twenty minutes", 20),
        ("forty-five minutes", 45),
        ("about 40 minutes", 40),
        ("half an hour", 30),
        ("Half an hour.", 30),
        ("half hour", 30),
        ("a quarter of an hour", 15),
        ("three quarters of an hour", 45),
        ("an hour", 60),
        ("1 hour", 60),
        ("1 hr", 60),
        ("two hours", 120),
        ("1h30", 90),
        ("1 h 30", 90),
        ("1:30", 90),
        ("1 hour 15 minutes", 75),
        ("1 hour and 15 minutes", 75),
        ("an hour and a half", 90),
        ("one and a half hours", 90),
        ("1 hour and a half", 90),
        ("1½ hours", 90),
        ("½ hour", 30),
        ("1.5 hours", 90),
        ("1,5 h", 90),
    ],
)
def test_a_length_is_read_as_people_write_it(typed: str, minutes: int) -> None:
    assert read_minutes(typed) == minutes


@pytest.mark.parametrize("typed", ["", "soon", "a", "an", "30 days", "-5", "1e3", "1 hour soon"])
def test_what_is_no_length_is_not_guessed(typed: str) -> None:
    assert read_minutes(typed) is None


@given(st.integers(1, 600))
def test_what_is_said_back_can_be_typed(minutes: int) -> None:
    assert read_minutes(f"{minutes} minutes") == minutes
    assert read_minutes(f"{minutes // 60} h {minutes % 60}") == minutes


@given(st.text(max_size=40))
def test_no_text_breaks_the_reading_of_lengths(typed: str) -> None:
    found = read_minutes(typed)
    assert found is None or found >= 0
