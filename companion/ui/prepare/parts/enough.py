"""Enough for today: what is done, what comes next, the way out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain.progress import PartProgress, PreparationPart, Stand
from companion.ui.prepare.part import DONE, Part, PartResult
from companion.ui.prepare.part_list import PartList
from companion.ui.prepare.rows import add_row, blank, heading, kind_of, words_row
from companion.words import prepare as words
from companion.words.rooms import BETWEEN

if TYPE_CHECKING:
    from companion.services.case.session import CaseSession
    from companion.ui.widgets.line_list import Row

TIME = PreparationPart.TIME
"""The part that is never said to be able to wait."""


class EnoughPart(Part):
    """Enough for today: what is done, what comes next."""

    NAME = "enough"

    def __init__(self, session: CaseSession) -> None:
        super().__init__(session)
        self.parts = PartList(session)

    def rows(self) -> tuple[Row, ...]:
        """Return what is ready and begun, and the way out."""
        main, following = self.parts.main, self.parts.next_main
        begun = [each for each in (*main, *self.parts.extra) if each.stand is not Stand.NOT_BEGUN]
        later = [each.part for each in main if each.stand is Stand.NOT_BEGUN]
        waits = [self.parts.name_of(part) for part in later if part not in (TIME, following)]
        return (
            heading("enough", words.ENOUGH_TITLE),
            add_row("home:", words.ENOUGH_GO),
            blank("done"),
            words_row("begun", words.DONE_SO_FAR if begun else words.NOTHING_YET),
            *(words_row(f"done-{each.part}", self._line(each)) for each in begun),
            blank("waits"),
            *([words_row("next", self._next_words(following))] if following else []),
            *([words_row("wait", f"{words.WAITS} {BETWEEN.join(waits)}")] if waits else []),
        )

    def _next_words(self, following: PreparationPart) -> str:
        if following is TIME:
            return words.TIME_FIRST
        return words.next_is(self.parts.name_of(following))

    def _line(self, each: PartProgress) -> str:
        said = words.done_words(each.part, self.parts.name_of(each.part), each.done, each.of)
        return f"{words.MARKS[each.stand.value]} {said}"

    def activate(self, key: str) -> PartResult:
        """Go to Home."""
        return PartResult(leave="home") if kind_of(key)[0] == "home" else DONE
