"""The whole comparison as a table: a row for an aspect, a column for an opinion."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain.comparison import Verdict
from companion.domain.text import one_line
from companion.ui.compare.aspect_view import air, proposed_lines, title_of
from companion.ui.widgets.row import Row, TableCell
from companion.words import compare as words
from companion.words.rooms import BETWEEN

if TYPE_CHECKING:
    from collections.abc import Sequence

    from companion.domain.comparison import Aspect
    from companion.domain.comparison_table import ComparisonTable, Said

FRAME = 2
"""Columns that the cursor's mark and the scroll bar take."""
_WIDE, _STARS_APART = 112, 138
"""Columns from which names have all the room they need, and stars a column: opinions go first."""
_NAME, _SHORT_NAME = 19, 14
_VERDICT, _SHORT_VERDICT = 17, 12
_STARS = 7
_LEAST = 20
"""Columns below which an opinion is not worth showing."""
MORE = "further"
"""The key of the line that leads to the rows which are not in the table."""
_GAP = 2
_MOODS = {
    None: "muted",
    Verdict.SAME: "good",
    Verdict.REFINED: "good",
    Verdict.DIFFERS: "mark",
    Verdict.NOT_DISCUSSED: "muted",
    Verdict.CANNOT_TELL_YET: "",
}
"""How a verdict looks, besides its word."""


def _said(said: Said, verdict: Verdict | None) -> str:
    """Return an opinion's words, and the number of notes behind them."""
    count = f" ({len(said.notes)})" if said.notes else ""
    text = "\n".join((said.text, *said.beside))
    if said.proposed:
        return "\n".join(proposed_lines(said))
    if said.hidden and not text:
        text = words.COVERED
    elif said.empty and verdict is Verdict.NOT_DISCUSSED:
        text = words.NOT_DISCUSSED
    lines = "\n".join(line for each in text.split("\n") if (line := one_line(each)))
    return f"{lines or '-'}{count}"


def _judged(table: ComparisonTable, aspect: Aspect) -> tuple[Verdict | None, str, int]:
    """Return the verdict, its word, and the stars."""
    row = table.rows.get(aspect.id)
    verdict = row.verdict if row is not None else None
    word = words.SHORT_VERDICTS[verdict] if verdict is not None else words.NOT_LOOKED_AT
    return verdict, word, (row.stars or 0) if row is not None else 0


def _columns_shown(table: ComparisonTable, room: int, first: int) -> tuple[int, ...]:
    """Return the places of the opinions that fit, from the first one wanted on."""
    every = range(len(table.columns))
    fit_in = max(1, room // (_LEAST + _GAP))
    begin = min(first, max(0, len(every) - fit_in))
    return tuple(every[begin : begin + fit_in])


def _row(key: str, cells: Sequence[TableCell], *, selectable: bool = True) -> Row:
    said = [part for cell in cells for part in (cell.text, cell.below) if part]
    text = (" " * _GAP).join(said)
    return Row(key, text, cells=tuple(cells), selectable=selectable)


def _stars(stars: int) -> tuple[TableCell, ...]:
    """Return stars in five cells: those given, and the rest."""
    given, rest = "*" * stars, words.star_word(stars)[stars:]
    halves = (
        TableCell(given, len(given), "mark", gap=0),
        TableCell(rest, len(rest), "muted", gap=0),
    )
    return tuple(cell for cell in halves if cell.text)


def _in_columns(
    table: ComparisonTable, width: int, topics: Sequence[Aspect], first: int
) -> list[Row]:
    """Return the table; where opinions need the room, the stars stand below the verdict."""
    name, judged = (_NAME, _VERDICT) if width >= _WIDE else (_SHORT_NAME, _SHORT_VERDICT)
    apart = width >= _STARS_APART
    room = width - name - _GAP - judged - (_STARS + _GAP if apart else 0)
    places = _columns_shown(table, room, first)
    each = room // max(1, len(places)) - _GAP
    head = [
        TableCell("", name),
        *(TableCell(title_of(table, table.columns[place]), each, "heading") for place in places),
        TableCell(words.VERDICT, judged, "heading"),
    ]
    if apart:
        head.append(TableCell(words.MATTERS_SHORT, _STARS, "heading", gap=0))
    rows = [Row("head", _row("", head).text, mood="heading", cells=tuple(head), selectable=False)]
    before, after = places[0] if places else 0, len(table.columns) - len(places)
    if after:
        text = words.more_opinions(before, after - before)
        rows.append(Row("more", text, mood="muted", selectable=False))
    for number, aspect in enumerate(topics):
        verdict, word, stars = _judged(table, aspect)
        line = table.line(aspect)
        notes = sum(len(said.notes) for said in line) if after else 0
        below = [words.MORE_SINCE_SHORT if table.is_new_since(aspect) else ""]
        below.append("" if apart or not stars else words.star_word(stars))
        below.append(words.notes(notes) if notes else "")
        cells = [
            TableCell(one_line(aspect.text), name, "strong"),
            *(
                TableCell(_said(said, verdict), each, "muted" if said.proposed else "")
                for said in (line[place] for place in places)
            ),
            TableCell(word, judged, _MOODS[verdict], below="\n".join(filter(None, below))),
            *(_stars(stars) if apart else ()),
        ]
        if number:
            rows.append(air(aspect.id))
        rows.append(_row(aspect.id, cells))
    return rows


def _stacked(table: ComparisonTable, topics: Sequence[Aspect]) -> list[Row]:
    """Return each row with its verdict, stars and notes below it, then what each doctor said."""
    rows: list[Row] = []
    for number, aspect in enumerate(topics):
        verdict, word, stars = _judged(table, aspect)
        line = table.line(aspect)
        notes = sum(len(said.notes) for said in line)
        since = words.MORE_SINCE if table.is_new_since(aspect) else ""
        matters = words.star_word(stars) if stars else ""
        below = [word, since, matters, words.notes(notes) if notes else ""]
        said = (
            f"{each.column.doctor or words.NO_DOCTOR}: {_said(each, verdict)}"
            for each in line
            if not each.empty or each.proposed
        )
        name = one_line(aspect.text)
        text = "\n".join((name, BETWEEN.join(part for part in below if part), *said))
        if number:
            rows.append(air(aspect.id))
        rows.append(Row(aspect.id, text, strong=name))
    return rows


def table_rows(
    table: ComparisonTable,
    width: int,
    first: int = 0,
    topics: Sequence[Aspect] | None = None,
    further: Sequence[Aspect] = (),
) -> list[Row]:
    """Return the table, or the rows with their verdicts where it is too narrow for one.

    Args:
        table: The comparison.
        width: Columns a line may take.
        first: Place of the opinion that stands at the left, where not all fit.
        topics: The rows at hand; all there are without it.
        further: The rows that can be brought.
    """
    topics = table.aspects if topics is None else topics
    least = _SHORT_NAME + _LEAST + _SHORT_VERDICT + 3 * _GAP
    rows = _in_columns(table, width, topics, first) if width >= least else _stacked(table, topics)
    if any(said.proposed for aspect in topics for said in table.line(aspect)):
        rows += [air("legend"), Row("legend", words.LEGEND, mood="muted", selectable=False)]
    if further:
        told = sum(map(table.is_told, further))
        rows += [air(MORE), Row(MORE, words.more_topics(len(further), told))]
    return rows
