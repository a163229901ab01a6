"""The search through all cases of a data folder."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from companion.domain.correction import told_again
from companion.domain.preparation import Covered
from companion.domain.text import one_line
from companion.services.case.library import UnreadableCase
from companion.services.search.case_index import CaseIndex
from companion.services.search.entry import SearchWords
from companion.services.search.fields import Hit, room_of
from companion.storage.cases import visit_of_store
from companion.storage.codec import UnreadableDocumentError
from companion.storage.errors import StoreError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from companion.domain.cover_choice import Covering
    from companion.services.case.library import CaseLibrary
    from companion.storage.index_file import IndexedPlace, IndexEntry, StoreFacts

COVERED_FOR_WORDS = frozenset({"question", "opinion", "option", "step", "door", "debrief", "said"})
"""Kinds of places that are hidden where they speak of what the patient wants covered."""
MANY = 200
"""Stores that are read within a moment; a larger number is announced."""


@dataclass(frozen=True, slots=True)
class _Match:
    """A store that holds the words."""

    entry: IndexEntry
    lines: list[int]
    """Which of its places hold the words."""
    wanted: SearchWords
    """The words as they are compared."""

    @property
    def order(self) -> tuple[bool, tuple[object, ...]]:
        """Return what stores are sorted by: visits by time, the case's own store after them."""
        when = self.entry.facts.when
        return when is None, when or ()


@dataclass(frozen=True, slots=True)
class SearchResult:
    """The places that hold the words."""

    count: int = 0
    """Places."""
    visits: int = 0
    stores: tuple[tuple[CaseIndex, _Match], ...] = ()
    """The stores that hold them, in order."""

    def hits(self) -> Iterator[Hit]:
        """Yield the places: case by case, visit by visit, then those that belong to no visit."""
        for case, match in self.stores:
            yield from _hits(case, match)

    def first(self, most: int) -> tuple[Hit, ...]:
        """Return the first places; the others are not decoded."""
        return tuple(islice(self.hits(), most))


class SearchIndex:
    """All that is searched, as it was when the index was made."""

    def __init__(self, library: CaseLibrary) -> None:
        """See which stores have to be read; read none of them."""
        self.unreadable: list[UnreadableCase] = []
        self.cases: list[CaseIndex] = []
        """The other cases; once read, in the order in which they were made."""
        for case_id in library.case_ids():
            try:
                self.cases.append(CaseIndex(library.context, case_id))
            except StoreError as error:
                self.unreadable.append(UnreadableCase(case_id, error))

    @property
    def stale(self) -> int:
        """Return how many stores have to be read before anything can be searched."""
        return sum(len(case.stale) for case in self.cases)

    def read(self, go_on: Callable[[], bool] = lambda: True) -> bool:
        """Read the stores that have to be read.

        Args:
            go_on: Asked before each; when it says no, reading ends.

        Returns:
            Whether everything was read.
        """
        readable = []
        for case in self.cases:
            try:
                if not case.read(go_on):
                    return False
            except (StoreError, UnreadableDocumentError) as error:
                self.unreadable.append(UnreadableCase(case.case_id, error))
            else:
                readable.append(case)
        self.cases = sorted(readable, key=lambda case: (case.made, case.case_id))
        return True

    def find(self, words: str) -> SearchResult:
        """Return the places that hold the words as typed; none without words."""
        wanted = SearchWords(words)
        if not wanted:
            return SearchResult()
        stores = [
            (case, match)
            for case in self.cases
            for match in sorted(_matches(case, wanted), key=lambda match: match.order)
        ]
        return SearchResult(
            count=sum(len(match.lines) for _, match in stores),
            visits=sum(not match.order[0] for _, match in stores),
            stores=tuple(stores),
        )


def _matches(case: CaseIndex, wanted: SearchWords) -> Iterator[_Match]:
    """Yield the stores that hold the words."""
    for entry in case.entries.values():
        if wanted.is_in(entry.texts):
            lines = _shown(case, entry, wanted.lines_of(entry.texts), wanted)
            if lines:
                yield _Match(entry, lines, wanted)


def _shown(case: CaseIndex, entry: IndexEntry, lines: list[int], wanted: SearchWords) -> list[int]:
    """Return those of a store's places that are on some screen.

    A debrief answer is on none until all have answered; what speaks of living or dying is on none
    if the patient chose that.
    """
    facts = entry.facts
    hidden = _alone(case, facts.debrief)
    covering = case.covering
    if not hidden and covering.choice is Covered.SHOW:
        return lines
    places, lines = case.places(entry, lines, wanted)
    return [
        line
        for line in lines
        if (places[line][0] != "debrief" or places[line][1] not in hidden)
        and not _is_covered(places[line], facts, covering)
    ]


def _is_covered(place: IndexedPlace, facts: StoreFacts, covering: Covering) -> bool:
    """Return whether a place is hidden for what it says; a note says that itself."""
    kind, its_id, text, *_ = place
    if kind == "question" and its_id in facts.alone:
        return covering.choice is not Covered.SHOW
    if kind not in COVERED_FOR_WORDS or its_id in facts.uncovered:
        return False
    return covering.takes_text(text)


def _alone(case: CaseIndex, debrief: dict[str, tuple[str, str | None]]) -> set[str]:
    """Return the answers to questions that not everybody has answered yet."""
    answered: dict[str, set[str | None]] = {}
    for prompt, by_id in debrief.values():
        answered.setdefault(prompt, set()).add(by_id)
    return {
        answer
        for answer, (prompt, by_id) in debrief.items()
        if by_id in case.writers and not case.writers <= answered[prompt]
    }


class _Of:
    """The visit that a hit belongs to."""

    def __init__(self, case: CaseIndex, visit_id: str | None, facts: StoreFacts) -> None:
        self.visit_id = visit_id
        self.doctor = case.people.get(facts.doctor or "", "")
        self.began = facts.began


def _put_right(case: CaseIndex, step_id: str, text: str) -> str:
    """Return a step's words, with corrections of the notes it was made from."""
    for note_id in dict.fromkeys((step_id, *case.made_from.get(step_id, ()))):
        if note_id in case.corrected:
            text = one_line(told_again(text, case.corrected[note_id]))
    return text


def _hits(case: CaseIndex, match: _Match) -> Iterator[Hit]:
    """Yield the places of one store that hold the words."""
    entry = match.entry
    places, lines = case.places(entry, match.lines, match.wanted)
    own = _Of(case, visit_of_store(entry.name), entry.facts)
    for line in lines:
        kind, its_id, text, at, beside = places[line]
        of = own
        if kind == "question" and own.visit_id is None:
            of = _Of(case, *case.asked_in.get(its_id, (None, entry.facts)))
        room = room_of(kind, in_visit=of.visit_id is not None)
        when = at or of.began
        if kind == "step":
            text = _put_right(case, its_id, text)
        yield Hit(
            case.case_id, case.title, kind, text, room, its_id, beside, of.visit_id, of.doctor, when
        )
