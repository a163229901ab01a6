from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.domain.date_input import Expected, day_of, read, read_day, read_when
from companion.domain.moments import at_clock, kept_time, second_of_two
from companion.domain.visit import VisitAbout
from companion.domain.visit_times import named_zone, told_when, zone_of
from companion.words import days
from companion.words.days import distance, long_day, short_day
from companion.words.habits import HERE

if TYPE_CHECKING:
    from collections.abc import Callable

TODAY = date(2026, 11, 24)


@pytest.fixture(autouse=True)
def _in_vienna(laptop_in: Callable[[str], None]) -> None:
    laptop_in("Europe/Vienna")


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
        ("December 3rd 2pm", "2026-12-03T14:00+01:00"),
        ("3.12.26 14:00", "2026-12-03T14:00+01:00"),
        ("3 Dec 27", "2027-12-03"),
        ("Dec 3 '27, 9 am", "2027-12-03T09:00+01:00"),
        ("3 December 2:30 p.m.", "2026-12-03T14:30+01:00"),
        ("3 December 2.30 P. M.", "2026-12-03T14:30+01:00"),
        ("Dec 3, 2026 at 2 PM", "2026-12-03T14:00+01:00"),
        ("2pm on Thursday", "2026-11-26T14:00+01:00"),
        ("14:00, 3 December", "2026-12-03T14:00+01:00"),
        ("the third of December", "2026-12-03"),
        ("the 3rd", "2026-12-03"),
        ("the 24th", "2026-11-24"),
        ("twenty-first of January", "2027-01-21"),
        ("3rd of December 2026 at 14h30", "2026-12-03T14:30+01:00"),
        ("Thurs 3rd Dec, 1400 hours", "2026-12-03T14:00+01:00"),
        ("Weds", "2026-11-25"),
        ("next Thursday", "2026-12-03"),
        ("this Friday", "2026-11-27"),
        ("Thursday week", "2026-12-03"),
        ("Monday next week", "2026-11-30"),
        ("next week on Monday at 9:30", "2026-11-30T09:30+01:00"),
        ("3/12", "2026-12-03"),
        ("12/25", "2026-12-25"),
        ("03/12/2026 2pm", "2026-12-03T14:00+01:00"),
        ("3-12-2026", "2026-12-03"),
        ("2026/12/3", "2026-12-03"),
        ("3.12", "2026-12-03"),
        ("Thursday at noon", "2026-11-26T12:00+01:00"),
        ("tomorrow at half past two", "2026-11-25T14:30+01:00"),
        ("tomorrow at half past nine", "2026-11-25T09:30+01:00"),
        ("quarter to three on Friday", "2026-11-27T14:45+01:00"),
        ("ten past two tomorrow", "2026-11-25T14:10+01:00"),
        ("3 o'clock tomorrow", "2026-11-25T15:00+01:00"),
        ("Friday 3 o’clock", "2026-11-27T15:00+01:00"),
        ("Friday at 2", "2026-11-27T14:00+01:00"),
        ("tomorrow morning at 9", "2026-11-25T09:00+01:00"),
        ("tomorrow at 8 in the evening", "2026-11-25T20:00+01:00"),
        ("tonight at 8", "2026-11-24T20:00+01:00"),
        ("the day after tomorrow", "2026-11-26"),
        ("in a fortnight", "2026-12-08"),
        ("a week from today", "2026-12-01"),
        ("3 weeks", "2026-12-15"),
        ("next month", "2026-12-24"),
        ("end of February", "2027-02-28"),
        ("end of the month", "2026-11-30"),
        ("beginning of next month", "2026-12-01"),
        ("mid March", "2027-03-15"),
        ("end of the year", "2026-12-31"),
        ("29 February", "2028-02-29"),
        ("3\u00a0December\u202f14:00", "2026-12-03T14:00+01:00"),
        ("3 December \u2013 14:00", "2026-12-03T14:00+01:00"),
        ("2026\u201112\u201103", "2026-12-03"),
        ("\uff13 December \uff11\uff14:\uff10\uff10", "2026-12-03T14:00+01:00"),
        ("3 DECEMBER 2 PM", "2026-12-03T14:00+01:00"),
        ("20261203T1400", "2026-12-03T14:00+01:00"),
        ("2026-12-03T14:00-05:00", "2026-12-03T14:00-05:00"),
        ("2026-12-03T14:00Z", "2026-12-03T14:00+00:00"),
        ("2027-03-28 02:30", "2027-03-28T03:30+02:00"),
        ("2027-10-31 02:30", "2027-10-31T02:30+02:00"),
        ("Thursday 3 December, 14:00, in 9 days", "2026-12-03T14:00+01:00"),
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
        "31/4",
        "13/13",
        "December 2026",
        "tomorrow morning",
        "14:00",
        "half past two",
        "3 December in New York",
        "3 December, 14:00 in New York",
        "Thursday Friday",
        "3 December 4 December",
        "in half an hour",
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


