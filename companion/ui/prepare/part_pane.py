"""The pane of the part that is open: its rows, words beside a row, the field."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.containers import Vertical

from companion.ui.prepare.rows import is_thing
from companion.ui.rooms.draft_field import DraftField
from companion.ui.widgets.line_list import LineList, Row
from companion.ui.widgets.rule_title import rule_title

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from companion.ui.prepare.part import Part


class WordsBeside(LineList, can_focus=False):
    """Words about the row the keys act on."""


class PartPane(Vertical):
    """Shows one part at a time, and remembers the row at which the user was in each."""

    DEFAULT_CSS = """
    PartPane { width: 1fr; }
    PartPane WordsBeside { height: 6; border-top: solid $border-blurred; color: $foreground; }
    PartPane.-editing WordsBeside { display: none; }
    PartPane DraftField { height: 6; border-top: solid $border; }
    PartPane KeptArea {
        height: 4; border: none; border-left: outer $border-blurred; padding: 0 1 0 0;
        background: $panel;
        &:focus { border: none; border-left: outer $border; }
        &:nocolor:focus { border: none; border-left: outer $border; }
    }
    """

    def __init__(self, part: Part) -> None:
        super().__init__(id="right", classes="ruled")
        self.part = part
        self.rows = LineList(id="rows", away="bold")
        self.field = DraftField()
        self._beside = WordsBeside(id="beside", marker=False)
        self._cursors: dict[tuple[str, str], str] = {}

    def compose(self) -> ComposeResult:
        """Lay out the rows, the words beside one of them, the field."""
        yield self.rows
        yield self._beside
        yield self.field

    @property
    def cursor_key(self) -> str:
        """The key of the row the keys act on; empty when there is none."""
        return self.rows.cursor_key or ""

    def focus_rows(self) -> None:
        """Let the keys act on the rows."""
        self.screen.set_focus(self.rows)

    def open(self, part: Part) -> None:
        """Show another part, or another page of it, at the row where the user was, else the top."""
        self.part = part
        first = next((row.key for row in part.rows() if row.selectable), None)
        self.rows.scroll_home(animate=False)
        self.show(self._cursors.get((part.NAME, part.subpage), first))

    def show(self, cursor: str | None = None) -> None:
        """Show the part again.

        Args:
            cursor: Key of the row to go to; the cursor stays on its row when none is named.
        """
        self.border_title = rule_title(self.part.title)
        self.rows.show(self.part.rows(), cursor=cursor)
        self._show_beside()

    def _show_beside(self) -> None:
        lines = self.part.beside(self.cursor_key)
        self._beside.show(
            Row(str(at), line, selectable=False) for at, line in enumerate(lines) if line
        )

    @on(LineList.Moved, "#rows")
    def _another_row(self) -> None:
        if self.rows.cursor_key is not None:
            self._cursors[self.part.NAME, self.part.subpage] = self.rows.cursor_key
        self._show_beside()

    def things(self) -> tuple[str, ...]:
        """Return the keys of the rows that stand for things made in the part."""
        return tuple(row.key for row in self.rows.rows if row.selectable and is_thing(row.key))
