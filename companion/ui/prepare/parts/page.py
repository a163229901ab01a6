"""The page for the doctor, and the row that leads to all other papers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain.date_input import day_of
from companion.ui.prepare.part import Part
from companion.ui.prepare.rows import paper_row, words_row
from companion.words import prepare as words
from companion.words.days import long_day

if TYPE_CHECKING:
    from companion.ui.widgets.line_list import Row


class PagePart(Part):
    """The papers to hand over and to send."""

    NAME = "page"

    def rows(self) -> tuple[Row, ...]:
        """Return a row for the page, one for all papers, and when the page was made last."""
        made = day_of(self.session.file.prepare.page_printed_at)
        last = words.page_made(long_day(made, self.session.context.today())) if made else ""
        return (
            paper_row("doctor", words.SEE_PAGE),
            *([words_row("last", last)] if last else []),
            words_row("why", words.WHY_PAGE),
            paper_row("", words.ALL_PAPERS),
        )
