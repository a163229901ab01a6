from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.binding import Binding, BindingType

from companion.ui.terminal.terminal_app import TerminalApp
from companion.ui.widgets.line_list import LineList, Row
from tests.support.empty_product import EmptyProduct

if TYPE_CHECKING:
    from textual.app import ComposeResult


class Noting(LineList):
    """A list that acts on Enter at once."""

    async def action_choose(self) -> None:
        """Write down what was chosen."""
        assert isinstance(self.app, Rooms)
        self.app.done.append(f"chose {self.cursor_key}")


class Rooms(TerminalApp[EmptyProduct]):
    """A list, a key of the room that reaches everywhere, and a letter."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f8", "note('f8')", priority=True),
        Binding("d", "note('d')"),
    ]

    def __init__(self) -> None:
        super().__init__(EmptyProduct())
        self.done: list[str] = []

    def compose(self) -> ComposeResult:
        """The list."""
        yield Noting()

    def on_mount(self) -> None:
        """Fill it."""
        lines = self.query_one(Noting)
        lines.show([Row(key, key) for key in "abc"])
        lines.focus()

    def action_note(self, what: str) -> None:
        """Write down that it was done."""
        self.done.append(what)


async def test_keys_sent_in_one_burst_act_in_the_order_they_were_pressed() -> None:
    app = Rooms()
    async with app.run_test() as pilot:
        await pilot.pause()
        for key in ("down", "enter", "f8", "down", "d", "enter", "f8"):
            app.post_message(events.Key(key, None))
        await pilot.pause()
        await pilot.pause()
        assert app.done == ["chose b", "f8", "d", "chose c", "f8"]