def expected(**values: object) -> Expected:
    return Expected(**{"today": TODAY, **values})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("23 Nov", "2026-11-23"),
        ("24 November", "2026-11-24"),
        ("25 Nov", "2025-11-25"),
        ("3/3", "2026-03-03"),
        ("3.12.50", "1950-12-03"),
        ("the 3rd", "2026-11-03"),
        ("the 30th", "2026-10-30"),
        ("Thursday", "2026-11-19"),
        ("Tuesday", "2026-11-24"),
        ("last Tuesday", "2026-11-17"),
        ("yesterday", "2026-11-23"),
        ("2 weeks ago", "2026-11-10"),
        ("2 weeks", "2026-11-10"),
        ("last month", "2026-10-24"),
        ("end of February", "2026-02-28"),
        ("beginning of December", "2025-12-01"),
        ("29 Feb", "2024-02-29"),
        ("3 December 2027", "2027-12-03"),
    ],
)
def test_where_only_a_past_day_can_be_meant_the_last_such_day_is(typed: str, day: str) -> None:
    found = read(typed, expected(past=True))
    assert found is not None
    assert found.kept == day


@pytest.mark.parametrize(
    ("typed", "hour"),
    [
        ("14:00", "14:00"),
        ("at 2pm", "14:00"),
        ("2:30 p.m.", "14:30"),
        ("noon", "12:00"),
        ("midnight", "00:00"),
        ("half past two", "14:30"),
        ("at 9", "09:00"),
        ("9 in the evening", "21:00"),
    ],
)
def test_an_hour_alone_is_on_the_day_that_is_known(typed: str, hour: str) -> None:
    found = read(typed, expected(day=date(2026, 12, 3)))
    assert found is not None
    assert found.kept == f"2026-12-03T{hour}+01:00"


def test_the_habit_of_the_country_says_what_is_ambiguous(habit_of: Callable[[str], None]) -> None:
    habit_of("en_US.UTF-8")
    assert read_when("3/12", TODAY) == "2027-03-12"
    assert read_when("12/3", TODAY) == "2026-12-03"
    assert read_when("25/12", TODAY) == "2026-12-25"
    assert read_when("Dec 3, 2:30", TODAY) == "2026-12-03T14:30+01:00"
    assert read_when("Dec 3, 02:30", TODAY) == "2026-12-03T02:30+01:00"
    assert read_when("Dec 3, 8:30", TODAY) == "2026-12-03T08:30+01:00"


def test_an_hour_is_one_of_the_clocks_that_are_meant() -> None:
    in_new_york = expected(zone=ZoneInfo("America/New_York"))
    for typed in (
        "3 December 2026, 14:00",
        "Thursday 3 December, 14:00 in New York, 20:00 here",
        "Thursday 3 December, 14:00 in New York, 20:00 here, in 9 days",
        "3 December, 20:00 here",
    ):
        found = read(typed, in_new_york)
        assert found is not None, typed
        assert found.kept == "2026-12-03T14:00-05:00"
    assert read("3 December, 14:00 in Tokyo", in_new_york) is None


def test_a_weekday_that_was_named_says_which_year() -> None:
    assert read_when("Tuesday 3 March", TODAY) == "2026-03-03"
    assert read_when("Wednesday 3 March", TODAY) == "2027-03-03"
    assert read_when("Thursday 3 March", TODAY) == "2027-03-03"


ZONES = ("Europe/Vienna", "America/New_York", "Pacific/Apia", "Asia/Kathmandu", "Etc/UTC", "")
HABITS = ("C", "en_US", "en_AU", "en_GB")


@pytest.mark.promise("command.typed-times")
@given(
    st.datetimes(datetime(1900, 1, 1), datetime(2100, 12, 31)),  # noqa: DTZ001 - what clocks show
    st.sampled_from(ZONES),
    st.sampled_from(HABITS),
    st.sampled_from((days.long_date, days.plain_date)),
)
def test_what_is_told_can_be_typed_and_means_the_same(
    shown: datetime, zone: str, habit: str, tell: Callable[[date], str]
) -> None:
    own = named_zone(zone)
    at = at_clock(shown.replace(second=0, microsecond=0), own)
    about = VisitAbout(id="visit001", at=at.isoformat(timespec="minutes"), zone=zone)
    HERE.follow(habit)
    try:
        told = told_when(about, tell)
        found = read(told, Expected(TODAY, zone=zone_of(about)))
    finally:
        HERE.follow()
    assert found is not None, told
    typed = kept_time(found.kept)
    assert at in (typed, second_of_two(typed, zone_of(about)))


@given(st.dates(date(1900, 1, 1), date(2100, 12, 31)), st.sampled_from(HABITS), st.booleans())
def test_a_day_with_its_weekday_can_be_typed_and_means_the_same(
    day: date, habit: str, past: bool
) -> None:
    HERE.follow(habit)
    try:
        told = days.long_day(day, TODAY)
        found = read(told, Expected(TODAY, past=past))
    finally:
        HERE.follow()
    assert found is not None
    assert found.kept == day.isoformat()


@given(st.text(max_size=40), st.booleans())
def test_no_text_breaks_the_reading_of_past_days_and_hours(typed: str, past: bool) -> None:
    found = read(typed, expected(past=past, day=TODAY + timedelta(days=3)))
    assert found is None or day_of(found.kept) is not None
