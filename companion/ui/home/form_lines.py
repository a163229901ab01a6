"""The lines of a form: each hands Enter, and Up and Down at its edge, to the form at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, cast

from companion.ui.terminal.line_input import LineInput
from companion.ui.widgets.line_list import LineList

if TYPE_CHECKING:
    from textual import events
    from textual.widget import Widget

MOST = 8
"""The most lines that a list of a form takes."""


class Form(Protocol):
    """A form, as far as its lines ask it."""

    def typed(self, field: str, text: str) -> None:
        """Keep a line as it now stands."""

    def action_cross(self, by: int) -> None:
        """Go to the line below or above, if there is one."""


def _form_of(line: Widget) -> Form:
    return cast("Form", line.screen)


class FormField(LineInput):
    """A line that is kept at every key."""

    def on_edited(self) -> None:
        """Keep what stands here now."""
        _form_of(self).typed(str(self.id), self.text)


class FormList(LineList):
    """Rows to tick or choose from."""

    def __init__(self, *, id: str) -> None:  # noqa: A002
        super().__init__(id=id, marker_stays=False)

    def on_resize(self, event: events.Resize) -> None:
        """Take the height of the rows, wrapped to this width."""
        super().on_resize(event)
        self.styles.height = max(1, min(MOST, self.virtual_size.height))

    def focus_on_click(self) -> bool:
        """Return True: every line of a form is kept at each key, none is left too soon."""
        return True

    def action_move(self, by: int) -> None:
        """Move one row up or down; past the edge, to the line above or below."""
        if self._placed.next_selectable(self._cursor, by) >= 0:
            super().action_move(by)
        else:
            _form_of(self).action_cross(by)
