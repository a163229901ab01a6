"""Numbers over time: the values of each name as a drawing, and one by one with their notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain.measurement import Measured, measured
from companion.domain.value import replace
from companion.domain.value_chart import (
    AXIS,
    MARK,
    ChartSize,
    read_as,
    said_of,
    value_chart,
    why_not_drawn,
)
from companion.ui.rooms.modal_list import ChoiceList
from companion.ui.widgets.row import Row, leads
from companion.words import values as words
from companion.words.days import column_day, short_day
from companion.words.rooms import BETWEEN

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from companion.domain.case import Case
    from companion.domain.measurement import Measurement, ValueSeries

_HIGH, _LOW = 9, 6
"""Lines of a drawing, in a window of some height and in a low one."""
_TALL = 20
_WIDEST = 60
_FRAME = 6
"""Cells of a window beside a drawing."""


def _said(key: str, text: str, mood: str = "muted") -> Row:
    return Row(key, text, lead=" ", mood=mood, selectable=False)


def _drawing(series: ValueSeries, key: str, today: date, window: tuple[int, int]) -> Iterator[Row]:

    def tell(day: date) -> str:
        return short_day(day, today)

    width, height = window
    size = ChartSize(min(_WIDEST, width - _FRAME), _HIGH if height >= _TALL else _LOW)
    days = [each.day for each in series.drawn if each.day is not None]
    chart = value_chart(series.drawn, size, (tell(days[0]), tell(days[-1])))
    for at, line in enumerate(chart.lines):
        # Below the field stand days, in which the letter of the mark is another one.
        field = line.partition(AXIS)[2]
        tints = ((MARK, "key"),) * field.count(MARK)
        yield Row(f"{key}/line{at}", line, lead=" ", tints=tints, selectable=False)
    yield _said(f"{key}/said", " ".join(said_of(series, chart, tell)))


def _value_rows(series: ValueSeries, key: str, today: date) -> Iterator[Row]:
    """Return the values one by one, each with the line it was read from."""
    every, drawn = series.measurements, series.why_not is None
    days = [column_day(each.day, today) if each.day else words.NO_DAY for each in every]
    for at, (each, lead) in enumerate(zip(every, leads(days, 12), strict=True)):
        yield Row(
            f"{each.visit_id}/{each.note_id}/{key}{at}",
            " ".join(filter(None, (each.figure, each.unit))),
            lead=lead,
            right=each.line,
            right_mood="muted",
            under=_beside(each, drawn=drawn),
        )


def _beside(each: Measurement, *, drawn: bool) -> str:
    left_out = drawn and not each.can_be_drawn
    return BETWEEN.join(filter(None, (read_as(each), words.AS_WRITTEN if left_out else "")))


def value_rows(found: Measured, today: date, window: tuple[int, int]) -> Iterator[Row]:
    """Return the rows of the card.

    Args:
        found: The values of a case.
        today: The day it is shown on.
        window: Columns and lines of the window.
    """
    if not found.series:
        yield _said("none", words.NONE_YET, "")
    for number, series in enumerate(found.several):
        yield from _of_several(series, f"series{number}", today, window)
    yield from _in_group("once", words.ONCE, _once(found, today))
    yield from _in_group("unread", words.UNREAD, _unread(found))
    for key, text in (("how", words.HOW), ("dated", words.HOW_DATED), ("ask", words.NO_NORMAL)):
        yield _said(key, text)


def _in_group(key: str, title: str, rows: Iterator[Row]) -> Iterator[Row]:
    """Return rows under a title; nothing where there are none."""
    held = tuple(rows)
    if held:
        yield Row(key, title, rule=True, selectable=False)
        yield from held
        yield Row(f"{key}/end", "", selectable=False)


def _once(found: Measured, today: date) -> Iterator[Row]:
    for number, series in enumerate(found.once):
        for row in _value_rows(series, f"once{number}/", today):
            yield replace(row, text=words.name_and_value(series.name, row.text))


def _unread(found: Measured) -> Iterator[Row]:
    for number, (visit_id, note_id, line) in enumerate(found.unread):
        yield Row(f"{visit_id}/{note_id}/unread{number}", line, lead=" ")


def _of_several(
    series: ValueSeries, key: str, today: date, window: tuple[int, int]
) -> Iterator[Row]:
    """Return a name with several values: the drawing, or why there is none; then the values."""
    unit = series.units[0] if len(series.units) == 1 else ""
    right = words.head(len(series.measurements), unit)
    yield Row(key, series.name, right=right, rule=True, selectable=False)
    if series.why_not is None:
        yield from _drawing(series, key, today, window)
    else:
        yield _said(f"{key}/why", why_not_drawn(series), "mark")
    yield from _value_rows(series, f"{key}/", today)
    yield Row(f"{key}/end", "", selectable=False)


class ValuesCard(ChoiceList):
    """The values of a case; its result is visit and note of a row, as `visit/note/row`."""

    def __init__(self, case: Case, today: date) -> None:
        super().__init__(words.TITLE, hint=words.HINT)
        self._found, self._today = measured(case), today

    def rows(self) -> Iterator[Row]:
        """Return the rows for the window as it now is."""
        return value_rows(self._found, self._today, (self.app.size.width, self.app.size.height))

    def opened(self) -> None:
        """Begin at the top, where the first drawing is, once there is a height."""
        self.call_after_refresh(lambda: self.lines.show_from_top(self.rows()))
