"""Rows as lines on the screen: wrapped once, drawn a line at a time."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Offset
from textual.strip import Strip

from companion.ui.terminal.output_filter import visible
from companion.ui.widgets.one_line import fit
from companion.ui.widgets.row import Row, wrap_row
from companion.ui.widgets.tall_view import TallView

if TYPE_CHECKING:
    from textual import events
    from textual.geometry import Region

MARKER = ">"
"""Stands before the row the keys act on."""
BOLD = Style(bold=True)
HEADINGS = ("strong", "heading")
"""Moods of rows that head what stands below them."""


class DrawnRows(TallView, inherit_bindings=False):
    """Rows, one of which is marked."""

    def __init__(
        self,
        *,
        id: str | None = None,  # noqa: A002 - Textual's name
        marker: bool = True,
        marker_stays: bool = True,
    ) -> None:
        """A list without rows.

        Args:
            id: Name for queries.
            marker: Whether the row the keys act on has a sign.
            marker_stays: Whether it has it while another widget has the focus.
        """
        super().__init__(id=id)
        self._marker_stays = marker_stays
        self._rows: tuple[Row, ...] = ()
        self._parts: list[tuple[str, ...]] = []
        self._first: list[int] = []
        self._height = 0
        self._wrapped: dict[str, tuple[Row, int, tuple[str, ...]]] = {}
        self._cursor = -1
        self._marker = marker
        self._base = Style()

    @property
    def rows(self) -> tuple[Row, ...]:
        """The rows shown."""
        return self._rows

    def line_of(self, place: int) -> int:
        """The line on which a row begins, counted from the first row; 0 before it is drawn."""
        return self._first[place] if place < len(self._first) else 0

    @property
    def cursor_screen_offset(self) -> Offset:
        """The first line in view of the row the keys act on; without one, of the list."""
        at, room = self.scroll_offset.y, self.size.height
        line = self.line_of(self._cursor) - at if self._cursor >= 0 else 0
        return self.content_region.offset + Offset(0, max(0, min(line, room - 1)))

    def _lines_of(self, row: Row, width: int) -> tuple[str, ...]:
        known = self._wrapped.get(row.key)
        if known is None or known[1] != width or (known[0] is not row and known[0] != row):
            known = self._wrapped[row.key] = (row, width, wrap_row(row, width))
        return known[2]

    def _lay_out(self, *, same: bool = True) -> None:
        """Wrap all rows again.

        Args:
            same: The row the keys act on says what it said: where one reads in it stays.
        """
        width = self.scrollable_content_region.width - 1
        self._parts, self._first, self._height = [], [], 0
        if width <= 0:
            return
        self._lay_out_from(0, width)
        if not (same and self._in_view(self._cursor)):
            self._show_cursor()
        self.refresh()

    def _lay_out_from(self, place: int, width: int) -> None:
        """Find out where the rows from that one on begin; those before stay where they are."""
        parts = [self._lines_of(row, width) for row in self._rows[place:]]
        ends = [*accumulate(map(len, parts), initial=self._height)]
        self._parts += parts
        self._first += ends[:-1]
        self._height = ends[-1]
        self.be_tall(self._height)

    def on_resize(self, event: events.Resize) -> None:
        """Wrap the rows to another width."""
        del event
        self._lay_out()

    def row_at(self, y: int) -> Row | None:
        """The row that a line of the screen belongs to, counted from the top of the list."""
        at = y + self.scroll_offset.y
        return self._rows[self._place_of(at)] if at < self._height else None

    def _place_of(self, line: int) -> int:
        return bisect_right(self._first, line) - 1

    def render_lines(self, crop: Region) -> list[Strip]:
        """The lines in view, from the styles as they are now."""
        self._base = self.rich_style
        return super().render_lines(crop)

    def render_line(self, y: int) -> Strip:
        """One line of the list."""
        at = y + self.scroll_offset.y
        width = self.size.width
        base = self._base
        if at >= self._height:
            return Strip.blank(width, base)
        place = self._place_of(at)
        row, begins_at = self._rows[place], self._first[place]
        here = place == self._cursor
        marked = here and self._marker and (self.has_focus or self._marker_stays)
        marker = MARKER if marked and begins_at == at else " "
        style = base
        if row.mood:
            style += self.get_component_rich_style(f"line-list--{row.mood}", partial=True)
        if here:
            name = "cursor" if self.has_focus else "cursor-blurred"
            style += self.get_component_rich_style(f"line-list--{name}", partial=True)
        text = fit(marker + self._parts[place][at - begins_at], width)
        begins = len(MARKER) + len(visible(row.lead))
        if not row.strong or begins_at != at:
            return Strip([Segment(text, style)], width)
        ends = begins + len(visible(row.strong))
        parts = ((text[:begins], style), (text[begins:ends], style + BOLD), (text[ends:], style))
        return Strip([Segment(part, how) for part, how in parts], width)

    # Which lines are in view

    def _in_view(self, place: int) -> bool:
        """Whether a part of a row is in view."""
        at = self.scroll_offset.y
        return 0 <= place < len(self._first) and (
            self._first[place] < at + self.size.height
            and self._first[place] + len(self._parts[place]) > at
        )

    def _view_of(self, place: int) -> int:
        """The line at the top of a view that shows a row, moved no further than needed.

        The headings right above a row come with it: they say whose it is.
        """
        begins = place
        while begins and _is_heading(self._rows[begins - 1]):
            begins -= 1
        at, room = self.scroll_offset.y, self.size.height
        top, end = self._first[begins], self._first[place] + len(self._parts[place])
        return top if top < at or end - top >= room else max(at, end - room)

    def _show_cursor(self) -> None:
        if 0 <= self._cursor < len(self._first):
            self._show_from(self._view_of(self._cursor))

    def _show_from(self, line: int) -> None:
        """Show the lines from that one on."""
        if line != self.scroll_offset.y:
            self.scroll_to(y=line, animate=False, force=True, immediate=True)

    def on_focus(self) -> None:
        """The cursor row looks different with the focus."""
        self.refresh()

    def on_blur(self) -> None:
        """The cursor row looks different without the focus."""
        self.refresh()


def _is_heading(row: Row) -> bool:
    return not row.selectable and bool(row.text) and row.mood in HEADINGS
