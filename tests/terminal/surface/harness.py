"""A small app on the product's terminal surface, run by the tests in a real terminal."""

from __future__ import annotations

import json
import os
import sys
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from companion.ui.terminal import environment, tty_mode

if __name__ == "__main__":
    tty_mode.disable_echo(sys.argv[1:])
    environment.prepare()

from textual.app import App
from textual.widgets import Static

from companion.ui.terminal.note_area import NoteArea
from companion.ui.terminal.output_filter import verbatim
from companion.ui.terminal.terminal_app import TerminalApp
from companion.words import commands as words
from tests.support.empty_product import EmptyProduct

if TYPE_CHECKING:
    from textual.app import ComposeResult

TEXT = "HARNESS_TEXT"
"""The variable that names the file the text is kept in."""
STALL = "f3"
BLOCK = "f5"


class Area(NoteArea):
    """Keeps its text in a file inside every edit."""

    def on_edited(self) -> None:
        if len(self.text) < 10_000:
            self.keep()

    def keep(self) -> None:
        place = Path(os.environ[TEXT])
        place.with_suffix(".new").write_text(json.dumps(self.text), "utf-8")
        place.with_suffix(".new").replace(place)


class Fails(Static):
    """A widget that cannot be drawn."""

    def render(self) -> str:
        raise ValueError(self.app.query_one(Area).text)


class Saves(EmptyProduct):
    """Saves what stands in the area."""

    def run_in(self, app: TerminalApp[Any]) -> None:
        self.app = app

    def save_all(self) -> None:
        text = self.app.query_one(Area).text
        Path(os.environ[TEXT] + ".saved").write_text(json.dumps(text), "utf-8")

    def keep_crash_report(self, report: str) -> str | None:
        place = Path(os.environ[TEXT] + ".crash")
        place.write_text(report, "utf-8")
        return str(place)


class Harness(TerminalApp[Saves], inherit_bindings=False):
    """An area under a line that says what happened."""

    BINDINGS = [
        *App.BINDINGS,
        ("escape", "say('escape')", "say"),
        ("f1", "flood", "flood"),
        ("f2", "fail('binding')", "fail"),
        (STALL, "stall(0.15)", "stall"),
        ("f4", "say('f4')", "say"),
        (BLOCK, "stall(30)", "block"),
        ("f6", "fail('timer')", "fail"),
        ("f7", "fail('thread')", "fail"),
        ("f8", "fail('worker')", "fail"),
        ("f9", "fail('render')", "fail"),
        ("f10", "fail('callback')", "fail"),
        ("f12", "keep", "keep"),
    ]
    CSS = "#said { height: 1; }"

    def compose(self) -> ComposeResult:
        yield Static(verbatim("READY"), id="said")
        yield Area(id="area")

    def on_mount(self) -> None:
        self.query_one(Area).focus()

    def action_say(self, what: str) -> None:
        self.query_one("#said", Static).update(verbatim(f"SAID {what}"))

    def action_keep(self) -> None:
        area = self.query_one(Area)
        area.keep()
        self.action_say(f"kept {len(area.text)}")

    def action_stall(self, seconds: float) -> None:
        time.sleep(seconds)

    def action_flood(self) -> None:
        if self._driver is not None:
            self._driver.write(" " * 1_000_000)

    def action_fail(self, where: str) -> None:
        canary = self.query_one(Area).text

        def fail() -> None:
            raise ValueError(canary)

        if where == "binding":
            fail()
        elif where == "timer":
            self.set_timer(0.01, fail)
        elif where == "thread":
            threading.Thread(target=fail).start()
        elif where == "worker":
            self.run_worker(fail, thread=True)
        elif where == "render":
            self.mount(Fails())
        elif self._loop is not None:
            self._loop.call_soon(fail)


if __name__ == "__main__":
    if not environment.has_terminal():
        sys.stderr.write(f"{words.NO_TERMINAL}\n")
        sys.exit(2)
    sys.exit(Harness(Saves()).open_in_terminal())
