"""Scrolling over many lines: one line more does not lay the screen out again."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.scrollbar import ScrollBar

if TYPE_CHECKING:
    from textual.reactive import Reactive

EIGHTHS = 8
"""Steps within a cell that the bar at the side is drawn in."""


class TallScroll:
    """Lays out and paints the bar of a view only when they look different."""

    def __init__(self, view: ScrollView) -> None:
        self._view = view
        self._drawn_bar: tuple[int, int] | None = None

    def be_tall(self, height: int) -> None:
        """Make a view scroll over so many lines; the layout changes if the bar comes or goes."""
        view = self._view
        room = view.scrollable_content_region
        before, now = view.virtual_size, Size(room.width, height)
        overflows = height > room.height
        as_before = before.width == now.width and (before.height > room.height) == overflows
        if not as_before or view.show_vertical_scrollbar != overflows:
            self._drawn_bar = None
            view.virtual_size = now
            return
        view.set_reactive(ScrollView.virtual_size, now)
        self.move_bar()
        if view.scroll_y > view.max_scroll_y:
            view.scroll_to(y=view.max_scroll_y, animate=False, force=True, immediate=True)

    def move_bar(self) -> None:
        """Tell the bar its place; it is painted only if it moves by an eighth of a cell."""
        view = self._view
        if not view.show_vertical_scrollbar:
            return
        shown, tall, at = view.size.height, view.virtual_size.height, view.scroll_y
        length = max(1.0, shown * shown / tall) if tall else 0.0
        top = (shown - length) * at / (tall - shown) if tall > shown else 0.0
        drawn = int(top * EIGHTHS), ceil(length * EIGHTHS)
        bar = view.vertical_scrollbar
        if drawn != self._drawn_bar:
            self._drawn_bar = drawn
            bar.window_virtual_size, bar.position = tall, at
            return
        sizes: Reactive[int] = ScrollBar.window_virtual_size
        bar.set_reactive(sizes, tall)
        bar.set_reactive(ScrollBar.position, at)
