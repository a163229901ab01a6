"""The days of a rule are those of RFC 5545, and the search for them ends."""

from __future__ import annotations

from datetime import datetime
from itertools import islice
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as some

from companion.exchange.calendar.series import MOST_PERIODS, Effort, RuleError, read_rule

if TYPE_CHECKING:
    from collections.abc import Iterator

START = datetime(1997, 9, 2, 9)  # noqa: DTZ001 - by a clock on the wall
"""The Tuesday from which the examples of the standard count."""


def parts(rule: str) -> dict[str, str]:
    pairs = (each.partition("=") for each in rule.split(";"))
    return {name: value for name, _, value in pairs}


def times(rule: str, near: datetime = START) -> Iterator[datetime]:
    return read_rule(parts(rule), None).times(START, near, Effort())


@pytest.mark.parametrize(
    ("rule", "days"),
    [
        ("FREQ=DAILY;COUNT=10", "0902 0903 0904 0905"),
        ("FREQ=DAILY;INTERVAL=10;COUNT=5", "0902 0912 0922 1002 1012"),
        ("FREQ=WEEKLY;INTERVAL=2;WKST=SU", "0902 0916 0930 1014"),
        ("FREQ=WEEKLY;COUNT=10;WKST=SU;BYDAY=TU,TH", "0902 0904 0909 0911"),
        ("FREQ=WEEKLY;INTERVAL=2;COUNT=8;WKST=SU;BYDAY=TU,TH", "0902 0904 0916 0918"),
        ("FREQ=MONTHLY;COUNT=10;BYDAY=1FR", "0905 1003 1107 1205"),
        ("FREQ=MONTHLY;INTERVAL=2;COUNT=10;BYDAY=1SU,-1SU", "0907 0928 1102 1130"),
        ("FREQ=MONTHLY;COUNT=6;BYDAY=-2MO", "0922 1020 1117 1222"),
        ("FREQ=MONTHLY;BYMONTHDAY=-3", "0928 1029 1128 1229"),
        ("FREQ=MONTHLY;COUNT=10;BYMONTHDAY=2,15", "0902 0915 1002 1015"),
        ("FREQ=MONTHLY;BYDAY=SA;BYMONTHDAY=7,8,9,10,11,12,13", "0913 1011 1108 1213"),
        ("FREQ=MONTHLY;COUNT=3;BYDAY=TU,WE,TH;BYSETPOS=3", "0904 1007 1106"),
        ("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2", "0929 1030 1127 1230"),
        ("FREQ=YEARLY;BYDAY=TH;BYMONTH=9,12", "0904 0911 0918 0925"),
        ("FREQ=YEARLY;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8", "1104"),
    ],
)
def test_examples_of_the_standard_give_its_days(rule: str, days: str) -> None:
    wanted = days.split()
    assert [f"{at:%m%d}" for at in islice(times(rule), len(wanted))] == wanted


@pytest.mark.parametrize(
    "rule", ["FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"]
)
def test_a_rule_with_no_day_comes_to_an_end(rule: str) -> None:
    assert list(times(rule, datetime(2026, 11, 30))) == []  # noqa: DTZ001 - as above


@pytest.mark.parametrize(
    "rule",
    [
        *("FREQ=HOURLY", "BYDAY=MO", "FREQ=DAILY;BYDAY=XX", "FREQ=DAILY;BYHOUR=3"),
        *("FREQ=DAILY;INTERVAL=0", "FREQ=YEARLY;INTERVAL=9999999", "FREQ=MONTHLY;BYMONTHDAY=0"),
    ],
)
def test_a_rule_that_cannot_be_read_is_refused(rule: str) -> None:
    with pytest.raises(RuleError):
        read_rule(parts(rule), None)


@given(
    some.sampled_from(["DAILY", "WEEKLY", "MONTHLY", "YEARLY"]),
    some.integers(1, 999),
    some.datetimes(datetime(1800, 1, 1), datetime(2999, 1, 1)),  # noqa: DTZ001 - as above
    some.datetimes(datetime(1800, 1, 1), datetime(2999, 1, 1)),  # noqa: DTZ001 - as above
)
def test_times_come_in_order_within_what_may_be_spent(
    frequency: str, interval: int, start: datetime, near: datetime
) -> None:
    effort = Effort(2_000)
    rule = read_rule({"FREQ": frequency, "INTERVAL": str(interval)}, None)
    found = list(islice(rule.times(start, near, effort), 3_000))
    assert found == sorted(set(found))
    assert all(at >= start for at in found)
    assert 0 <= effort.periods < MOST_PERIODS
