"""The page for the doctor as a part, and the way to all other papers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain.when import day_of
from companion.ui.prepare.part import Acted, Part, add_row, kind_of, words_row
from companion.words import prepare as words
from companion.words.days import long_day

if TYPE_CHECKING:
    from collections.abc import Callable

    from companion.ui.widgets.line_list import Row


class Page(Part):
    """What to hand over, and what to send."""

    NAME = "page"

    def rows(self) -> tuple[Row, ...]:
        """A row for the page, one for all papers, and when the page was made last."""
        made = day_of(self.session.file.prepare.page_printed_at)
        last = words.page_made(long_day(made, self.preparing.today())) if made else ""
        return (
            add_row("paper:doctor", words.SEE_PAGE),
            *([words_row("last", last)] if last else []),
            words_row("why", words.WHY_PAGE),
            add_row("paper:", words.ALL_PAPERS),
        )

    def choose(self, key: str) -> Acted:
        """Show the page, or all papers."""
        kind, name = kind_of(key)
        return Acted(paper=name if kind == "paper" else None)

    def acts(self) -> dict[str, Callable[[str], Acted]]:
        """The keys of the room that do something here."""
        return {"tick": self.choose}
