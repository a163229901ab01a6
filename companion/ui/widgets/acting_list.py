"""A list whose Enter is answered at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.ui.widgets.line_list import LineList

if TYPE_CHECKING:
    from collections.abc import Callable


class ActingList(LineList):
    """Rows whose Enter is answered at once, so that the next key meets what it opened."""

    def __init__(self, *, id: str, marker_stays: bool = True) -> None:  # noqa: A002
        super().__init__(id=id, marker_stays=marker_stays)
        self.chosen: Callable[[str], None] = lambda _: None

    def action_choose(self) -> None:
        """Enter on a row."""
        if self.cursor_key is not None:
            self.chosen(self.cursor_key)
