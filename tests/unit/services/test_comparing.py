"""Each act of comparing writes one file, the one the thing belongs to."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from companion.domain.comparison import Verdict, Why
from companion.domain.steps import all_steps
from companion.services.compare.comparison import Comparing
from companion.services.compare.next_steps import Deciding, paths
from companion.services.compare.ratings import Ratings
from companion.services.visit.editor import VisitEditor
from companion.services.visit.plan import NewVisit, plan_visit
from tests.unit.services.preparing_case import files_written, new_session

if TYPE_CHECKING:
    from companion.services.case.session import CaseSession


@pytest.fixture
def session() -> CaseSession:
    made = new_session()
    visit_id = plan_visit(made, NewVisit(clinician="Dr Okafor"))
    editor = VisitEditor(made, visit_id)
    editor.line.save("! ask for the report")
    return made


def test_what_belongs_to_a_visits_opinion_is_kept_in_its_file(session: CaseSession) -> None:
    comparing, ratings = Comparing(session), Ratings(session)
    visit = session.case.visits[0]
    table = comparing.table()
    column, aspect = table.columns[0], table.aspects[0]
    note_id = visit.notes[0].id
    for act in (
        lambda: comparing.toggle_note(column, aspect, note_id),
        lambda: comparing.cell_draft(comparing.table().columns[0], aspect).finish("Weekly"),
        lambda: comparing.toggle_record(comparing.table().columns[0], "record01"),
        lambda: comparing.next_known(comparing.table().columns[0]),
        lambda: ratings.rate(comparing.table().columns[0], "trust", None, 4, note_id),
    ):
        assert files_written(session, act) == {visit.id}
    (opinion,) = session.case.visits[0].opinions
    assert opinion.clinician_id == visit.head.clinician_id


def test_verdicts_and_reasons_are_kept_in_the_case(session: CaseSession) -> None:
    comparing = Comparing(session)
    aspect = comparing.table().aspects[0]
    for act in (
        lambda: comparing.judge(aspect.id, Verdict.DIFFERS),
        lambda: comparing.toggle_why(aspect.id, Why.DO_NOT_KNOW),
        lambda: comparing.one_more_star(aspect.id),
        lambda: comparing.aspect_draft().finish("Travel"),
        lambda: comparing.drop_aspect(aspect.id),
    ):
        assert files_written(session, act) == {"case"}


def test_stars_go_from_none_to_five_and_back_to_none(session: CaseSession) -> None:
    comparing = Comparing(session)
    aspect = comparing.table().aspects[0]
    seen = []
    for _ in range(6):
        comparing.one_more_star(aspect.id)
        seen.append(comparing.table().rows[aspect.id].stars)
    assert seen == [1, 2, 3, 4, 5, None]


def test_a_talk_makes_a_visit_and_every_other_way_makes_steps(session: CaseSession) -> None:
    deciding = Deciding(session)
    for path in paths(session.file):
        before, steps = len(session.case.visits), len(all_steps(session.case))
        made = deciding.go(path)
        if path.makes == "visit":
            assert made.visit_id is not None
            assert len(session.case.visits) == before + 1
        else:
            assert made.steps == len(all_steps(session.case)) - steps > 0


def test_a_step_of_a_note_is_kept_in_the_case_once_it_has_an_owner(session: CaseSession) -> None:
    deciding = Deciding(session)
    (step,) = deciding.steps()
    assert files_written(session, lambda: deciding.next_owner(step)) == {"case"}
    (kept,) = session.file.steps
    assert (kept.id, kept.text) == (step.id, "ask for the report")
    (again,) = deciding.steps()
    assert again.owner_id == session.file.people[0].id


def test_the_four_answers_of_one_day_are_one_entry_and_another_day_makes_another(
    session: CaseSession,
) -> None:
    deciding = Deciding(session)
    deciding.answer(0, yes=True)
    deciding.answer(1, yes=False)
    clock = session.context.clock
    clock.forward(days=1)  # type: ignore[attr-defined]
    deciding.answer(0, yes=False)
    assert [each.answers for each in session.file.confidence] == [
        (True, False, None, None),
        (False, None, None, None),
    ]


def test_choosing_another_way_keeps_the_earlier_choice_in_the_log(session: CaseSession) -> None:
    deciding = Deciding(session)
    stay, back, *_ = paths(session.file)
    deciding.choose(stay)
    deciding.choose(stay)
    deciding.choose(back)
    assert [each.path for each in session.file.paths] == ["stay", "take-back"]


def test_an_emptied_step_or_leaning_leaves_nothing_behind(session: CaseSession) -> None:
    deciding = Deciding(session)
    draft = deciding.new_step_draft()
    draft.keep("Call")
    draft.finish("")
    deciding.leaning_draft().finish("  ")
    assert [step.text for step in deciding.steps()] == ["ask for the report"]
    assert not session.file.leaning
