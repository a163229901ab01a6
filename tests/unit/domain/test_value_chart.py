"""The drawing of values over time: where each mark stands, and what is said of it."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.domain.measurement import Measurement, ValueSeries, measured
from companion.domain.value_chart import (
    ChartSize,
    longest_gap,
    places,
    read_as,
    said_of,
    value_chart,
    why_not_drawn,
)
from companion.words import values as words
from companion.words.days import plain_date
from tests.support.number_notes import noted

SIZE = ChartSize(40, 9)
DAYS = st.dates(date(1990, 1, 1), date(2030, 1, 1))
VALUES = st.integers(-(10**12), 10**12)
POINTS = st.lists(st.tuples(DAYS, VALUES), min_size=2, max_size=60)
SIZES = st.builds(ChartSize, st.integers(2, 70), st.integers(2, 12))


def value(day: date, number: int) -> Measurement:
    return Measurement("level", str(number), "", day, number, "note00001", "visit001", "")


def only(*lines: str) -> ValueSeries:
    (series,) = measured(noted(*lines)).series
    return series


@given(POINTS, SIZES)
def test_later_is_never_further_left_and_more_is_never_lower(
    points: list[tuple[date, int]], size: ChartSize
) -> None:
    found = [*zip(points, places(points, size), strict=True)]
    for _, (column, row) in found:
        assert 0 <= column < size.width
        assert 0 <= row < size.height
    for (one, at), (other, there) in combinations(found, 2):
        assert one[0] == other[0] or (one[0] < other[0]) is (at[0] < there[0]) or at[0] == there[0]
        assert one[1] == other[1] or (one[1] < other[1]) is (at[1] < there[1]) or at[1] == there[1]


@given(POINTS)
def test_every_value_has_its_mark_and_no_line_is_too_wide(points: list[tuple[date, int]]) -> None:
    drawn = [value(day, number) for day, number in points]
    chart = value_chart(drawn, SIZE, ("first", "last"))
    margin = max(len(each.figure) for each in (drawn[0], *drawn)) + 2
    field = [line[line.index("│") + 1 :] for line in chart.lines if "│" in line]
    marks = [mark for line in field for mark in line if mark != " "]
    if "+" not in marks:
        assert sum(int(mark) if mark.isdigit() else 1 for mark in marks) == len(points)
    assert chart.shares_places is any(mark != "o" for mark in marks)
    assert max(map(len, chart.lines)) <= max(SIZE.width, margin + 2)


def test_distances_are_those_of_the_days() -> None:
    first = date(2026, 1, 1)
    days = [first, first + timedelta(10), first + timedelta(100)]
    columns = [column for column, _ in places([(day, 1) for day in days], ChartSize(101, 2))]
    assert columns == [0, 10, 100]
    assert longest_gap(days) == (days[1], days[2])


def test_equal_values_stand_on_one_line_and_that_is_said() -> None:
    series = only("level 2 %", "level 2 % on Nov 3")
    chart = value_chart(series.drawn, SIZE, ("a", "b"))
    assert [line for line in chart.lines if "o" in line] == [chart.lines[0]]
    assert said_of(series, chart, plain_date)[0] == words.scale("2", "2", from_zero=False)


def test_two_equal_values_of_one_day_share_a_place_and_that_is_said() -> None:
    series = only("level 2 %", "level 2 %")
    chart = value_chart(series.drawn, SIZE, ("a", "a"))
    assert chart.lines[0].endswith("│2")
    assert words.SHARED in said_of(series, chart, plain_date)
    assert words.SAME_DAY in said_of(series, chart, plain_date)


@pytest.mark.parametrize(
    ("lines", "from_zero"),
    [(("level 2", "level 9"), False), (("level 0", "level 9"), True), (("gap -2", "gap 9"), True)],
)
def test_that_the_height_does_not_begin_at_zero_is_said(
    lines: tuple[str, ...], *, from_zero: bool
) -> None:
    series = only(*lines)
    said = said_of(series, value_chart(series.drawn, SIZE, ("a", "a")), plain_date)
    low, high = (line.split()[-1] for line in lines)
    assert said[0] == words.scale(low, high, from_zero=from_zero)


def test_the_longest_gap_is_named_where_there_are_several() -> None:
    two = only("level 2", "level 9 on Nov 3")
    three = only("level 2", "level 9 on Nov 3", "level 9 on Nov 30")
    said = [
        " ".join(said_of(each, value_chart(each.drawn, SIZE, ("a", "b")), plain_date))
        for each in (two, three)
    ]
    gap = words.spaced(*map(plain_date, (date(2026, 11, 3), date(2026, 11, 30))))
    assert [gap in each for each in said] == [False, True]
    assert all(words.BY_DATE in each for each in said)


def test_values_that_are_no_plain_numbers_are_counted_beside_the_drawing() -> None:
    series = only("PSA <5", "PSA 4", "PSA 3 on Nov 3")
    said = said_of(series, value_chart(series.drawn, SIZE, ("a", "b")), plain_date)
    assert words.not_drawn(1) in said


def test_units_that_differ_are_named() -> None:
    assert "kg, lb" in why_not_drawn(only("weight 70 kg", "weight 154 lb"))


@pytest.mark.parametrize(
    ("line", "said"),
    [("platelets 150,000", "150000"), ("platelets -1 200", "-1200"), ("platelets 80", "")],
)
def test_how_thousands_were_read_is_said(line: str, said: str) -> None:
    (each,) = only(line).measurements
    assert read_as(each) == (words.taken_as(said) if said else "")
