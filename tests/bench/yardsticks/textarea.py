"""The smallest Textual program that can be typed into."""

from __future__ import annotations

from textual.app import App, ComposeResult
from textual.widgets import TextArea


class Notes(App[None]):
    """One stock text area, the cursor at its end."""

    def compose(self) -> ComposeResult:
        yield TextArea("READY\n", soft_wrap=True, show_line_numbers=False)

    def on_mount(self) -> None:
        area = self.query_one(TextArea)
        area.move_cursor(area.document.end)


if __name__ == "__main__":
    Notes().run()
