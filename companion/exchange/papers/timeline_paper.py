"""The patient's history on a page: events, medicines, allergies, visits, numbers over time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain.measurement import measured
from companion.domain.value_chart import ChartSize, read_as, said_of, value_chart, why_not_drawn
from companion.exchange.papers.merge_fields import MergeFields
from companion.exchange.render.document import (
    Document,
    Drawing,
    Heading,
    Item,
    Items,
    Paragraph,
    labelled,
    section,
)
from companion.words import days, letters
from companion.words import papers as words
from companion.words import values as value_words

if TYPE_CHECKING:
    from datetime import datetime

    from companion.domain.measurement import Measurement, ValueSeries
    from companion.exchange.papers.paper_context import PaperContext
    from companion.exchange.render.document import Block


def _list(heading: str, texts: tuple[str, ...]) -> list[Block]:
    return section(heading, Items(tuple(Item(text) for text in texts)))


def timeline_paper(context: PaperContext, now: datetime) -> Document:
    """Return the history of a case, the oldest first."""
    places = MergeFields(context, now).all()
    patient = places["patient"]
    seen = tuple(
        Item(context.when(visit), context.name(visit.head.clinician_id) or words.NO_DOCTOR)
        for visit in context.case.visits
    )
    blocks: list[Block] = [
        *section(letters.PRESENT_DIAGNOSIS, labelled("", "; ".join(places["diagnosis"]))),
        *_list(words.PREPARE_LISTS["timeline"], places["timeline"]),
        *section(letters.VISITS, Items(seen)),
        *values_over_time(context),
        *_list(words.PREPARE_LISTS["medicines"], places["medicines"]),
        *_list(words.PREPARE_LISTS["allergies"], places["allergies"]),
    ]
    blocks = blocks or [Paragraph(letters.NOTHING_YET)]
    made_on = Paragraph("; ".join(places["date"]), letters.MADE_ON)
    return Document(letters.history_of(*patient), (made_on, *blocks))


_SIZE = ChartSize(64, 10)


def values_over_time(context: PaperContext) -> list[Block]:
    """Return what was measured several times; nothing where nothing was."""
    several = measured(context.case).several
    if not several:
        return []
    blocks: list[Block] = [Heading(2, value_words.TITLE)]
    for series in several:
        blocks += _of(series)
    return [*blocks, Paragraph(value_words.NO_NORMAL)]


def _of(series: ValueSeries) -> list[Block]:
    blocks: list[Block] = [Heading(3, series.name)]
    drawn = series.why_not is None
    if drawn:
        told = [days.plain_date(each.day) for each in series.drawn if each.day is not None]
        chart = value_chart(series.drawn, _SIZE, (told[0], told[-1]))
        blocks.append(Drawing(value_words.caption(series.units[0]), chart.lines))
        blocks.append(Paragraph(" ".join(said_of(series, chart, days.plain_date))))
    else:
        blocks.append(Paragraph(why_not_drawn(series)))
    return [*blocks, Items(tuple(_item(each, drawn=drawn) for each in series.measurements))]


def _item(each: Measurement, *, drawn: bool) -> Item:
    day = days.plain_date(each.day) if each.day is not None else value_words.NO_DAY
    left_out = drawn and not each.can_be_drawn
    more = filter(None, (read_as(each), value_words.AS_WRITTEN if left_out else ""))
    value = " ".join(filter(None, (each.figure, each.unit)))
    return Item(value_words.with_remarks(value, tuple(more)), day)
