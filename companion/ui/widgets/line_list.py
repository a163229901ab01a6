"""A list that draws its own lines: a hundred rows cost what one widget costs."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal

from rich.segment import Segment
from rich.style import Style
from textual.binding import Binding, BindingType
from textual.geometry import Offset, Region
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from companion.ui.terminal.note_area import NoteArea
from companion.ui.terminal.output_filter import visible
from companion.ui.widgets.mood_style import mood_style
from companion.ui.widgets.one_line import RULE, fit
from companion.ui.widgets.row import Row, aside_of, lines_under, spans
from companion.ui.widgets.row_layout import RowLayout, columns_of
from companion.ui.widgets.tall_scroll import TallScroll

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterable

    from textual import events

__all__ = ["LineList", "Row"]


BETWEEN = "│"
"""Stands between rows that are read together."""
MARKER = ">"
"""Stands before the row the keys act on."""
BOLD = Style(bold=True)
Away = Literal["marker", "bold", "plain"]
"""The row the keys would act on while they act elsewhere: `>` and bold, bold, or like any other."""


def _nothing(_: str) -> None:
    """Do nothing; the default for Enter."""


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
    """
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

    class Moved(Message):
        """The keys act on another row."""

        def __init__(self, lines: LineList, key: str) -> None:
            super().__init__()
            self.lines = lines
            self.key = key

        @property
        def control(self) -> LineList:
            """The list, for `@on(…, selector)`."""
            return self.lines

    chosen: Callable[[str], Awaitable[None] | None] = staticmethod(_nothing)
    """Called with the key of a row on Enter, at once: the next key is for what it opened."""

    pointed_at: Callable[[], None] | None = None
    """Called by a click while keys act elsewhere; None: they act here from then on."""
    beside_field = False
    """Whether a click chooses a row while the user types in a field above the list."""

    def __init__(
        self,
        *,
        id: str | None = None,  # noqa: A002 - Textual's name
        classes: str | None = None,
        marker: bool = True,
        away: Away = "marker",
        measure: int = 0,
    ) -> None:
        """A list without rows.

        Args:
            id: Name for queries.
            classes: Its styles.
            marker: Whether the row the keys act on has a sign.
            away: How that row looks while another widget has the focus.
            measure: Cells at which lines of prose end in a wider list; 0: they take all.
        """
        super().__init__(id=id, classes=classes)
        self._away = away
        self._marker = marker
        self._placed = RowLayout()
        self._placed.measure = measure
        self._scroll = TallScroll(self)
        self._cursor = -1
        self._base = Style()
        self._drawn_lines: dict[int, Strip] = {}

    # The mouse

    def focus_on_click(self) -> bool:
        """Return False: a field elsewhere would lose the focus before its text is kept."""
        return False

    async def on_click(self, event: events.Click) -> None:
        """Go to the row that is clicked, where keys act on it; a second click opens it."""
        event.stop()
        if not (self.has_focus or self.beside_field):
            self._point()
        if not (self.has_focus or self.beside_field):
            return
        place = event.get_content_offset(self)
        row = self.row_at(place.y, place.x) if place is not None else None
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
        before, shown = self._cursor, self._placed.rows
        self._placed.rows = tuple(rows)
        self._cursor = self._placed.nearest(key, before)
        if self._placed and before == self._cursor and shown == self._placed.rows:
            return
        self._lay_out(same=self._says_the_same(shown, before))

    def show_from_top(self, rows: Iterable[Row]) -> None:
        """Show other rows from the first line on; the keys act on the first they can go to."""
        self._cursor = -1
        self.show(rows, cursor="")
        self._show_from(0)

    def mark_cursor(self, *, marked: bool) -> None:
        """Give the row the keys act on its sign, or take it away while they act elsewhere."""
        if marked != self._marker:
            self._marker = marked
            self._draw_changes()

    def brings_cursor(self) -> bool:
        """Bring the row the keys act on into view; return whether it was out of view."""
        brought = bool(self.size.height and self._placed) and not self._in_view(self._cursor)
        if brought:
            self._show_cursor()
        return brought

    def _says_the_same(self, shown: tuple[Row, ...], before: int) -> bool:
        """Return whether the row the keys act on shows the same as before."""
        known = 0 <= before < len(shown) and 0 <= self._cursor < len(self._placed.rows)
        return known and shown[before] == self._placed.rows[self._cursor]

    @property
    def cursor_key(self) -> str | None:
        """The key of the row the keys act on."""
        return (
            self._placed.rows[self._cursor].key
            if 0 <= self._cursor < len(self._placed.rows)
            else None
        )

    def go_to(self, key: str) -> None:
        """Let the keys act on that row."""
        self._set_cursor(self._placed.nearest(key, self._cursor))

    def _set_cursor(self, index: int) -> None:
        if index == self._cursor or not 0 <= index < len(self._placed.rows):
            return
        self._cursor = index
        self._show_cursor()
        self._draw_changes()
        self.post_message(self.Moved(self, self._placed.rows[index].key))

    # Where the rows stand, and how they are drawn

    @property
    def rows(self) -> tuple[Row, ...]:
        """The rows shown."""
        return self._placed.rows

    def lines_in(self, width: int) -> int:
        """Return the lines that all rows take in a list of so many cells."""
        room = max(1, width - self.scrollbar_size_vertical - len(MARKER))
        if any(row.beside > 1 for row in self._placed.rows):
            layout = RowLayout()
            layout.rows = self._placed.rows
            layout.extend(room)
            return layout.height
        return self._placed.height_in(room)

    def line_of(self, place: int) -> int:
        """Return the line on which a row begins, from the first row on; 0 before it is laid out."""
        return self._placed.begins(place)

    @property
    def cursor_screen_offset(self) -> Offset:
        """The first line in view of the row the keys act on; without one, of the list."""
        at, room = self.scroll_offset.y, self.size.height
        line = self.line_of(self._cursor) - at if self._cursor >= 0 else 0
        column = self._placed.column_of(self._cursor)
        return self.content_region.offset + Offset(column, max(0, min(line, room - 1)))

    @property
    def _row_width(self) -> int:
        """Cells that rows have, without the sign before them."""
        return self.scrollable_content_region.width - len(MARKER)

    def _lay_out(self, *, same: bool = True) -> None:
        """Wrap all rows again.

        Args:
            same: The row the keys act on shows the same; the place in it stays in view, unless
                what answers that row has come out of view.
        """
        width = self._row_width
        self._placed.clear()
        if width <= 0:
            return
        self._place_rest(width)
        at, room = self.scroll_offset.y, self.size.height
        if not (same and self._placed.keeps_view(self._cursor, at, room)):
            self._show_cursor()
        self._draw_changes()

    def _draw_changes(self) -> None:
        """Draw the lines again that look different now: a step sends two rows, not the list."""
        room, drawn = self.size, self._drawn_lines
        changed = [y for y in range(room.height) if drawn.get(y) != self.line(y)]
        if changed:
            self.refresh(*(Region(0, y, room.width, 1) for y in changed))

    def _place_rest(self, width: int) -> None:
        """Lay out the rows that have no place yet; those above stay where they are."""
        self._placed.extend(width)
        self._scroll.be_tall(self._placed.height)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Show other lines."""
        self._scroll.move_bar()
        if round(old_value) != round(new_value):
            self.refresh(self.size.region)

    def on_resize(self, event: events.Resize) -> None:
        """Wrap the rows to another width."""
        del event
        self._drawn_lines.clear()
        self._lay_out()
        if self._placed.has(self._cursor) and self.line_of(self._cursor) < self.scroll_offset.y:
            self._bring_beginning()

    def _bring_beginning(self) -> None:
        """Show the row the keys act on from its first line, if any of it was in view."""
        if self._in_view(self._cursor):
            self._show_cursor()

    def row_at(self, y: int, x: int = 0) -> Row | None:
        """Return the row at a line and a column of the screen, counted from the list's corner."""
        at = y + self.scroll_offset.y
        return self._placed.rows[self._placed.place_at(at, x)] if at < self._placed.height else None

    def render_lines(self, crop: Region) -> list[Strip]:
        """Return the lines in view, in the styles as they are now."""
        self._base = self.rich_style
        return super().render_lines(crop)

    def render_line(self, y: int) -> Strip:
        """Return one line in view, and remember how it looks."""
        strip = self._drawn_lines[y] = self.line(y)
        return strip

    def line(self, y: int) -> Strip:
        """Return one line in view."""
        at = y + self.scroll_offset.y
        width = self.size.width
        base = self._base
        if at >= self._placed.height:
            return Strip.blank(width, base)
        place = self._placed.place_of(at)
        if self._placed.rows[place].beside == 1:
            return Strip(self._drawn(place, at, width), width)
        return self._drawn_beside(place, at, width)

    def _drawn_beside(self, place: int, at: int, width: int) -> Strip:
        """Return a line of rows that stand beside each other."""
        row = self._placed.rows[place]
        parts: list[Segment] = []
        cells = columns_of(self._placed.cells, row)
        for number, (other, room) in enumerate(
            zip(self._placed.beside(place), cells, strict=False)
        ):
            if number and row.parted:
                parts.append(Segment(BETWEEN, self._base + self._style_of("rule")))
            parts += self._drawn(other, at, room)
        return Strip(parts).adjust_cell_length(width, self._base)

    def _drawn(self, place: int, at: int, width: int) -> list[Segment]:
        """Return a line of one row, in as many cells as it has."""
        row, begins_at = self._placed.rows[place], self._placed.begins(place)
        here = self._placed.owner(place) == self._cursor
        if here and row.beside > 1:
            # Beside a longer row the bar ends with the words.
            here = at - begins_at < max(1, self._placed.lines_with_words(place))
        acts = here and self.has_focus
        marked = here and self._marker and (acts or self._away == "marker")
        marker = RULE if row.rule and begins_at == at else " "
        marker = MARKER if marked and place == self._cursor and begins_at == at else marker
        style = self._style_at(place, at, acts=acts)
        text = fit(marker + self._placed.parts(place)[at - begins_at], width)
        if begins_at != at and not row.cells:
            return self._with_right(place, text, style, under_bar=acts)
        return self._in_pieces(row, text, style, under_bar=acts)

    def _with_right(self, place: int, text: str, style: Style, *, under_bar: bool) -> list[Segment]:
        """Return a line below the first; what stands at the right of the row may have come here."""
        row = self._placed.rows[place]
        right, first = visible(row.right).rstrip(), self._placed.parts(place)[0].rstrip()
        words = text.rstrip()
        if not (row.right_mood and right and words.endswith(right)) or first.endswith(right):
            return [Segment(text, style)]
        own = self._piece_style(row.right_mood, under_bar=under_bar)
        begins = len(words) - len(right)
        return [Segment(text[:begins], style), Segment(text[begins:], style + own)]

    def _piece_style(self, mood: str, *, under_bar: bool) -> Style:
        """Return how a tinted piece of a row looks; under the bar there is one color."""
        # What a piece says there, its sign says.
        own = BOLD if under_bar else self._style_of(mood)
        if mood == "muted":
            own = Style(bold=False) if under_bar else own + Style(bold=False)
        return own

    def _in_pieces(self, row: Row, text: str, style: Style, *, under_bar: bool) -> list[Segment]:
        """Return the pieces of a line of a row; under the bar, where they have one color."""
        column = aside_of(row)
        stands = bool(column) and column in text
        text, column, after = text.rpartition(column) if stands else (text, "", "")
        parts, done = [], 0
        for begins, ends, mood in spans(row, text, len(MARKER) + len(visible(row.lead))):
            own = self._piece_style(mood, under_bar=under_bar)
            parts += [(text[done:begins], style), (text[begins:ends], style + own)]
            done = ends
        parts.append((text[done:], style))
        if column:
            parts += [(piece, self._base + self._style_of(mood)) for piece, mood in row.aside]
            parts.append((after, self._base))
        return [Segment(part, how) for part, how in parts if part]

    def _style_at(self, place: int, line: int, *, acts: bool) -> Style:
        """Return how a line of a row looks, its tinted pieces aside."""
        row, style = self._placed.rows[place], self._base
        if row.mood:
            style += self._style_of(row.mood)
        if row.rule:
            style += self._style_of("rule" if line == self._placed.begins(place) else "muted")
        if acts:
            style += self._style_of("cursor")
        elif place == self._cursor and self._away != "plain":
            style += self._style_of("here")
        if line == self._placed.begins(place):
            return style
        if self._is_under(place, line):
            return style if acts else style + self._style_of("muted")
        return style + BOLD if row.strong and row.strong == row.text else style

    def _is_under(self, place: int, line: int) -> bool:
        """Return whether a line of a row stands below its words."""
        row = self._placed.rows[place]
        if not row.under:
            return False
        under = len(lines_under(row, self._placed.room_of(place)))
        return line >= self._placed.begins(place) + self._placed.lines_with_words(place) - under

    def _style_of(self, mood: str) -> Style:
        return mood_style(mood, self.app)

    # Which lines are in view

    def _in_view(self, place: int) -> bool:
        """Return whether a part of a row is in view."""
        return self._placed.shows(place, self.scroll_offset.y, self.size.height)

    def _view_of(self, place: int) -> int:
        return self._placed.top_for(place, self.scroll_offset.y, self.size.height)

    def _show_cursor(self) -> None:
        if self._placed.has(self._cursor):
            self._show_from(self._view_of(self._cursor))

    def _show_from(self, line: int) -> None:
        """Show the lines from that one on."""
        if line != self.scroll_offset.y:
            self.scroll_to(y=line, animate=False, force=True, immediate=True)

    def on_focus(self) -> None:
        """Draw the cursor row as it looks with the focus."""
        self._draw_changes()

    def on_blur(self) -> None:
        """Draw the cursor row as it looks without the focus."""
        self._draw_changes()

    # Keys

    def action_move(self, by: int) -> None:
        """Move one row up or down; scroll where that row is out of view."""
        index = self._placed.next_selectable(self._cursor, by)
        if index < 0 or self._skips(index, by):
            self._read_on(by)
        else:
            self._set_cursor(index)

    def action_page(self, by: int) -> None:
        """Move a page up or down."""
        goal = self._cursor
        travelled = 0
        while travelled < max(1, self.size.height - 1):
            index = self._placed.next_selectable(goal, by)
            if index < 0 or self._skips(index, by):
                break
            known = self._placed.has(goal) and self._placed.has(index)
            travelled += abs(self._placed.begins(index) - self._placed.begins(goal)) if known else 1
            goal = index
        if goal == self._cursor:
            self._read_on(by)
        else:
            self._set_cursor(goal)

    def _skips(self, place: int, by: int) -> bool:
        """Return whether going to a row would skip lines that were not in view."""
        if not self._placed.has(place):
            return False
        at, room, goal = self.scroll_offset.y, self.size.height, self._view_of(place)
        return goal > at + room if by > 0 else goal + room < at

    def _read_on(self, by: int) -> None:
        """Scroll half a view up or down, or to the end of the list where that is near."""
        at, room = self.scroll_offset.y, self.size.height
        left = at if by < 0 else max(0, self._placed.height - room - at)
        self._show_from(at + by * (left if left < room else max(1, room // 2)))

    def action_edge(self, by: int) -> None:
        """Go to the first or the last row, and show the lines above or below it."""
        start = -1 if by < 0 else len(self._placed.rows)
        self._set_cursor(self._placed.next_selectable(start, -by))
        self._show_from(0 if by < 0 else max(0, self._placed.height - self.size.height))
        if not self._in_view(self._cursor):
            self._show_cursor()

    async def action_choose(self) -> None:
        """Choose the row the keys act on; one that is out of view is only shown."""
        if self.cursor_key is not None and not self.brings_cursor():
            await self.choose(self.cursor_key)

    async def choose(self, key: str) -> None:
        """Call `chosen` with a key."""
        done = self.chosen(key)
        if done is not None:
            await done
