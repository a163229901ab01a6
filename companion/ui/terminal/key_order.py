"""An app that uses keys in the order in which they were pressed."""

from __future__ import annotations

import asyncio
import time
from typing import Any, Final

from textual import events
from textual.app import App

from companion.ui.terminal import textual_internals
from companion.ui.terminal.editing_keys import is_press, is_text, run_bindings
from companion.ui.terminal.note_area import NoteArea
from companion.ui.terminal.row_painter import RowPainter

_DIRECT: Final = not textual_internals.missing(textual_internals.HOST)
"""False when this Textual hands keys on in another way: then it does so as it likes."""
IN_ORDER: Final = "keys_in_order"
"""A widget with this set uses keys through bindings alone, so that they can be used at once."""
_FRAME: Final = 1 / 60
"""Seconds between two paintings outside Textual's own rhythm."""


class OrderedApp(App[None]):
    """Keys and pastes reach the area in focus one after the other, and are seen at once."""

    _painted_at = 0.0
    _handed_on: events.Event | None = None
    _rows: RowPainter | None = None

    def __init__(self, **options: Any) -> None:  # noqa: ANN401 - what Textual's app takes
        super().__init__(**options)
        self._unpainted: list[NoteArea] = []

    async def on_event(self, event: events.Event) -> None:
        """Hand a key or a paste to the area in focus at once, not through its queue.

        On the way through the queues of the widgets, letters and corrections overtake each other
        whenever the program is busy for a tenth of a second.
        """
        if isinstance(event, events.Key) and not is_press(event):
            return
        if isinstance(event, events.Key | events.Paste) and not event.is_forwarded:
            await self._screen_is_there()
        area = self._area_for(event)
        if area is None:
            if not await self._used_by_list(event):
                await super().on_event(event)
            return
        event._set_forwarded()  # noqa: SLF001
        area.painted_for = True
        try:
            await self._hand_on(event, area)
        finally:
            area.painted_for = False
        self._paint(area)

    async def _screen_is_there(self) -> None:
        """Wait for what the last key opened: this one is for what will stand there."""
        screen = self.screen
        if _DIRECT and not screen.is_mounted:
            await screen._mounted_event.wait()  # noqa: SLF001

    async def _hand_on(self, event: events.Event, area: NoteArea) -> None:
        if isinstance(event, events.Key):
            if not self.app_focus:
                self.app_focus = True
            # No binding comes before a key that writes; looking for one takes longer than writing.
            if not is_text(event) and await run_bindings(self, event, priority=True):
                return
            with area._context():  # noqa: SLF001
                if await area.use_key(event):
                    return
        self._handed_on = event
        with area._context():  # noqa: SLF001
            await area._dispatch_message(event)  # noqa: SLF001

    async def _used_by_list(self, event: events.Event) -> bool:
        """Let a list in focus and its room use a key at once: later ones never overtake it."""
        if not _DIRECT or not isinstance(event, events.Key) or event.is_forwarded:
            return False
        if not getattr(self.focused, IN_ORDER, False):
            return False
        self.app_focus = True
        return await self.use_in_list(event)

    async def use_in_list(self, event: events.Key) -> bool:
        """Use a key that was pressed in a list; whether it was used."""
        return await run_bindings(self, event, priority=True) or await run_bindings(self, event)

    async def on_key(self, event: events.Key) -> None:
        """A key that was pressed before an area got the focus belongs to the area all the same.

        It comes by here on its way up from what had the focus then, after the key that opened
        the area and before any later one.
        """
        area = self.focused if event is not self._handed_on else None
        if isinstance(area, NoteArea) and await area.use_key(event):
            event.stop()
            event.prevent_default()
        else:
            self.key_unused(event)

    def key_unused(self, event: events.Key) -> None:
        """Called with a key that neither wrote nor did anything."""

    def _area_for(self, event: events.Event) -> NoteArea | None:
        if not _DIRECT or not isinstance(event, events.Key | events.Paste) or event.is_forwarded:
            return None
        focused = self.focused
        return focused if isinstance(focused, NoteArea) else None

    # Painting

    def _paint(self, area: NoteArea) -> None:
        """Paint the area: now, or with the next frame if keys wait or one was just painted."""
        if not area.has_changed and not area._repaint_required:  # noqa: SLF001
            return
        now = time.monotonic()
        if not self._unpainted and now - self._painted_at >= _FRAME and self._message_queue.empty():
            self._paint_now(area, now)
            return
        if not self._unpainted:
            due_at = max(self._painted_at + _FRAME, now)
            asyncio.get_running_loop().call_at(due_at, self._paint_later)
        if area not in self._unpainted:
            self._unpainted.append(area)

    def _paint_later(self) -> None:
        areas, self._unpainted = self._unpainted, []
        for area in areas:
            if area.is_attached and area.screen.is_current:
                self._paint_now(area, time.monotonic())
            elif area.is_attached:
                area.ask_textual()

    def _paint_now(self, area: NoteArea, now: float) -> None:
        self._painted_at = now
        rows = self._rows = self._rows or RowPainter(self)
        if area.has_changed and not rows.paint(area):
            area.ask_textual()
        if not area._repaint_required:  # noqa: SLF001
            return
        screen = area.screen
        if not self._batch_count and not screen._layout_required and not screen._scroll_required:  # noqa: SLF001
            area._repaint_required = False  # noqa: SLF001
            screen._compositor.update_widgets({area})  # noqa: SLF001
            screen._compositor_refresh()  # noqa: SLF001
