"""The unfinished lines of two states of a visit as one: the later one never takes away the other.

Which of two half lines was typed last says nothing about the other when they come from two
laptops. What already stands in the visit, as a note or as a part of the line, is not repeated.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain.changes import rows, stamp_of, table_names
from companion.domain.composer import line_of, with_composer
from companion.domain.marks import read_mark
from companion.domain.merge import BETWEEN
from companion.domain.stamps import order
from companion.domain.text import is_blank
from companion.domain.value import replace

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from companion.domain.note import ComposerLine
    from companion.domain.visit import VisitFile

_TOGETHER = ("text", "covered", "editing_note_id", "question_id")
"""What a half line is: its text is never hidden, shown or entered as another laptop's line is."""


def with_half_lines(merged: VisitFile, states: Iterable[VisitFile]) -> VisitFile:
    """Return what several states were merged to, with the half lines of all of them."""
    lines = [each.line for each in states if each.line is not None]
    if not lines:
        return merged
    newest = max(lines, key=lambda each: (order(stamp_of(each, "text")), each.text))
    line = replace(line_of(merged), **{name: getattr(newest, name) for name in _TOGETHER})
    for each in lines:
        line = _joined(merged, line, each, lines)
    line = _stamped(line, newest)
    return merged if line == line_of(merged) else with_composer(merged, line)


def _stamped(line: ComposerLine, newest: ComposerLine) -> ComposerLine:
    """Return a line with the stamp of no laptop where it says more than any of them wrote.

    Whichever of them writes on has not taken back what it never had in its line.
    """
    if line.text == newest.text:
        return line
    at, _, n = stamp_of(newest, "text")
    return replace(line, stamps={**line.stamps, "text": (at, "", n + 1)})


def _joined(
    visit: VisitFile, line: ComposerLine, other: ComposerLine, lines: Sequence[ComposerLine]
) -> ComposerLine:
    """Return a line with what another says besides; under it one goes on with a new note."""
    words = read_mark(other.text)[1]
    if not _is_known(other, lines, "text") and not _is_in(visit, line, words):
        line = replace(
            line,
            text=f"{line.text}{BETWEEN}{other.text}" if line.text else other.text,
            covered=line.covered or other.covered,
            editing_note_id=None,
        )
    if _is_known(other, lines, "asides"):
        return line
    asides = dict(line.asides)
    for name, text in other.asides:
        if not _is_in(visit, line, text):
            asides[name] = f"{asides[name]} {text}" if asides.get(name) else text
    return replace(line, asides=tuple(asides.items()))


def _is_known(line: ComposerLine, lines: Iterable[ComposerLine], name: str) -> bool:
    """Return whether another line was written on the same laptop, after it."""
    before = stamp_of(line, name)
    return any(
        (at := stamp_of(each, name))[1] == before[1] and order(at) > order(before) for each in lines
    )


def _is_in(visit: VisitFile, line: ComposerLine, text: str) -> bool:
    """Return whether a half line stands somewhere already."""
    if is_blank(text):
        return True
    return any(
        text.strip() in each for each in (*_texts(visit), line.text, *dict(line.asides).values())
    )


def _texts(visit: VisitFile) -> Iterator[str]:
    """Return every text of a visit but its line."""
    for table in table_names(type(visit)):
        for row in rows(visit, table) if table != "composer" else ():
            for name in row.__struct_fields__:
                value = getattr(row, name)
                if isinstance(value, str):
                    yield value
