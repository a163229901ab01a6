from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.domain import moments

if TYPE_CHECKING:
    from collections.abc import Callable

BERLIN = ZoneInfo("Europe/Berlin")


def shown(text: str) -> datetime:
    return datetime.fromisoformat(text)


@pytest.mark.parametrize("zone", [None, BERLIN])
@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("2027-03-28T02:30", "2027-03-28T03:30+02:00"),  # clocks skip it
        ("2027-03-28T01:59", "2027-03-28T01:59+01:00"),
        ("2027-03-28T03:00", "2027-03-28T03:00+02:00"),
        ("2027-10-31T02:30", "2027-10-31T02:30+02:00"),  # it comes twice
        ("2027-10-31T01:30", "2027-10-31T01:30+02:00"),
        ("2027-10-31T03:00", "2027-10-31T03:00+01:00"),
        ("1950-12-03T14:00", "1950-12-03T14:00+01:00"),
    ],
)
def test_a_time_that_clocks_skip_is_an_hour_later_and_of_two_the_first_is_meant(
    typed: str, kept: str, zone: ZoneInfo | None, laptop_in: Callable[[str], None]
) -> None:
    laptop_in("Europe/Berlin")
    at = moments.at_clock(shown(typed), zone)
    assert at.isoformat(timespec="minutes") == kept


def test_a_midnight_that_clocks_skip_is_no_other_day(laptop_in: Callable[[str], None]) -> None:
    laptop_in("Africa/Cairo")
    assert moments.local_day(moments.midnight(date(2026, 4, 24))) == date(2026, 4, 24)


def _windows_knows(at: datetime) -> bool:
    return at >= datetime(1970, 1, 2, tzinfo=UTC)


class Windows(datetime):
    """A time on a system that knows no clocks before 1970."""

    def astimezone(self, tz: object = None) -> datetime:  # type: ignore[override]
        plain = datetime.combine(self.date(), self.time(), self.tzinfo)
        if tz is None and not _windows_knows(plain):
            raise OSError(22, "Invalid argument")
        return plain.astimezone(tz)  # type: ignore[arg-type]

    def timestamp(self) -> float:
        raise OSError(22, "Invalid argument")


def test_days_before_1970_are_told_where_the_system_knows_none(
    laptop_in: Callable[[str], None],
) -> None:
    laptop_in("Europe/Berlin")
    old = Windows(1950, 7, 3, 13, 0, tzinfo=UTC)
    assert moments.here(old).isoformat() == "1950-07-03T14:00:00+01:00"
    typed = moments.at_clock(Windows(1950, 7, 3, 14, 0))
    assert moments.here(typed).isoformat() == "1950-07-03T14:00:00+01:00"


@given(
    st.datetimes(datetime(1800, 1, 1), datetime(2999, 12, 31)),  # noqa: DTZ001 - as typed
    st.sampled_from(["Europe/Berlin", "Pacific/Apia", "America/St_Johns", "Asia/Kathmandu", "UTC"]),
)
def test_what_clocks_show_is_what_was_typed_or_later(typed: datetime, name: str) -> None:
    zone = ZoneInfo(name)
    at = moments.at_clock(typed, zone)
    back = moments.here(at, zone).replace(tzinfo=None)
    assert back == typed or (back > typed and moments.at_clock(back, zone) == at)
