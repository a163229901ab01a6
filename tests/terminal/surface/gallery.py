"""Every kind of widget, showing whatever stands in a file: one text after the other."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from companion.ui.terminal import environment

if __name__ == "__main__":
    environment.prepare()

from rich.style import Style
from rich.text import Text
from textual.content import Content
from textual.widgets import Button, DataTable, Label, OptionList, Static, Tree
from textual.widgets.option_list import Option

from companion.ui.terminal.line_input import LineInput
from companion.ui.terminal.note_area import NoteArea
from companion.ui.terminal.output_filter import verbatim
from companion.ui.terminal.terminal_app import TerminalApp
from tests.support.empty_product import EmptyProduct

if TYPE_CHECKING:
    from textual.app import ComposeResult


class Gallery(TerminalApp[EmptyProduct]):
    """Shows the texts of a file on every surface, then says that it is done."""

    CSS = """
    Gallery > Screen > * { height: 3; }
    #framed { border: solid $border; }
    """

    def compose(self) -> ComposeResult:
        yield Static("READY", id="said", markup=False)
        yield Static(id="verbatim")
        yield Static(id="plain", markup=False)
        yield Static(id="rich")
        yield Label(id="label", markup=False)
        yield Static("x", id="framed")
        yield OptionList(Option("one"), id="options")
        yield NoteArea(id="area")
        yield LineInput(id="line")
        yield Button(Content("press"), id="button")
        yield DataTable(id="table")
        yield Tree("root", id="tree")

    def on_mount(self) -> None:
        self.query_one("#table", DataTable).add_columns("a")
        self._texts = json.loads(Path(os.environ["GALLERY"]).read_text("utf-8"))
        self._index = 0
        self.query_one("#options").focus()
        self.call_after_refresh(self._next)

    def _next(self) -> None:
        if self._index >= len(self._texts):
            self.query_one("#said", Static).update("DONE")
            return
        self._show(self._texts[self._index])
        self._index += 1
        self.call_after_refresh(self._next)

    def _show(self, text: str) -> None:
        shown = verbatim(text)
        self.query_one("#verbatim", Static).update(shown)
        # The rest gets it raw: here the guard is all there is.
        raw = Content(text)
        self.query_one("#plain", Static).update(text)
        self.query_one("#rich", Static).update(Text(text, style=Style(link=f"http://a/{text}")))
        self.query_one("#label", Label).update(raw)
        self.query_one("#framed", Static).border_title = raw
        options = self.query_one("#options", OptionList)
        options.clear_options()
        options.add_options([Option(raw), Option(shown)])
        area = self.query_one("#area", NoteArea)
        area.load_text(text)
        line = self.query_one("#line", LineInput)
        line.value = ""
        line.placeholder = text
        self.query_one("#button", Button).label = raw
        table = self.query_one("#table", DataTable)
        table.clear()
        table.add_row(Text(text))
        tree = self.query_one("#tree", Tree)
        tree.root.set_label(Text(text))
        if self._index % 40 == 0:
            self.notify(text, markup=False, timeout=0.2)


if __name__ == "__main__":
    sys.exit(Gallery(EmptyProduct()).open_in_terminal())
