from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from typing import TYPE_CHECKING

import pytest

from companion.domain import visit_times
from companion.domain.visit import VisitAbout
from companion.words import days

if TYPE_CHECKING:
    from collections.abc import Callable


def about(at: str, zone: str | None = None) -> VisitAbout:
    return VisitAbout(id="visit001", at=at, zone=zone)


@pytest.mark.parametrize(
    ("laptop", "at", "zone", "told"),
    [
        (  # a calendar wrote it for people anywhere
            "America/New_York",
            "2026-12-05T01:00:00+00:00",
            None,
            "Friday 4 December, 20:00",
        ),
        ("America/New_York", "2026-12-05T01:00+00:00", "Etc/UTC", "Friday 4 December, 20:00"),
        (
            "Europe/Berlin",
            "2026-12-03T14:00-05:00",
            "America/New_York",
            "Thursday 3 December, 14:00 in New York, 20:00 here",
        ),
        ("America/New_York", "2026-12-03T14:00-05:00", "America/New_York", None),
        ("America/Detroit", "2026-12-03T14:00-05:00", "America/New_York", None),
        (
            "Europe/Berlin",
            "2026-12-03T14:00-05:00",
            None,
            "Thursday 3 December, 14:00 at UTC-5, 20:00 here",
        ),
        (
            "Europe/Berlin",
            "2026-12-03T20:00-05:00",
            "America/New_York",
            "Thursday 3 December, 20:00 in New York, 02:00 here on Fri 4 Dec",
        ),
        (
            "Pacific/Honolulu",
            "2026-12-04T08:00+14:00",
            "Pacific/Kiritimati",
            "Friday 4 December, 08:00 in Kiritimati, 08:00 here on Thu 3 Dec",
        ),
        (
            "Asia/Tokyo",
            "2026-12-03T14:00-05:00",
            "US/Eastern",
            "Thursday 3 December, 14:00 at UTC-5, 04:00 here on Fri 4 Dec",
        ),
        ("Pacific/Apia", "2026-12-03", "America/New_York", "Thursday 3 December"),
        ("Pacific/Apia", "2026-12-03", None, "Thursday 3 December"),
        ("Europe/Berlin", "2026-12-03T14:00+01:00", "Mars/Crater", None),
        (  # kept in summer time by a program that knew no better: the moment counts
            "Europe/Berlin",
            "2026-12-03T14:00+02:00",
            "Europe/Berlin",
            "Thursday 3 December, 13:00",
        ),
        ("Asia/Calcutta", "2026-12-03T14:00+05:30", "Asia/Kolkata", None),
    ],
)
def test_a_visit_is_told_by_the_clocks_of_its_place_and_here_where_they_differ(
    laptop: str, at: str, zone: str | None, told: str | None, laptop_in: Callable[[str], None]
) -> None:
    laptop_in(laptop)
    assert visit_times.told_when(about(at, zone)) == (told or "Thursday 3 December, 14:00")


def test_an_american_laptop_tells_both_hours_its_way(
    laptop_in: Callable[[str], None], habit_of: Callable[[str], None]
) -> None:
    laptop_in("America/New_York")
    habit_of("en_US.UTF-8")
    head = about("2026-12-03T20:00+01:00", "Europe/Berlin")
    assert visit_times.told_when(head) == ("Thursday, December 3, 8:00 pm in Berlin, 2:00 pm here")


def test_how_far_a_visit_is_counts_to_the_day_here(laptop_in: Callable[[str], None]) -> None:
    laptop_in("Europe/Berlin")
    head = about("2026-12-03T20:00-05:00", "America/New_York")
    assert visit_times.day_of_visit(head) == date(2026, 12, 3)
    assert visit_times.day_here(head) == date(2026, 12, 4)


def test_notes_stand_in_the_clocks_of_their_visit(laptop_in: Callable[[str], None]) -> None:
    laptop_in("Europe/Berlin")
    head = about("2026-12-03T14:00-05:00", "America/New_York")
    at = datetime(2026, 12, 3, 19, 5, tzinfo=UTC)
    assert visit_times.note_stamp(at, head) == "14:05"
    assert visit_times.note_day(at + timedelta(hours=9, minutes=54), head) == date(2026, 12, 3)
    assert visit_times.note_day(at + timedelta(hours=9, minutes=55), head) == date(2026, 12, 4)
    assert not visit_times.note_stamp(None, head)


def test_a_visit_that_only_began_is_told_here(laptop_in: Callable[[str], None]) -> None:
    laptop_in("Asia/Tokyo")
    began = datetime(2026, 12, 3, 14, 0, tzinfo=timezone(timedelta(hours=1)))
    head = VisitAbout(id="visit001", started_at=began)
    assert visit_times.told_when(head, days.long_date) == "Thursday 3 December 2026, 22:00"


def test_a_visit_without_a_day_has_no_words() -> None:
    head = VisitAbout(id="visit001")
    assert visit_times.told_when(head) == visit_times.told_hour_of(head) == ""
