"""The lines of every room: what stands on top, in the middle, what just happened, the last one."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from companion.storage.errors import reason
from companion.storage.findings import LASTING, gravest
from companion.ui.bindings import footer
from companion.ui.leaving import Leaving
from companion.ui.widgets.notice import Notice
from companion.ui.widgets.one_line import HintLine, OneLine
from companion.words import rooms as words

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from companion.services.case.session import CaseSession


ROOM_FOR_BOTH = 60
"""Columns from which the top line of the example has room for both its halves."""


class RoomLines(Leaving):
    """What a room looks like, and how it says something."""

    NAME: ClassVar[str] = ""
    """The room's name in the list of commands."""

    @property
    def session(self) -> CaseSession:
        """The case that is open."""
        session = self.host.session
        if session is None:
            raise RuntimeError(words.NEEDS_A_CASE)
        return session

    def compose(self) -> ComposeResult:
        """Top line, body, what just happened, last line."""
        yield OneLine(id="top")
        yield from self.compose_body()
        yield Notice(id="notice")
        yield HintLine(id="last")

    def compose_body(self) -> ComposeResult:
        """What stands between the top line and the last two."""
        yield from ()

    def show_all(self) -> None:
        """Show everything again."""
        self.show_top()
        self.show_body()
        self.show_last()

    def show_top(self) -> None:
        """Show the top line."""
        left, right = self.top_line()
        if self.host.library.context.made_up:
            left = words.of_example(left)
            if self.app.size.width < ROOM_FOR_BOTH:
                # That it is made up, and which room it is, are not what gives way.
                right = ""
        self.query_one("#top", OneLine).show(left, right)

    def top_line(self) -> tuple[str, str]:
        """Words at the left and right of the top line."""
        return words.NAMES[self.NAME], ""

    @property
    def top_width(self) -> int:
        """Columns that the room's own words have in the top line."""
        made_up = self.host.library.context.made_up
        return self.app.size.width - (len(words.of_example("")) if made_up else 0)

    def show_body(self) -> None:
        """Show the body again from the values of the case."""

    def show_last(self) -> None:
        """Show the last line: what can be done, and whether all is saved."""
        self.query_one("#last", OneLine).show(self.hint(), self.saved_word())

    def hint(self) -> str:
        """What can be done now, for the last line."""
        return footer(self.NAME, self.host.keys)

    def saved_word(self) -> str:
        """`saved`, `not saved` or `read only`."""
        session = self.host.session
        if session is None:
            return words.NOT_SAVED if self.host.lost else words.NOTHING_TO_SAVE
        if session.saved_state.error is not None:
            return words.NOT_SAVED
        return words.READ_ONLY if session.read_only else words.SAVED

    def say(self, sentence: str) -> None:
        """Say in one line what just happened; it stays until something else does.

        That another program has changed the files stands there whenever there is nothing else.
        """
        self.query_one("#notice", Notice).show(sentence or self.standing())

    def standing(self) -> str:
        """What has to be known as long as the room is open; empty when nothing has."""
        session = self.host.session
        found = session.findings if session is not None else ()
        stands = gravest(each for each in found if each.kind in LASTING)
        return stands.notice if stands is not None else ""

    def saving_changed(self) -> None:
        """Saving failed, or works again."""
        session = self.host.session
        trouble = session.save_error if session is not None else None
        self.say(words.not_on_disk(reason(trouble)) if trouble is not None else "")
        self.show_last()
