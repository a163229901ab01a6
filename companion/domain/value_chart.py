"""A drawing of values over time in characters: one mark a value, days from left to right.

Two marks are as far apart as their days, and as high as their values. Where several values fall on
one place, the place says how many. What is drawn has no line between the marks and no color: it
says what was measured, and nothing of what was not.
"""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

from companion.domain.measurement import LEAST_DRAWN, Undrawable
from companion.domain.number import MILLION
from companion.domain.value import Value
from companion.words import values as words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from companion.domain.measurement import Measurement, ValueSeries

MARK = "o"
AXIS = "│"
"""Between the highest and the lowest value, and the field of marks."""
_MANY = "+"
_MOST_COUNTED = 9


class ChartSize(Value):
    """Cells of the field in which the marks stand."""

    width: int
    height: int


class ValueChart(Value):
    """A drawing of values over time."""

    lines: tuple[str, ...]
    """From the highest value down; then the line of the days."""
    shares_places: bool
    """Whether a place stands for several values, and shows how many."""


def places(values: Sequence[tuple[date, int]], size: ChartSize) -> tuple[tuple[int, int], ...]:
    """Return the column and the row, counted from the bottom, of each value.

    Args:
        values: Days and values.
        size: The field.
    """
    days = [day.toordinal() for day, _ in values]
    numbers = [number for _, number in values]

    def part(value: int, every: list[int], most: int) -> int:
        span = max(every) - min(every)
        return (2 * (value - min(every)) * most + span) // (2 * span) if span else 0

    return tuple(
        (part(day, days, size.width - 1), part(number, numbers, size.height - 1))
        for day, number in zip(days, numbers, strict=True)
    )


def longest_gap(days: Sequence[date]) -> tuple[date, date] | None:
    """Return the two days next to each other that are furthest apart; None where all are one."""
    pairs = [pair for pair in pairwise(sorted(days)) if pair[0] != pair[1]]
    return max(pairs, key=lambda pair: pair[1] - pair[0], default=None)


def value_chart(drawn: Sequence[Measurement], size: ChartSize, ends: tuple[str, str]) -> ValueChart:
    """Return the drawing of at least one value with a day.

    Args:
        drawn: Values that can be drawn.
        size: The cells of the whole drawing, what stands around the field included.
        ends: How the first and the last day are written below it.
    """
    points = [(each.day, each.value) for each in drawn if each.day and each.value is not None]
    highest = max(drawn, key=lambda each: each.value or 0).figure
    lowest = min(drawn, key=lambda each: each.value or 0).figure
    flat = len({value for _, value in points}) == 1
    margin = max(len(highest), len(lowest))
    width = max(2, size.width - margin - 2)
    height = 1 if flat else max(2, size.height - 2)
    count = Counter(places(points, ChartSize(width, height)))
    lines = []
    for row in range(height - 1, -1, -1):
        label = highest if row == height - 1 else lowest if row == 0 else ""
        cells = "".join(_mark(count[column, row]) for column in range(width)).rstrip()
        lines.append(f"{label:>{margin}} {AXIS}{cells}".rstrip())
    lines.append(f"{'':{margin}} └{'─' * width}")
    lines.append(_under(ends, margin + 2, width))
    return ValueChart(tuple(lines), any(many > 1 for many in count.values()))


def _mark(count: int) -> str:
    if count > 1:
        return str(count) if count <= _MOST_COUNTED else _MANY
    return MARK if count else " "


def _under(ends: tuple[str, str], margin: int, width: int) -> str:
    """Return the days below the line; one day stands alone, at the left."""
    first, last = ends
    if first == last:
        return f"{'':{margin}}{first}"
    gap = width - len(first) - len(last)
    return f"{'':{margin}}{first}{' ' * max(1, gap)}{last}"


# What is said of a drawing


def why_not_drawn(series: ValueSeries) -> str:
    """Return why the values of a name are not drawn; empty when they are."""
    if series.why_not is Undrawable.UNITS:
        return words.units_differ(series.units)
    return words.WHY[series.why_not] if series.why_not is not None else ""


def said_of(series: ValueSeries, chart: ValueChart, tell: Callable[[date], str]) -> tuple[str, ...]:
    """Return what the heights and distances of a drawing mean, and what is not in it.

    Args:
        series: The values.
        chart: Their drawing.
        tell: How a day is told: one of `words.days`.
    """
    drawn = series.drawn
    numbers = [each.value or 0 for each in drawn]
    by_value = sorted(drawn, key=lambda each: each.value or 0)
    low, high = by_value[0].figure, by_value[-1].figure
    days = [each.day for each in drawn if each.day is not None]
    able = sum(each.can_be_drawn for each in series.measurements)
    parts = (
        words.scale(
            low if min(numbers) != max(numbers) else high,
            high,
            from_zero=min(numbers) <= 0 <= max(numbers),
        ),
        _distances(days, tell),
        words.SHARED if chart.shares_places else "",
        words.newest(len(drawn), able) if able > len(drawn) else "",
        words.not_drawn(len(series.measurements) - able),
    )
    return tuple(filter(None, parts))


def _distances(days: Sequence[date], tell: Callable[[date], str]) -> str:
    """Return what the distances of the marks mean; the longest is named where there are several."""
    gap = longest_gap(days)
    if gap is None:
        return words.SAME_DAY
    return words.spaced(*map(tell, gap)) if len(set(days)) > LEAST_DRAWN else words.BY_DATE


def read_as(measurement: Measurement) -> str:
    """Return how thousands that were written apart were read; empty where there are none."""
    if not measurement.grouped or measurement.value is None:
        return ""
    whole, part = divmod(abs(measurement.value), MILLION)
    sign = "-" if measurement.value < 0 else ""
    behind = f".{part:06}".rstrip("0").rstrip(".")
    return words.taken_as(f"{sign}{whole}{behind}")
