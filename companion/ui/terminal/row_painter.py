"""The rows somebody types in, painted at once and by themselves.

Textual would look at every widget that crosses these rows, and write each of its frames in four
pieces; here the rows of one area go out in one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

from rich.control import Control
from textual.geometry import Offset, Region
from textual.scrollbar import ScrollBar

from companion.ui.terminal import textual_internals
from companion.ui.terminal.first_frame import WholeFirstFrame
from companion.ui.terminal.textual_internals import SYNC_END, SYNC_START

if TYPE_CHECKING:
    from textual.app import App
    from textual.screen import Screen

    from companion.ui.terminal.fast_edit import QuickArea

_MOST_ROWS: Final = 12
"""More rows than this are left to Textual: then it is no longer somebody typing."""


class _Place(NamedTuple):
    """Where an area stands on the screen, as long as nothing is laid out anew."""

    layout: object
    """What Textual makes anew with every layout."""
    area: QuickArea
    """The area."""
    region: Region | None
    """Where it stands, without its scroll bar; None while something lies over it or cuts it."""
    inside: Offset
    """Where its text begins, from its corner."""


class RowPainter:
    """Paints what changed in an area, if nothing but the area is in the way."""

    def __init__(self, app: App[None]) -> None:
        self._app = app
        self._place: _Place | None = None
        self._fits: bool | None = None

    def paint(self, area: QuickArea) -> bool:
        """Paint the changed rows; False if Textual has to do it."""
        app, screen = self._app, area.screen
        if self._fits is None:
            self._fits = not (
                textual_internals.lacks("app", app) or textual_internals.lacks("screen", screen)
            )
        if not self._fits or not _is_at_rest(app, screen, area):
            return False
        place = self._place_of(screen, area)
        region = place.region
        if region is None:
            return False
        rows = sorted({y for part in area.changed_regions() for y in part.line_range})
        rows = [y for y in rows if 0 <= y < region.height]
        if len(rows) > _MOST_ROWS:
            return False
        area.forget_changes()
        x, y = area.cursor_in_view
        cursor = region.offset + place.inside + Offset(x, y)
        app.cursor_position = cursor
        if rows and app._driver is not None:  # noqa: SLF001
            app._driver.write(self._bytes(area, region, rows, cursor))  # noqa: SLF001
        return True

    def _bytes(self, area: QuickArea, region: Region, rows: list[int], cursor: Offset) -> str:
        app = self._app
        strips = area.render_lines(
            Region(0, rows[0], area.outer_size.width, rows[-1] - rows[0] + 1)
        )
        painted = "".join(
            _move_to(region.x, region.y + row)
            + strips[row - rows[0]].crop(0, region.width).render(app.console)
            for row in rows
        )
        painted = f"{painted}{_move_to(*app.screen.outer_size.clamp_offset(cursor))}"
        return f"{SYNC_START}{painted}{SYNC_END}" if app._sync_available else painted  # noqa: SLF001

    def _place_of(self, screen: Screen[Any], area: QuickArea) -> _Place:
        layout = screen._compositor.visible_widgets  # noqa: SLF001
        place = self._place
        if place is None or place.layout is not layout or place.area is not area:
            inside = area.content_offset
            place = self._place = _Place(layout, area, _uncovered(screen, area), inside)
        return place


def _is_at_rest(app: App[None], screen: Screen[Any], area: QuickArea) -> bool:
    """Whether nothing else is about to move or to be painted where the area stands."""
    held_back = isinstance(screen, WholeFirstFrame) and screen.is_held_back
    return not (
        held_back
        or not screen.is_current
        or app._batch_count  # noqa: SLF001
        or area._repaint_required  # noqa: SLF001
        or area._layout_required  # noqa: SLF001
        or area._scroll_required  # noqa: SLF001
        or screen._layout_required  # noqa: SLF001
        or screen._scroll_required  # noqa: SLF001
    )


def _uncovered(screen: Screen[Any], area: QuickArea) -> Region | None:
    """Where the area stands, if all of it but its scroll bar is seen."""
    mine = area.region
    width, height = mine.size
    for widget, (region, clip) in screen._compositor.visible_widgets.items():  # noqa: SLF001
        if widget is area:
            return Region(*mine.offset, width, height) if clip.contains_region(mine) else None
        if isinstance(widget, ScrollBar) and widget.parent is area and widget.vertical:
            width = min(width, region.x - mine.x)
        elif region.intersection(clip).overlaps(mine):
            return None
    return None


def _move_to(x: int, y: int) -> str:
    return Control.move_to(x, y).segment.text
