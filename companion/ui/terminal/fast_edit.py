"""Edits inside one line of a text area: a key costs what the row costs, not the whole area."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from textual.geometry import Offset, Region, Size
from textual.widgets import TextArea

from companion.ui.terminal import textual_internals
from companion.ui.terminal.visible_wrap import LineChange, MeasuredWrapping

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from textual.document._document import EditResult
    from textual.document._edit import Edit


class _Measures(NamedTuple):
    """The size of an area, valid until the next layout."""

    layout: object
    """The object that Textual replaces with every layout."""
    size: Size
    """Room for text."""
    inside: Offset
    """Where the text begins, from the corner of the area."""


class FastEdit:
    """Carries out the edits of a person typing without the detours of Textual's own.

    An edit inside one line that needs no other rows than before only marks its rows; the code that
    handed the key on paints them (`RowPainter`), or Textual does.
    """

    def __init__(self, area: TextArea, on_edited: Callable[[], None]) -> None:
        self._area = area
        self._on_edited = on_edited
        self.painted_by_caller = False
        """True while the code that handed a key on paints the rows it changes."""
        self.has_changed = False
        """Whether rows wait to be painted."""
        self._measures: _Measures | None = None
        self._fits: bool | None = None

    def edit(self, edit: Edit, *, is_plain: bool) -> EditResult | None:
        """Carry out one edit and mark the rows it changes.

        Args:
            edit: The edit.
            is_plain: Whether the area shows text, wrapped, and no placeholder.

        Returns:
            Its result; None where Textual has to carry it out.
        """
        area, wrapped = self._area, self._area.wrapped_document
        if self._fits is None:
            self._fits = not (
                textual_internals.lacks("area", area)
                or textual_internals.lacks("edit", edit)
                or textual_internals.lacks("wrapping", wrapped)
            )
        if (
            not self._fits
            or not is_plain
            or not isinstance(wrapped, MeasuredWrapping)
            or not area.selection.is_empty
            or not edit.top[0] == edit.bottom[0] == area.selection.end[0]
            or "\n" in edit.text
        ):
            return None
        return self._edit_one_line(edit, wrapped)

    def _edit_one_line(self, edit: Edit, wrapped: MeasuredWrapping) -> EditResult:
        area, height, line = self._area, wrapped.height, edit.top[0]
        self.forget_selected()
        result = edit.do(area)
        area.history.record(edit)
        ends = result.end_location[1]
        wrapped.change_line(line, LineChange(edit.top[1], edit.bottom[1], ends))
        if edit._updated_selection is not None:
            area.set_reactive(TextArea.selection, edit._updated_selection)
        cursor = area._cursor_offset = wrapped.location_to_offset(area.selection.end)
        area.navigator.last_x_offset = cursor.x
        self._on_edited()
        area.post_message(area.Changed(area))
        row = cursor.y - area.scroll_offset.y
        rows = self._measured().size.height
        if wrapped.height != height or shows_placeholder(area) or not 0 <= row < rows:
            area._refresh_size()
            area.scroll_cursor_visible()
            area.app.cursor_position = area.cursor_screen_offset
            area.refresh()
        else:
            self._mark(wrapped.rows_changed(line, edit.top[1]))
        return result

    def forget_selected(self) -> None:
        """Let go of text selected with the mouse anywhere on the screen."""
        if self._area.screen.selections:
            self._area.app.clear_selection()

    def _measured(self) -> _Measures:
        area, measures = self._area, self._measures
        layout = area.screen._compositor.visible_widgets
        if measures is None or measures.layout is not layout:
            measures = self._measures = _Measures(layout, area.size, area.content_offset)
        return measures

    def _mark(self, rows: tuple[int, int]) -> None:
        """Have rows of the text painted, as far as they are in view."""
        area, (first, count) = self._area, rows
        _, (width, height), (x, y) = self._measured()
        top = area.scroll_offset.y
        begins, ends = max(first - top, 0), min(first + count - top, height)
        region = Region(x, y + begins, width, max(ends - begins, 0))
        area._repaint_regions.add(region)
        area._dirty_regions.add(region)
        area._styles_cache.set_dirty(region)
        if self.painted_by_caller:
            self.has_changed = True
        else:
            self.ask_textual()

    def ask_textual(self) -> None:
        """Have Textual paint the changed rows."""
        self.has_changed = False
        self._area.app.cursor_position = self._area.cursor_screen_offset
        self._area._repaint_required = True
        self._area.check_idle()

    @property
    def cursor_in_view(self) -> tuple[int, int]:
        """Column and row of the cursor, from where the text begins."""
        x, y = self._area._cursor_offset
        return x - self._area.scroll_offset.x, y - self._area.scroll_offset.y

    def changed_regions(self) -> Collection[Region]:
        """Return the regions that wait to be painted, from the corner of the area."""
        return self._area._repaint_regions

    def forget_changes(self) -> None:
        """Note that all that waited has been painted."""
        self.has_changed = False
        self._area._repaint_regions.clear()
        self._area._dirty_regions.clear()


def shows_placeholder(area: TextArea) -> bool:
    """Return whether an area is empty and shows its placeholder."""
    document = area.document
    return bool(area.placeholder) and document.line_count == 1 and not document.get_line(0)
