from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from companion.domain.note import FIND_LINE, ComposerLine
from companion.domain.value import replace
from companion.domain.visit import VisitAbout, VisitFile
from companion.domain.visit_selection import by_time, left_open, next_planned, visit_to_open

NOW = datetime(2026, 12, 3, 13, 0, tzinfo=UTC)


def visit(name: str, hours: float | None = None, **values: datetime | None) -> VisitFile:
    at = (NOW + timedelta(hours=hours)).isoformat() if hours is not None else ""
    about = replace(VisitAbout(id=name, at=at, created_at=NOW), **values)  # type: ignore[arg-type]
    return VisitFile(id=name, about=(about,))


def chosen(*visits: VisitFile) -> str | None:
    found = visit_to_open(visits, NOW)
    return found.id if found else None


@pytest.mark.promise("command.which-visit")
def test_the_visit_under_way_is_meant_before_any_other() -> None:
    assert chosen(visit("near", 0.1), visit("begun", -30, started_at=NOW)) == "begun"


def test_of_two_under_way_the_one_begun_last_is_meant() -> None:
    early = visit("early", started_at=NOW - timedelta(hours=2))
    assert chosen(early, visit("late", started_at=NOW)) == "late"


@pytest.mark.promise("command.which-visit")
def test_else_the_nearest_within_twelve_hours_before_or_after() -> None:
    assert chosen(visit("before", -3), visit("after", 2)) == "after"
    assert chosen(visit("before", -1), visit("after", 2)) == "before"


def test_a_visit_further_away_is_not_meant() -> None:
    assert chosen(visit("far", 12.1), visit("past", -12.1)) is None


def test_ended_and_cancelled_visits_are_not_meant() -> None:
    ended = visit("ended", 0.1, started_at=NOW, ended_at=NOW)
    assert chosen(ended, visit("off", 0.1, cancelled_at=NOW)) is None


def test_a_visit_planned_for_a_whole_day_is_meant_and_prepared_for_all_that_day() -> None:
    day = VisitFile(id="day", about=(VisitAbout(id="day", at="2026-12-03"),))
    midnight = datetime(2026, 12, 3).astimezone()
    for hour in (0, 11, 13, 23.9):
        assert visit_to_open((day,), midnight + timedelta(hours=hour)) is day
        assert next_planned((day,), midnight + timedelta(hours=hour)) is day
    assert visit_to_open((day,), midnight - timedelta(hours=13)) is None
    assert visit_to_open((day,), midnight + timedelta(hours=37)) is None
    assert next_planned((day,), midnight + timedelta(hours=24)) is None


def test_the_next_visit_to_prepare_for_is_the_nearest_ahead() -> None:
    found = next_planned((visit("week", 170), visit("day", 20), visit("gone", -20)), NOW)
    assert found is not None
    assert found.id == "day"


def test_visits_stand_in_the_order_of_their_times() -> None:
    assert [each.id for each in by_time((visit("b", 5), visit("a", 1)))] == ["a", "b"]


def typed_in(name: str, minutes: float, **values: datetime | None) -> VisitFile:
    line = ComposerLine(id=name, text="half a li", changed_at=NOW + timedelta(minutes=minutes))
    return replace(visit(name, None, **values), composer=(line,))


def left(*visits: VisitFile) -> str | None:
    found = left_open(visits, NOW)
    return found.id if found else None


def test_half_a_line_before_any_note_leaves_a_visit_open() -> None:
    assert left(visit("near", 0.1), typed_in("typed in", 0)) == "typed in"
    assert left(visit("near", 0.1)) is None


def test_half_a_line_after_the_end_leaves_a_visit_open_for_twelve_hours() -> None:
    assert left(typed_in("today", -60, started_at=NOW, ended_at=NOW)) == "today"
    assert left(typed_in("long ago", -721, started_at=NOW, ended_at=NOW)) is None
    assert left(visit("ended", started_at=NOW, ended_at=NOW)) is None


def test_words_looked_for_leave_a_visit_open_only_while_somebody_finds() -> None:
    ended = visit("ended", started_at=NOW, ended_at=NOW)
    line = ComposerLine(id="ended", asides=((FIND_LINE, "level"),), changed_at=NOW)
    assert left(replace(ended, composer=(line,))) is None
    assert left(replace(ended, composer=(replace(line, field=FIND_LINE),))) == "ended"
    assert left(replace(ended, composer=(replace(line, asides=(("door:call", "y"),)),))) == "ended"


def test_half_a_line_in_a_visit_that_was_called_off_leaves_nothing_open() -> None:
    assert left(typed_in("called off", 0, cancelled_at=NOW)) is None
    assert left(typed_in("ended", 0, started_at=NOW, ended_at=NOW, cancelled_at=NOW)) is None


def test_of_several_left_open_one_goes_on_with_the_one_written_in_last() -> None:
    begun = visit("begun", started_at=NOW)
    assert left(begun, typed_in("before", -5)) == "begun"
    assert left(begun, typed_in("after", 5)) == "after"
