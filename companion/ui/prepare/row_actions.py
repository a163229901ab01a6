"""Acting on a row: what a part does with a key, and the field that it asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol

from companion.ui.prepare.rows import PAPER, kind_of
from companion.ui.rooms.host import RoomView
from companion.words import prepare as words

if TYPE_CHECKING:
    from collections.abc import Callable

    from companion.services.draft import Draft
    from companion.ui.prepare.part import PartResult
    from companion.ui.prepare.part_list import PartList
    from companion.ui.prepare.part_pane import PartPane
    from companion.ui.rooms.chrome import Chrome
    from companion.ui.rooms.navigation import Navigation

FROM_OUTSIDE = frozenset({"add", "choose", "freeze"})
"""Actions that lead into a part from the list of parts."""


class PartsRoom(RoomView, Protocol):
    """The room, as far as acting on a row goes."""

    chrome: Chrome
    navigation: Navigation

    @property
    def inside(self) -> bool:
        """Whether the user is in a part, not in the list of parts."""

    def may_change(self) -> bool:
        """Return whether anything can be changed here; says so when not."""

    def enter(self) -> None:
        """Go from the list of parts into the part."""

    def go_to(self, name: str) -> None:
        """Open a part at the row where the user was."""

    def open_paper(self, name: str) -> None:
        """Show a paper."""


class BeforeWriting(NamedTuple):
    """The open part as it was when its field opened."""

    things: tuple[str, ...] = ()
    """Keys of the rows of things."""
    subpage: str = ""
    ready: bool = False


class RowActions:
    """Lets the open part act on the row at hand, and shows what follows."""

    def __init__(self, room: PartsRoom, pane: PartPane, part_list: PartList) -> None:
        self._room = room
        self._pane = pane
        self._part_list = part_list
        self._before = BeforeWriting()
        pane.rows.chosen = self._row_chosen
        pane.field.finished = self._finished
        pane.field.refused = room.say
        pane.field.closed = self._closed
        pane.field.blank_changed = room.chrome.show_last

    def act(self, name: str) -> None:
        """Do what a key does in the part that is open.

        Args:
            name: The last word of the key's command, as in `Part.actions`.
        """
        self._pane.field.close()
        action = self._pane.part.actions().get(name)
        if action is None or not (self._room.inside or name in FROM_OUTSIDE):
            self._room.say(words.NOT_HERE)
            return
        if not self._room.inside:
            self._room.enter()
        self._do(action, opens=name != "tick")

    def activate(self) -> None:
        """Let the part answer Enter on the row at hand."""
        self._do(self._pane.part.activate)

    def _row_chosen(self, key: str) -> None:
        kind, name = kind_of(key)
        if kind == PAPER:
            self._room.open_paper(name)
        else:
            self.activate()

    def _do(self, action: Callable[[str], PartResult], *, opens: bool = True) -> None:
        """Let the part act, and show what follows.

        Args:
            action: What to do.
            opens: Whether a field may open in which something stands: a blank of words that are
                typed without looking must not lead into it.
        """
        if not self._room.may_change():
            return
        part = self._pane.part
        subpage, was_ready = part.subpage, self._part_list.is_ready(part.NAME)
        result = action(self._pane.cursor_key)
        self._room.say(result.said or self._ready_now(was_ready=was_ready))
        if result.leave:
            self._room.navigation.leave_for(result.leave)
            return
        if part.subpage != subpage:
            self._room.go_to(part.NAME)
        else:
            self._pane.show(result.cursor)
        if result.draft is None:
            return
        if opens or not result.draft.text:
            self._write(result.draft)
        else:
            self._room.say(words.ENTER_WRITES)

    def _ready_now(self, *, was_ready: bool) -> str:
        """Return what to say when the part that is open has just become ready."""
        parts, name = self._part_list, self._pane.part.NAME
        if was_ready or not parts.is_ready(name):
            return ""
        return words.ready_now(parts.name_of(name), parts.name_of(parts.next_after(name)))

    # The field

    def _write(self, draft: Draft) -> None:
        part = self._pane.part
        ready = self._part_list.is_ready(part.NAME)
        self._before = BeforeWriting(self._pane.things(), part.subpage, ready)
        self._pane.add_class("-editing")
        self._pane.field.open(draft)
        self._room.chrome.show_last()

    def _finished(self, draft: Draft) -> None:
        """Go on after Enter; another draft may be in the field."""
        self._room.say(draft.said or self._ready_now(was_ready=self._before.ready))
        if not self._pane.field.is_open:
            self._written()
        self._room.show_all()

    def _closed(self, said: str) -> None:
        self._room.say(said)
        self._written()

    def _written(self) -> None:
        """Go back to the rows, at what was made."""
        self._pane.remove_class("-editing")
        self._pane.focus_rows()
        if self._pane.part.subpage != self._before.subpage:
            self._room.go_to(self._pane.part.NAME)
            return
        self._room.show_all()
        new = [key for key in self._pane.things() if key not in self._before.things]
        if new:
            self._pane.rows.go_to(new[-1])
