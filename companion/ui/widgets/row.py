"""One row of a list, and how it is broken into lines."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING, NamedTuple

from rich.cells import cell_len, set_cell_size
from textual.content import Content

from companion.domain.value import Value
from companion.ui.terminal.output_filter import visible
from companion.ui.widgets.one_line import CUT, RULE, fit

if TYPE_CHECKING:
    from collections.abc import Sequence

WORDS = 14
"""Cells that words need beside others; with less they stand below them."""
MOST_RIGHT = 3
"""What stands at the right takes this part of a row at most where words would be broken for it."""
_STEP = "   "
"""Cells by which words below their lead are indented."""
PROSE = 76
"""Cells that a line of prose takes at most."""
APART = "  "
"""Blanks between the words of a row and its right end: with one blank they read as one."""


class TableCell(NamedTuple):
    """One cell of a row that stands in a table."""

    text: str
    """Its words, wrapped in its own column."""
    width: int
    """Columns it takes."""
    mood: str = ""
    """How it looks, on each of its lines."""
    gap: int = 2
    """Blanks behind it."""
    below: str = ""
    """More about it, muted, on lines of their own below its words."""


class Row(Value):
    """One row of a list; it may take several lines."""

    key: str
    """Its key, unique in the list."""
    text: str
    """Its words, wrapped as needed."""
    lead: str = ""
    """Text before the words on the first line; further lines are indented by as much."""
    right: str = ""
    """Text at the right end of the first line, or of the last where there is no room."""
    under: str = ""
    """More about it, muted, on lines of their own below its words."""
    mood: str = ""
    """How it looks, one of the moods in `mood_style`; only ever besides a mark or a word."""
    right_mood: str = ""
    """How the text at its right end looks."""
    tints: tuple[tuple[str, str], ...] = ()
    """Pieces of its first line, in their order, and their moods: `("[x]", "good")`."""
    selectable: bool = True
    """Whether keys can go to it."""
    with_above: bool = False
    """Whether it belongs to the row above: the bar over that row covers it too."""
    answers_above: bool = False
    """Whether it answers a row above or tells more of it: it comes into view with that row."""
    strong: str = ""
    """The beginning of its words that stands in bold, as the name of a speaker does."""
    cells: tuple[TableCell, ...] = ()
    """What it shows instead of its words where it stands in a table."""
    beside: int = 1
    """How many rows stand beside each other, this one among them; they follow one another."""
    parted: bool = False
    """Whether a line stands between it and the row at its right."""
    prose: bool = False
    """Whether it is read in sentences: its lines end where the eye still finds the next one."""
    rule: bool = False
    """Whether it parts what stands above it from what stands below: words in an open rule."""
    aside: tuple[tuple[str, str], ...] = ()
    """Pieces of a column of its own at the right end of the first line, and their moods: how the
    row looks ends before them."""
    most: int = 0
    """Lines it takes at most, the last of them cut; 0 for as many as its words need."""
    tail: str = ""
    """The last of its words, never broken: they stand on one line together."""


def leads(texts: Sequence[str], least: int) -> tuple[str, ...]:
    """Return leads of the same width, so that the words of all rows begin in one column.

    Args:
        texts: A day, a kind, a state; one a row.
        least: Columns they take at least, with the room behind them.
    """
    shown = [visible(text) for text in texts]
    width = max([least, *(cell_len(text) + len(APART) for text in shown)])
    return tuple(f" {fit(text, width)}" for text in shown)


def aside_of(row: Row) -> str:
    """Return the text of a row's column at the right."""
    return "".join(piece for piece, _ in row.aside)


def spans(row: Row, line: str, first: int) -> list[tuple[int, int, str]]:
    """Return begin, end and mood of the tinted pieces of a row's first line.

    Args:
        row: The row.
        line: Its first line, as it is drawn.
        first: The cell in which its words begin.
    """
    if row.cells:
        return _cell_spans(row.cells, line)
    found, at = [], 0
    if row.rule:
        found.append((first, first + len(visible(row.text)) + 1, "heading"))
        at = found[0][1]
    if row.strong:
        # Where the words go on below, what stands at the right is not theirs.
        pairs = zip(line[first:], visible(row.strong), strict=False)
        same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
        found.append((first, first + same, "strong"))
    for piece, mood in row.tints:
        begins = line.find(piece, at)
        if begins < 0:
            continue
        at = begins + len(piece)
        found.append((begins, at, mood))
    right_mood = row.right_mood or ("muted" if row.rule else "")
    if right_mood and row.right:
        right = visible(row.right).rstrip()
        begins = line.rfind(f" {right}") + 1
        if begins > at:
            found.append((begins, begins + len(right), right_mood))
    return _side_by_side(found)


