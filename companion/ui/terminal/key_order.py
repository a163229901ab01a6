"""Keys and pastes used in the order in which they were pressed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Protocol

from textual import events

from companion.ui.terminal import textual_internals
from companion.ui.terminal.editing_keys import is_press, is_text, run_bindings
from companion.ui.terminal.note_area import NoteArea
from companion.ui.terminal.row_painter import RowPainter

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from textual.app import App

_DIRECT: Final = not textual_internals.missing(textual_internals.HOST)
"""False when this Textual hands keys on in another way: then it does so as it likes."""
IN_ORDER: Final = "keys_in_order"
"""Set where keys are used at once: a widget that uses them through bindings alone, or a screen
without a focus that is answered by one key."""


class UsesKeys(Protocol):
    """Uses keys that no text area takes."""

    async def use_in_list(self, event: events.Key, act: Callable[[], Awaitable[bool]]) -> bool:
        """Use a key that was pressed in a list; `act` does what it is bound to."""

    def key_unused(self, event: events.Key) -> None:
        """Called with a key that neither wrote nor did anything."""


class KeyOrder:
    """Hands keys and pastes to the area in focus one after the other, and has them seen at once.

    On the way through the queues of Textual's widgets, letters and corrections overtake each other
    whenever the program is busy for a tenth of a second.
    """

    def __init__(self, app: App[None], others: UsesKeys) -> None:
        self._app = app
        self._others = others
        self._painter = RowPainter(app)
        self._handed_on: events.Event | None = None

    async def take(self, event: events.Event) -> bool:
        """Use an event of the app at once; return whether Textual has nothing left to do."""
        if isinstance(event, events.Key) and not is_press(event):
            return True
        if not isinstance(event, events.Key | events.Paste) or event.is_forwarded:
            return False
        await self._last_key_is_done()
        area = self._app.focused if _DIRECT else None
        if not isinstance(area, NoteArea):
            used = isinstance(event, events.Key) and await self._used_by_list(event)
            return used or await self._used_by_screen(event)
        event._set_forwarded()  # noqa: SLF001
        area.rows.painted_by_caller = True
        try:
            await self._hand_on(event, area)
        finally:
            area.rows.painted_by_caller = False
        self._painter.paint(area)
        return True

    async def _last_key_is_done(self) -> None:
        """Give the answer that the last key chose, and wait for the screen that it opened.

        This key is meant for what comes of that, not for the room as it was before.
        """
        app = self._app
        while _DIRECT and app._next_callbacks:  # noqa: SLF001
            await app._flush_next_callbacks()  # noqa: SLF001
        screen = app.screen
        if _DIRECT and not screen.is_mounted:
            await screen._mounted_event.wait()  # noqa: SLF001

    async def _hand_on(self, event: events.Event, area: NoteArea) -> None:
        if isinstance(event, events.Key):
            if not self._app.app_focus:
                self._app.app_focus = True
            # No binding comes before a key that writes; looking for one takes longer than writing.
            if not is_text(event) and await run_bindings(self._app, event, priority=True):
                return
            with area._context():  # noqa: SLF001
                if await area.use_key(event):
                    return
        self._handed_on = event
        with area._context():  # noqa: SLF001
            await area._dispatch_message(event)  # noqa: SLF001

    async def _used_by_list(self, event: events.Key) -> bool:
        """Let a list in focus and its room use a key at once: later ones never overtake it."""
        if not _DIRECT or not getattr(self._app.focused, IN_ORDER, False):
            return False
        app = self._app
        app.app_focus = True

        async def act() -> bool:
            return await run_bindings(app, event, priority=True) or await run_bindings(app, event)

        return await self._others.use_in_list(event, act)

    async def _used_by_screen(self, event: events.Key | events.Paste) -> bool:
        """Let a screen that is one question use a key or a paste at once.

        A later one comes to the room.
        """
        app, screen = self._app, self._app.screen
        if not _DIRECT or not getattr(screen, IN_ORDER, False):
            return False
        app.app_focus = True
        if isinstance(event, events.Paste) or not await run_bindings(app, event, priority=True):
            event._set_forwarded()  # noqa: SLF001
            with screen._context():  # noqa: SLF001
                await screen._dispatch_message(event)  # noqa: SLF001
        return True

    async def take_late(self, event: events.Key) -> None:
        """Use a key that was pressed before an area got the focus: it belongs to the area.

        It comes by the app on its way up from the widget that had the focus then, after the key
        that opened the area and before any later one.
        """
        area = self._app.focused if event is not self._handed_on else None
        if isinstance(area, NoteArea) and await area.use_key(event):
            event.stop()
            event.prevent_default()
        else:
            self._others.key_unused(event)
