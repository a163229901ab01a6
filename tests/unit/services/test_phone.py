"""Texts for a phone: as the doctor may read them, whole where they fit, else shorter, counted."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from companion.domain.value import replace
from companion.exchange.render.qr_code import room_for
from companion.services.transfer.papers import PaperMaker
from companion.services.transfer.phone import PhoneTexts, how_it_fits, shown_code
from companion.services.visit.editor import VisitEditor
from companion.services.visit.plan import NewVisit, plan_visit
from companion.words import letters
from companion.words import phone as words
from tests.support.guidance import catalogue_at_hand
from tests.unit.services.preparing_case import new_session

if TYPE_CHECKING:
    from companion.services.case.session import CaseSession

SMALL, LARGE = 46, 185


@pytest.fixture
def session() -> CaseSession:
    return new_session()


def texts(session: CaseSession) -> PhoneTexts:
    return PhoneTexts(PaperMaker(session, catalogue_at_hand()))


def planned(session: CaseSession, *questions: str) -> str:
    new = NewVisit("Dr Okafor", "2026-12-03T14:00+00:00", minutes=40, questions=questions)
    return plan_visit(session, new)


def test_without_a_visit_there_is_only_the_page_for_the_doctor(session: CaseSession) -> None:
    assert [text.name for text in texts(session).listed()] == ["doctor"]


def test_the_page_what_was_said_and_the_visit_are_listed_once_they_are_there(
    session: CaseSession,
) -> None:
    visit_id = plan_visit(session, NewVisit("Dr Lindqvist", "2026-11-03T14:00+00:00"))
    VisitEditor(session, visit_id).notes.add('" it can wait', None)
    planned(session, "Why?")
    assert [text.name for text in texts(session).listed()] == ["doctor", "said", "calendar"]


def test_a_large_window_holds_the_whole_and_a_small_one_says_so_and_offers_less(
    session: CaseSession,
) -> None:
    asked = tuple(f"Why is it so number {number}?" for number in range(9))
    planned(session, *asked)
    text = texts(session).text("doctor")
    assert text is not None
    assert [how_it_fits(text, side) for side in (LARGE, SMALL, 20)] == [
        words.FITS,
        words.LONG,
        words.NO_ROOM,
    ]
    whole = shown_code(text, LARGE, shorter=False)
    assert (whole.text, whole.sentence) == (text.whole, words.WHOLE)
    for each in asked:
        assert each in whole.text
    refused = shown_code(text, SMALL, shorter=False)
    assert refused.code is None
    assert refused.sentence == words.too_long(text.size, room_for(SMALL))
    less = shown_code(text, SMALL, shorter=True)
    assert less.code is not None
    assert less.code.side <= SMALL
    shown = sum(each in less.text for each in asked)
    assert 0 < shown < len(asked)
    assert less.text.endswith(letters.and_more(len(asked) - shown))


def test_where_all_questions_fit_the_shorter_text_has_more_of_the_page(
    session: CaseSession,
) -> None:
    planned(session, "Why?", "When?")
    text = texts(session).text("doctor")
    assert text is not None
    room = text.size - 1
    less = text.shorter(room)
    assert "2 When?" in less
    assert len(less.encode()) <= room
    assert any(line in less for line in text.whole.split("\n")[1:] if "?" not in line)


@pytest.mark.parametrize("side", [28, 20, 0, -2])
def test_a_window_too_small_for_any_code_says_so(session: CaseSession, side: int) -> None:
    planned(session, "Why?")
    for text in texts(session).listed():
        for shorter in (False, True):
            shown = shown_code(text, side, shorter=shorter)
            assert (shown.code, shown.sentence) == (None, words.TOO_SMALL)


@pytest.mark.parametrize("question", ["x" * 500, "為什麼" * 90, "why " * 300])
def test_a_very_long_question_is_cut_or_refused_and_never_breaks(
    session: CaseSession, question: str
) -> None:
    planned(session, question)
    for text in texts(session).listed():
        for side in (29, 33, 45, 60):
            shown = shown_code(text, side, shorter=True)
            assert (shown.code is None) == (not shown.text)
            assert len(shown.text.encode()) <= room_for(side)


def test_nothing_is_in_it_that_the_doctor_may_not_read(session: CaseSession) -> None:
    visit_id = planned(session, "Why?", "Am I dying?")
    visit = session.visit(visit_id)
    secret = visit.questions[1]
    session.change_visit(
        visit_id,
        "",
        lambda file: replace(
            file,
            questions=tuple(replace(each, alone=each.id == secret.id) for each in file.questions),
        ),
    )
    for text in texts(session).listed():
        assert "dying" not in text.whole
        assert "dying" not in text.shorter(1000)
