"""Search over every note, answer, question and step of all cases."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.worker import get_current_worker

from companion.domain.moments import local_day
from companion.services.home.case_list import visits_to_read
from companion.services.search.fields import Hit, excerpt
from companion.services.search.index import MANY, SearchIndex
from companion.ui.rooms.here import Here
from companion.ui.terminal.line_input import LineInput
from companion.ui.terminal.output_filter import verbatim
from companion.ui.widgets.line_list import LineList
from companion.ui.widgets.one_line import HintLine, OneLine
from companion.ui.widgets.row import APART, Row
from companion.words import days
from companion.words import home as home_words
from companion.words import search as search_words

if TYPE_CHECKING:
    from datetime import date

    from textual.app import ComposeResult

    from companion.services.case.library import CaseLibrary

MOST = 200
"""Rows shown; more words make fewer."""
SHOWN = 140
"""Characters shown of each."""


KIND = max(map(len, search_words.FOUND_IN.values())) + len(APART)
"""Columns for what kind of thing was found."""


def hit_rows(hits: tuple[Hit, ...], words: str, today: date) -> list[Row]:
    """One row for each place, with what and where it is; cases stand under their titles."""
    several = len({hit.case_id for hit in hits}) > 1
    rows: list[Row] = []
    for number, hit in enumerate(hits):
        if several and (not number or hits[number - 1].case_id != hit.case_id):
            title = hit.title or home_words.NO_TITLE
            rows.append(Row(f"case/{hit.case_id}", title, mood="heading", selectable=False))
        rows.append(
            Row(
                str(number),
                excerpt(hit.text, words, SHOWN),
                lead=f" {search_words.FOUND_IN[hit.kind]:<{KIND}}",
                right=_where(hit, today),
            )
        )
    return rows


def _where(hit: Hit, today: date) -> str:
    day = days.short_day(local_day(hit.at), today) if hit.at else ""
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

    def __init__(self, library: CaseLibrary) -> None:
        super().__init__()
        self._library = library
        self._index: SearchIndex | None = None
        self._hits: tuple[Hit, ...] = ()
        self._looked_for = ""

    def compose(self) -> ComposeResult:
        """The field, the places, and how to use it."""
        with Vertical() as frame:
            frame.border_title = verbatim(search_words.SEARCH)
            yield LineInput(placeholder=search_words.SEARCH_PLACEHOLDER)
            yield LineList()
            yield OneLine(id="count")
        yield HintLine(search_words.SEARCH_HINT)

    def on_mount(self) -> None:
        """Type at once."""
        field = self.query_one(LineInput)
        self.query_one(LineList).beside_field = True
        field.entered = self.query_one(LineList).chosen = self.choose
        self.set_focus(field)
        if visits_to_read(self._library) <= MANY:
            self._index = SearchIndex(self._library)
            self._index.read()
        else:
            self.run_worker(self._get_ready, thread=True)
        self._look()

    def _get_ready(self) -> None:
        """Read what there is to search beside the screen; what is typed meanwhile waits."""
        worker = get_current_worker()
        index = SearchIndex(self._library)
        if index.read(lambda: not worker.is_cancelled):
            self.app.call_from_thread(self._ready, index)

    def _ready(self, index: SearchIndex) -> None:
        self._index = index
        if self.is_mounted:
            self._look()

    def _today(self) -> date:
        return local_day(self._library.context.now())

    def here(self) -> Here:
        """Return what can be done here."""
        return Here(search_words.SEARCH, search_words.SEARCH_HINT)

    def action_move(self, by: int) -> None:
        """One place up or down."""
        self.query_one(LineList).action_move(by)

    @on(LineInput.Changed)
    def _typed(self) -> None:
        """Look again where something else stands there now."""
        if self.query_one(LineInput).text != self._looked_for:
            self._look()

    def _look(self) -> None:
        """Show what holds the words typed so far."""
        count, typed = self.query_one("#count", OneLine), self.query_one(LineInput).text
        self._looked_for = typed
        if self._index is None:
            count.show(search_words.GETTING_READY)
            return
        found = self._index.find(typed)
        self._hits = found.first(MOST)
        self.query_one(LineList).show(hit_rows(self._hits, typed, self._today()))
        if not typed.strip():
            count.show(search_words.NOTHING_TYPED)
        elif found.count:
            count.show(search_words.found(found.count, MOST, found.visits))
        else:
            count.show(search_words.NOTHING_FOUND)

    def choose(self, _: str = "") -> None:
        """Go to the place at the cursor, for all that was typed before Enter."""
        self._typed()
        key = self.query_one(LineList).cursor_key
        if key is not None:
            self.dismiss(self._hits[int(key)])
