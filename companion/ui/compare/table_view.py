"""The whole comparison as a table: a row for an aspect, a column for an opinion."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain.comparison import Verdict
from companion.domain.text import one_line
from companion.ui.compare.aspect_view import title_of
from companion.ui.terminal.output_filter import visible
from companion.ui.widgets.one_line import fit
from companion.ui.widgets.row import WORDS, Row
from companion.words import compare as words
from companion.words.rooms import BETWEEN

if TYPE_CHECKING:
    from companion.domain.comparison import Aspect
    from companion.domain.comparison_table import ComparisonTable, Said

WIDE = 100
"""Columns from which the opinions stand beside each other."""
FRAME = 4
"""Columns that the frame, the cursor's mark and the scroll bar take."""
_NAME = 20
_VERDICT = 17
_STARS = 7
_NOTES = 9
_LEAST = 20
"""Columns below which an opinion is not worth showing."""
_GAP = "  "


def _cell(said: Said, verdict: Verdict | None, width: int) -> str:
    """Return an opinion's words cut to the column; the number of notes is never cut."""
    count = f" ({len(said.notes)})" if said.notes else ""
    text = said.text
    if said.hidden and not text:
        text = words.COVERED
    elif said.empty and verdict is Verdict.NOT_DISCUSSED:
        text = words.NOT_DISCUSSED
    lines = BETWEEN.join(line for each in text.split("\n") if (line := one_line(each)))
    return fit(visible(lines or "-"), width - len(count)) + count


def _verdict(table: ComparisonTable, aspect: Aspect) -> tuple[str, str]:
    row = table.rows.get(aspect.id)
    verdict = row.verdict if row is not None else None
    word = words.SHORT_VERDICTS[verdict] if verdict is not None else words.NOT_LOOKED_AT
    return word, words.star_word(row.stars if row is not None else None)


def _line(parts: list[str]) -> str:
    return _GAP.join(parts).rstrip()


def _columns_shown(table: ComparisonTable, room: int, first: int) -> tuple[int, ...]:
    """Return the places of the opinions that fit, from the first one wanted on."""
    every = range(len(table.columns))
    fit_in = max(2, room // (_LEAST + len(_GAP)))
    begin = min(first, max(0, len(every) - fit_in))
    return tuple(every[begin : begin + fit_in])


def _wide(table: ComparisonTable, width: int, first: int) -> list[Row]:
    room = width - _NAME - _VERDICT - _STARS - 3 * len(_GAP)
    places = _columns_shown(table, room, first)
    each = max(_LEAST, room // max(1, len(places)) - len(_GAP))
    head = [
        fit("", _NAME),
        *(fit(visible(title_of(table, table.columns[place])), each) for place in places),
        fit(words.VERDICT, _VERDICT),
        words.MATTERS_SHORT,
    ]
    rows = [Row("head", _line(head), mood="heading", selectable=False)]
    for aspect in table.aspects:
        judged = table.rows.get(aspect.id)
        verdict = judged.verdict if judged is not None else None
        word, stars = _verdict(table, aspect)
        line = table.line(aspect)
        parts = [
            fit(visible(one_line(aspect.text)), _NAME),
            *(_cell(line[place], verdict, each) for place in places),
            fit(word, _VERDICT),
            stars,
        ]
        rows.append(Row(aspect.id, _line(parts)))
    before, after = places[0] if places else 0, len(table.columns) - len(places)
    if after:
        text = words.more_opinions(before, after - before)
        rows.insert(1, Row("more", text, mood="muted", selectable=False))
    return rows


def _narrow(table: ComparisonTable, width: int) -> list[Row]:
    name = width - _VERDICT - _STARS - _NOTES - 3 * len(_GAP)
    if name < WORDS:
        return _stacked(table)
    head = [fit("", name), fit(words.VERDICT, _VERDICT), words.MATTERS_SHORT]
    rows = [Row("head", _line(head), mood="heading", selectable=False)]
    for aspect in table.aspects:
        word, stars = _verdict(table, aspect)
        said = table.line(aspect)
        notes = sum(len(one.notes) for one in said)
        parts = [
            fit(visible(one_line(aspect.text)), name),
            fit(word, _VERDICT),
            fit(stars, _STARS),
            words.notes(notes) if notes else "",
        ]
        rows.append(Row(aspect.id, _line(parts)))
    return rows


def _stacked(table: ComparisonTable) -> list[Row]:
    """Return each row with its verdict, stars and notes below it."""
    rows = []
    for aspect in table.aspects:
        word, stars = _verdict(table, aspect)
        notes = sum(len(one.notes) for one in table.line(aspect))
        below = [word, stars if stars.strip("-") else "", words.notes(notes) if notes else ""]
        text = f"{visible(one_line(aspect.text))}\n{BETWEEN.join(part for part in below if part)}"
        rows.append(Row(aspect.id, text))
    return rows


def table_rows(table: ComparisonTable, width: int, first: int = 0) -> list[Row]:
    """Return the table, or the rows with their verdicts where it is too narrow for one.

    Args:
        table: The comparison.
        width: Columns a line may take.
        first: Place of the opinion that stands at the left, where not all fit.
    """
    return _wide(table, width, first) if width >= WIDE - FRAME else _narrow(table, width)
