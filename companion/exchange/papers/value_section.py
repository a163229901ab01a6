"""Numbers over time on paper: a drawing of each name, and its values by date."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain.measurement import measured
from companion.domain.value_chart import ChartSize, read_as, said_of, value_chart, why_not_drawn
from companion.exchange.render.document import Drawing, Heading, Item, Items, Paragraph
from companion.words import days
from companion.words import values as words

if TYPE_CHECKING:
    from companion.domain.measurement import Measurement, ValueSeries
    from companion.exchange.papers.paper_context import PaperContext
    from companion.exchange.render.document import Block

_SIZE = ChartSize(64, 10)


def values_over_time(context: PaperContext) -> list[Block]:
    """Return what was measured several times; nothing where nothing was."""
    several = measured(context.case).several
    if not several:
        return []
    blocks: list[Block] = [Heading(2, words.TITLE)]
    for series in several:
        blocks += _of(series)
    return [*blocks, Paragraph(words.NO_NORMAL)]


def _of(series: ValueSeries) -> list[Block]:
    blocks: list[Block] = [Heading(3, series.name)]
    drawn = series.why_not is None
    if drawn:
        told = [days.plain_date(each.day) for each in series.drawn if each.day is not None]
        chart = value_chart(series.drawn, _SIZE, (told[0], told[-1]))
        blocks.append(Drawing(words.caption(series.units[0]), chart.lines))
        blocks.append(Paragraph(" ".join(said_of(series, chart, days.plain_date))))
    else:
        blocks.append(Paragraph(why_not_drawn(series)))
    return [*blocks, Items(tuple(_item(each, drawn=drawn) for each in series.measurements))]


def _item(each: Measurement, *, drawn: bool) -> Item:
    day = days.plain_date(each.day) if each.day is not None else words.NO_DAY
    left_out = drawn and not each.can_be_drawn
    more = filter(None, (read_as(each), words.AS_WRITTEN if left_out else ""))
    value = " ".join(filter(None, (each.figure, each.unit)))
    return Item(words.with_remarks(value, tuple(more)), day)
