"""An app in the colors of the program, for widgets by themselves."""

from __future__ import annotations

from textual.app import App

from companion.ui import themes


class Dressed(App[None]):
    """Wears a theme of the program from its first frame on."""

    def __init__(self) -> None:
        super().__init__()
        self.register_theme(themes.DARK)
        self.theme = themes.DARK.name
