"""A small app on the product's terminal surface, run by the tests in a real terminal."""

from __future__ import annotations

import json
import os
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from companion.ui.terminal import environment

environment.prepare()

from textual.widgets import Static  # noqa: E402

from companion.ui.terminal.composer_area import NoteArea  # noqa: E402
from companion.ui.terminal.guard import verbatim  # noqa: E402
from companion.ui.terminal.host import TerminalApp  # noqa: E402

if TYPE_CHECKING:
    from textual.app import ComposeResult


class Area(NoteArea):
    """Writes its text to a file inside every edit."""

    def on_edited(self) -> None:
        Path(os.environ["HARNESS_TEXT"]).write_text(json.dumps(self.text))


class Harness(TerminalApp):
    """An area under a line that says what happened."""

    BINDINGS = [
        ("f2", "crash", "crash"),
        ("f3", "stall", "stall"),
        ("escape", "say('escape')", "escape"),
        ("f4", "say('f4')", "f4"),
    ]

    def compose(self) -> ComposeResult:
        yield Static(verbatim("READY"), id="said")
        yield Area(id="area")

    def on_mount(self) -> None:
        self.query_one(Area).focus()

    def action_say(self, what: str) -> None:
        said = self.query_one("#said", Static)
        said.update(verbatim(f"SAID {what}"))

    def action_stall(self) -> None:
        time.sleep(0.15)

    def action_crash(self) -> None:
        canary = self.query_one(Area).text
        raise ValueError(canary)

    def save_all(self) -> None:
        Path(os.environ["HARNESS_TEXT"] + ".saved").write_text(
            json.dumps(self.query_one(Area).text)
        )

    def keep_crash_report(self, report: str) -> str | None:
        place = Path(os.environ["HARNESS_TEXT"] + ".crash")
        place.write_text(report)
        return str(place)


if __name__ == "__main__":
    if not environment.has_terminal():
        sys.exit(2)
    sys.exit(Harness().open_in_terminal())
