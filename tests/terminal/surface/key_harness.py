"""An area that writes down which keys reached it, and what stood in it then."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from companion.ui.terminal import environment

if __name__ == "__main__":
    environment.prepare()

from textual.app import App
from textual.widgets import Static

from companion.ui.terminal.note_area import NoteArea
from companion.ui.terminal.output_filter import verbatim
from companion.ui.terminal.terminal_app import TerminalApp
from tests.support.empty_product import EmptyProduct
from tests.terminal.surface.desk import TEXT

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult

DONE = "ctrl+d"


class Area(NoteArea):
    """Writes nothing of its own."""

    def __init__(self) -> None:
        super().__init__()
        self.keys: list[str] = []

    async def take_key(self, event: events.Key) -> bool:
        self.keys.append(event.key)
        if event.key == DONE:
            place = Path(os.environ[TEXT])
            place.with_suffix(".new").write_text(json.dumps([self.text, self.keys]), "utf-8")
            place.with_suffix(".new").replace(place)
            self.keys = []
            self.load_text("")
        return not event.is_printable


class Keys(TerminalApp[EmptyProduct], inherit_bindings=False):
    """An area, and a line that says it stands."""

    BINDINGS = App.BINDINGS

    def compose(self) -> ComposeResult:
        yield Static(verbatim("READY"))
        yield Area()

    def on_mount(self) -> None:
        self.query_one(Area).focus()


if __name__ == "__main__":
    sys.exit(Keys(EmptyProduct()).open_in_terminal())
