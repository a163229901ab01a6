"""Home as rows, without a terminal."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from companion.domain.case import Case, CaseAbout, CaseFile
from companion.domain.comparison import Step
from companion.domain.people import Person
from companion.domain.visit import VisitAbout, VisitFile
from companion.services.home.case_list import CaseList, case_line
from companion.ui.home.cases_view import case_rows, coming_rows, due_of, lists_of, top_right

NOW = datetime(2026, 11, 24, 10, tzinfo=UTC)


def listing(*titles: str) -> CaseList:
    lines = []
    for number, title in enumerate(titles):
        head = VisitAbout(id=f"visit00{number}", clinician_id="doctor01", at="2026-12-03")
        file = CaseFile(
            id=f"case000{number}",
            about=(CaseAbout(id=f"case000{number}", title=title),),
            people=(Person(id="doctor01", name="Dr Okafor"),),
            steps=(Step(id="step0001", text="Call", due="2026-11-20"),),
        )
        case = Case(file=file, visits=(VisitFile(id=head.id, about=(head,)),))
        lines.append(case_line(case, NOW))
    return CaseList(tuple(lines), (), NOW)


def test_a_case_without_a_title_has_words_in_its_place() -> None:
    assert case_rows(listing("  "), 100)[0].text == "Untitled case"


@pytest.mark.parametrize(("width", "day"), [(100, "Thursday 3 December"), (80, "Thu 3 Dec")])
def test_days_are_shorter_where_there_is_less_room(width: int, day: str) -> None:
    assert day in case_rows(listing("Knee"), width)[0].right


def test_what_is_late_stands_last_in_words_and_leads_to_where_it_is_done() -> None:
    listed = listing("Knee", "Heart")
    rows = coming_rows(listed, 100)
    assert [row.lead.strip() for row in rows] == ["Thu  3 Dec", "Thu  3 Dec", "late", "late"]
    assert rows[-1].text == "Call; was due Friday 20 November"
    assert rows[-1].right == "Heart"
    case_id, due = due_of(listed, rows[-1].key)
    assert (case_id, due.room, due.thing) == ("case0001", "compare", "step/step0001")


def test_one_late_thing_is_counted_without_an_s() -> None:
    assert top_right(listing("Knee")) == "1 case · 1 thing is late"
    assert top_right(listing("Knee", "Heart")) == "2 cases · 2 things are late"


@pytest.mark.parametrize(
    ("size", "airy"), [((120, 36), True), ((100, 30), True), ((80, 24), False)]
)
def test_a_few_things_stand_below_each_other_with_air_where_there_is_room(
    size: tuple[int, int], airy: bool
) -> None:
    lists = lists_of(listing("Knee"), size)
    assert not lists.beside
    assert any(not row.text for row in lists.coming) is airy


def test_in_a_wide_window_what_does_not_fit_below_stands_beside() -> None:
    many = listing(*(f"Case {number}" for number in range(9)))
    assert lists_of(many, (120, 36)).beside
    assert not lists_of(many, (100, 36)).beside


def test_while_visits_are_read_the_lists_stand_where_they_will_with_many() -> None:
    assert lists_of(replace(listing("Knee"), reading=True), (120, 36)).beside
