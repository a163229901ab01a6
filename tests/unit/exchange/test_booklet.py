"""The questions with room to write: the numbers of the visit, marks, boxes, how to type them in."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from companion.domain.question import ListedQuestion, Question, QuestionState
from companion.domain.question_rows import musts_that_fit
from companion.domain.value import replace
from companion.exchange.papers.catalogue import BOOKLET, ExportRequest
from companion.services.transfer.exports import export
from companion.words import letters
from companion.words import papers as words
from companion.words import visit_cards as card_words
from tests.support.example_case import example_case
from tests.support.example_visits import LATER

if TYPE_CHECKING:
    from companion.domain.case import Case


def case_with(*questions: Question, **listed: QuestionState) -> Case:
    """The example, these questions in the visit to come."""
    case = example_case()
    entries = tuple(
        ListedQuestion(
            id=f"entry{place:03}",
            question_id=each.id,
            position=float(place),
            state=listed.get(each.id, QuestionState.OPEN),
        )
        for place, each in enumerate(questions)
    )
    visits = tuple(
        replace(each, listed=entries, questions=questions) if each.id == LATER else each
        for each in case.visits
    )
    return replace(case, visits=visits)


def asking(number: int, **fields: bool) -> Question:
    return Question(id=f"asked{number:03}", text=f"Question of number {number}?", **fields)  # type: ignore[arg-type]


def booklet(case: Case, form: str = "text") -> tuple[str, tuple[str, ...]]:
    request = ExportRequest(format=form, paper=BOOKLET, now=datetime(2026, 12, 4, tzinfo=UTC))
    made = export(case, request)
    return made.data.decode(), made.remarks


def test_each_question_stands_under_its_number_with_boxes_and_lines() -> None:
    said, _ = booklet(case_with(*map(asking, range(1, 5))))
    for number in range(1, 5):
        part = said.split(f"{number}. Question of number {number}?")[1]
        for box in letters.BOOKLET_BOXES:
            assert f"[ ] {box}" in part.split("____")[0]
        assert "_" * 60 in part
    assert f"0. {words.ANYTHING_ELSE}" in said


def test_the_page_says_how_it_is_typed_in_and_which_marks_there_are() -> None:
    said, _ = booklet(case_with(asking(1)))
    assert letters.BOOKLET_LATER in said
    for mark in ('"', "=", "?", "!", "#", "~"):
        assert f"{mark} " in letters.BOOKLET_MARKS
    assert letters.BOOKLET_MARKS in said


def test_what_is_answered_or_not_needed_is_off_and_the_others_keep_their_numbers() -> None:
    case = case_with(
        *map(asking, range(1, 5)), asked001=QuestionState.ANSWERED, asked003=QuestionState.DROPPED
    )
    said, _ = booklet(case)
    assert "2. Question of number 2?" in said
    assert "4. Question of number 4?" in said
    assert "number 1?" not in said
    assert "number 3?" not in said


def test_what_is_asked_in_private_does_not_lie_on_the_table() -> None:
    said, remarks = booklet(case_with(asking(1), asking(2, alone=True), asking(3)))
    assert "number 2?" not in said
    assert "3. Question of number 3?" in said
    assert letters.alone(1) in remarks


def test_in_a_short_call_what_does_not_fit_the_minutes_comes_last_with_a_line_each() -> None:
    case = case_with(*map(asking, range(1, 9)))
    visits = tuple(
        replace(each, about=(replace(each.head, minutes=10, phone=True),))
        if each.id == LATER
        else each
        for each in case.visits
    )
    said, _ = booklet(replace(case, visits=visits))
    first, later = said.split(letters.BOOKLET_LESS_URGENT)
    fit = musts_that_fit(10)[1]
    for number in range(1, 9):
        assert f"{number}. Question of number {number}?" in (first if number <= fit else later)


@pytest.mark.parametrize("form", ["html", "text"])
def test_what_is_asked_before_leaving_has_lines_too(form: str) -> None:
    said, _ = booklet(case_with(), form)
    for text in card_words.BEFORE_YOU_LEAVE_LINES.values():
        assert text in said
    line = '<i class="line">' if form == "html" else "______"
    assert line in said.split(words.BEFORE_YOU_LEAVE)[1]
