"""The visits of a case that can change what Home shows: a few, however many there are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain.changes import not_deleted
from companion.domain.visit_selection import NEAR
from companion.storage.cases import visit_of_store

if TYPE_CHECKING:
    from datetime import datetime

    from companion.domain.case import CaseFile
    from companion.services.search.case_index import CaseIndex
    from companion.storage.index_file import StoreFacts


def visits_home_needs(case: CaseIndex, file: CaseFile, now: datetime) -> frozenset[str]:
    """Return the ids of the visits that can change what Home shows; only these are read.

    They are: those not over, and one in which half a line waits; the one begun last; the first with
    a cell of the comparison, and the first with a step that is not kept in the case's file; those
    with a note that was put right after it had become a step of the case; and those in which the
    people of all these first came up.
    """
    facts = {
        visit_id: entry.facts
        for entry in case.entries.values()
        if (visit_id := visit_of_store(entry.name)) is not None and not entry.facts.deleted
    }
    order = sorted(facts, key=lambda visit_id: facts[visit_id].when or ())
    # An answer that stands on the list of results is no step any more.
    kept = {each.id for each in (*file.steps, *not_deleted(file.results))}
    needed = {visit_id for visit_id in order if _goes_on(facts[visit_id], now)}
    needed.add(max(order, key=lambda visit_id: _began(facts[visit_id]), default=""))
    needed.add(next((each for each in order if facts[each].cells), ""))
    needed.add(next((each for each in order if not kept.issuperset(facts[each].steps)), ""))
    behind = kept.union(*(step.note_ids for step in file.steps))
    needed |= {each for each in order if not behind.isdisjoint(facts[each].corrected)}
    needed.discard("")
    people = {facts[visit_id].doctor for visit_id in needed}
    needed |= {visit_id for visit_id in order if people & facts[visit_id].people.keys()}
    return frozenset(needed)


def _began(facts: StoreFacts) -> str:
    began = facts.began
    return began.isoformat() if began is not None else ""


def _goes_on(facts: StoreFacts, now: datetime) -> bool:
    half = facts.half
    return not facts.over or (half is not None and now - half <= NEAR)
