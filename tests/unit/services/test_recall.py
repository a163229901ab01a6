"""A visit written down from memory: each line becomes a note under the question it answers."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from companion.domain.comparison_table import columns
from companion.domain.marks import NoteKind
from companion.domain.question import QuestionState
from companion.domain.value import replace
from companion.domain.visit import was_over
from companion.domain.visit_selection import is_planned, is_under_way
from companion.domain.visit_times import day_of_visit
from companion.services.case.library import CaseLibrary, NewCase
from companion.services.home.case_list import case_line
from companion.services.prepare.appointment import Appointment
from companion.services.visit.editor import VisitEditor
from companion.services.visit.plan import NewVisit, plan_visit
from companion.services.visit.recall import VisitRecall
from companion.words import recall as words
from companion.words import visit as visit_words
from tests.journeys.conftest import StandingClock, new_context
from tests.support.guidance import packs_at_hand

if TYPE_CHECKING:
    from collections.abc import Iterator

    from companion.services.case.session import CaseSession


@pytest.fixture
def session() -> Iterator[CaseSession]:
    context = new_context(StandingClock(datetime(2026, 12, 3, 14, 0, tzinfo=UTC)))
    general = tuple(pack for pack in packs_at_hand() if pack.id == "general")
    opened = CaseLibrary(context).create(NewCase(title="t", packs=general))
    yield opened
    opened.close()
    context.syncer.stop()


@pytest.fixture
def editor(session: CaseSession) -> VisitEditor:
    return VisitEditor(session, plan_visit(session, NewVisit()))


def listed(editor: VisitEditor) -> list[tuple[str, QuestionState]]:
    return [(row.text, row.state) for row in editor.questions.rows()]


def test_the_prompts_are_those_of_the_guidance_and_the_same_without_it(
    editor: VisitEditor,
) -> None:
    with_guidance = VisitRecall(editor).prompts
    assert tuple(each.text for each in with_guidance) == words.PROMPTS
    assert all(each.source for each in with_guidance)
    file = editor.session.file
    gone = tuple(replace(text, deleted=True) for text in file.texts)
    editor.session.change_case("", lambda file: replace(file, texts=gone))
    without = VisitRecall(editor).prompts
    assert [(each.text, each.source) for each in without] == [
        (each, None) for each in words.PROMPTS
    ]


def test_a_line_becomes_a_note_under_a_question_that_is_listed_with_it(
    editor: VisitEditor,
) -> None:
    recall = VisitRecall(editor)
    name, _, advice, *_ = recall.prompts
    recall.save(name, "~ von Willebrand")
    recall.save(advice, '" wait and see')
    assert listed(editor) == [
        (name.text, QuestionState.ASKED),
        (advice.text, QuestionState.ASKED),
    ]
    assert [(note.kind, note.text) for note in editor.visit.live_notes] == [
        (NoteKind.SPELLING, "von Willebrand"),
        (NoteKind.QUOTE, "wait and see"),
    ]
    sources = [row.question.source for row in editor.questions.rows() if row.question]
    assert sources == [name.source, advice.source]
    assert recall.answer(name) == "~ von Willebrand"


def test_one_undo_takes_back_a_line_with_its_question(editor: VisitEditor) -> None:
    recall = VisitRecall(editor)
    recall.save(recall.prompts[0], "a mild form")
    editor.session.undo()
    assert listed(editor) == []
    assert editor.visit.live_notes == ()


def test_what_is_remembered_has_been_and_undo_takes_that_back_with_it(editor: VisitEditor) -> None:
    recall = VisitRecall(editor)
    recall.save(recall.prompts[0], "a mild form")
    recall.save(recall.prompts[1], "quite sure")
    editor.notes.add("and she was kind", None)
    assert not is_under_way(editor.visit.head)
    assert was_over(editor.visit.head)
    assert not any(note.later for note in editor.visit.live_notes)
    for _ in range(3):
        editor.session.undo()
    assert is_planned(editor.visit.head)


def test_a_visit_that_went_on_goes_on_while_something_of_it_is_remembered(
    editor: VisitEditor,
) -> None:
    editor.notes.add("he begins", None)
    recall = VisitRecall(editor)
    recall.save(recall.prompts[0], "a mild form")
    assert is_under_way(editor.visit.head)


def test_a_visit_that_was_is_never_under_way_and_has_no_day_before_one_is_named(
    session: CaseSession,
) -> None:
    editor = VisitEditor(session, plan_visit(session, NewVisit(over=True)))
    line = case_line(session.case, session.now())
    assert (line.planned, line.open, line.last) == (None, None, None)
    Appointment(session, editor.visit_id).clinician_draft().finish("Dr Ilves")
    assert case_line(session.case, session.now()).last == editor.visit
    editor.notes.add("she was kind", None)
    assert not is_under_way(editor.visit.head)
    line = case_line(session.case, session.now())
    assert (line.planned, line.open) == (None, None)
    assert line.last is not None
    assert day_of_visit(line.last.head) is None
    (column,) = columns(session.case)
    assert column.day is None


def test_a_skipped_prompt_leaves_nothing_and_an_emptied_line_stays(editor: VisitEditor) -> None:
    recall = VisitRecall(editor)
    recall.save(recall.prompts[1], "   ")
    assert listed(editor) == []
    recall.save(recall.prompts[0], "a mild form")
    recall.save(recall.prompts[0], "")
    assert [note.text for note in editor.visit.live_notes] == ["a mild form"]


def test_a_line_that_is_changed_stays_one_note(editor: VisitEditor) -> None:
    recall = VisitRecall(editor)
    recall.save(recall.prompts[0], "a mild form")
    recall.save(recall.prompts[0], "? a milder form")
    (note,) = editor.visit.live_notes
    assert (note.kind, note.text) == (NoteKind.UNCLEAR, "a milder form")
    assert note.edited_at is not None


def test_a_line_goes_under_the_question_that_was_prepared_and_asks_the_same(
    editor: VisitEditor,
) -> None:
    prompt = next(each for each in VisitRecall(editor).prompts if each.same)
    prepared = replace(editor.questions.add("In my own words?"), source=prompt.same[-1])
    questions = (prepared,)
    editor.session.change_visit(
        editor.visit_id, "", lambda visit: replace(visit, questions=questions)
    )
    VisitRecall(editor).save(prompt, "so they said")
    assert listed(editor) == [("In my own words?", QuestionState.ASKED)]


def test_every_prompt_names_questions_and_topics_that_are_there() -> None:
    general = next(pack for pack in packs_at_hand() if pack.id == "general")
    ids = {item.id for item in general.items}
    for item in general.of_kind("recall"):
        named = [*item.fields.get("question", ()), *item.fields.get("aspect", ())]
        assert [each for each in named if f"general/{each}" not in ids] == []
        assert item.fields.get("aspect")


def test_five_questions_fit_any_visit_and_come_once(editor: VisitEditor) -> None:
    editor.questions.add("Mine?")
    assert editor.questions.add_for_any_visit() == len(visit_words.NEWS_QUESTIONS)
    texts = ["Mine?", *visit_words.NEWS_QUESTIONS]
    assert [text for text, _ in listed(editor)] == texts
    assert editor.questions.add_for_any_visit() == 0
    editor.session.undo()
    assert [text for text, _ in listed(editor)] == ["Mine?"]
