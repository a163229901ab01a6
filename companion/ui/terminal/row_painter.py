"""Painting the rows being typed in, at once and by themselves.

Textual would look at every widget that crosses these rows, and write each of its frames in four
pieces; here the rows of one area go out in one.
"""

from __future__ import annotations

import asyncio
import time
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from rich.control import Control
from textual.geometry import Offset, Region
from textual.scrollbar import ScrollBar

from companion.ui.terminal import textual_internals
from companion.ui.terminal.first_frame import HELD_BACK
from companion.ui.terminal.textual_internals import SYNC_END, SYNC_START

if TYPE_CHECKING:
    from textual.app import App
    from textual.screen import Screen

    from companion.ui.terminal.note_area import NoteArea

_FRAME: Final = 1 / 60
"""Seconds between two paintings outside Textual's own rhythm."""
_MOST_ROWS: Final = 12
"""More changed rows than this are left to Textual: it is not typing any more."""


class _Place(NamedTuple):
    """The place of an area on the screen, valid until the next layout."""

    layout: object
    """The object that Textual replaces with every layout."""
    area: NoteArea
    region: Region | None
    """Where it stands, without its scroll bar; None while something lies over it or cuts it."""
    inside: Offset
    """Where its text begins, from its corner."""


class RowPainter:
    """Paints the changed rows of areas: now, or with the next frame."""

    def __init__(self, app: App[None]) -> None:
        self._app = app
        self._painted_at = 0.0
        self._waiting: list[NoteArea] = []
        self._place: _Place | None = None
        self._fits: bool | None = None

    def paint(self, area: NoteArea) -> None:
        """Paint an area: now, or with the next frame if keys wait or one was just painted."""
        if not area.rows.has_changed and not area._repaint_required:  # noqa: SLF001
            return
        now = time.monotonic()
        keys_wait = not self._app._message_queue.empty()  # noqa: SLF001
        if not self._waiting and now - self._painted_at >= _FRAME and not keys_wait:
            self._paint_now(area, now)
            return
        if not self._waiting:
            due_at = max(self._painted_at + _FRAME, now)
            asyncio.get_running_loop().call_at(due_at, self._paint_waiting)
        if area not in self._waiting:
            self._waiting.append(area)

    def _paint_waiting(self) -> None:
        areas, self._waiting = self._waiting, []
        for area in areas:
            if area.is_attached and area.screen.is_current:
                self._paint_now(area, time.monotonic())
            elif area.is_attached:
                area.rows.ask_textual()

    def _paint_now(self, area: NoteArea, now: float) -> None:
        self._painted_at = now
        if area.rows.has_changed and not self._paint_rows(area):
            area.rows.ask_textual()
        if not area._repaint_required:  # noqa: SLF001
            return
        screen = area.screen
        held = self._app._batch_count or screen._layout_required or screen._scroll_required  # noqa: SLF001
        if not held:
            area._repaint_required = False  # noqa: SLF001
            screen._compositor.update_widgets({area})  # noqa: SLF001
            screen._compositor_refresh()  # noqa: SLF001

    def _paint_rows(self, area: NoteArea) -> bool:
        """Paint the changed rows; return False if Textual has to do it."""
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
        rows = sorted({y for part in area.rows.changed_regions() for y in part.line_range})
        rows = [y for y in rows if 0 <= y < region.height]
        if len(rows) > _MOST_ROWS:
            return False
        area.rows.forget_changes()
        x, y = area.rows.cursor_in_view
        cursor = region.offset + place.inside + Offset(x, y)
        app.cursor_position = cursor
        if rows and app._driver is not None:  # noqa: SLF001
            app._driver.write(self._bytes(area, region, rows, cursor))  # noqa: SLF001
        return True

    def _bytes(self, area: NoteArea, region: Region, rows: list[int], cursor: Offset) -> str:
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

    def _place_of(self, screen: Screen[Any], area: NoteArea) -> _Place:
        layout = screen._compositor.visible_widgets  # noqa: SLF001
        place = self._place
        if place is None or place.layout is not layout or place.area is not area:
            inside = area.content_offset
            place = self._place = _Place(layout, area, _uncovered(screen, area), inside)
        return place


def _is_at_rest(app: App[None], screen: Screen[Any], area: NoteArea) -> bool:
    """Whether nothing else is about to move or to be painted where the area stands."""
    return not (
        screen.has_class(HELD_BACK)
        or not screen.is_current
        or app._batch_count  # noqa: SLF001
        or area._repaint_required  # noqa: SLF001
        or area._layout_required  # noqa: SLF001
        or area._scroll_required  # noqa: SLF001
        or screen._layout_required  # noqa: SLF001
        or screen._scroll_required  # noqa: SLF001
    )


def _uncovered(screen: Screen[Any], area: NoteArea) -> Region | None:
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
