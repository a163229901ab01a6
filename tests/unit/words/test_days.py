from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

import pytest

from companion.words import days, habits
from companion.words.habits import Habit

if TYPE_CHECKING:
    from collections.abc import Callable

DAY = date(2026, 12, 3)
TWO_FIVE = datetime(2026, 12, 3, 14, 5)  # noqa: DTZ001 - what clocks show


@pytest.mark.parametrize(
    ("locale", "long", "date_", "short", "hour"),
    [
        ("C", "Thursday 3 December", "3 December 2026", "Thu 3 Dec", "14:05"),
        ("en_GB.UTF-8", "Thursday 3 December", "3 December 2026", "Thu 3 Dec", "14:05"),
        ("de_DE.UTF-8", "Thursday 3 December", "3 December 2026", "Thu 3 Dec", "14:05"),
        ("en_DE", "Thursday 3 December", "3 December 2026", "Thu 3 Dec", "14:05"),
        ("fr_CA.UTF-8", "Thursday 3 December", "3 December 2026", "Thu 3 Dec", "14:05"),
        ("en_US.UTF-8", "Thursday, December 3", "December 3, 2026", "Thu Dec 3", "2:05 pm"),
        ("es_US", "Thursday, December 3", "December 3, 2026", "Thu Dec 3", "2:05 pm"),
        ("en-US", "Thursday, December 3", "December 3, 2026", "Thu Dec 3", "2:05 pm"),
        ("en_CA.UTF-8", "Thursday, December 3", "December 3, 2026", "Thu Dec 3", "2:05 pm"),
        ("en_PH", "Thursday, December 3", "December 3, 2026", "Thu Dec 3", "2:05 pm"),
        ("en_AU.UTF-8", "Thursday 3 December", "3 December 2026", "Thu 3 Dec", "2:05 pm"),
        ("en_IN", "Thursday 3 December", "3 December 2026", "Thu 3 Dec", "2:05 pm"),
    ],
)
def test_days_and_hours_follow_the_habit_of_the_country(
    locale: str, long: str, date_: str, short: str, hour: str, habit_of: Callable[[str], None]
) -> None:
    habit_of(locale)
    told = days.long_day(DAY), days.plain_date(DAY), days.short_day(DAY), days.hour(TWO_FIVE)
    assert told == (long, date_, short, hour)


def test_the_year_is_told_in_the_order_of_the_country(habit_of: Callable[[str], None]) -> None:
    other = date(2027, 1, 1)
    assert days.long_day(DAY, other) == "Thursday 3 December 2026"
    assert days.short_day(DAY, other) == "Thu 3 Dec 2026"
    habit_of("en_US")
    assert days.long_day(DAY, other) == days.long_date(DAY) == "Thursday, December 3, 2026"
    assert days.short_day(DAY, other) == "Thu Dec 3, 2026"


@pytest.mark.parametrize(
    ("at", "told"),
    [((0, 0), "12:00 am"), ((0, 7), "12:07 am"), ((11, 59), "11:59 am"), ((12, 0), "12:00 pm")],
)
def test_midnight_and_noon_are_told_as_twelve(
    at: tuple[int, int], told: str, habit_of: Callable[[str], None]
) -> None:
    habit_of("en_US")
    assert days.hour(TWO_FIVE.replace(hour=at[0], minute=at[1])) == told


def test_beside_a_note_the_time_has_five_columns_in_every_country(
    habit_of: Callable[[str], None],
) -> None:
    habit_of("en_US")
    assert days.stamp(TWO_FIVE) == "14:05"


@pytest.mark.parametrize("locale", ["", "en", "eng", "US", "en_", "24", "en_USA", "x_US_"])
def test_a_name_that_says_no_country_says_nothing(locale: str) -> None:
    assert habits.habit_of(locale) is None


@pytest.mark.parametrize("locale", ["C", "C.UTF-8", "POSIX", "en_GB", "de_DE@euro"])
def test_most_countries_tell_the_day_first_and_count_to_24(locale: str) -> None:
    assert habits.habit_of(locale) == Habit()


def test_what_is_set_counts_before_what_the_laptop_says(habit_of: Callable[..., None]) -> None:
    habit_of("en_GB", "en_US.UTF-8")
    assert days.hour(TWO_FIVE) == "14:05"
    habit_of("", "en_US.UTF-8")
    assert days.hour(TWO_FIVE) == "2:05 pm"
    habit_of("nonsense", "")
    assert days.hour(TWO_FIVE) == "14:05"


@pytest.mark.parametrize(
    ("minutes", "told"),
    [(-300, "at UTC-5"), (345, "at UTC+5:45"), (-210, "at UTC-3:30")],
)
def test_a_zone_without_a_name_is_told_by_its_distance(minutes: int, told: str) -> None:
    assert days.at_offset(minutes) == told
