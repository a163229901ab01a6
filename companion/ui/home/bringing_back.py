"""The cases in the trash; Enter brings one back."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen

from companion.domain.text import one_line
from companion.ui.terminal.guard import verbatim
from companion.ui.widgets.line_list import LineList, Row
from companion.ui.widgets.one_line import OneLine
from companion.words import home as words
from companion.words.days import short_day

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from companion.services.discarding import InTrash


def trash_rows(discarded: tuple[InTrash, ...]) -> tuple[Row, ...]:
    """A row for each case: its title, and the day it was put there."""
    return tuple(
        Row(
            each.case_id,
            one_line(each.title) or words.NO_TITLE,
            lead=" ",
            right=words.in_trash_since(short_day(each.deleted_at.astimezone().date())),
        )
        for each in discarded
    )


class BringBackCard(ModalScreen[str | None]):
    """The list; the result is the id of the case to bring back."""

    INHERIT_BINDINGS = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", show=False, priority=True),
    ]
    DEFAULT_CSS = """
    BringBackCard { background: $background; }
    BringBackCard > Vertical {
        height: 1fr; border: round $border; border-title-color: $foreground;
        background: $background;
    }
    """

    def __init__(self, discarded: tuple[InTrash, ...]) -> None:
        super().__init__()
        self._discarded = discarded

    def compose(self) -> ComposeResult:
        """The list, and what Enter does."""
        with Vertical() as frame:
            frame.border_title = verbatim(words.BRING_BACK_TITLE)
            yield LineList()
        yield OneLine(words.BRING_BACK_HINT)

    def on_mount(self) -> None:
        """Fill the list."""
        lines = self.query_one(LineList)
        lines.show(trash_rows(self._discarded))
        self.set_focus(lines)

    @on(LineList.Chosen)
    def chosen(self, message: LineList.Chosen) -> None:
        """Enter: this one."""
        self.dismiss(message.key)
