"""One row of the comparison: the opinions in full, and how they go together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len

from companion.domain.changes import find_by_id
from companion.domain.comparison import Verdict, Why
from companion.domain.comparison_table import unequal_records
from companion.domain.correction import QUOTE
from companion.domain.moments import local_day
from companion.domain.proposals import told_proposal
from companion.domain.text import one_line
from companion.domain.value import replace
from companion.ui.terminal.output_filter import visible
from companion.ui.widgets.one_line import fit
from companion.ui.widgets.row import Row
from companion.words import compare as words
from companion.words import comparison as acts
from companion.words import days
from companion.words.rooms import BETWEEN

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from companion.domain.comparison import Addition, Aspect, ComparisonRow
    from companion.domain.comparison_table import Column, ComparisonTable, Said

CELL = "cell"
"""Keys of cells: `cell/COLUMN`."""
WHY = "why"
"""Keys of reasons: `why/REASON`."""
TOGETHER = "together"
"""The key of the question how they go together."""
MATTERS = "matters"
"""The key of the question how much the row matters."""
PROPOSED_AT_ONCE = 4
"""Notes that propose themselves for a cell together; the others are a key away."""
_INDENT = "   "
AIR = "air"
"""Keys of blank lines that go first where there is little room: `air/NAME`."""
FIRST_TO_GO = (("above", "below"), ("matters", "if", "after"))
"""Names of blank lines that go before the others: within opinions, then in how they compare."""
TITLE_ENDS = 7
"""Columns of the rule at both ends of its title and between its halves, with their blanks."""
SIDE_BY_SIDE, EACH_BESIDE = 98, 49
"""Columns a line has to have so that opinions stand beside each other, and those each needs."""
TWO_COLUMNS = 74
"""Columns from which reasons stand in two columns."""
USUAL = 76
"""Columns that a line may take in a window of the usual size."""


def title_of(table: ComparisonTable, column: Column) -> str:
    """Return an opinion's doctor and day; with the year where that is not this one."""
    day = days.plain_day(column.day, table.today) if column.day is not None else ""
    return words.opinion(column.doctor, day)


def record_names(table: ComparisonTable, ids: tuple[str, ...]) -> str:
    """Return the names of records in one line; records that are gone are left out."""
    records = (find_by_id(table.case.file.records, each) for each in ids)
    return ", ".join(record.text for record in records if record is not None)


def words_of(said: Said, *, not_discussed: bool) -> str:
    """Return the words of an opinion and its notes, or what to do where there are none."""
    if said.text:
        notes = [one_line(each) for each in said.beside]
        together = "  " if len(notes) == 1 and notes[0].startswith(QUOTE) else "\n"
        return together.join((_a_line_each(said.text), *notes))
    if said.notes or said.hidden:
        return words.COVERED
    if not_discussed:
        return words.NOT_DISCUSSED
    return words.NOTHING_HERE if said.column.visit is not None else words.NOTHING_HERE_EITHER


def _a_line_each(text: str) -> str:
    """Return a text with each of its lines tidied; blank ones are left out."""
    return "\n".join(line for each in text.split("\n") if (line := one_line(each)))


def _rests_on(said: Said) -> str:
    """Return how many notes are behind a cell, or that it is from before or a feeling."""
    if said.notes or said.gone:
        return words.behind_cell(len(said.notes), said.gone)
    if not said.text:
        return ""
    if said.answers:
        return words.BEFORE_YOU_LEAVE
    return words.GUT_CELL if said.column.visit is not None else words.FROM_BEFORE


def _knew(table: ComparisonTable, column: Column) -> str:
    """Return whether the other opinion was known; nothing where there is no other one."""
    return words.KNEW[column.other_opinion_known] if table.several else ""


def _had_seen(table: ComparisonTable, column: Column) -> str:
    """Return the records a doctor had seen; beside the same as the first, only those on top."""
    ids = column.records_seen
    if not ids:
        return words.SEEN_NOT_NOTED
    before = table.columns[0].records_seen if column is not table.columns[0] else ()
    if before and set(before) <= set(ids):
        more = tuple(each for each in ids if each not in before)
        return words.had_seen(words.the_same_and(record_names(table, more)))
    return words.had_seen(record_names(table, ids))


