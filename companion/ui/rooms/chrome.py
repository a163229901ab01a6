"""The lines around a room: the top line, what just happened, the last line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.ui.widgets.notice import Notice
from companion.ui.widgets.one_line import HintLine, OneLine
from companion.words import rooms as words

if TYPE_CHECKING:
    from companion.ui.rooms.host import RoomView

ROOM_FOR_BOTH = 60
"""Columns from which a top line has room for both its halves."""


class Chrome:
    """The three lines that every room has; owns their widgets."""

    def __init__(self, room: RoomView) -> None:
        self._room = room
        self.top = OneLine(id="top", classes="band")
        self.notice = Notice(id="notice")
        self.last = HintLine(id="last")

    def _made_up(self) -> bool:
        return self._room.host.library.context.made_up

    def show_top(self) -> None:
        """Show the top line."""
        left, right = self._room.top_line()
        if self._made_up():
            left = words.of_example(left)
            if self.top.app.size.width < ROOM_FOR_BOTH:
                # That it is made up, and which room it is, are not what gives way.
                right = ""
        self.top.show(left, right)

    @property
    def top_width(self) -> int:
        """The columns that the room's own words have in the top line."""
        return self.top.app.size.width - (len(words.of_example("")) if self._made_up() else 0)

    def show_last(self) -> None:
        """Show the last line: what can be done, and whether all is saved."""
        self.last.show(self._room.hint(), self._room.saved_word())
