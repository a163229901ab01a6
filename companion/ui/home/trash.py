"""The trash: a form that asks for a case's title first, and the list of what is in the trash."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static

from companion.domain.folded_text import folded
from companion.domain.moments import local_day
from companion.domain.text import one_line
from companion.ui.rooms.host import HelpTopic
from companion.ui.rooms.modal_list import ChoiceList
from companion.ui.terminal.line_input import LineInput
from companion.ui.terminal.output_filter import verbatim
from companion.ui.widgets.notice import Notice
from companion.ui.widgets.one_line import HintLine
from companion.ui.widgets.row import Row
from companion.words import home as words
from companion.words.days import short_day

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from companion.services.case.trash import InTrash


class TrashForm(ModalScreen[bool]):
    """The title, a field and nothing else; the result is whether the title was typed."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(False)", show=False, priority=True),
    ]
    DEFAULT_CSS = """
    TrashForm { background: $background; }
    TrashForm > Vertical {
        height: 1fr; padding: 1 1;
    }
    TrashForm Static { height: auto; margin: 0 0 1 0; }
    """

    def __init__(self, title: str) -> None:
        super().__init__()
        self._shown = one_line(title) or words.NO_TITLE

    def compose(self) -> ComposeResult:
        """Lay out what will happen, and the field."""
        with Vertical(classes="boxed") as frame:
            frame.border_title = verbatim(words.TRASH_TITLE)
            yield Static(verbatim(self._shown))
            yield Static(verbatim(words.TRASH_ASK))
            yield LineInput()
        yield Notice(id="trash-notice")
        yield HintLine(words.TRASH_HINT)

    def on_mount(self) -> None:
        """Type at once."""
        field = self.query_one(LineInput)
        field.entered = self.typed
        self.set_focus(field)

    def help_topic(self) -> HelpTopic:
        """Return what can be done here."""
        return HelpTopic(words.TRASH_TITLE, words.TRASH_HINT)

    def typed(self, title: str) -> None:
        """Close the form if the title was typed as it is shown; anything else moves nothing."""
        if folded(title) == folded(self._shown):
            self.dismiss(True)
        else:
            self.query_one("#trash-notice", Notice).show(words.TRASH_OTHER)


def trash_rows(discarded: tuple[InTrash, ...]) -> tuple[Row, ...]:
    """Return a row for each case: its title, and the day it was put there."""
    return tuple(
        Row(
            each.case_id,
            one_line(each.title) or words.NO_TITLE,
            lead=" ",
            right=words.in_trash_since(short_day(local_day(each.deleted_at))),
        )
        for each in discarded
    )


def trash_list(discarded: tuple[InTrash, ...]) -> ChoiceList:
    """Return the list; its result is the id of the case to bring back."""
    return ChoiceList(words.BRING_BACK_TITLE, trash_rows(discarded), words.BRING_BACK_HINT)
