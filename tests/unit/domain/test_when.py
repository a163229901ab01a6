from __future__ import annotations

import time
from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.domain.when import day_of, read_day, read_when
from companion.words.days import distance, long_day, short_day

if TYPE_CHECKING:
    from collections.abc import Iterator

TODAY = date(2026, 11, 24)


@pytest.fixture(autouse=True)
def _in_vienna(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("TZ", "Europe/Vienna")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("2026-12-03", "2026-12-03"),
        ("2026-12-03 14:00", "2026-12-03T14:00+01:00"),
        ("2026-12-03T14:00", "2026-12-03T14:00+01:00"),
        ("2026-07-03 9:05", "2026-07-03T09:05+02:00"),
        ("3.12.2026", "2026-12-03"),
        ("3. 12. 14:00", "2026-12-03T14:00+01:00"),
        ("3 December", "2026-12-03"),
        ("Thu 3 Dec, 14.30", "2026-12-03T14:30+01:00"),
        ("Thursday 3 December at 14:00", "2026-12-03T14:00+01:00"),
        ("December 3, 2027", "2027-12-03"),
        ("  25 Nov ", "2026-11-25"),
        ("today", "2026-11-24"),
        ("Today 14:00", "2026-11-24T14:00+01:00"),
        ("today at 3pm", "2026-11-24T15:00+01:00"),
        ("tomorrow, 9:30 am", "2026-11-25T09:30+01:00"),
        ("3 Dec 12 pm", "2026-12-03T12:00+01:00"),
        ("3 Dec 12:15am", "2026-12-03T00:15+01:00"),
        ("Wed", "2026-11-25"),
        ("Monday 8:00", "2026-11-30T08:00+01:00"),
        ("Tuesday", "2026-12-01"),
        ("in 3 weeks", "2026-12-15"),
        ("In three weeks, 9:30", "2026-12-15T09:30+01:00"),
        ("in a week at 2pm", "2026-12-01T14:00+01:00"),
        ("in 10 days", "2026-12-04"),
    ],
)
def test_a_day_is_read_as_people_write_it(typed: str, kept: str) -> None:
    assert read_when(typed, TODAY) == kept


def test_a_day_without_a_year_is_the_next_such_day() -> None:
    assert read_day("24 November", TODAY) == "2026-11-24"
    assert read_day("23 November", TODAY) == "2027-11-23"


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "soon",
        "0001-01-01",
        "31.12.9999 23:59",
        "2026-13-01",
        "30 February",
        "12/03/2026",
        "3 Dec 25:00",
        "2026-12",
        "x 3 Dec",
        "3 Dec 14",
        "today 13pm",
        "today 0 am",
        "today soon",
        "today 3 Dec",
        "Wed soon",
        "in weeks",
        "in some weeks",
        "in 3 weekends",
    ],
)
def test_what_is_no_day_is_not_guessed(typed: str) -> None:
    assert read_when(typed, TODAY) is None


@given(st.text(max_size=40))
def test_no_text_breaks_the_reading_of_days(typed: str) -> None:
    kept = read_when(typed, TODAY)
    assert kept is None or day_of(kept) is not None


def test_days_in_words_name_the_weekday_and_another_year() -> None:
    assert long_day(date(2026, 12, 3), TODAY) == "Thursday 3 December"
    assert short_day(date(2027, 1, 4), TODAY) == "Mon 4 Jan 2027"
    assert [distance(n) for n in (0, 1, 9, -1, -3)] == [
        *("today", "tomorrow", "in 9 days", "yesterday", "3 days ago"),
    ]
