"""A list that draws its own lines: a hundred rows cost what one widget costs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from rich.segment import Segment
from textual.binding import Binding, BindingType
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from companion.ui.widgets.one_line import fit
from companion.ui.widgets.row import Row, wrap_row

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual import events

__all__ = ["LineList", "Row"]

MARKER = ">"
"""Stands before the row the keys act on."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line on the screen."""

    row: int
    """Which row it belongs to, from 0."""
    text: str
    """What stands in it."""


class LineList(ScrollView, can_focus=True, inherit_bindings=False):
    """Rows, one of which the keys act on."""

    DEFAULT_CSS = """
    LineList {
        height: 1fr;
        background: $background;
        color: $foreground;
        scrollbar-size-vertical: 1;
        scrollbar-size-horizontal: 0;
        scrollbar-gutter: stable;
    }
    LineList > .line-list--muted { color: $text-muted; }
    LineList > .line-list--strong { text-style: bold; }
    LineList > .line-list--heading { text-style: bold; color: $foreground; }
    LineList > .line-list--cursor {
        background: $block-cursor-background;
        color: $block-cursor-foreground;
    }
    LineList > .line-list--cursor-blurred {
        background: $block-cursor-blurred-background;
        color: $block-cursor-blurred-foreground;
    }
    LineList:nocolor > .line-list--cursor { text-style: reverse; }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "line-list--muted",
        "line-list--strong",
        "line-list--heading",
        "line-list--cursor",
        "line-list--cursor-blurred",
    }
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", show=False),
        Binding("down", "move(1)", show=False),
        Binding("pageup", "page(-1)", show=False),
        Binding("pagedown", "page(1)", show=False),
        Binding("home", "edge(-1)", show=False),
        Binding("end", "edge(1)", show=False),
        Binding("enter", "choose", show=False),
    ]

    @dataclass
    class Chosen(Message):
        """Enter was pressed on a row."""

        lines: LineList
        """The list."""
        key: str
        """The row's key."""

        @property
        def control(self) -> LineList:
            """The list, for `@on(…, selector)`."""
            return self.lines

    @dataclass
    class Moved(Message):
        """The keys act on another row."""

        lines: LineList
        """The list."""
        key: str
        """The row's key."""

        @property
        def control(self) -> LineList:
            """The list, for `@on(…, selector)`."""
            return self.lines

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
        self._lines: list[Line] = []
        self._first: list[int] = []
        self._wrapped: dict[tuple[str, str, str, str, int], tuple[str, ...]] = {}
        self._cursor = -1
        self._marker = marker

    # What rooms use.

    def show(self, rows: Iterable[Row], *, cursor: str | None = None) -> None:
        """Show other rows; the cursor stays on its row, or goes to the one with that key."""
        key = cursor if cursor is not None else self.cursor_key
        before = self._cursor
        self._rows = tuple(rows)
        self._cursor = self._index(key, before)
        self._lay_out()

    @property
    def rows(self) -> tuple[Row, ...]:
        """The rows shown."""
        return self._rows

    @property
    def cursor_key(self) -> str | None:
        """The key of the row the keys act on."""
        return self._rows[self._cursor].key if 0 <= self._cursor < len(self._rows) else None

    def go_to(self, key: str) -> None:
        """Let the keys act on that row."""
        self._set_cursor(self._index(key, self._cursor))

    def bring_into_view(self, key: str) -> None:
        """Scroll so that a row stands at the top, also one the keys cannot go to."""
        place = next((n for n, row in enumerate(self._rows) if row.key == key), None)
        if place is not None:
            self.scroll_to(y=self.line_of(place), animate=False, force=True, immediate=True)

    def line_of(self, place: int) -> int:
        """The line on which a row begins, counted from the first row; 0 before it is drawn."""
        return self._first[place] if place < len(self._first) else 0

    # Layout

    def _index(self, key: str | None, before: int) -> int:
        for index, row in enumerate(self._rows):
            if row.key == key and row.selectable:
                return index
        candidates = [index for index, row in enumerate(self._rows) if row.selectable]
        return min(candidates, key=lambda index: abs(index - max(0, before)), default=-1)

    def _lines_of(self, row: Row, width: int) -> tuple[str, ...]:
        key = (row.lead, row.text, row.right, row.mood, width)
        lines = self._wrapped.get(key)
        if lines is None:
            lines = self._wrapped[key] = wrap_row(row, width)
        return lines

    def _lay_out(self) -> None:
        width = self.scrollable_content_region.width - 1
        self._lines, self._first = [], []
        if width <= 0:
            return
        for index, row in enumerate(self._rows):
            self._first.append(len(self._lines))
            self._lines += [Line(index, text) for text in self._lines_of(row, width)]
        self.virtual_size = Size(width + 1, len(self._lines))
        self._show_cursor()
        self.refresh()

    def on_resize(self, event: events.Resize) -> None:
        """Wrap the rows to another width."""
        del event
        self._wrapped.clear()
        self._lay_out()

    def render_line(self, y: int) -> Strip:
        """One line of the list."""
        at = y + self.scroll_offset.y
        width = self.size.width
        base = self.rich_style
        if at >= len(self._lines):
            return Strip.blank(width, base)
        line = self._lines[at]
        row = self._rows[line.row]
        here = line.row == self._cursor
        marked = here and self._marker and (self.has_focus or self._marker_stays)
        marker = MARKER if marked and self._first[line.row] == at else " "
        style = base
        if row.mood:
            style += self.get_component_rich_style(f"line-list--{row.mood}", partial=True)
        if here:
            name = "cursor" if self.has_focus else "cursor-blurred"
            style += self.get_component_rich_style(f"line-list--{name}", partial=True)
        return Strip([Segment(fit(marker + line.text, width), style)], width)

    def _show_cursor(self) -> None:
        if 0 <= self._cursor < len(self._first):
            top = self._first[self._cursor]
            end = self._first[self._cursor + 1 :][:1] or [len(self._lines)]
            self.scroll_to_region(
                Region(0, top, 1, max(1, end[0] - top)), animate=False, force=True
            )

    def _set_cursor(self, index: int) -> None:
        if index == self._cursor or not 0 <= index < len(self._rows):
            return
        self._cursor = index
        self._show_cursor()
        self.refresh()
        self.post_message(self.Moved(self, self._rows[index].key))

    def _step(self, start: int, by: int) -> int:
        index = start + by
        while 0 <= index < len(self._rows):
            if self._rows[index].selectable:
                return index
            index += by
        return -1

    # Keys

    def action_move(self, by: int) -> None:
        """One row up or down."""
        index = self._step(self._cursor, by)
        if index >= 0:
            self._set_cursor(index)
        elif by < 0:
            self.scroll_home(animate=False)

    def action_page(self, by: int) -> None:
        """A page up or down."""
        goal = self._cursor
        travelled = 0
        while travelled < max(1, self.size.height - 1):
            index = self._step(goal, by)
            if index < 0:
                break
            travelled += abs(self._first[index] - self._first[goal]) if goal >= 0 else 1
            goal = index
        self._set_cursor(goal)

    def action_edge(self, by: int) -> None:
        """The first or the last row."""
        start = -1 if by < 0 else len(self._rows)
        self._set_cursor(self._step(start, -by))

    def action_choose(self) -> None:
        """Say that the row was chosen."""
        if self.cursor_key is not None:
            self.post_message(self.Chosen(self, self.cursor_key))

    def on_focus(self) -> None:
        """The cursor row looks different with the focus."""
        self.refresh()

    def on_blur(self) -> None:
        """The cursor row looks different without the focus."""
        self.refresh()
