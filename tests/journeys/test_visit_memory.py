"""Writing a visit down from memory, or starting one at once: prompts, questions, doctor, day."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from companion.services.visit.plan import NewVisit, plan_visit
from companion.words import recall as words
from companion.words import visit as visit_words
from companion.words import visit_ends as ends
from tests.journeys.conftest import SMALL, screen_text
from tests.journeys.visit_case import from_the_list, texts_of, visit_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from companion.services.case.library import CaseLibrary
    from companion.ui.app import CompanionApp


async def test_who_was_there_is_asked_who_when_and_six_lines_and_then_just_types(
    open_app: Callable[..., CompanionApp], library: CaseLibrary
) -> None:
    app = open_app()
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("3")
        await pilot.pause()
        await pilot.pause()
        screen = screen_text(app)
        assert "Before it starts" not in screen
        places = [screen.index(each) for each in (words.WHO, words.WHEN, *words.PROMPTS)]
        assert places == sorted(places)
        await pilot.press(*"Dr Ilves", "enter", *"Nov 18", "enter", *"a mild form", "enter")
        await pilot.press(*["enter"] * 4, *"a scan in spring", "enter")
        assert words.DONE in screen_text(app)
        await pilot.press(*"she was kind", "enter")
        assert texts_of(app) == ["a mild form", "a scan in spring", "she was kind"]
    (case,) = (each.case for each in library.read_heads()[0])
    (visit,) = case.visits
    assert visit.head.at == "2026-11-18"
    assert [one.name for one in visit.people] == ["Dr Ilves"]
    asked = {each.id: each.text for each in visit.questions}
    under = [asked.get(note.question_id or "") for note in visit.notes]
    assert under == [words.PROMPTS[0], words.PROMPTS[-1], None]
    assert visit.head.ended_at is not None


async def test_escape_leaves_the_prompts_for_plain_typing_and_keeps_what_was_typed(
    open_app: Callable[..., CompanionApp],
) -> None:
    app = open_app()
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("3")
        await pilot.pause()
        await pilot.pause()
        await pilot.press(*"Dr Ilves", "enter", *"some day", "enter")
        assert words.WHEN in screen_text(app).splitlines()[-6]
        await pilot.press("escape", *"hello", "enter")
        assert texts_of(app) == ["hello"]
        assert "Dr Ilves" in screen_text(app)
        await pilot.press(*from_the_list("visit.recall"))
        await pilot.pause()
        await pilot.press("enter")
        assert "some day" in screen_text(app)


@pytest.mark.parametrize(
    ("typed", "stays"), [((), False), ((*"Dr Ilves", "enter"), True), (("escape", "h"), True)]
)
async def test_a_visit_of_which_nothing_was_remembered_is_gone_at_home_and_comes_back_by_undo(
    open_app: Callable[..., CompanionApp],
    library: CaseLibrary,
    typed: tuple[str, ...],
    *,
    stays: bool,
) -> None:
    app = open_app()
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("3")
        await pilot.pause()
        await pilot.press(*typed, "ctrl+g", "0")
        await pilot.pause()
        (case,) = (each.case for each in library.read_heads()[0])
        assert bool(case.visits) == stays
        if not stays:
            app.product.open_case(case.file.id, "prepare")
            await pilot.pause()
            await pilot.press("ctrl+z")
            assert app.product.session is not None
            (back,) = app.product.session.case.visits
            assert back.head.ended_at is not None


async def test_five_questions_are_one_key_away_in_a_visit_without_questions(
    open_app: Callable[..., CompanionApp],
) -> None:
    app = open_app()
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("2")
        await pilot.pause()
        assert words.five_offered("F2") in screen_text(app)
        await pilot.press(*"hello", "enter")
        assert words.five_in_list("F2") in screen_text(app)
        assert "F2 5 questions" in screen_text(app)
        await pilot.press("f2")
        assert words.FIVE_ADDED in screen_text(app)
        assert words.five_in_list("F2") not in screen_text(app)
        assert "F2 answered" in screen_text(app)
        texts = tuple(each.text for each in visit_of(app).questions)
        assert texts == visit_words.NEWS_QUESTIONS
        await pilot.press("tab", "2", *"quite sure", "enter", "f2")
        (sure,) = [each for each in visit_of(app).listed if each.state != "open"]
        assert sure.question_id == visit_of(app).questions[1].id


async def test_the_offer_of_five_questions_stays_in_view_in_the_smallest_window(
    open_app: Callable[..., CompanionApp],
) -> None:
    app = open_app()
    async with app.run_test(size=(40, 12)) as pilot:
        await pilot.press("2")
        await pilot.pause()
        for _ in range(2):
            await pilot.press(*"hello", "enter")
            shown = " ".join(screen_text(app).split())
            assert words.five_offered("F2") in shown


@pytest.mark.parametrize("ended", [False, True])
async def test_doctor_and_day_are_set_in_the_room_at_any_time(
    make_case: Callable[..., str],
    open_app: Callable[..., CompanionApp],
    library: CaseLibrary,
    *,
    ended: bool,
) -> None:
    session = library.open(make_case())
    visit_id = plan_visit(session, NewVisit())
    session.close()
    app = open_app(room="visit", case_id=session.case_id, visit_id=visit_id)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press(*"first words", "enter")
        if ended:
            await pilot.press(*from_the_list("visit.end"))
            await pilot.pause()
            await pilot.press("escape")
        await pilot.press(*"half", *from_the_list("visit.details"))
        await pilot.pause()
        await pilot.press(*"Dr Ilves", "enter", *"yesterday", "enter")
        await pilot.pause()
        assert words.DETAILS_SAVED in screen_text(app)
        assert "Dr Ilves" in screen_text(app)
        assert " > half" in screen_text(app)
        assert visit_of(app).head.at == "2026-11-23"


async def test_at_the_end_the_doctor_is_asked_for_where_nobody_named_one(
    open_app: Callable[..., CompanionApp],
) -> None:
    app = open_app()
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("2")
        await pilot.pause()
        await pilot.press(*"hello", "enter", *from_the_list("visit.end"))
        await pilot.pause()
        assert ends.END_WHO in screen_text(app)
        await pilot.press("enter", *"Dr Ilves", "enter", "enter")
        assert "End of the visit · Dr Ilves" in screen_text(app)
        assert ends.END_WHO not in screen_text(app)
        assert ends.END_NOW in screen_text(app)
