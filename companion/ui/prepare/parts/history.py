"""The history of the illness on one page."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from companion.ui.prepare.parts.lines import LinesPart, ListLabels
from companion.ui.prepare.rows import words_row
from companion.words import prepare as words

if TYPE_CHECKING:
    from companion.ui.widgets.line_list import Row


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
