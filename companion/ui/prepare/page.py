"""The page for the doctor as a part."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain.when import day_of
from companion.services.page_making import PageMaking
from companion.ui.prepare.part import DONE, Acted, Part, add_row, blank, kind_of, words_row
from companion.ui.widgets.line_list import Row
from companion.words import page as words
from companion.words.days import long_day

if TYPE_CHECKING:
    from collections.abc import Callable

    from companion.services.session import Session


class Page(Part):
    """The page as it is now, and making it."""

    NAME = "page"

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.making = PageMaking(session)

    def rows(self) -> tuple[Row, ...]:
        """What the page says, and a row that makes it."""
        made = day_of(self.session.file.prepare.page_printed_at)
        last = f"{words.LAST}: {long_day(made, self.preparing.today())}" if made else ""
        return (
            add_row("make:", words.MAKE),
            *([words_row("last", last)] if last else []),
            blank("page"),
            words_row("title", words.TITLE),
            *(Row(f"line:{at}", line, lead=" | ") for at, line in enumerate(self.making.lines())),
        )

    def choose(self, key: str) -> Acted:
        """Make the page."""
        return Acted(draft=self.making.draft()) if kind_of(key)[0] == "make" else DONE

    def acts(self) -> dict[str, Callable[[str], Acted]]:
        """The keys of the room that do something here."""
        return {"tick": self.choose, "add": lambda _: self.choose("make:")}
