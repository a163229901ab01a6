"""A talk keeps as many questions in view as fit its minutes; the others wait, counted."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from companion.domain.note import Note
from companion.domain.question import ListedQuestion, Priority, Question, QuestionState
from companion.domain.question_rows import (
    NEWS_GROUP,
    beyond_the_minutes,
    is_talk,
    musts_that_fit,
    numbered_questions,
)
from companion.domain.value import replace
from companion.domain.visit import VisitAbout

if TYPE_CHECKING:
    from companion.domain.question_rows import NumberedQuestion

MUST, SHOULD, COULD = Priority.MUST, Priority.SHOULD, Priority.COULD


def rows(*priorities: Priority, notes: tuple[Note, ...] = ()) -> tuple[NumberedQuestion, ...]:
    listed = tuple(
        ListedQuestion(id=f"entry{n:03}", question_id=f"asked{n:03}", position=n, priority=each)
        for n, each in enumerate(priorities)
    )
    asked = {each.question_id: Question(id=each.question_id, text="Why?") for each in listed}
    return numbered_questions(listed, notes, asked)


def call(minutes: int | None, *, phone: bool = True) -> VisitAbout:
    return VisitAbout(id="visit001", minutes=minutes, phone=phone)


@pytest.mark.parametrize(
    ("minutes", "phone", "talk"),
    [
        *((10, True, True), (10, False, True), (20, True, True), (None, True, True)),
        *((20, False, False), (None, False, False), (45, True, False)),
    ],
)
def test_a_talk_is_a_short_call_or_less_than_a_short_visit(
    minutes: int | None, phone: bool, talk: bool
) -> None:
    assert is_talk(call(minutes, phone=phone)) is talk


@pytest.mark.parametrize("minutes", [5, 10, 15, 20])
def test_as_many_as_fit_the_minutes_stay_and_the_rest_is_counted(minutes: int) -> None:
    listed = rows(*[SHOULD] * 24)
    fit = musts_that_fit(minutes)[1]
    waiting = beyond_the_minutes(listed, call(minutes))
    assert waiting == {row.listed.question_id for row in listed[fit:]}


def test_a_must_ask_never_waits_and_takes_the_place_of_another() -> None:
    listed = rows(SHOULD, COULD, SHOULD, MUST, MUST, MUST)
    assert beyond_the_minutes(listed, call(10)) == {"asked000", "asked001", "asked002"}
    listed = rows(COULD, SHOULD, SHOULD, MUST)
    assert beyond_the_minutes(listed, call(10)) == {"asked000", "asked002"}


def test_what_was_asked_or_has_a_note_or_a_state_stays_in_view() -> None:
    note = Note(id="note0001", text="in May", question_id="asked004")
    listed = rows(*[SHOULD] * 7, notes=(note,))
    partly = replace(listed[5], state=QuestionState.PARTLY)
    waiting = beyond_the_minutes((*listed[:5], partly, listed[6]), call(10))
    assert waiting == {"asked002", "asked003", "asked006"}


def test_what_came_up_in_the_talk_stays_in_view() -> None:
    began = datetime(2026, 12, 3, 14, 0, tzinfo=UTC)
    listed = [
        replace(row, question=replace(row.question, created_at=began + timedelta(minutes=at)))
        for at, row in zip((-9, -9, -9, -9, 4), rows(*[SHOULD] * 5), strict=True)
        if row.question is not None
    ]
    head = replace(call(10), started_at=began)
    assert beyond_the_minutes(tuple(listed), head) == {"asked002", "asked003"}


def test_questions_for_unexpected_news_are_no_part_of_it() -> None:
    listed = rows(*[SHOULD] * 8)
    news = tuple(
        replace(row, question=replace(row.question, group=NEWS_GROUP)) if place > 2 else row
        for place, row in enumerate(listed)
        if row.question is not None
    )
    assert beyond_the_minutes(news, call(10)) == frozenset()


def test_in_a_visit_with_time_nothing_waits() -> None:
    assert beyond_the_minutes(rows(*[SHOULD] * 24), call(40, phone=False)) == frozenset()
