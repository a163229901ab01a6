"""The smallest Textual program."""

from __future__ import annotations

from textual.app import App, ComposeResult
from textual.widgets import Static


class Hello(App[None]):
    """One line of text."""

    def compose(self) -> ComposeResult:
        yield Static("READY hello")


if __name__ == "__main__":
    Hello().run()
