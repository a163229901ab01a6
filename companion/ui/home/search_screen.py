"""Search over every note, answer, question and step of all cases."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.worker import get_current_worker

from companion.domain.moments import local_day
from companion.services.home.case_list import count_visits
from companion.services.search.fields import Hit, excerpt
from companion.services.search.index import MANY, SearchIndex
from companion.ui.rooms.host import HelpTopic
from companion.ui.rooms.modal_list import ModalFinder
from companion.ui.widgets.notice import Notice
from companion.ui.widgets.row import APART, Row
from companion.words import days
from companion.words import home as home_words
from companion.words.rooms import BETWEEN

if TYPE_CHECKING:
    from datetime import date

    from textual.app import ComposeResult

    from companion.services.case.library import CaseLibrary

MOST = 200
"""The most rows shown."""
SHOWN = 140
"""Characters shown of each place."""


KIND = max(map(len, home_words.FOUND_IN.values())) + len(APART)
"""Columns for the kind of thing that was found."""
BESIDE = 80
"""Columns from which the kind has a column of its own; else it stands with the doctor and day."""


def hit_rows(hits: tuple[Hit, ...], words: str, today: date, *, beside: bool = True) -> list[Row]:
    """Return a row for each place found; the places of a case stand under its title.

    Args:
        hits: The places.
        words: The words that were looked for.
        today: The day.
        beside: Whether there is room for the kind of each beside it.
    """
    several = len({hit.case_id for hit in hits}) > 1
    rows: list[Row] = []
    for number, hit in enumerate(hits):
        if several and (not number or hits[number - 1].case_id != hit.case_id):
            title = hit.title or home_words.NO_TITLE
            rows.append(Row(f"case/{hit.case_id}", title, mood="heading", selectable=False))
        kind, facts = home_words.FOUND_IN[hit.kind], _facts(hit, today)
        rows.append(
            Row(
                str(number),
                excerpt(hit.text, words, SHOWN),
                lead=f" {kind:<{KIND}}" if beside else " ",
                right=BETWEEN.join(facts if beside else (kind, *facts)),
                right_mood="muted",
            )
        )
    return rows


def _facts(hit: Hit, today: date) -> tuple[str, ...]:
    """Return the doctor and the day of a place, as far as they are known."""
    day = days.short_day(local_day(hit.at), today) if hit.at else ""
    return tuple(part for part in (hit.doctor, day) if part)


class SearchScreen(ModalFinder[Hit | None]):
    """A field, and the places that hold its words; the result is the place that was chosen."""

    DEFAULT_CSS = """
    SearchScreen .boxed { border-subtitle-color: $text-muted; }
    SearchScreen LineInput { margin: 0 0 1 0; }
    """

    def __init__(self, library: CaseLibrary) -> None:
        super().__init__(home_words.SEARCH, home_words.SEARCH_PLACEHOLDER, home_words.SEARCH_HINT)
        self._library = library
        self._index: SearchIndex | None = None
        self._hits: tuple[Hit, ...] = ()
        self._count = Notice()

    def compose_in_frame(self) -> ComposeResult:
        """Lay out the field, the places, and how many there are."""
        yield from super().compose_in_frame()
        yield self._count

    def opened(self) -> None:
        """Read what there is to search; much of it beside the screen."""
        if count_visits(self._library) <= MANY:
            self._index = SearchIndex(self._library)
            self._index.read()
        else:
            self.run_worker(self._get_ready, thread=True)
        self.look()

    def _get_ready(self) -> None:
        """Read what there is to search beside the screen; what is typed meanwhile waits."""
        worker = get_current_worker()
        index = SearchIndex(self._library)
        if index.read(lambda: not worker.is_cancelled):
            self.app.call_from_thread(self._ready, index)

    def _ready(self, index: SearchIndex) -> None:
        self._index = index
        if self.is_mounted:
            self.look()

    def rows(self) -> list[Row]:
        """Return the places that were found, or why there are none."""
        if not self._hits:
            return [Row("none", self._none(), lead=" ", mood="muted", selectable=False)]
        today = self._library.context.today()
        beside = self.app.size.width >= BESIDE
        return hit_rows(self._hits, self.looked_for, today, beside=beside)

    def _none(self) -> str:
        if self._index is None:
            return home_words.GETTING_READY
        typed = self.looked_for.strip()
        return home_words.NOTHING_FOUND if typed else home_words.NOTHING_TYPED

    def look(self) -> None:
        """Show the places that hold the words typed so far."""
        typed = self.looked_for = self.field.text
        found = self._index.find(typed) if self._index is not None else None
        self._hits = found.first(MOST) if found else ()
        self.show()
        told = home_words.found(found.count, MOST, found.visits) if found and self._hits else ""
        self._count.show(told)

    def help_topic(self) -> HelpTopic:
        """Return what can be done here."""
        return HelpTopic(self.heading(), self.hint())

    def choose(self, key: str) -> None:
        """Close the search with the place at the cursor."""
        self.dismiss(self._hits[int(key)])
