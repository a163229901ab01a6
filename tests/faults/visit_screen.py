"""What can be read from a terminal that shows the Visit room at 80x24."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from companion.words import visit as words
from companion.words import visit_cards as card_words
from companion.words import visit_ends as end_words
from tests.faults.typing_model import MARKS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.faults.typing_model import State

_ROWS: Final = 3
"""Rows of the line one types in."""
_FULL: Final = 60
_TIME: Final = re.compile(r"\d\d:\d\d ")
_NUMBERED: Final = re.compile(r"(\d+)  ")
_PROMPT: Final = " > "
_LEAD, _RIGHT = 8, 3
"""Cells before and after the words of a note."""
_KIND_OF: Final = {**MARKS, " ": "plain"}


def bare(text: str) -> str:
    """A text without its blanks, which a screen does not keep."""
    return "".join(text.split())


_EMPTY: Final = {
    bare(each)
    for each in (
        words.PLACEHOLDER,
        card_words.NEW_QUESTION_PLACEHOLDER,
        end_words.BEFORE_GOES,
    )
}


@dataclass(frozen=True)
class Seen:
    """What stood on the screen, blanks taken out."""

    typed: str
    """The line one types in."""
    full: bool
    """Whether more of it may be out of view."""
    label: str
    """What stands above it."""
    notes: tuple[tuple[str, str, int], ...] | None
    """Mark's kind, words and number of the notes in view; None when they are not."""

    def types(self, state: State) -> bool:
        """Whether the line looks so in this state."""
        typed = bare(state.typed)
        return typed == self.typed or (self.full and self.typed in typed)

    def labels(self, state: State) -> bool:
        """Whether what stands above the line looks so."""
        if state.choosing:
            return self.label.startswith((words.WHICH_QUESTION[:15], words.MOVE_WHICH[:15]))
        if state.field:
            return self.label.startswith("New question")
        if state.editing is not None:
            return self.label.startswith("Changing your note")
        number = _NUMBERED.match(self.label)
        return number is not None and int(number.group(1)) == state.under

    def lists(self, state: State) -> bool:
        """Whether the newest notes look so; the pane may be scrolled a moment later."""
        if self.notes is None:
            return True
        if not self.notes:
            return not state.notes
        expected = [
            (note.kind, bare(note.text or words.MOMENT_HERE), note.under)
            for note in state.notes[-len(self.notes) :]
        ]
        *before, (kind, text, under) = self.notes
        return (
            expected[:-1] == before
            and expected[-1:] != []
            and (expected[-1][0], expected[-1][2]) == (kind, under)
            and expected[-1][1].startswith(text)
        )


def seen(cells: Sequence[Sequence[str]]) -> Seen | None:
    """What a screen shows, cell by cell; None when it is not the Visit room as a whole."""
    first = len(cells) - 2 - _ROWS
    if _text(cells[first][:3]) != _PROMPT:
        return None
    rows = [_text(row[3:]) for row in cells[first : first + _ROWS]]
    typed = bare("".join(rows))
    return Seen(
        "" if typed in _EMPTY else typed,
        all(len(row) > _FULL for row in rows),
        _text(cells[first - 1]).strip(),
        _notes(cells[: first - 1]),
    )


def _text(cells: Sequence[str]) -> str:
    return "".join(cells).rstrip() if len(cells) > len(_PROMPT) else "".join(cells)


def _notes(cells: Sequence[Sequence[str]]) -> tuple[tuple[str, str, int], ...] | None:
    title = f"─ {words.NOTES} ─"
    pane = _text(cells[1]).find(title)
    if pane < 0:
        return None
    found: list[tuple[str, str, int]] = []
    for line in cells[2:]:
        row = line[pane + 1 : -1]
        lead, text = "".join(row[:_LEAD]), bare("".join(row[_LEAD:-_RIGHT]))
        number = "".join(row[-_RIGHT:-1]).strip()
        if _TIME.match(lead) and number:
            found.append((_KIND_OF.get(lead[6], "?"), text, int(number)))
        elif found:
            kind, begun, under = found[-1]
            found[-1] = (kind, begun + text, under)
    return tuple(found)
