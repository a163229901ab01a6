"""Search over every note, answer, question and step of all cases."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.worker import get_current_worker

from companion.services.listing import visits_to_read
from companion.services.search_index import MANY, SearchIndex
from companion.services.searching import Hit
from companion.ui.terminal.guard import verbatim
from companion.ui.terminal.line_input import LineInput
from companion.ui.widgets.line_list import LineList
from companion.ui.widgets.one_line import OneLine
from companion.ui.widgets.row import Row
from companion.words import days
from companion.words import search as words

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from companion.services.shelf import Shelf

MOST = 200
"""Rows shown; more words make fewer."""


def hit_rows(hits: tuple[Hit, ...]) -> list[Row]:
    """One row for each place, with what and where it is."""
    return [
        Row(str(number), hit.text, lead=f" {words.FOUND_IN[hit.kind]:<17}", right=_where(hit))
        for number, hit in enumerate(hits)
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

    def __init__(self, shelf: Shelf) -> None:
        super().__init__()
        self._shelf = shelf
        self._index: SearchIndex | None = None
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
        if visits_to_read(self._shelf) <= MANY:
            self._index = SearchIndex(self._shelf)
            self._index.read()
        else:
            self.run_worker(self._get_ready, thread=True)
        self._look()

    def _get_ready(self) -> None:
        """Read what there is to search beside the screen; what is typed meanwhile waits."""
        worker = get_current_worker()
        index = SearchIndex(self._shelf)
        if index.read(lambda: not worker.is_cancelled):
            self.app.call_from_thread(self._ready, index)

    def _ready(self, index: SearchIndex) -> None:
        self._index = index
        if self.is_mounted:
            self._look()

    def action_move(self, by: int) -> None:
        """One place up or down."""
        self.query_one(LineList).action_move(by)

    @on(LineInput.Changed)
    def _look(self) -> None:
        """Show what holds the words typed so far."""
        count, typed = self.query_one("#count", OneLine), self.query_one(LineInput).text
        if self._index is None:
            count.show(words.GETTING_READY)
            return
        found = self._index.find(typed, MOST)
        self._hits = found.hits
        self.query_one(LineList).show(hit_rows(found.hits))
        if not typed.strip():
            count.show(words.NOTHING_TYPED)
        elif found.count:
            count.show(words.found(found.count, MOST, found.visits))
        else:
            count.show(words.NOTHING_FOUND)

    @on(LineInput.Submitted)
    @on(LineList.Chosen)
    def choose(self) -> None:
        """Go to the place at the cursor."""
        key = self.query_one(LineList).cursor_key
        if key is not None:
            self.dismiss(self._hits[int(key)])
