"""A text area whose key press costs what the touched lines cost.

Textual's own repaints the whole widget for every key, draws every line anew, and adds up the
height of the document for each line drawn.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Size
from textual.reactive import Reactive, reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.widgets import TextArea
from textual.widgets.text_area import Selection

from companion.ui.terminal import textual_internals
from companion.ui.terminal.output_filter import visible
from companion.ui.terminal.visible_wrap import MeasuredWrapping

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from textual.document._document import EditResult, Location
    from textual.document._edit import Edit
    from textual.geometry import Region

BY_LINE: Final = not textual_internals.missing(textual_internals.AREA)
"""False when this Textual's text area is another one: then its own painting is used."""
_MOST_LINES_ONE_BY_ONE: Final = 50


class LinePainter(TextArea):
    """A plain text area, painted line by line. No highlighting, no line numbers, no guesses."""

    selection: Reactive[Selection] = reactive(
        Selection(), init=False, always_update=True, repaint=False
    )
    suggestion: Reactive[str] = reactive("", repaint=False)

    _look: tuple[object, ...] | None = None

    def _set_document(self, text: str, language: str | None) -> None:
        super()._set_document(text, language)
        if BY_LINE:
            self.wrapped_document = MeasuredWrapping(self.document, self.indent_width)
            self.navigator = textual_internals.DocumentNavigator(self.wrapped_document)
            self._rewrap_and_refresh_virtual_size()
        if self.is_mounted:
            self.refresh()

    def find_matching_bracket(self, bracket: str, search_from: Location) -> Location | None:
        """None: notes are not code, and the search would walk through all of them."""
        return None if BY_LINE else super().find_matching_bracket(bracket, search_from)

    def _build_highlight_map(self) -> None:
        if not BY_LINE:
            super()._build_highlight_map()

    def notify_style_update(self) -> None:
        """Forget how lines looked before."""
        self._look = None
        super().notify_style_update()

    def render_lines(self, crop: Region) -> list[Strip]:
        """The visible rows, from the styles as they are now."""
        if not BY_LINE:
            return super().render_lines(crop)
        look = (self.theme, self.has_focus, self.app.theme, self.background_colors, self.read_only)
        if look != self._look:
            self._look = look
            self._theme.apply_css(self)
            self._line_cache.clear()
        return ScrollView.render_lines(self, crop)

    def render_line(self, y: int) -> Strip:
        """One row, kept by what it shows."""
        wrapped = self.wrapped_document
        if not isinstance(wrapped, MeasuredWrapping) or self._shows_placeholder:
            return super().render_line(y)
        scroll_x, scroll_y = self.scroll_offset
        place = wrapped.place_of(scroll_y + y)
        if place is None:
            return Strip.blank(self.size.width, self._theme.base_style)
        line, part = place
        text = self.document.get_line(line)
        first, last = wrapped.columns_of(line, part)
        shown = visible(text[first:last]) + (" " if last > len(text) else "")
        tabs = self._tabs_of(wrapped, line, first) if "\t" in shown else ()
        start, end = self.selection
        is_selected = start != end and _touches(self.selection, line)
        cursor = end[1] - first if end[0] == line and first <= end[1] < last else None
        key = (
            shown,
            tabs,
            (self.selection, line, first) if is_selected else None,
            None if cursor is None or not self._has_cursor else cursor,
            cursor is not None and self._draw_cursor,
            self._marks_line(line),
            self.size.width,
            scroll_x,
            self.soft_wrap,
        )
        strip = self._line_cache.get(key)
        if strip is None:
            strip = self._line_cache[key] = self._draw(shown, tabs, line, first)
        return strip

    def _tabs_of(self, wrapped: MeasuredWrapping, line: int, first: int) -> tuple[int, ...]:
        """How wide each TAB of a line is, from a column on."""
        before = self.document.get_line(line).count("\t", 0, first)
        return tuple(wrapped.get_tab_widths(line)[before:])

    @property
    def _shows_placeholder(self) -> bool:
        document = self.document
        return bool(self.placeholder) and document.line_count == 1 and not document.get_line(0)

    def _draw(self, shown: str, widths: tuple[int, ...], line: int, first: int) -> Strip:
        theme = self._theme
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
        width = self.scrollable_content_region.width
        if not self.soft_wrap:
            scroll_x = self.scroll_offset.x
            strip = strip.crop(scroll_x, scroll_x + width)
        return strip.adjust_cell_length(width, plain).simplify()

    def _marks_line(self, line: int) -> bool:
        return self.highlight_cursor_line and self._has_cursor and line == self.selection.end[0]

    def _styles_of(self, line: int, plain: Style) -> list[tuple[int, Style]]:
        """Where on a line which style begins, by column."""
        (top, begins), (bottom, ends) = sorted(self.selection)
        length = len(self.document.get_line(line)) + 1
        begins, ends = (begins if top == line else 0), (ends if bottom == line else length)
        if not top <= line <= bottom:
            begins = ends = 0
        row, cursor = self.selection.end
        if row != line or not (self._has_cursor and self._draw_cursor):
            cursor = length
        selected = plain + (self._theme.selection_style or Style(reverse=True))
        under_cursor = plain + (self._theme.cursor_style or Style(reverse=True))

        def style_at(column: int) -> Style:
            if column == cursor:
                return under_cursor
            return selected if begins <= column < ends else plain

        changes = sorted({0, begins, ends, cursor, cursor + 1})
        return [(column, style_at(column)) for column in changes if column < length]

    def on_edited(self) -> None:
        """Called inside every edit, undo and redo, before anything of it is painted."""

    def edit(self, edit: Edit) -> EditResult:
        """Carry out one edit and repaint only the lines it touches."""
        wrapped = self.wrapped_document
        if not isinstance(wrapped, MeasuredWrapping):
            result = super().edit(edit)
            self.on_edited()
            self.refresh()
            return result
        height = wrapped.height
        top = edit.top[0]
        spreads = self._shows_placeholder or top != edit.bottom[0] or "\n" in edit.text
        result = super().edit(edit)
        self.on_edited()
        spreads = spreads or self._shows_placeholder
        if spreads or wrapped.height != height:
            self.refresh()
        else:
            self.refresh_lines(*wrapped.rows_of(top))
        return result

    def _undo_batch(self, edits: Sequence[Edit]) -> None:
        super()._undo_batch(edits)
        self.on_edited()
        self.refresh()

    def _redo_batch(self, edits: Sequence[Edit]) -> None:
        super()._redo_batch(edits)
        self.on_edited()
        self.refresh()

    def _watch_selection(self, previous_selection: Selection, selection: Selection) -> None:
        super()._watch_selection(previous_selection, selection)
        wrapped = self.wrapped_document
        if not self.is_mounted:
            return
        if not isinstance(wrapped, MeasuredWrapping):
            self.refresh()
            return
        ends = [previous_selection.end[0], selection.end[0]]
        if not (previous_selection.is_empty and selection.is_empty):
            ends += [previous_selection.start[0], selection.start[0]]
            ends = list(range(min(ends), max(ends) + 1))
        if len(ends) > _MOST_LINES_ONE_BY_ONE:
            self.refresh()
            return
        for line in sorted(set(ends)):
            self.refresh_lines(*wrapped.rows_of(line))

    def _refresh_size(self) -> None:
        as_tall_as_before = Size(0, self.wrapped_document.height) == self.virtual_size
        if not (BY_LINE and self.soft_wrap and as_tall_as_before):
            super()._refresh_size()


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
