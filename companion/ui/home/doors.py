"""A list whose rows can be chosen by their number too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.ui.widgets.line_list import LineList

if TYPE_CHECKING:
    from textual import events


class NumberedList(LineList):
    """Digits choose a row, as Enter does."""

    def on_key(self, event: events.Key) -> None:
        """Choose the row with that number."""
        if event.key.isdigit() and 1 <= int(event.key) <= len(self.rows):
            event.stop()
            self.post_message(self.Chosen(self, self.rows[int(event.key) - 1].key))
