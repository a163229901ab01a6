"""Results that are waited for: the day in an answer, their order, where they come up."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.domain.agenda import DueKind, NextKind, agenda_of, next_thing
from companion.domain.case import Case, CaseAbout, CaseFile
from companion.domain.merge import merge
from companion.domain.preparation import AwaitedResult, Covered, Preparation
from companion.domain.results import day_in, result_offers, results_order, shown_results
from companion.domain.steps import all_steps
from companion.domain.visit import BeforeYouLeave, VisitAbout, VisitFile

NOW = datetime(2026, 12, 10, 10, tzinfo=UTC)
THURSDAY = date(2026, 12, 3)


def case(*results: AwaitedResult, answer: str = "", covered: Covered = Covered.SHOW) -> Case:
    about = CaseAbout(id="case0001")
    prepared = Preparation(id="prepare1", covered=covered)
    file = CaseFile(id="case0001", about=(about,), results=results, preparation=(prepared,))
    head = VisitAbout(id="visit001", at="2026-12-03T10:00+00:00", started_at=NOW, ended_at=NOW)
    doors = (BeforeYouLeave(id="visit001", results=answer),) if answer else ()
    visit = VisitFile(id="visit001", about=(head,), before_you_leave=doors)
    return Case(file=file, visits=(visit,))


@pytest.mark.parametrize(
    ("answer", "day"),
    [
        ("in two weeks", "2026-12-17"),
        ("The level test takes 2 weeks. Dr Okafor calls.", "2026-12-17"),
        ("by Friday", "2026-12-04"),
        ("Friday week, by phone", "2026-12-11"),
        ("a letter by Dec 17", "2026-12-17"),
        ("blood Dec 5, MRI on Dec 20", "2026-12-20"),
        ("2 to 3 weeks", "2026-12-24"),
        ("2-3 weeks", "2026-12-24"),
        ("two or three weeks", "2026-12-24"),
        ("on the 15th", "2026-12-15"),
        ("tomorrow", "2026-12-04"),
        ("within 10 days", "2026-12-13"),
        ("end of January", "2027-01-31"),
        ("the nurse calls", None),
        ("she sat down", None),
        ("1 in 3 people", None),
        ("call 555 1234", None),
        ("yesterday", None),
        ("", None),
    ],
)
def test_the_day_in_an_answer_counts_from_the_day_of_the_visit(
    answer: str, day: str | None
) -> None:
    found = day_in(answer, THURSDAY)
    assert (found.isoformat() if found else None) == day


@given(st.text(max_size=60))
def test_no_answer_stops_the_reading_and_no_day_lies_before_the_visit(text: str) -> None:
    found = day_in(text, THURSDAY)
    assert found is None or found >= THURSDAY


def test_results_stand_by_the_day_they_are_expected_and_arrived_ones_last() -> None:
    here = AwaitedResult(id="here0001", expected_by="2026-12-01", arrived_on="2026-12-02")
    some_day = AwaitedResult(id="some0001")
    late = AwaitedResult(id="late0001", expected_by="2026-12-05")
    soon = AwaitedResult(id="soon0001", expected_by="2026-12-12")
    assert results_order((here, some_day, soon, late)) == (late, soon, some_day, here)


def test_a_result_comes_up_on_its_day_and_late_until_it_arrives() -> None:
    late = AwaitedResult(id="late0001", text="MRI", expected_by="2026-12-05", who_tells="Mia")
    soon = AwaitedResult(id="soon0001", text="Biopsy", expected_by="2026-12-12")
    here = AwaitedResult(
        id="here0001", text="Blood", expected_by="2026-12-01", arrived_on="2026-12-02"
    )
    due = agenda_of(case(late, soon, here), NOW)
    assert [(each.kind, each.text, each.late) for each in due] == [
        (DueKind.RESULT, "Biopsy", False),
        (DueKind.RESULT, "MRI", True),
    ]
    assert (due[0].room, due[0].thing) == ("prepare", "result/soon0001")
    following = next_thing(case(late, soon), NOW)
    assert (following.kind, following.text, following.who) == (NextKind.RESULT, "MRI", "Mia")


def test_an_answer_is_a_to_do_until_it_is_on_the_list_of_results() -> None:
    before = case(answer="in two weeks")
    (offer,) = result_offers(before)
    assert (offer.text, offer.taken_on, offer.expected_by) == (
        "in two weeks",
        THURSDAY,
        date(2026, 12, 17),
    )
    assert [step.id for step in all_steps(before)] == [offer.id]
    taken = case(AwaitedResult(id=offer.id, text="in two weeks"), answer="in two weeks")
    assert result_offers(taken) == ()
    assert all_steps(taken) == ()


def test_what_speaks_of_living_or_dying_is_on_no_screen_where_the_patient_chose_that() -> None:
    dark = AwaitedResult(
        id="dark0001", text="Survival score: 2 years to live", expected_by="2026-12-12"
    )
    assert shown_results(case(dark).file) == (dark,)
    hidden = case(dark, answer="she has 2 years to live", covered=Covered.COVER)
    assert shown_results(hidden.file) == ()
    assert result_offers(hidden) == ()
    assert agenda_of(hidden, NOW) == ()


def test_two_windows_that_reword_one_result_lose_no_word() -> None:
    one = case(
        AwaitedResult(id="result01", who_tells="Mia", stamps={"who_tells": (1, "a", 0)})
    ).file
    other = case(
        AwaitedResult(id="result01", who_tells="Dr O", stamps={"who_tells": (2, "b", 0)})
    ).file
    (merged,) = merge(one, other).results
    assert {"Mia", "Dr O"} <= set(merged.who_tells.split("\n"))
