"""Each act of comparing writes one file, the one the thing belongs to."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from companion.domain.comparison import Verdict, Why
from companion.domain.steps import all_steps
from companion.services.compare.comparison import Comparison
from companion.services.compare.next_steps import NextSteps, paths
from companion.services.compare.opinions import OpinionEditor
from companion.services.compare.ratings import Ratings
from companion.services.visit.editor import VisitEditor
from companion.services.visit.plan import NewVisit, plan_visit
from tests.support.walked import files_passed
from tests.unit.services.preparing_case import files_written, new_session

if TYPE_CHECKING:
    from companion.domain.comparison_table import Said
    from companion.services.case.session import CaseSession

FILES_TO_SAVE_A_VERDICT = 22
"""Files of the program that a verdict passes from the comparison to its file in memory."""


@pytest.fixture
def session() -> CaseSession:
    made = new_session()
    visit_id = plan_visit(made, NewVisit(clinician="Dr Okafor"))
    editor = VisitEditor(made, visit_id)
    editor.line.save("! ask for the report")
    return made


def test_what_belongs_to_a_visits_opinion_is_kept_in_its_file(session: CaseSession) -> None:
    comparison = Comparison(session)

    def of_okafor() -> OpinionEditor:
        return OpinionEditor(session, comparison.table.columns[0])

    visit = session.case.visits[0]
    table = comparison.table
    aspect = table.aspects[0]
    note_id = visit.notes[0].id
    for act in (
        lambda: of_okafor().toggle_note(aspect, note_id),
        lambda: of_okafor().cell_draft(aspect).finish("Weekly"),
        lambda: of_okafor().toggle_record("record01"),
        lambda: of_okafor().next_known(),
        lambda: Ratings(session, comparison.table.columns[0]).rate("trust", None, 4, note_id),
    ):
        assert files_written(session, act) == {visit.id}
    (opinion,) = session.case.visits[0].opinions
    assert opinion.clinician_id == visit.head.clinician_id


def test_an_answer_before_leaving_becomes_words_of_a_cell_only_when_it_is_taken(
    session: CaseSession,
) -> None:
    comparison, visit = Comparison(session), session.case.visits[0]
    VisitEditor(session, visit.id).answers.save_before_you_leave("results", "in 2 weeks")
    (aspect, *_) = comparison.table.aspects
    (answer,) = comparison.table.answers(comparison.table.columns[0])

    def said() -> Said:
        (only,) = comparison.table.line(aspect)
        return only

    def of_okafor() -> OpinionEditor:
        return OpinionEditor(session, comparison.table.columns[0])

    assert said().empty
    take = (visit.notes[0], answer)
    assert files_written(session, lambda: of_okafor().take(aspect, take)) == {visit.id}
    assert (said().text, said().notes) == ("Results: in 2 weeks", (visit.notes[0],))
    assert said().answers
    session.undo()
    assert said().empty
    of_okafor().cell_draft(aspect).finish("Soon")
    of_okafor().toggle_answer(aspect, answer)
    assert said().text == "Soon\nResults: in 2 weeks"
    of_okafor().toggle_answer(aspect, answer)
    assert said().text == "Soon"
    assert not said().answers


def test_the_table_is_worked_out_once_for_each_state_of_the_case(session: CaseSession) -> None:
    comparison = Comparison(session)
    before = comparison.table
    assert comparison.table is before
    comparison.judge(before.aspects[0].id, Verdict.SAME)
    after = comparison.table
    assert after is not before
    assert comparison.table is after


def test_verdicts_and_reasons_are_kept_in_the_case(session: CaseSession) -> None:
    comparison = Comparison(session)
    aspect = comparison.table.aspects[0]
    for act in (
        lambda: comparison.judge(aspect.id, Verdict.DIFFERS),
        lambda: comparison.toggle_why(aspect.id, Why.DO_NOT_KNOW),
        lambda: comparison.add_star(aspect.id),
        lambda: comparison.aspect_draft().finish("Travel"),
        lambda: comparison.drop_aspect(aspect.id),
    ):
        assert files_written(session, act) == {"case"}


def test_stars_go_from_none_to_five_and_back_to_none(session: CaseSession) -> None:
    comparison = Comparison(session)
    aspect = comparison.table.aspects[0]
    seen = []
    for _ in range(6):
        comparison.add_star(aspect.id)
        seen.append(comparison.table.rows[aspect.id].stars)
    assert seen == [1, 2, 3, 4, 5, None]


def test_a_talk_makes_a_visit_and_every_other_way_makes_steps(session: CaseSession) -> None:
    next_steps = NextSteps(session)
    for path in paths(session.file):
        before, steps = len(session.case.visits), len(all_steps(session.case))
        made = next_steps.follow(path)
        if path.makes == "visit":
            assert made.visit_id is not None
            assert len(session.case.visits) == before + 1
        else:
            assert made.steps == len(all_steps(session.case)) - steps > 0


def test_a_step_of_a_note_is_kept_in_the_case_once_it_has_an_owner(session: CaseSession) -> None:
    next_steps = NextSteps(session)
    (step,) = next_steps.steps.listed()
    assert files_written(session, lambda: next_steps.steps.next_owner(step)) == {"case"}
    (kept,) = session.file.steps
    assert (kept.id, kept.text) == (step.id, "ask for the report")
    (again,) = next_steps.steps.listed()
    assert again.owner_id == session.file.people[0].id


def test_the_four_answers_of_one_day_are_one_entry_and_another_day_makes_another(
    session: CaseSession,
) -> None:
    next_steps = NextSteps(session)
    next_steps.reflection.answer(0, yes=True)
    next_steps.reflection.answer(1, yes=False)
    clock = session.context.clock
    clock.forward(days=1)  # type: ignore[attr-defined]
    next_steps.reflection.answer(0, yes=False)
    assert [each.answers for each in session.file.confidence] == [
        (True, False, None, None),
        (False, None, None, None),
    ]


def test_choosing_another_way_keeps_the_earlier_choice_in_the_log(session: CaseSession) -> None:
    next_steps = NextSteps(session)
    stay, back, *_ = paths(session.file)
    next_steps.choose(stay)
    next_steps.choose(stay)
    next_steps.choose(back)
    assert [each.path for each in session.file.paths] == ["stay", "take-back"]


def test_an_emptied_step_or_leaning_leaves_nothing_behind(session: CaseSession) -> None:
    next_steps = NextSteps(session)
    draft = next_steps.steps.new_draft()
    draft.keep("Call")
    draft.finish("")
    next_steps.reflection.leaning_draft().finish("  ")
    assert [step.text for step in next_steps.steps.listed()] == ["ask for the report"]
    assert not session.file.leaning


def test_a_verdict_goes_to_its_file_by_a_short_way(session: CaseSession) -> None:
    comparison = Comparison(session)
    first, second, *_ = comparison.table.aspects
    comparison.judge(first.id, Verdict.SAME)
    passed = files_passed(lambda: comparison.judge(second.id, Verdict.SAME))
    assert passed[FILES_TO_SAVE_A_VERDICT:] == []
