"""Parts whose answers are lists, kept line by line: medicines and allergies, the history."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, NamedTuple

from companion.services.prepare.preparation import short
from companion.ui.prepare.part import DONE, NOT_HERE, Part, PartResult
from companion.ui.prepare.rows import (
    SEPARATOR,
    add_row,
    choice_row,
    heading,
    kind_of,
    words_row,
)
from companion.words import prepare as words
from companion.words.rooms import taken_out

if TYPE_CHECKING:
    from collections.abc import Callable

    from companion.ui.widgets.line_list import Row


class ListLabels(NamedTuple):
    """The words of one list."""

    title: str
    """Over the list, and the label of its field."""
    more: str
    """On the row that adds a line."""


class LinesPart(Part):
    """A part with one list or several; `line:NAME:AT` is a row of one."""

    TAKES_WORDS = True
    KIND = "answer"
    HINT = words.LINES_HINT
    LISTS: ClassVar[dict[str, ListLabels]] = {}
    """The words of each list, by the answer's name in `Preparation`."""
    INTRO: ClassVar[str] = ""
    """A sentence over the lists."""

    def rows(self) -> tuple[Row, ...]:
        """Return the lines, and a row for one more."""
        rows: list[Row] = [words_row("intro", self.INTRO)] if self.INTRO else []
        for name, labels in self.LISTS.items():
            rows.append(heading(name, labels.title))
            lines = self.preparation.lines(name)
            none = words.NONE_OF.get(name, "")
            has_none = lines == (none,)
            if none and (has_none or not lines):
                rows.append(choice_row(f"none:{name}", none, chosen=has_none))
            if not has_none:
                rows += [add_row(f"line:{name}:{at}", f"- {line}") for at, line in enumerate(lines)]
                rows.append(add_row(f"add:{name}", labels.more))
        return tuple(rows)

    def holds(self, kind: str, name: str) -> bool:
        """Return whether it is one of the lists."""
        return super().holds(kind, name) and name in self.LISTS

    def key_of(self, name: str, at: str) -> str:
        """Return the key of a line."""
        return f"line:{name}:{at}"

    def _line_at(self, key: str) -> tuple[str, int] | None:
        """Return the list and the place of a line, or None on another row."""
        kind, which = kind_of(key)
        name, _, at = which.partition(SEPARATOR)
        return (name, int(at)) if kind == "line" else None

    def activate(self, key: str) -> PartResult:
        """Change a line, add one, or say that there is none."""
        line = self._line_at(key)
        kind, name = kind_of(key)
        if kind == "none":
            none = words.NONE_OF[name]
            has_none = self.preparation.answer(name) == none
            self.preparation.set_answer(name, "" if has_none else none)
            return DONE
        if line is None:
            return self.add(key)
        name, at = line
        return PartResult(draft=self.preparation.line_draft(name, self.LISTS[name].title, at))

    def add(self, key: str) -> PartResult:
        """Add a line to the list the keys act on."""
        name = kind_of(key)[1].partition(SEPARATOR)[0] or next(iter(self.LISTS))
        return PartResult(draft=self.preparation.line_draft(name, self.LISTS[name].title))

    def take_away(self, key: str) -> PartResult:
        """Take a line out."""
        line = self._line_at(key)
        if line is None:
            return NOT_HERE
        name, at = line
        text = self.preparation.lines(name)[at]
        self.preparation.drop_line(name, at)
        return PartResult(taken_out(short(text)))

    def move(self, key: str, by: int) -> PartResult:
        """Move a line up (-1) or down (+1)."""
        line = self._line_at(key)
        if line is None:
            return NOT_HERE
        at = self.preparation.move_line(*line, by)
        return PartResult(cursor=f"line:{line[0]}:{at}")

    def actions(self) -> dict[str, Callable[[str], PartResult]]:
        """Return what the keys of the room do here."""
        return {
            "tick": self.activate,
            "add": self.add,
            "reword": self.activate,
            "take_away": self.take_away,
            "move_up": lambda key: self.move(key, -1),
            "move_down": lambda key: self.move(key, 1),
        }


class MedicinesPart(LinesPart):
    """Medicines and allergies."""

    NAME = "medicines"
    LISTS: ClassVar[dict[str, ListLabels]] = {
        "medicines": ListLabels(words.MEDICINES, words.ADD_MEDICINE),
        "allergies": ListLabels(words.ALLERGIES, words.ADD_ALLERGY),
    }


class HistoryPart(LinesPart):
    """The history on one page, a point a line."""

    NAME = "history"
    LISTS: ClassVar[dict[str, ListLabels]] = {
        "timeline": ListLabels(words.HISTORY, words.ADD_EVENT)
    }
    INTRO = words.HISTORY_INTRO

    def rows(self) -> tuple[Row, ...]:
        """Return the points, and how much of a page they take."""
        count = len(self.session.file.prepare.timeline)
        said = [words_row("page", words.history_lines(count))] if count else []
        return (*super().rows(), *said)
