"""A view one scrolls over, for which a line more is not a whole frame more."""

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


class TallView(ScrollView, inherit_bindings=False):
    """Lays the room out, and paints its bar, only when they look different."""

    _drawn_bar: tuple[int, int] | None = None

    def be_tall(self, height: int) -> None:
        """Let one scroll over so many lines; everything moves only when the bar comes or goes."""
        room = self.scrollable_content_region
        before, now = self.virtual_size, Size(room.width, height)
        overflows = height > room.height
        as_before = before.width == now.width and (before.height > room.height) == overflows
        if not as_before or self.show_vertical_scrollbar != overflows:
            self._drawn_bar = None
            self.virtual_size = now
            return
        self.set_reactive(TallView.virtual_size, now)
        self._move_bar()
        if self.scroll_y > self.max_scroll_y:
            self.scroll_to(y=self.max_scroll_y, animate=False, force=True, immediate=True)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Show other lines."""
        self._move_bar()
        if round(old_value) != round(new_value):
            self.refresh(self.size.region)

    def _move_bar(self) -> None:
        """Tell the bar where one is; it is painted only if that moves it by an eighth of a cell."""
        if not self.show_vertical_scrollbar:
            return
        shown, tall, at = self.size.height, self.virtual_size.height, self.scroll_y
        length = max(1.0, shown * shown / tall) if tall else 0.0
        top = (shown - length) * at / (tall - shown) if tall > shown else 0.0
        drawn = int(top * EIGHTHS), ceil(length * EIGHTHS)
        bar = self.vertical_scrollbar
        if drawn != self._drawn_bar:
            self._drawn_bar = drawn
            bar.window_virtual_size, bar.position = tall, at
            return
        sizes: Reactive[int] = ScrollBar.window_virtual_size
        bar.set_reactive(sizes, tall)
        bar.set_reactive(ScrollBar.position, at)