def _opinion(
    table: ComparisonTable, said: Said, row: ComparisonRow | None, *, on_one_line: bool
) -> Iterator[Row]:
    """Return the rows of an opinion: doctor and day, its words, additions, records seen."""
    column = said.column
    title, knew, rests_on = title_of(table, column), _knew(table, column), _rests_on(said)
    key = f"title/{column.key}"
    if on_one_line:
        yield Row(
            key,
            BETWEEN.join(part for part in (title, knew) if part),
            right=rests_on,
            mood="heading",
            right_mood="muted",
            tints=((f"{BETWEEN}{knew}", "muted"),) if knew else (),
            selectable=False,
        )
    else:
        yield Row(key, title, mood="heading", selectable=False)
        below = BETWEEN.join(part for part in (rests_on, knew) if part)
        tints = ((below, "muted"),)
        yield Row(f"about/{column.key}", below, mood="heading", tints=tints, selectable=False)
    yield _words(said, row, lead=_INDENT)
    yield from (addition_row(table, each, lead=_INDENT) for each in said.additions)
    yield _seen(table, column, lead=_INDENT)


def _fits_one_line(table: ComparisonTable, said: Said, width: int) -> bool:
    """Return whether doctor, day and what is known of an opinion stand on one line."""
    parts = (title_of(table, said.column), _knew(table, said.column), _rests_on(said))
    return cell_len(BETWEEN.join(part for part in parts if part)) <= width


def _words(said: Said, row: ComparisonRow | None, lead: str = "") -> Row:
    if said.proposed:
        return _proposed(said, lead)
    not_discussed = row is not None and row.verdict is Verdict.NOT_DISCUSSED
    text = words_of(said, not_discussed=not_discussed)
    return Row(f"{CELL}/{said.column.key}", text, lead=lead, prose=True)


def _proposed(said: Said, lead: str) -> Row:
    """Return the notes that propose themselves for a cell, and the key that takes them."""
    take = words.use_notes(min(len(said.proposed), PROPOSED_AT_ONCE))
    more = len(said.proposed) - PROPOSED_AT_ONCE
    lines = [*proposed_lines(said), *([words.more_proposed(more)] if more > 0 else [])]
    text = "\n".join((take, *lines))
    return Row(f"{CELL}/{said.column.key}", text, lead=lead, strong=take, prose=True)


def proposed_lines(said: Said) -> list[str]:
    """Return what proposes itself together, each with its sign."""
    shown = said.proposed[:PROPOSED_AT_ONCE]
    return [f"{words.PROPOSED} {told_proposal(each)}" for each in shown]


def first_proposed(table: ComparisonTable, aspect: Aspect) -> str:
    """Return the key of the first cell for which something is proposed; empty without one."""
    line = table.line(aspect)
    return next((f"{CELL}/{said.column.key}" for said in line if said.proposed), "")


def addition_row(table: ComparisonTable, addition: Addition, lead: str = "") -> Row:
    """Return what was added after an opinion was set down, with its day."""
    at = addition.at
    day = days.plain_day(local_day(at), table.today) if at is not None else words.NO_DAY
    text = words.added_on(day, one_line(addition.text))
    return Row(f"added/{addition.id}", text, lead=lead, selectable=False, prose=True)


def _seen(table: ComparisonTable, column: Column, lead: str = "") -> Row:
    text = _had_seen(table, column)
    return Row(f"seen/{column.key}", text, lead=lead, mood="muted", selectable=False, prose=True)


def _opinions_beside(
    table: ComparisonTable, line: Sequence[Said], row: ComparisonRow | None, each: int
) -> Iterator[Row]:
    """Return so many opinions side by side: what is the same of each stands on the same lines."""
    for first in range(0, len(line), each):
        if first:
            yield air(f"beside/{first}")
        rows = [*_some_beside(table, line[first : first + each], row)]
        missing = max(0, first + each - len(line))
        yield from _filled(rows, each - missing, missing) if missing else rows


def _filled(rows: list[Row], each: int, missing: int) -> Iterator[Row]:
    """Return rows that stand beside nothing as wide as those above them."""
    for at in range(0, len(rows), each):
        for row in rows[at : at + each]:
            yield replace(row, beside=each + missing)
        for number in range(missing):
            key = f"{rows[at].key}/none/{number}"
            yield Row(key, "", selectable=False, beside=each + missing, parted=True)


