"""Lists that are pasted into the questions, and long questions pasted as notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual import events

from companion.domain.changes import not_deleted
from companion.domain.marks import read_mark
from companion.domain.text import clean
from tests.journeys.conftest import SMALL, screen_text
from tests.journeys.prepare_case import case_of, keys_to
from tests.journeys.visit_case import visit_of
from tests.support.corpora import asked_by_people

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.pilot import Pilot

    from companion.ui.app import CompanionApp

    OpenApp = Callable[..., CompanionApp]
    MakeCase = Callable[..., str]


@pytest.fixture
def prepare(open_app: OpenApp, make_case: MakeCase) -> CompanionApp:
    return open_app(room="prepare", case_id=make_case())


@pytest.fixture
def visit(open_app: OpenApp, make_case: MakeCase) -> CompanionApp:
    return open_app(room="visit", case_id=make_case())


def paste(pilot: Pilot[None], text: str) -> None:
    """As a terminal brings it: all at once."""
    focused = pilot.app.screen.focused
    assert focused is not None
    focused.post_message(events.Paste(text))


def in_the_list(app: CompanionApp) -> list[str]:
    """The words of the questions, in order."""
    file = case_of(app).file
    texts = {each.id: each.text for each in not_deleted(file.questions)}
    return [texts[entry.question_id] for entry in not_deleted(file.listed)]


async def test_two_hundred_questions_pasted_at_once_are_two_hundred_questions(
    prepare: CompanionApp,
) -> None:
    questions = asked_by_people("summary")
    async with prepare.run_test(size=SMALL) as pilot:
        await pilot.press(*keys_to("questions"), "f8")
        paste(pilot, "\n".join(questions))
        await pilot.press("enter")
        await pilot.pause()
        assert "200 questions added." in screen_text(prepare)
        assert in_the_list(prepare) == questions
        paste(pilot, "\n".join(questions))
        await pilot.press("enter")
        await pilot.pause()
        assert "0 questions added, 200 already there." in screen_text(prepare)
        assert in_the_list(prepare) == questions


async def test_equal_lines_stay_two_questions_and_bullets_numbers_and_boxes_go(
    prepare: CompanionApp,
) -> None:
    async with prepare.run_test(size=SMALL) as pilot:
        await pilot.press(*keys_to("questions"), "f8")
        paste(pilot, "Why?\r\n- Why?\r\n1. How long? \r\n\r\n[ ] 5 mg?\r\n1.5 mg or 2?")
        await pilot.press("enter")
        await pilot.pause()
        assert in_the_list(prepare) == ["Why?", "Why?", "How long? ", "5 mg?", "1.5 mg or 2?"]


async def test_one_undo_takes_a_pasted_list_back(prepare: CompanionApp) -> None:
    async with prepare.run_test(size=SMALL) as pilot:
        await pilot.press(*keys_to("questions"), "f8")
        paste(pilot, "Why?\nHow?")
        await pilot.press("enter", "escape", "ctrl+z")
        await pilot.pause()
        assert in_the_list(prepare) == []
        assert "Undone: 2 questions added." in screen_text(prepare)


async def test_two_hundred_long_questions_pasted_one_by_one_are_two_hundred_notes(
    visit: CompanionApp,
) -> None:
    questions = asked_by_people("question")
    async with visit.run_test(size=SMALL) as pilot:
        for question in questions:
            paste(pilot, question)
            await pilot.press("enter")
        notes = visit_of(visit).live_notes
    assert [note.text for note in notes] == [read_mark(clean(each))[1] for each in questions]
    assert sum("\n" in note.text for note in notes) == sum("\n" in each for each in questions)