def _cell_spans(cells: tuple[TableCell, ...], line: str) -> list[tuple[int, int, str]]:
    """Return begin, end and mood of the cells on a line that begins with the cursor's mark."""
    found, at = [], 1
    for cell in cells:
        if cell.mood:
            begins, ends = (len(set_cell_size(line, end)) for end in (at, at + cell.width))
            is_below = line[begins:ends].strip() in _lines_below(cell)
            found.append((begins, ends, "muted" if is_below else cell.mood))
        at += cell.width + cell.gap
    return found


def _side_by_side(found: list[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """Return pieces from left to right, without those that begin inside another."""
    result: list[tuple[int, int, str]] = []
    for begins, ends, mood in sorted(found):
        if begins < ends and (not result or begins >= result[-1][1]):
            result.append((begins, ends, mood))
    return result


def natural_width(row: Row) -> int:
    """Return the cells that a row takes where nothing of it is broken into lines."""
    words = max(map(cell_len, visible(row.text).split("\n")))
    right = cell_len(visible(row.right) or aside_of(row))
    width = cell_len(visible(row.lead)) + words + (len(APART) + right if right else 0)
    return min(width, PROSE) if row.prose and not right else width


def wrap_row(row: Row, width: int) -> tuple[str, ...]:
    """Return the lines of a row, none wider than `width` cells; further lines are indented."""
    if row.cells:
        return _in_cells(row.cells)
    if row.rule:
        return _ruled(visible(row.text), visible(row.right), width)
    lines = (*_wrapped_row(row, width), *lines_under(row, width))
    if not 0 < row.most < len(lines):
        return lines
    last, indent = row.most - 1, cell_len(visible(row.lead))
    # What is cut begins as its line does; as much of the next word as there is room for follows.
    words = lines[last] if row.right or row.aside else lines[last].rstrip()
    rest = [line[indent:].strip() for line in lines[row.most :]]
    if row.tail and rest[-1] == visible(row.tail):
        # What stays together goes as a whole.
        rest[-1] = CUT
    return (*lines[:last], fit(" ".join([words, *rest]), width))


def lines_under(row: Row, width: int) -> tuple[str, ...]:
    """Return the lines of what stands below the words of a row."""
    text = visible(row.under)
    if not text:
        return ()
    lead = cell_len(visible(row.lead))
    indent = " " * lead if width - lead >= min(WORDS, width - len(_STEP)) else _STEP
    lines = wrapped(text, max(1, width - len(indent)))
    return tuple(indent + line.rstrip("\n") for line in lines)


def _wrapped_row(row: Row, width: int) -> tuple[str, ...]:
    lead = visible(row.lead)
    right = visible(row.right) or aside_of(row)
    text = visible(row.text)
    if row.prose and not right:
        width = min(width, PROSE)
    # A number or a sign is told from the words before it by one blank, a word is not.
    apart = APART if right[:1].isalpha() or row.aside else " "
    beside = f"{apart}{right}" if right else ""
    room = width - cell_len(lead) - cell_len(beside)
    if room < WORDS and not ("\n" not in text and cell_len(text) <= room):
        return _stacked(lead, f"{text} {visible(row.tail)}".rstrip(), beside, width)
    parts = _with_tail(wrapped(text, room), visible(row.tail), room)
    if len(parts) > 1 and row.right and not row.most and cell_len(right) * MOST_RIGHT > width:
        below = _stacked(lead, f"{text} {visible(row.tail)}".rstrip(), beside, width)
        if len(below) <= len(parts):
            return below
    first = lead + fit(parts[0].rstrip("\n"), room) + beside
    indent = " " * cell_len(lead)
    return (first, *(indent + part.rstrip("\n") for part in parts[1:]))


def _lines_below(cell: TableCell) -> list[str]:
    return visible(cell.below).split("\n") if cell.below else []


def _with_tail(parts: list[str], tail: str, width: int) -> list[str]:
    """Return lines with words at their end that stay together."""
    if not tail:
        return parts
    last = parts[-1].rstrip()
    if last and cell_len(last) + 1 + cell_len(tail) <= width:
        return [*parts[:-1], f"{last} {tail}"]
    return [*(parts if last else parts[:-1]), *wrapped(tail, width)]


def _in_cells(cells: tuple[TableCell, ...]) -> tuple[str, ...]:
    """Return the lines of a row of a table, each cell wrapped in its own column."""
    columns = [
        [
            *wrapped(visible(cell.text), cell.width),
            *(fit(line, cell.width) for line in _lines_below(cell)),
        ]
        for cell in cells
    ]
    lines = []
    for number in range(max(map(len, columns))):
        parts = [
            fit(column[number].rstrip("\n") if number < len(column) else "", cell.width)
            + " " * cell.gap
            for cell, column in zip(cells, columns, strict=True)
        ]
        lines.append("".join(parts).rstrip())
    return tuple(lines)


def _ruled(text: str, right: str, width: int) -> tuple[str, ...]:
    """Return words in an open rule; those at its end stand below where there is no room."""
    room = width - cell_len(text) - len(APART)
    end = f" {right} {RULE}" if right else ""
    if room >= cell_len(end):
        return (f" {text} {RULE * (room - cell_len(end))}{end}",)
    first = wrapped(text, max(1, width - len(APART)))
    lines = [f" {fit(part, cell_len(part))} " for part in first]
    lines[-1] += RULE * max(0, width - cell_len(lines[-1]))
    below = wrapped(right, width) if right else []
    return (*lines, *(" " * max(0, width - cell_len(part)) + part for part in below))


def _stacked(lead: str, text: str, beside: str, width: int) -> tuple[str, ...]:
    """Return a row whose lead and right end stand on lines of their own, if words would break.

    Args:
        lead: What stands before its words.
        text: Its words.
        beside: Its right end, with the blanks before it.
        width: Cells.
    """
    above: tuple[str, ...] = ()
    if width - cell_len(lead) < min(WORDS, width - len(_STEP)):
        above = (fit(lead.rstrip(), width),) if lead.strip() else ()
        lead = _STEP
    parts = [part.rstrip("\n") for part in wrapped(text, max(1, width - cell_len(lead)))]
    indent = " " * cell_len(lead)
    lines = [*above, lead + parts[0], *(indent + part for part in parts[1:])]
    if above and not text:
        lines = list(above)
    if beside and cell_len(lines[-1]) + cell_len(beside) <= width:
        lines[-1] = set_cell_size(lines[-1], width - cell_len(beside)) + beside
    elif beside:
        below = wrapped(beside.lstrip(), width)
        lines += [" " * max(0, width - cell_len(part)) + part for part in below]
    return tuple(lines)


def wrapped(text: str, width: int) -> list[str]:
    """Return the text in lines of at most `width` cells, broken as Textual breaks it.

    Plain lines, which most notes are, take a tenth of the time: two thousand of them are
    wrapped in every room that is opened and at every new size of the window.
    """
    return [part for line in text.split("\n") for part in _line_wrapped(line, width)]


def _line_wrapped(text: str, width: int) -> list[str]:
    if not (text.isascii() and text.isprintable()) or text[:1] == " ":
        return _wrapped_by_textual(text, width)
    lines, start, length = [], 0, len(text)
    while length - start > width:
        gap = text.rfind(" ", start, start + width + 1)
        after = gap + 1
        while after < length and text[after] == " ":
            after += 1
        if gap <= start or after == length:
            return _wrapped_by_textual(text, width)
        lines.append(text[start:gap].rstrip())
        start = after
    return [*lines, text[start:]]


def _wrapped_by_textual(text: str, width: int) -> list[str]:
    return [part.plain for part in Content(text).wrap(width)] or [""]
