"""A reader: it scrolls a text, and no row in it can be chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.ui.widgets.line_list import LineList

if TYPE_CHECKING:
    from textual.geometry import Offset


class Reader(LineList):
    """Lines of a text; the arrows scroll, Enter goes on to the next place that was found."""

    @property
    def cursor_screen_offset(self) -> Offset:
        """The first line in view."""
        return self.content_region.offset

    def action_move(self, by: int) -> None:
        """Scroll one line up or down."""
        self.scroll_relative(y=by, animate=False)

    def action_page(self, by: int) -> None:
        """Scroll a page up or down, with one line kept in view."""
        self.scroll_relative(y=by * max(1, self.size.height - 1), animate=False)

    def action_edge(self, by: int) -> None:
        """Scroll to the beginning or the end."""
        if by < 0:
            self.scroll_home(animate=False)
        else:
            self.scroll_end(animate=False)

    async def action_choose(self) -> None:
        """Enter, which has no row here."""
        await self.choose("")

    def show_row(self, place: int) -> None:
        """Scroll so that a row stands at the top."""
        self.scroll_to(y=self.line_of(place), animate=False)
