"""The place of the terminal's own cursor: screen readers, braille and magnifiers follow it.

It stands on the row that keys act on, or in the text where the next letter goes, never in a corner.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol, runtime_checkable

if TYPE_CHECKING:
    from textual.geometry import Offset
    from textual.screen import Screen
    from textual.widget import Widget

PLACE = "cursor_screen_offset"
"""The attribute in which a widget gives the place on the screen where its keys act."""


@runtime_checkable
class Leads(Protocol):
    """A screen in which keys may act on another widget than the one in focus."""

    def keys_act_on(self) -> Widget | None:
        """Return the widget that keys act on."""


def place_of(screen: Screen[Any]) -> Offset | None:
    """Return the place of the cursor on a screen; None if no widget gives one."""
    widget = screen.keys_act_on() if isinstance(screen, Leads) else screen.focused
    if widget is None or not hasattr(type(widget), PLACE):
        return None
    place: Offset = getattr(widget, PLACE)
    return place
