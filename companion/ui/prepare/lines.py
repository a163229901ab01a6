"""Parts kept line by line: medicines and allergies, history."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from companion.services.prepare.preparation import short
from companion.ui.prepare.part import (
    DONE,
    NOT_HERE,
    SEPARATOR,
    Acted,
    Part,
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


class Lines(Part):
    """Parts kept line by line: medicines and allergies, history."""

    TAKES_WORDS = True
    LISTS: ClassVar[tuple[tuple[str, str, str], ...]] = ()
    """Name of the answer, its heading, and the words on the row that adds a line."""
    INTRO: ClassVar[str] = ""

    def rows(self) -> tuple[Row, ...]:
        """The lines, and a row for one more."""
        rows: list[Row] = [words_row("intro", self.INTRO)] if self.INTRO else []
        for name, title, more in self.LISTS:
            rows.append(heading(name, title))
            lines = getattr(self.session.file.prepare, name)
            none = words.NONE_OF.get(name, "")
            has_none = lines == (none,)
            if none and (has_none or not lines):
                rows.append(choice_row(f"none:{name}", none, chosen=has_none))
            if not has_none:
                rows += [add_row(f"line:{name}:{at}", f"- {line}") for at, line in enumerate(lines)]
                rows.append(add_row(f"add:{name}", more))
        return tuple(rows)

    def _line(self, key: str) -> tuple[str, int] | None:
        kind, which = kind_of(key)
        name, _, at = which.partition(SEPARATOR)
        return (name, int(at)) if kind == "line" else None

    def choose(self, key: str) -> Acted:
        """Change a line, or add one."""
        line = self._line(key)
        kind, name = kind_of(key)
        if kind == "none":
            none = words.NONE_OF[name]
            self.preparation.set_answer(name, "" if self.preparation.answer(name) == none else none)
            return DONE
        if line is None:
            return self.add(key)
        return Acted(draft=self.preparation.line_draft(line[0], self._label(line[0]), line[1]))

    def _label(self, name: str) -> str:
        return next(title for each, title, _ in self.LISTS if each == name)

    def add(self, key: str) -> Acted:
        """Add a line to the list the keys act on."""
        name = kind_of(key)[1].partition(SEPARATOR)[0] or self.LISTS[0][0]
        return Acted(draft=self.preparation.line_draft(name, self._label(name)))

    def take_away(self, key: str) -> Acted:
        """Take a line out."""
        line = self._line(key)
        if line is None:
            return NOT_HERE
        name, at = line
        text = getattr(self.session.file.prepare, name)[at]
        self.preparation.drop_line(name, at)
        return Acted(taken_out(short(text)))

    def move(self, by: int) -> Callable[[str], Acted]:
        """What moves a line up or down."""

        def act(key: str) -> Acted:
            line = self._line(key)
            if line is None:
                return NOT_HERE
            at = self.preparation.move_line(*line, by)
            return Acted(cursor=f"line:{line[0]}:{at}")

        return act

    def acts(self) -> dict[str, Callable[[str], Acted]]:
        """The keys of the room that do something here."""
        return {
            "tick": self.choose,
            "add": self.add,
            "reword": self.choose,
            "take_away": self.take_away,
            "move_up": self.move(-1),
            "move_down": self.move(1),
        }


class Medicines(Lines):
    """Medicines and allergies."""

    NAME = "medicines"
    LISTS = (
        ("medicines", words.MEDICINES, words.ADD_MEDICINE),
        ("allergies", words.ALLERGIES, words.ADD_ALLERGY),
    )


class History(Lines):
    """The history on one page."""

    NAME = "history"
    LISTS = (("timeline", words.HISTORY, words.ADD_POINT),)
    INTRO = words.HISTORY_INTRO

    def rows(self) -> tuple[Row, ...]:
        """The points, and how much of a page they take."""
        count = len(self.session.file.prepare.timeline)
        said = [words_row("page", words.history_lines(count))] if count else []
        return (*super().rows(), *said)
