"""One list in place of a room; Enter takes a row, Esc none."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen

from companion.ui.rooms.here import Here
from companion.ui.terminal.output_filter import verbatim
from companion.ui.widgets.line_list import LineList
from companion.ui.widgets.one_line import HintLine

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from companion.ui.widgets.row import Row


class ModalList(ModalScreen[str | None]):
    """A title, the rows and what Enter does; the result is the key of the row that was taken."""

    INHERIT_BINDINGS = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", show=False, priority=True),
    ]
    DEFAULT_CSS = """
    ModalList { background: $background; }
    ModalList > Vertical {
        height: 1fr; border: round $border; border-title-color: $foreground;
        background: $background;
    }
    """

    def __init__(self, title: str, rows: tuple[Row, ...], hint: str) -> None:
        super().__init__()
        self._title, self._rows, self._hint = title, rows, hint

    def compose(self) -> ComposeResult:
        """The list, and what Enter does."""
        with Vertical() as frame:
            frame.border_title = verbatim(self._title)
            yield LineList()
        yield HintLine(self._hint)

    def on_mount(self) -> None:
        """Fill the list."""
        lines = self.query_one(LineList)
        lines.chosen = self.take
        lines.show(self._rows)
        self.set_focus(lines)

    def here(self) -> Here:
        """Return what can be done here."""
        return Here(self._title, self._hint)

    def say(self, sentence: str) -> None:
        """Say in one line what just happened, until one moves on."""
        self.query_one(HintLine).show(sentence or self._hint)

    @on(LineList.Moved)
    def _moved(self) -> None:
        self.say("")

    def take(self, key: str) -> None:
        """What is done with the row that was taken."""
        self.dismiss(key)
