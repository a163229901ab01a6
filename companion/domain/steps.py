"""Steps; to-do notes and answers before leaving are steps until they get an owner or a date."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain.changes import not_deleted
from companion.domain.comparison import Step
from companion.domain.entity import id_within
from companion.domain.marks import NoteKind
from companion.domain.veil import veil_of
from companion.words import visit_ends as words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from companion.domain.case import Case
    from companion.domain.visit import VisitFile

DOOR_ANSWERS = ("call", "plan", "who", "results", "report")
"""The five answers of the door card, most urgent first."""
RESULTS = "results"
"""The answer that says when results come."""


def door_step_id(visit_id: str, answer: str) -> str:
    """Return the id of the step that a door answer is."""
    return id_within(visit_id, answer)


def steps_in(visit: VisitFile) -> list[Step]:
    """Return the steps that notes and answers of a visit make, whatever the case's file says."""
    steps = [
        Step(id=note.id, text=note.text, created_at=note.created_at, note_ids=(note.id,))
        for note in visit.live_notes
        if note.kind is NoteKind.TODO and note.text
    ]
    for card in not_deleted(visit.before_you_leave):
        steps += [
            Step(id=door_step_id(visit.id, answer), text=text, created_at=card.created_at)
            for answer in DOOR_ANSWERS
            if (text := getattr(card, answer))
        ]
    return steps


def door_labels(case: Case) -> dict[str, str]:
    """Step id to what stands before it: an answer says little without what was asked."""
    return {
        door_step_id(visit.id, answer): words.BEFORE_YOU_LEAVE_STEPS[answer]
        for visit in case.visits
        for card in not_deleted(visit.before_you_leave)
        for answer in DOOR_ANSWERS
        if getattr(card, answer)
    }


def step_words(step: Step, labels: Mapping[str, str]) -> str:
    """Return a step as it stands among others.

    Args:
        step: The step.
        labels: What stands before those that are door answers (`door_labels`).
    """
    label = labels.get(step.id)
    return f"{label}: {step.text}" if label and step.text else step.text


def all_steps(case: Case) -> tuple[Step, ...]:
    """Return every live step: of the visits in order, then own ones; a kept one wins.

    An answer that stands on the list of results is none any more.
    """
    kept = {step.id: step for step in case.file.steps}
    awaited = {result.id for result in not_deleted(case.file.results)}
    result: list[Step] = []
    met: set[str] = set()
    for visit in case.visits:
        for step in steps_in(visit):
            met.add(step.id)
            if step.id not in awaited:
                result.append(kept.get(step.id, step))
    result += [step for step in case.file.steps if step.id not in met]
    return not_deleted(tuple(result))


def shown_steps(case: Case) -> tuple[Step, ...]:
    """Return the steps that stand on a screen: all but those taken from notes that are covered."""
    veil = veil_of(case)
    return tuple(step for step in all_steps(case) if not veil.hides(step))