def _some_beside(
    table: ComparisonTable, line: Sequence[Said], row: ComparisonRow | None
) -> Iterator[Row]:
    added = [[addition_row(table, each) for each in said.additions] for said in line]
    for said in line:
        key, title = f"title/{said.column.key}", title_of(table, said.column)
        yield _beside_others(Row(key, title, mood="heading", selectable=False), line)
    for said in line:
        about = BETWEEN.join(part for part in (_rests_on(said), _knew(table, said.column)) if part)
        key = f"about/{said.column.key}"
        yield _beside_others(Row(key, about, mood="muted", selectable=False), line)
    yield from _empty("above", line)
    for said in line:
        yield _beside_others(_words(said, row), line)
    for number in range(max(map(len, added))):
        for said, rows in zip(line, added, strict=True):
            none = Row(f"none/{number}/{said.column.key}", "", selectable=False)
            yield _beside_others(rows[number] if number < len(rows) else none, line)
    yield from _empty("below", line)
    for said in line:
        yield _beside_others(_seen(table, said.column), line)


def _beside_others(row: Row, line: Sequence[Said]) -> Row:
    return replace(row, beside=len(line), parted=True)


def _empty(name: str, line: Sequence[Said]) -> Iterator[Row]:
    for said in line:
        yield _beside_others(Row(f"{AIR}/{name}/{said.column.key}", "", selectable=False), line)


def verdict_lines(verdict: Verdict | None, width: int = USUAL) -> tuple[str, ...]:
    """Return the five verdicts with a mark each, on as many lines as they need."""
    each = [
        f"({'x' if one is verdict else ' '}) {number} {words.VERDICTS[one]}"
        for number, one in enumerate(Verdict, 1)
    ]
    close = "  ".join(each)
    if len(close) <= width - len(_INDENT) < len(_INDENT.join(each)):
        return (close,)
    lines = each[:1]
    for one in each[1:]:
        together = f"{lines[-1]}{_INDENT}{one}"
        if len(together) <= width - len(_INDENT):
            lines[-1] = together
        else:
            lines.append(one)
    return tuple(lines)


def _chosen(verdict: Verdict | None) -> str:
    return f" {[*Verdict].index(verdict) + 1} {words.VERDICTS[verdict]}" if verdict else ""


def _together(table: ComparisonTable, aspect: Aspect, width: int) -> Iterator[Row]:
    """Return the question how they go together, then what answers it."""
    row = table.rows.get(aspect.id)
    verdict = row.verdict if row is not None else None
    line = table.line(aspect)
    notes, told = sum(len(said.notes) for said in line), sum(len(said.answers) for said in line)
    right = words.behind(notes, told) if verdict is not None else words.NOT_LOOKED_AT
    if table.is_new_since(aspect):
        right = BETWEEN.join((words.MORE_SINCE, right)) if width >= USUAL else words.MORE_SINCE
    yield Row(TOGETHER, words.HOW_TOGETHER, right=right, rule=True)
    answers = [*_verdicts(verdict, width)]
    if row is not None and verdict is Verdict.DIFFERS:
        answers += _reasons(table, row, width)
    yield from (replace(each, answers_above=True) for each in answers)


def _verdicts(verdict: Verdict | None, width: int) -> Iterator[Row]:
    for number, line in enumerate(verdict_lines(verdict, width)):
        tints = (("(x)", "good"), (_chosen(verdict), "strong")) if "(x)" in line else ()
        yield Row(f"verdicts/{number}", line, lead=_INDENT, tints=tints, selectable=False)


def _reasons(table: ComparisonTable, row: ComparisonRow, width: int) -> Iterator[Row]:
    """Return why opinions that differ may do so, each with its mark."""
    unequal = unequal_records(table)
    if unequal:
        yield air("after")
        names = ", ".join(each.record.text for each in unequal)
        yield Row(
            "after", words.compare_after(names, len(table.columns)), mood="strong", selectable=False
        )
    yield air("if")
    yield Row("if", words.IF_DIFFERENT, mood="strong", selectable=False)
    for why in Why:
        mark = "[x]" if why in row.why else "[ ]"
        lead = f"{_INDENT if width > USUAL or width < TWO_COLUMNS else ' '}{mark} "
        yield Row(
            f"{WHY}/{why}",
            words.WHY[why],
            lead=lead,
            tints=((mark, "good"),) if why in row.why else (),
            beside=2 if width >= TWO_COLUMNS else 1,
        )


