"""The index entry of a store: how it is made, kept up while its case is open, and searched."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from companion.domain.case import CaseFile
from companion.domain.changes import not_deleted
from companion.domain.correction import is_corrected, told
from companion.domain.cover_choice import covering_of
from companion.domain.folded_text import folded, loose
from companion.domain.people import takes_part
from companion.domain.steps import steps_in
from companion.domain.veil import Veil, covered_in, notes_elsewhere
from companion.domain.visit import VisitFile
from companion.domain.visit_selection import holds_half_a_line, is_over, when_of
from companion.files import join
from companion.services.search.fields import places_of_case, places_of_visit
from companion.storage.cases import case_folder
from companion.storage.index_file import (
    IndexEntry,
    StoreFacts,
    encode_places,
    fingerprint_of,
    read_index,
    remove_older,
    write_index,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from companion.domain.changes import StoreFile
    from companion.services.context import AppContext
    from companion.storage.index_file import Fingerprint

PERHAPS = "?"
"""Stands before an id that may be a note's or a step's own."""


def rests_on(value: StoreFile) -> tuple[str, ...]:
    """Return the notes of other stores that something in a store was taken from.

    A step may have the id of a note, or its own: such an id follows the sign `PERHAPS`.
    """
    if isinstance(value, VisitFile):
        own = frozenset(note.id for note in value.notes)
        return tuple(dict.fromkeys(notes_elsewhere(value, own)))
    steps = (f"{PERHAPS}{step.id}" for step in not_deleted(value.steps))
    return tuple(dict.fromkeys((*notes_elsewhere(value, ()), *steps)))


def entry_of(
    name: str,
    value: StoreFile,
    fingerprint: Fingerprint,
    hidden: Callable[[str], bool] = lambda note_id: False,  # noqa: ARG005
) -> IndexEntry:
    """Return the index entry of a store; nothing in it rests on a hidden note.

    Args:
        name: The store's name.
        value: What it holds.
        fingerprint: Its files when it was read.
        hidden: Whether a note of another store is hidden.
    """
    behind = rests_on(value)
    without = tuple(each for each in behind if hidden(each))
    own = covered_in(value) if isinstance(value, VisitFile) else frozenset[str]()
    aspects = not_deleted(value.aspects) if isinstance(value, CaseFile) else None
    veil = Veil(own.union(each.removeprefix(PERHAPS) for each in without)).over([value], aspects)
    if isinstance(value, CaseFile):
        places, facts = places_of_case(value, veil), _facts_of_case(value)
    else:
        places, facts = places_of_visit(value, veil), _facts_of_visit(value, own)
    user = value.head.writer_id if isinstance(value, CaseFile) else None
    facts |= {
        "people": {each.id: each.name for each in not_deleted(value.people)},
        "writers": tuple(each.id for each in not_deleted(value.people) if takes_part(each, user)),
        "alone": tuple(each.id for each in value.questions if each.alone and not each.uncovered),
        "uncovered": tuple(each.id for each in value.questions if each.uncovered),
        "rests": tuple(each for each in behind if each not in without),
        "without": without,
    }
    texts = "".join(f"{folded(each.text)}\n" for each in places)
    shown = encode_places((each.kind, each.id, each.text, each.at, each.beside) for each in places)
    return IndexEntry(name, fingerprint, StoreFacts(**facts), texts.encode(), shown)


def _facts_of_case(file: CaseFile) -> dict[str, Any]:
    covering = covering_of(file)
    return {
        "title": file.head.title,
        "made": str(file.head.created_at),
        "covering": (covering.choice, *covering.words),
        "made_from": {step.id: step.note_ids for step in not_deleted(file.steps) if step.note_ids},
    }


def _facts_of_visit(visit: VisitFile, covered: frozenset[str]) -> dict[str, Any]:
    line = visit.line
    return {
        "when": when_of(visit),
        "doctor": visit.head.clinician_id,
        "began": visit.head.started_at,
        "over": is_over(visit.head),
        "deleted": visit.head.deleted,
        "half": line.changed_at if line is not None and holds_half_a_line(line) else None,
        "cells": bool(not_deleted(visit.cells)),
        "steps": tuple(step.id for step in steps_in(visit) if step.id not in covered),
        "corrected": {
            note.id: told(note)
            for note in visit.live_notes
            if is_corrected(note) and not note.covered
        },
        "listed": tuple(each.question_id for each in not_deleted(visit.listed)),
        "covered": tuple(sorted(covered)),
        "debrief": {each.id: (each.prompt, each.by_id) for each in not_deleted(visit.debrief)},
    }


def write_entries(context: AppContext, case_id: str, entries: Iterable[IndexEntry]) -> None:
    """Replace the index of a case, unless it is in memory."""
    if not context.in_memory:
        write_index(context.files, context.home, case_id, entries)


# What an open case tells (see `companion.services.context`)


def stores_written(
    context: AppContext, case_id: str, values: Mapping[str, StoreFile | None]
) -> None:
    """Index stores that were just written, so that no search has to read them.

    Args:
        context: Where the case is.
        case_id: The case; the caller holds its lock.
        values: Name of each store and its value; None forgets the store.
    """
    kept = read_index(context.files, context.home, case_id)
    entries = [each for each in kept or () if each.name not in values]
    for name, value in values.items():
        # A store that rests on notes of others is read when it is known which are covered.
        if value is not None and not rests_on(value):
            path = join(case_folder(context.home, case_id), name)
            fingerprint = fingerprint_of(context.files, path)
            if fingerprint is not None:
                entries.append(entry_of(name, value, fingerprint))
    if entries or kept is not None:
        write_entries(context, case_id, entries)


def notes_covered(context: AppContext, case_id: str, name: str, note_ids: frozenset[str]) -> None:
    """Forget a store in which notes are covered now, and whatever rests on these notes.

    Args:
        context: Where the case is.
        case_id: The case; the caller holds its lock.
        name: The store.
        note_ids: The notes.
    """
    kept = read_index(context.files, context.home, case_id)
    if kept is None:
        remove_older(context.files, context.home, case_id)
        return
    behind = {*note_ids, *(f"{PERHAPS}{note_id}" for note_id in note_ids)}
    entries = [
        entry for entry in kept if entry.name != name and behind.isdisjoint(entry.facts.rests)
    ]
    if len(entries) < len(kept):
        write_entries(context, case_id, entries)


class SearchWords:
    """Words as they are looked for in folded texts; false when there are none."""

    def __init__(self, words: str) -> None:
        plain = folded(words)
        pattern = loose(plain)
        self._plain = plain.encode("utf-8", "replace")
        self._pattern = re.compile(pattern.encode("utf-8", "replace")) if pattern else None

    def __bool__(self) -> bool:
        """Whether there is anything to look for."""
        return bool(self._plain)

    def is_in(self, text: bytes) -> bool:
        """Return whether a folded text holds the words."""
        if self._pattern is None:
            return self._plain in text
        return self._pattern.search(text) is not None

    def lines_of(self, texts: bytes) -> list[int]:
        """Return the numbers of the lines that hold the words."""
        return [number for number, line in enumerate(texts.split(b"\n")) if self.is_in(line)]
