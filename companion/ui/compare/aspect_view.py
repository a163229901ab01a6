"""One row of the comparison: the opinions in full, and how they go together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain.columns import unequal_records
from companion.domain.comparison import Verdict, Why
from companion.domain.opinion import Known
from companion.domain.tables import found
from companion.domain.text import one_line
from companion.ui.widgets.row import Row
from companion.words import compare as words
from companion.words import comparing as acts
from companion.words import days

if TYPE_CHECKING:
    from collections.abc import Iterator

    from companion.domain.columns import Column, Said, Table
    from companion.domain.comparison import Aspect, ComparisonRow

CELL = "cell"
"""Keys of cells: `cell/COLUMN`."""
WHY = "why"
"""Keys of reasons: `why/REASON`."""
TOGETHER = "together"
"""The key of the question how they go together."""
_INDENT = "   "


def title_of(column: Column) -> str:
    """An opinion by doctor and day."""
    day = days.plain_day(column.day) if column.day is not None else ""
    return words.opinion(column.doctor, day)


def record_names(table: Table, ids: tuple[str, ...]) -> str:
    """The records by name, in one line; those that are gone are passed over."""
    records = (found(table.case.file.records, each) for each in ids)
    return ", ".join(record.text for record in records if record is not None)


def words_of(said: Said, *, not_discussed: bool) -> str:
    """What an opinion says, in one paragraph, or what to do where nothing stands."""
    if said.text:
        quote = f'  "{one_line(said.quote)}"' if said.quote else ""
        return f"{one_line(said.text)}{quote}"
    if said.notes:
        return words.COVERED
    if not_discussed:
        return words.NOT_DISCUSSED
    return words.NOTHING_HERE if said.column.visit is not None else words.NOTHING_HERE_EITHER


def _rests_on(said: Said) -> str:
    """How many notes are behind a cell; without any, that it is from before, or a feeling."""
    if said.notes:
        return words.notes(len(said.notes))
    if not said.text:
        return ""
    return words.GUT_CELL if said.column.visit is not None else words.FROM_BEFORE


def _knew(column: Column) -> str:
    known = column.opinion.other_opinion_known if column.opinion is not None else Known.UNKNOWN
    return words.KNEW.get(known, "")


def _had_seen(table: Table, column: Column) -> str:
    """The records a doctor had seen; only what is more than the first one had, where that fits."""
    ids = column.records_seen
    before = table.columns[0].records_seen if column is not table.columns[0] else ()
    more = tuple(each for each in ids if each not in before)
    if before and set(before) <= set(ids):
        seen = words.had_seen(words.the_same_and(record_names(table, more)))
    else:
        seen = words.had_seen(record_names(table, ids)) if ids else words.SEEN_NOT_NOTED
    return " · ".join(part for part in (seen, _knew(column)) if part)


def _opinion(table: Table, said: Said, row: ComparisonRow | None) -> Iterator[Row]:
    column = said.column
    not_discussed = row is not None and row.verdict is Verdict.NOT_DISCUSSED
    # What it rests on stands beside the name: the words below it are read without a break.
    yield Row(
        f"title/{column.key}",
        title_of(column),
        right=_rests_on(said),
        mood="strong",
        selectable=False,
    )
    text = words_of(said, not_discussed=not_discussed)
    yield Row(f"{CELL}/{column.key}", text, lead=_INDENT)
    for addition in said.additions:
        at = addition.at.astimezone().date() if addition.at is not None else None
        text = words.added_on(days.plain_day(at) if at else words.NO_DAY, one_line(addition.text))
        yield Row(f"added/{addition.id}", text, lead=_INDENT, selectable=False)
    yield Row(
        f"seen/{column.key}",
        _had_seen(table, column),
        lead=_INDENT,
        mood="muted",
        selectable=False,
    )


def verdict_lines(verdict: Verdict | None) -> tuple[str, str]:
    """The five verdicts with a mark each, on two lines."""
    each = [
        f"({'x' if one is verdict else ' '}) {number} {words.VERDICTS[one]}"
        for number, one in enumerate(Verdict, 1)
    ]
    return "   ".join(each[:3]), "   ".join(each[3:])


def _together(table: Table, aspect: Aspect, row: ComparisonRow | None) -> Iterator[Row]:
    verdict = row.verdict if row is not None else None
    notes = sum(len(said.notes) for said in table.line(aspect))
    right = words.behind(notes) if verdict is not None else words.NOT_LOOKED_AT
    yield Row(TOGETHER, words.HOW_TOGETHER, right=right, mood="strong")
    for number, line in enumerate(verdict_lines(verdict)):
        yield Row(f"verdicts/{number}", line, lead=_INDENT, selectable=False)
    if row is None or verdict is not Verdict.DIFFERS:
        return
    unequal = unequal_records(table)
    if unequal:
        names = ", ".join(each.record.text for each in unequal)
        yield Row("after", words.compare_after(names), mood="strong", selectable=False)
    yield Row("if", words.IF_DIFFERENT, mood="strong", selectable=False)
    for why in Why:
        mark = "[x] " if why in row.why else "[ ] "
        yield Row(f"{WHY}/{why}", words.WHY[why], lead=f"{_INDENT}{mark}")


def unreadable_rows(table: Table) -> list[Row]:
    """A word about visits whose files cannot be read."""
    missing = [Row("unreadable", acts.VISIT_UNREADABLE, mood="strong", selectable=False)]
    return missing if table.case.unreadable else []


def aspect_rows(table: Table, aspect: Aspect) -> list[Row]:
    """Everything about one row of the comparison."""
    row = table.rows.get(aspect.id)
    if not table.columns:
        return [Row("none", words.NO_OPINION, selectable=False)]
    rows = unreadable_rows(table)
    for said in table.line(aspect):
        rows += [*_opinion(table, said, row), Row(f"blank/{said.column.key}", "", selectable=False)]
    if len(table.columns) == 1:
        rows.append(Row("one", words.ONE_OPINION, mood="muted", selectable=False))
        return rows
    return [*rows, *_together(table, aspect, row)]


def aspect_title(table: Table, aspect: Aspect) -> str:
    """The aspect's name, which of how many, and how much it matters."""
    row = table.rows.get(aspect.id)
    number = table.aspects.index(aspect) + 1
    stars = row.stars if row is not None else None
    return words.aspect_title(one_line(aspect.text), number, len(table.aspects), stars)


def place_of(table: Table, name: str) -> int | None:
    """The place of an aspect, or of the one an addition was made to; None when it has none."""
    for place, aspect in enumerate(table.aspects):
        additions = (each.id for said in table.line(aspect) for each in said.additions)
        if aspect.id == name or name in additions:
            return place
    return None
