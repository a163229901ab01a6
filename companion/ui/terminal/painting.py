"""Drawing the rows of a text area one by one, each kept as long as it shows the same.

Textual's own area draws every line anew for every key, and adds up the height of the document for
each line drawn.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from companion.ui.terminal.output_filter import visible

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.widgets import TextArea
    from textual.widgets.text_area import Selection

    from companion.ui.terminal.visible_wrap import MeasuredWrapping


class LinePainter:
    """Draws the rows of one text area: no highlighting, no line numbers."""

    def __init__(self, area: TextArea) -> None:
        self._area = area
        self._look: tuple[object, ...] | None = None

    def forget_look(self) -> None:
        """Forget how lines looked before."""
        self._look = None

    def follow_look(self) -> None:
        """Take on the styles of the area as they are now."""
        area = self._area
        look = (area.theme, area.has_focus, area.app.theme, area.background_colors, area.read_only)
        if look != self._look:
            self._look = look
            area._theme.apply_css(area)
            area._line_cache.clear()

    def row(self, wrapped: MeasuredWrapping, y: int) -> Strip:
        """Return one visible row, `y` counted from the top of the area."""
        area = self._area
        scroll_x, scroll_y = area.scroll_offset
        place = wrapped.place_of(scroll_y + y)
        if place is None:
            return Strip.blank(area.size.width, area._theme.base_style)
        line, part = place
        text = area.document.get_line(line)
        first, last = wrapped.columns_of(line, part)
        shown = visible(text[first:last]) + (" " if last > len(text) else "")
        tabs = self._tabs_of(wrapped, line, first) if "\t" in shown else ()
        start, end = area.selection
        is_selected = start != end and _touches(area.selection, line)
        cursor = end[1] - first if end[0] == line and first <= end[1] < last else None
        key = (
            shown,
            tabs,
            (area.selection, line, first) if is_selected else None,
            None if cursor is None or not area._has_cursor else cursor,
            cursor is not None and area._draw_cursor,
            self._marks_line(line),
            area.size.width,
            scroll_x,
            area.soft_wrap,
        )
        strip = area._line_cache.get(key)
        if strip is None:
            strip = area._line_cache[key] = self._draw(shown, tabs, line, first)
        return strip

    def _tabs_of(self, wrapped: MeasuredWrapping, line: int, first: int) -> tuple[int, ...]:
        """How wide each TAB of a line is, from a column on."""
        before = self._area.document.get_line(line).count("\t", 0, first)
        return tuple(wrapped.get_tab_widths(line)[before:])

    def _draw(self, shown: str, widths: tuple[int, ...], line: int, first: int) -> Strip:
        theme = self._area._theme
        base = theme.base_style or Style()
        under = theme.cursor_line_style if self._marks_line(line) else None
        plain = base if under is None else base + under
        styles = self._styles_of(line, plain)
        pieces = _cut(shown, first, [begins for begins, _ in styles])
        tabs = iter(widths)
        strip = Strip(
            [
                Segment(_with_tabs(piece, tabs), style)
                for piece, (_, style) in zip(pieces, styles, strict=True)
                if piece
            ]
        )
        width = self._area.scrollable_content_region.width
        if not self._area.soft_wrap:
            scroll_x = self._area.scroll_offset.x
            strip = strip.crop(scroll_x, scroll_x + width)
        return strip.adjust_cell_length(width, plain).simplify()

    def _marks_line(self, line: int) -> bool:
        return (
            self._area.highlight_cursor_line
            and self._area._has_cursor
            and line == self._area.selection.end[0]
        )

    def _styles_of(self, line: int, plain: Style) -> list[tuple[int, Style]]:
        """Where on a line which style begins, by column."""
        (top, begins), (bottom, ends) = sorted(self._area.selection)
        length = len(self._area.document.get_line(line)) + 1
        begins, ends = (begins if top == line else 0), (ends if bottom == line else length)
        if not top <= line <= bottom:
            begins = ends = 0
        row, cursor = self._area.selection.end
        if row != line or not (self._area._has_cursor and self._area._draw_cursor):
            cursor = length
        selected = plain + (self._area._theme.selection_style or Style(reverse=True))
        under_cursor = plain + (self._area._theme.cursor_style or Style(reverse=True))

        def style_at(column: int) -> Style:
            if column == cursor:
                return under_cursor
            return selected if begins <= column < ends else plain

        changes = sorted({0, begins, ends, cursor, cursor + 1})
        return [(column, style_at(column)) for column in changes if column < length]


def _touches(selection: Selection, line: int) -> bool:
    start, end = sorted(selection)
    return start[0] <= line <= end[0]


def _cut(shown: str, first: int, changes: list[int]) -> list[str]:
    """One row in pieces, a piece for each change of style; `first` is its first column."""
    ends = [*changes[1:], first + len(shown)]
    return [
        shown[max(start - first, 0) : max(end - first, 0)]
        for start, end in zip(changes, ends, strict=True)
    ]


def _with_tabs(piece: str, widths: Iterator[int]) -> str:
    """The piece with every TAB as wide as it was measured."""
    if "\t" not in piece:
        return piece
    parts = piece.split("\t")
    return parts[0] + "".join(" " * next(widths, 1) + part for part in parts[1:])
