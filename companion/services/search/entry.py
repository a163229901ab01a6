"""What is kept of a store for searching, and what is read back from that."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from companion.domain.case import CaseFile
from companion.domain.changes import live
from companion.domain.correction import is_corrected, told
from companion.domain.cover_choice import covering_of
from companion.domain.folded_text import folded, loose
from companion.domain.people import Role
from companion.domain.steps import steps_in
from companion.domain.veil import Veil, covered_in, notes_elsewhere
from companion.domain.visit import VisitFile
from companion.domain.visit_selection import holds_half_a_line, is_over, when_of
from companion.services.search.fields import places_of_case, places_of_visit
from companion.storage.cases import CASE_FILE
from companion.storage.search_files import SearchEntry, listed

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from companion.domain.changes import StoreFile
    from companion.storage.fingerprint import Fingerprint

PERHAPS = "?"
"""Before an id that is a note's only if there is such a note."""
WRITERS = (Role.PATIENT, Role.COMPANION)
"""Who may write."""
_OF_A_CASE = frozenset(
    {"title", "made", "people", "writers", "made_from"}
    | {"covering", "alone", "uncovered"}
    | {"rests", "without"}
)
_OF_A_VISIT = frozenset(
    {"when", "doctor", "began", "people", "over", "deleted", "half"}
    | {"cells", "steps", "corrected", "lists", "writers", "covered", "fresh"}
    | {"alone", "uncovered"}
    | {"rests", "without"}
)


def is_whole(entry: SearchEntry) -> bool:
    """Whether all is told that is asked of a store; another version may have kept other things."""
    return entry.facts.keys() == (_OF_A_CASE if entry.name == CASE_FILE else _OF_A_VISIT)


def rests_on(value: StoreFile) -> tuple[str, ...]:
    """The notes of other stores that something in a store was taken from.

    A step may bear the id of the note that it was, which is one only if there is such a note: these
    stand behind a sign.
    """
    if isinstance(value, VisitFile):
        own = frozenset(note.id for note in value.notes)
        return tuple(dict.fromkeys(notes_elsewhere(value, own)))
    steps = (f"{PERHAPS}{step.id}" for step in live(value.steps))
    return tuple(dict.fromkeys((*notes_elsewhere(value, ()), *steps)))


def entry_of(
    name: str,
    value: StoreFile,
    mark: Fingerprint,
    hidden: Callable[[str], bool] = lambda note_id: False,  # noqa: ARG005
) -> SearchEntry:
    """What is kept of a store that holds a value; nothing that rests on a hidden note.

    Args:
        name: The store's name.
        value: What it holds.
        mark: What it is known by.
        hidden: Whether a note of another store is hidden.
    """
    behind = rests_on(value)
    without = [each for each in behind if hidden(each)]
    own = covered_in(value) if isinstance(value, VisitFile) else frozenset[str]()
    aspects = live(value.aspects) if isinstance(value, CaseFile) else None
    veil = Veil(own.union(each.removeprefix(PERHAPS) for each in without)).over([value], aspects)
    if isinstance(value, CaseFile):
        places, facts = places_of_case(value, veil), _facts_of_case(value)
    else:
        places, facts = places_of_visit(value, veil), _facts_of_visit(value)
    facts["rests"] = [each for each in behind if each not in without]
    facts["without"] = without
    facts["alone"] = [each.id for each in value.questions if each.alone and not each.uncovered]
    facts["uncovered"] = [each.id for each in value.questions if each.uncovered]
    texts = "".join(f"{folded(each.text)}\n" for each in places)
    shown = listed((each.kind, each.id, each.text, _iso(each.at), each.beside) for each in places)
    return SearchEntry(name, mark, facts, texts.encode(), shown)


def _facts_of_case(file: CaseFile) -> dict[str, Any]:
    covering = covering_of(file)
    return {
        "title": file.head.title,
        "made": str(file.head.created_at),
        "covering": [covering.choice, *covering.words],
        "people": {each.id: each.name for each in live(file.people)},
        "writers": [each.id for each in live(file.people) if each.role in WRITERS],
        "made_from": {step.id: list(step.note_ids) for step in live(file.steps) if step.note_ids},
    }


def _facts_of_visit(visit: VisitFile) -> dict[str, Any]:
    """What a search tells with a hit, and what Home asks of visits it need not read."""
    line = visit.line
    covered = sorted(covered_in(visit))
    return {
        "when": list(when_of(visit)),
        "doctor": visit.head.clinician_id,
        "began": _iso(visit.head.started_at),
        "people": {each.id: each.name for each in live(visit.people)},
        "over": is_over(visit.head),
        "deleted": visit.head.deleted,
        "half": _iso(line.changed_at) if line is not None and holds_half_a_line(line) else None,
        "cells": bool(live(visit.cells)),
        "steps": [step.id for step in steps_in(visit) if step.id not in covered],
        "corrected": {
            note.id: told(note)
            for note in visit.live_notes
            if is_corrected(note) and not note.covered
        },
        "lists": [listed.question_id for listed in live(visit.listed)],
        "writers": [each.id for each in live(visit.people) if each.role in WRITERS],
        "covered": covered,
        "fresh": {each.id: [each.prompt, each.by_id] for each in live(visit.debrief)},
    }


def _iso(at: datetime | None) -> str | None:
    return at.isoformat() if at is not None else None


class SearchWords:
    """Words as they are looked for in what is kept; false when there are none."""

    def __init__(self, words: str) -> None:
        plain = folded(words)
        pattern = loose(plain)
        self._plain = plain.encode("utf-8", "replace")
        self._pattern = re.compile(pattern.encode("utf-8", "replace")) if pattern else None

    def __bool__(self) -> bool:
        """Whether there is anything to look for."""
        return bool(self._plain)

    def first(self, data: bytes, begin: int, end: int) -> int:
        """Where they stand first between two places; -1 when nowhere."""
        if self._pattern is None:
            return data.find(self._plain, begin, end)
        found = self._pattern.search(data, begin, end)
        return found.start() if found else -1

    def lines_of(self, texts: bytes) -> list[int]:
        """The lines that hold them."""
        lines = enumerate(texts.split(b"\n"))
        return [n for n, line in lines if self.first(line, 0, len(line)) >= 0]
