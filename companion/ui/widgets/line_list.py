"""A list that draws its own lines: a hundred rows cost what one widget costs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.message import Message

from companion.ui.terminal.note_area import NoteArea
from companion.ui.widgets.drawn_rows import DrawnRows
from companion.ui.widgets.row import Row

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterable

    from textual import events

__all__ = ["LineList", "Row"]


def _nothing(_: str) -> None:
    """What Enter does until somebody says what."""


class LineList(DrawnRows, can_focus=True, inherit_bindings=False):
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
    keys_in_order: ClassVar[bool] = True
    """It uses keys through its bindings alone; the app runs those at once."""
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

    chosen: Callable[[str], Awaitable[None] | None] = staticmethod(_nothing)
    """What Enter on a row does with its key, at once, so that the next key meets what it opened."""

    pointed_at: Callable[[], None] | None = None
    """What a click does while keys act elsewhere; None: they act here from then on."""
    beside_field = False
    """Whether a click chooses among its rows while one types in a field above it."""

    # The mouse

    def focus_on_click(self) -> bool:
        """Never by itself: what is written elsewhere would be left without being kept."""
        return False

    async def on_click(self, event: events.Click) -> None:
        """Go to the row that is clicked, where keys act on it; a second click opens it."""
        event.stop()
        if not (self.has_focus or self.beside_field):
            self._point()
        if not (self.has_focus or self.beside_field):
            return
        place = event.get_content_offset(self)
        row = self.row_at(place.y) if place is not None else None
        if row is None or not row.selectable:
            return
        if event.chain > 1 and row.key == self.cursor_key:
            await self.choose(row.key)
        else:
            self.go_to(row.key)

    def _point(self) -> None:
        if self.pointed_at is not None:
            self.pointed_at()
        elif self.can_focus and not isinstance(self.screen.focused, NoteArea):
            self.screen.set_focus(self)

    # What rooms use.

    def show(self, rows: Iterable[Row], *, cursor: str | None = None) -> None:
        """Show other rows; the cursor stays on its row, or goes to the one with that key."""
        key = cursor if cursor is not None else self.cursor_key
        before, shown = self._cursor, self._rows
        self._rows = tuple(rows)
        self._cursor = self._index(key, before)
        if self._first and before == self._cursor and shown == self._rows:
            return
        self._lay_out(same=self._says_the_same(shown, before))

    def show_from_top(self, rows: Iterable[Row]) -> None:
        """Show other rows from the first line on; the keys act on the first they can go to."""
        self._cursor = -1
        self.show(rows, cursor="")
        self._show_from(0)

    def brings_cursor(self) -> bool:
        """Whether the row the keys act on had to be brought into view first."""
        brought = bool(self.size.height and self._first) and not self._in_view(self._cursor)
        if brought:
            self._show_cursor()
        return brought

    def _says_the_same(self, shown: tuple[Row, ...], before: int) -> bool:
        """Whether the row the keys act on is the one they acted on."""
        known = 0 <= before < len(shown) and 0 <= self._cursor < len(self._rows)
        return known and shown[before] == self._rows[self._cursor]

    @property
    def cursor_key(self) -> str | None:
        """The key of the row the keys act on."""
        return self._rows[self._cursor].key if 0 <= self._cursor < len(self._rows) else None

    def go_to(self, key: str) -> None:
        """Let the keys act on that row."""
        self._set_cursor(self._index(key, self._cursor))

    def _index(self, key: str | None, before: int) -> int:
        for index, row in enumerate(self._rows):
            if row.key == key and row.selectable:
                return index
        candidates = [index for index, row in enumerate(self._rows) if row.selectable]
        return min(candidates, key=lambda index: abs(index - max(0, before)), default=-1)

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
        """One row up or down; past lines that no key goes to, and in a long row, by reading on."""
        index = self._step(self._cursor, by)
        if index < 0 or self._skips(index, by):
            self._read_on(by)
        else:
            self._set_cursor(index)

    def action_page(self, by: int) -> None:
        """A page up or down."""
        goal = self._cursor
        travelled = 0
        while travelled < max(1, self.size.height - 1):
            index = self._step(goal, by)
            if index < 0 or self._skips(index, by):
                break
            known = goal >= 0 and max(goal, index) < len(self._first)
            travelled += abs(self._first[index] - self._first[goal]) if known else 1
            goal = index
        if goal == self._cursor:
            self._read_on(by)
        else:
            self._set_cursor(goal)

    def _skips(self, place: int, by: int) -> bool:
        """Whether going to a row would pass lines that were not in view."""
        if place >= len(self._first):
            return False
        at, room, goal = self.scroll_offset.y, self.size.height, self._view_of(place)
        return goal > at + room if by > 0 else goal + room < at

    def _read_on(self, by: int) -> None:
        """Half a view up or down, or to the end of the list where that is near."""
        at, room = self.scroll_offset.y, self.size.height
        left = at if by < 0 else max(0, self._height - room - at)
        self._show_from(at + by * (left if left < room else max(1, room // 2)))

    def action_edge(self, by: int) -> None:
        """The first or the last row, and what stands above or below it."""
        start = -1 if by < 0 else len(self._rows)
        self._set_cursor(self._step(start, -by))
        self._show_from(0 if by < 0 else max(0, self._height - self.size.height))
        if not self._in_view(self._cursor):
            self._show_cursor()

    async def action_choose(self) -> None:
        """Enter on a row; one that is out of view is only shown."""
        if self.cursor_key is not None and not self.brings_cursor():
            await self.choose(self.cursor_key)

    async def choose(self, key: str) -> None:
        """Do what Enter does with a key."""
        done = self.chosen(key)
        if done is not None:
            await done
