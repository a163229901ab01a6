"""What the two opinions of the made-up case come to, and what is done next."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from companion.domain.comparison import (
    ChosenPath,
    ComparisonRow,
    Confidence,
    Leaning,
    Step,
    Verdict,
    Why,
)
from companion.domain.moments import here
from companion.domain.value import replace
from companion.services.example.preparation import aspect_id, day, person_id
from companion.words import example as words
from companion.words import example_opinions as opinions

if TYPE_CHECKING:
    from collections.abc import Callable

    from companion.domain.case import CaseFile
    from companion.domain.visit import VisitFile


def compared(file: CaseFile, visit: VisitFile, at: datetime, new_id: Callable[[], str]) -> CaseFile:
    """The case with both opinions laid side by side.

    Args:
        file: The case before.
        visit: The visit with the other doctor.
        at: When the opinions were compared.
        new_id: Gives a new id.
    """
    patient = person_id(file, words.PATIENT)
    return replace(
        file,
        rows=tuple(
            _row(file, said, at, new_id())
            for said in opinions.ASPECTS
            if said.verdict or said.stars
        ),
        paths=(
            ChosenPath(
                id=new_id(), created_at=at, path=opinions.PATH, at=at, why=opinions.PATH_WHY
            ),
        ),
        confidence=(
            Confidence(id=new_id(), created_at=at, at=at, by_id=patient, answers=opinions.SURE),
        ),
        leaning=(Leaning(id=new_id(), created_at=at, at=at, by_id=patient, text=opinions.LEANING),),
        steps=tuple(_step(file, visit, told, at, new_id()) for told in opinions.STEPS),
    )


def _row(file: CaseFile, said: opinions.SaidOn, at: datetime, new_id: str) -> ComparisonRow:
    return ComparisonRow(
        id=new_id,
        created_at=at,
        aspect_id=aspect_id(file, said),
        verdict=Verdict(said.verdict) if said.verdict else None,
        stars=said.stars or None,
        why=tuple(Why(each) for each in said.why),
    )


def _step(
    file: CaseFile, visit: VisitFile, told: opinions.PlannedStep, at: datetime, new_id: str
) -> Step:
    start = visit.head.started_at or at
    note = None if told.note is None else visit.notes[told.note]
    return Step(
        id=note.id if note else new_id,
        created_at=at,
        text=told.text,
        owner_id=person_id(file, told.owner),
        due=day(here(start), told.due),
        done_at=None if told.done is None else start + timedelta(days=told.done),
        note_ids=(note.id,) if note else (),
    )
