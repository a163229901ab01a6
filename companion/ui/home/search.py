"""Search over every note, answer, question and step of all cases."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen

from companion.services.searching import Hit, search
from companion.ui.terminal.guard import verbatim
from companion.ui.terminal.line_input import LineInput
from companion.ui.widgets.line_list import LineList
from companion.ui.widgets.one_line import OneLine
from companion.ui.widgets.row import Row
from companion.words import days
from companion.words import home as words

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from companion.domain.case import Case

MOST = 200
"""Rows shown; more words make fewer."""


def hit_rows(hits: tuple[Hit, ...]) -> list[Row]:
    """One row for each place, with what and where it is."""
    return [
        Row(str(number), hit.text, lead=f" {words.FOUND_IN[hit.kind]:<17}", right=_where(hit))
        for number, hit in enumerate(hits[:MOST])
    ]


def _where(hit: Hit) -> str:
    day = days.short_day(hit.at.astimezone().date()) if hit.at else ""
    return " · ".join(part for part in (hit.doctor, day) if part)


class Search(ModalScreen[Hit | None]):
    """A field and what holds its words; the result is the place that was chosen."""

    INHERIT_BINDINGS = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", show=False, priority=True),
        Binding("up", "move(-1)", show=False, priority=True),
        Binding("down", "move(1)", show=False, priority=True),
    ]
    DEFAULT_CSS = """
    Search { background: $background; }
    Search > Vertical {
        height: 1fr; border: round $border; border-title-color: $foreground;
        border-subtitle-color: $text-muted; background: $background;
    }
    Search LineInput { margin: 0 1 1 1; }
    """

    def __init__(self, cases: tuple[Case, ...]) -> None:
        super().__init__()
        self._cases = cases
        self._hits: tuple[Hit, ...] = ()

    def compose(self) -> ComposeResult:
        """The field, the places, and how to use it."""
        with Vertical() as frame:
            frame.border_title = verbatim(words.SEARCH)
            yield LineInput(placeholder=words.SEARCH_PLACEHOLDER)
            yield LineList()
            yield OneLine(id="count")
        yield OneLine(words.SEARCH_HINT)

    def on_mount(self) -> None:
        """Type at once."""
        self.set_focus(self.query_one(LineInput))
        self.query_one("#count", OneLine).show(words.NOTHING_TYPED)

    def action_move(self, by: int) -> None:
        """One place up or down."""
        self.query_one(LineList).action_move(by)

    @on(LineInput.Changed)
    def look(self, message: LineInput.Changed) -> None:
        """Show what holds the words typed so far."""
        typed = message.text_area.text
        self._hits = search(self._cases, typed)
        self.query_one(LineList).show(hit_rows(self._hits))
        found = words.found(len(self._hits), MOST) if self._hits else words.NOTHING_FOUND
        self.query_one("#count", OneLine).show(found if typed.strip() else words.NOTHING_TYPED)

    @on(LineInput.Submitted)
    @on(LineList.Chosen)
    def choose(self) -> None:
        """Go to the place at the cursor."""
        key = self.query_one(LineList).cursor_key
        if key is not None:
            self.dismiss(self._hits[int(key)])
