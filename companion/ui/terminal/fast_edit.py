"""A text area in which a key costs what the row costs, not what the area costs."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from textual.geometry import Offset, Region, Size
from textual.widgets import TextArea

from companion.ui.terminal import textual_internals
from companion.ui.terminal.incremental_wrap import LineChange
from companion.ui.terminal.painting import LinePainter
from companion.ui.terminal.visible_wrap import MeasuredWrapping

if TYPE_CHECKING:
    from collections.abc import Collection

    from textual.document._document import EditResult
    from textual.document._edit import Edit


class _Measures(NamedTuple):
    """How large an area is, as long as nothing is laid out anew."""

    layout: object
    """What Textual makes anew with every layout."""
    size: Size
    """Room for text."""
    inside: Offset
    """Where the text begins, from the corner of the area."""


class QuickArea(LinePainter):
    """Carries out the edits of somebody typing without the detours of Textual's own.

    An edit inside one line that needs no other rows than before only marks its rows; whoever
    handed the key on paints them (`RowPainter`), or Textual does.
    """

    painted_for = False
    """True while whoever handed a key on paints what it changes."""
    has_changed = False
    """Whether rows wait to be painted."""
    _measures: _Measures | None = None
    _fits: bool | None = None

    def edit(self, edit: Edit) -> EditResult:
        """Carry out one edit and repaint only the lines it touches."""
        wrapped = self.wrapped_document
        if self._fits is None:
            self._fits = not (
                textual_internals.lacks("area", self)
                or textual_internals.lacks("edit", edit)
                or textual_internals.lacks("wrapping", wrapped)
            )
        if (
            not self._fits
            or not isinstance(wrapped, MeasuredWrapping)
            or not self.is_mounted
            or not self.soft_wrap
            or self._shows_placeholder
            or not self.selection.is_empty
            or not edit.top[0] == edit.bottom[0] == self.selection.end[0]
            or "\n" in edit.text
        ):
            return super().edit(edit)
        return self._edit_one_line(edit, wrapped)

    def _edit_one_line(self, edit: Edit, wrapped: MeasuredWrapping) -> EditResult:
        height, line = wrapped.height, edit.top[0]
        self.forget_selected()
        result = edit.do(self)
        self.history.record(edit)
        ends = result.end_location[1]
        wrapped.change_line(line, LineChange(edit.top[1], edit.bottom[1], ends))
        if edit._updated_selection is not None:  # noqa: SLF001
            self.set_reactive(TextArea.selection, edit._updated_selection)  # noqa: SLF001
        cursor = self._cursor_offset = wrapped.location_to_offset(self.selection.end)
        self.navigator.last_x_offset = cursor.x
        self.on_edited()
        self.post_message(self.Changed(self))
        row = cursor.y - self.scroll_offset.y
        rows = self._measured().size.height
        if wrapped.height != height or self._shows_placeholder or not 0 <= row < rows:
            self._refresh_size()
            self.scroll_cursor_visible()
            self.app.cursor_position = self.cursor_screen_offset
            self.refresh()
        else:
            self._mark(wrapped.rows_changed(line, edit.top[1]))
        return result

    def forget_selected(self) -> None:
        """Let go of what was selected with the mouse anywhere on the screen."""
        if self.screen.selections:
            self.app.clear_selection()

    def _measured(self) -> _Measures:
        layout = self.screen._compositor.visible_widgets  # noqa: SLF001
        measures = self._measures
        if measures is None or measures.layout is not layout:
            measures = self._measures = _Measures(layout, self.size, self.content_offset)
        return measures

    def _mark(self, rows: tuple[int, int]) -> None:
        """Have rows of the text painted, as far as they are in view."""
        first, count = rows
        _, (width, height), (x, y) = self._measured()
        top = self.scroll_offset.y
        begins, ends = max(first - top, 0), min(first + count - top, height)
        region = Region(x, y + begins, width, max(ends - begins, 0))
        self._repaint_regions.add(region)
        self._dirty_regions.add(region)
        self._styles_cache.set_dirty(region)
        if self.painted_for:
            self.has_changed = True
        else:
            self.ask_textual()

    def ask_textual(self) -> None:
        """Have Textual paint what changed."""
        self.has_changed = False
        self.app.cursor_position = self.cursor_screen_offset
        self._repaint_required = True
        self.check_idle()

    @property
    def cursor_in_view(self) -> tuple[int, int]:
        """Column and row of the cursor, from where the text begins."""
        x, y = self._cursor_offset
        return x - self.scroll_offset.x, y - self.scroll_offset.y

    def changed_regions(self) -> Collection[Region]:
        """What waits to be painted, from the corner of the area."""
        return self._repaint_regions

    def forget_changes(self) -> None:
        """All that waited has been painted."""
        self.has_changed = False
        self._repaint_regions.clear()
        self._dirty_regions.clear()
