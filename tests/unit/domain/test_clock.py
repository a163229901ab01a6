from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from companion.domain.clock import is_from_memory, minutes_left, was_set_back
from companion.domain.note import Note
from companion.domain.visit import VisitAbout, VisitFile

BEGAN = datetime(2026, 12, 3, 13, 0, tzinfo=UTC)


def visit(*notes: int, added: int = 0) -> VisitFile:
    """A visit of 30 minutes with notes so many minutes after it began."""
    about = VisitAbout(id="visit001", started_at=BEGAN, minutes=30, added_minutes=added)
    every = (Note(id=f"note{at:04}", at=BEGAN + timedelta(minutes=at)) for at in notes)
    return VisitFile(id="visit001", about=(about,), notes=tuple(every))


@pytest.mark.parametrize(
    ("gone", "left"), [(0, 30), (1, 29), (29, 1), (30, 0), (300, 0), (-1, 30), (-60, 30)]
)
def test_there_are_never_more_minutes_left_than_planned(gone: int, left: int) -> None:
    assert minutes_left(visit().head, BEGAN + timedelta(minutes=gone)) == left


def test_minutes_that_were_added_can_be_left() -> None:
    assert minutes_left(visit(added=10).head, BEGAN - timedelta(hours=1)) == 40


@pytest.mark.parametrize(
    ("notes", "gone", "back"),
    [
        ((), 0, False),
        ((), -1, False),
        ((), -3, True),
        ((5, 20), 21, False),
        ((5, 20), 19, False),
        ((5, 20), 10, True),
        ((5, 20), -3000, True),
    ],
)
def test_a_clock_that_shows_a_time_before_the_last_note_was_set_back(
    notes: tuple[int, ...], gone: int, back: bool
) -> None:
    assert was_set_back(visit(*notes), BEGAN + timedelta(minutes=gone)) is back


@pytest.mark.parametrize(
    ("planned", "remembered"),
    [("2026-12-02T13:00", True), ("2026-12-03T13:00", False), ("2026-12-04T13:00", False)],
)
def test_only_a_visit_that_was_on_an_earlier_day_is_written_down_from_memory(
    planned: str, remembered: bool
) -> None:
    about = VisitAbout(id="visit001", at=planned, zone="UTC", started_at=BEGAN)
    assert is_from_memory(about) is remembered
