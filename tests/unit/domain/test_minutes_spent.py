"""Where the time of a visit went, told from the stamps of its notes."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from companion.domain.clock import minutes_spent
from companion.domain.note import Note
from companion.domain.visit import VisitAbout, VisitFile

BEGUN = datetime(2026, 12, 3, 14, 0, tzinfo=UTC)


def visit(*notes: tuple[float, str | None], at: str = "2026-12-03T14:00+00:00") -> VisitFile:
    about = VisitAbout(id="visit001", at=at, started_at=BEGUN)
    written = tuple(
        Note(
            id=f"note{place:04}",
            at=BEGUN + timedelta(minutes=minute),
            question_id=question,
            text="a",
        )
        for place, (minute, question) in enumerate(notes)
    )
    return VisitFile(id="visit001", about=(about,), notes=written)


def test_what_lies_between_two_notes_belongs_to_the_question_of_the_second() -> None:
    told = minutes_spent(visit((2, None), (5, "one"), (12, "two"), (14, "one")))
    assert told == {None: 2, "one": 5, "two": 7}


@pytest.mark.parametrize(
    "nothing",
    [
        visit(),
        visit((1, "one"), (4, "two")),
        visit((1, "one"), (14, "two"), at="2026-11-24"),
    ],
)
def test_a_few_minutes_or_a_visit_from_memory_tell_nothing(nothing: VisitFile) -> None:
    assert minutes_spent(nothing) == {}


def test_notes_added_after_the_visit_and_clocks_set_back_take_no_time() -> None:
    told = visit((6, "one"), (4, "two"), (90, "two"))
    later = told.notes[2]
    notes = (*told.notes[:2], type(later)(id=later.id, at=later.at, question_id="two", later=True))
    assert minutes_spent(VisitFile(id=told.id, about=told.about, notes=notes)) == {"one": 6}