def air(name: str) -> Row:
    """Return a blank line that goes first where there is little room."""
    return Row(f"{AIR}/{name}", "", selectable=False)


def without_air(rows: list[Row], names: Sequence[str] = ()) -> list[Row]:
    """Return the rows without the blank lines of these names; without any where none is given."""
    return [
        row
        for row in rows
        if not (row.key.startswith(f"{AIR}/") and (not names or row.key.split("/")[1] in names))
    ]


def unreadable_rows(table: ComparisonTable) -> list[Row]:
    """Return a sentence about visits whose files cannot be read, if there are any."""
    missing = [Row("unreadable", acts.VISIT_UNREADABLE, mood="strong", selectable=False)]
    return missing if table.case.unreadable else []


def aspect_rows(table: ComparisonTable, aspect: Aspect, width: int = USUAL) -> list[Row]:
    """Return everything about one row of the comparison, in lines of that width."""
    row = table.rows.get(aspect.id)
    if not table.columns:
        return [Row("none", words.NO_OPINION, selectable=False)]
    rows = [*unreadable_rows(table), *_whole_name(table, aspect, width)]
    line = table.line(aspect)
    if width >= SIDE_BY_SIDE and len(line) > 1:
        each = min(len(line), width // EACH_BESIDE)
        rows += [*_opinions_beside(table, line, row, each), air("together")]
    else:
        # All heads alike: none is louder than another.
        one = all(_fits_one_line(table, said, width) for said in line)
        for said in line:
            rows += [*_opinion(table, said, row, on_one_line=one), air(said.column.key)]
    if not table.several:
        strong, _, _ = words.ONE_OPINION.partition(". ")
        rows.append(
            Row("one", words.ONE_OPINION, strong=f"{strong}.", selectable=False, prose=True)
        )
        return rows
    return [*rows, *_together(table, aspect, width), *_matters(row, width)]


def _matters(row: ComparisonRow | None, width: int) -> Iterator[Row]:
    stars = row.stars if row is not None else None
    question = words.HOW_MUCH if width >= USUAL else words.HOW_MUCH_SHORT
    given = "*" * (stars or 0)
    yield air(MATTERS)
    yield Row(
        MATTERS,
        f"{question}   {words.star_word(stars)}",
        strong=question,
        tints=((given, "mark"),) if given else (),
    )


def aspect_title(
    table: ComparisonTable,
    aspect: Aspect,
    width: int = USUAL,
    topics: Sequence[Aspect] | None = None,
) -> tuple[str, str]:
    """Return the aspect's name; which of how many it is, and its stars.

    What stands at the right gives way to the name; the name is cut where there is no room then.

    Args:
        table: The comparison.
        aspect: The row.
        width: Columns a line may take.
        topics: The rows at hand; all there are without it.
    """
    row = table.rows.get(aspect.id)
    name = visible(one_line(aspect.text))
    topics = table.aspects if topics is None else topics
    number, stars = topics.index(aspect) + 1, row.stars if row is not None else None
    beside = [
        words.aspect_beside(number, len(topics), stars, matters)
        for matters in (words.MATTERS, words.MATTERS_SHORT, "")
        if width >= USUAL or matters != words.MATTERS
    ]
    rooms = [width - cell_len(each) - TITLE_ENDS for each in beside]
    place = next((n for n, room in enumerate(rooms) if cell_len(name) <= room), len(rooms) - 1)
    return fit(name, max(0, min(cell_len(name), rooms[place]))), beside[place]


def _whole_name(table: ComparisonTable, aspect: Aspect, width: int) -> list[Row]:
    """Return the aspect's whole name, where the title had to cut it."""
    name = one_line(aspect.text)
    if aspect_title(table, aspect, width)[0] == visible(name):
        return []
    return [Row("name", name, mood="heading", selectable=False)]


def aspect_of(table: ComparisonTable, name: str) -> Aspect | None:
    """Return the aspect with an id, or the one that an addition belongs to."""
    for aspect in table.aspects:
        additions = (each.id for said in table.line(aspect) for each in said.additions)
        if aspect.id == name or name in additions:
            return aspect
    return None
