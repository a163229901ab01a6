"""Cards of the Visit room take the place of the lists, never of the line one types in."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from companion.domain.changes import not_deleted
from companion.domain.marks import NoteKind
from companion.domain.note import NumberCard, TeachBackResult
from companion.domain.preparation import Covered
from companion.domain.question import CarryTo, QuestionState
from companion.services.prepare.preparation import PreparationEditor
from companion.services.visit.editor import VisitEditor
from companion.services.visit.plan import NewVisit, plan_visit
from companion.words import results as result_words
from companion.words import values as value_words
from companion.words import visit_cards as card_words
from tests.journeys.conftest import SMALL, WIDE, screen_text
from tests.journeys.visit_case import from_the_list, texts_of, visit_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from companion.services.case.library import CaseLibrary
    from companion.ui.app import CompanionApp
    from tests.journeys.conftest import StandingClock

END = from_the_list("visit.end")
"""End the visit, from the list of what can be done."""


async def test_the_card_before_the_visit_goes_with_the_first_letter(app: CompanionApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        assert "Before it starts" in screen_text(app)
        assert screen_text(app).splitlines()[-1].strip().startswith("Enter save")
        await pilot.press(*"h")
        assert "Before it starts" not in screen_text(app)
        assert " > h" in screen_text(app)


@pytest.mark.parametrize("size", [SMALL, WIDE])
async def test_the_words_a_call_begins_with_stay_until_its_first_note(
    make_case: Callable[..., str],
    open_app: Callable[..., CompanionApp],
    library: CaseLibrary,
    size: tuple[int, int],
) -> None:
    session = library.open(make_case())
    begin = "I have had another opinion.\nNot there? When can I reach the doctor?"
    new = NewVisit("Dr Lindqvist", "2026-11-24T09:00+00:00", phone=True, say_first=begin)
    visit_id = plan_visit(session, new)
    session.close()
    app = open_app(room="visit", case_id=session.case_id, visit_id=visit_id)
    async with app.run_test(size=size) as pilot:
        assert screen_text(app).count("I have had another opinion.") == 1
        await pilot.press(*"he has ten minutes")
        assert "Before it starts" not in screen_text(app)
        for line in begin.splitlines():
            assert line in screen_text(app)
        await pilot.press("enter")
        assert "I have had another opinion." not in screen_text(app)
        assert texts_of(app) == ["he has ten minutes"]


async def test_the_card_before_the_visit_is_filled_with_arrows(app: CompanionApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("tab", "right", "down", "right", "down", "right", "down", "right")
        assert "(x) Sam" in screen_text(app)
        assert visit_of(app).head.minutes == 35
        assert visit_of(app).head.clock == "last_five"
        session = app.product.session
        assert session is not None
        assert session.file.prepare.covered is Covered.COVER


async def test_tab_and_a_number_works_from_the_first_card_too(app: CompanionApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("tab", "2", *"note", "enter")
        assert "[~] 2*" in screen_text(app)


async def test_f1_shows_one_list_and_a_letter_goes_on_typing(app: CompanionApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press(*"half ", "f1")
        assert "1  Say it back              F3, Ctrl+X" in screen_text(app)
        await pilot.press(*"note", "enter")
        assert texts_of(app) == ["half note"]


@pytest.mark.promise("keys.cards")
async def test_say_it_back_confirms_with_one_key(app: CompanionApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press(*"= by day three", "enter", *"half", "f3")
        assert '"by day three"' in screen_text(app)
        await pilot.press("enter", "enter")
        assert visit_of(app).live_notes[0].teach_back is None
        await pilot.press("f2")
        back = visit_of(app).live_notes[0].teach_back
        assert back is not None
        assert back.result is TeachBackResult.CONFIRMED
        assert "confirmed 09:00, Dr Okafor" in screen_text(app)
        assert " > half" in screen_text(app)


async def test_say_it_back_keeps_the_correction_and_the_own_line(app: CompanionApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press(*"= by day three", "enter", "f3", *"by day four", "enter")
        (note,) = visit_of(app).live_notes
        assert note.text == "by day three"
        assert note.teach_back is not None
        assert note.teach_back.text == "by day four"
        screen = screen_text(app)
        assert 0 < screen.index("by day four") < screen.index("first written: by day three")


async def test_a_note_that_was_put_right_is_read_aloud_as_it_is_right(app: CompanionApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press(*"= by day three", "enter", "f3", *"by day four", "enter", "f3")
        assert '"by day four"' in screen_text(app)
        await pilot.press("f2")
        (note,) = visit_of(app).live_notes
        assert note.teach_back is not None
        assert note.teach_back.text == "by day four"


async def test_what_is_half_typed_in_a_card_waits_there(
    app: CompanionApp, case_id: str, open_app: Callable[..., CompanionApp]
) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press(*"= by day three", "enter", *"note ", "f3", *"by day f", "ctrl+q")
    again = open_app(room="visit", case_id=case_id)
    async with again.run_test(size=SMALL) as pilot:
        assert "Read this aloud" in screen_text(again)
        assert " > by day f" in screen_text(again)
        await pilot.press(*"our", "enter", *"too", "enter")
        assert texts_of(again) == ["by day three", "note too"]


async def test_the_gap_check_points_at_a_dose_without_how_often(app: CompanionApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press(*"take 50 mg", "enter")
        assert "How often" not in screen_text(app)
        await pilot.press("f3")
        assert "There's a dose here. How often?" in screen_text(app)


@pytest.mark.promise("keys.cards")
async def test_a_number_card_takes_what_the_note_says_and_draws_it(app: CompanionApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press(*"# 2 in 100 get it", "enter", "f1", "3", *"inhibitors", "enter")
        assert "x x . . .  . . . . ." in screen_text(app)
        assert "5 still to ask" in screen_text(app)
        await pilot.press("escape")
        number = visit_of(app).live_notes[0].number
        assert number is not None
        assert (number.what, number.count, number.out_of) == ("inhibitors", "2", "100")


async def test_what_each_number_says_itself_is_not_asked_for_again(app: CompanionApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press(*"# joint bleeds", "enter")
        session = app.product.session
        assert session is not None
        editor = VisitEditor(session, visit_of(app).id)
        note = visit_of(app).live_notes[0]
        editor.notes.keep_number(note.id, NumberCard(with_treatment="5 in 100"))
        await pilot.press(*from_the_list("visit.number_card"))
        screen = screen_text(app)
        assert card_words.NUMBER_SAID in screen
        assert "x x x x x" in screen


async def test_a_covered_number_is_never_drawn(app: CompanionApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press(*"# 2 in 100 get it", "enter", "f6", "1", "f1", "3")
        assert "x x ." not in screen_text(app)


@pytest.mark.promise("keys.cards")
async def test_a_cover_word_covers_the_note_as_it_is_saved(app: CompanionApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        session = app.product.session
        assert session is not None
        PreparationEditor(session).cover(Covered.COVER)
        await pilot.press(*"a diet is fine", "enter", *"five-year survival 80", "enter")
        first, second = visit_of(app).live_notes
        assert not first.covered
        assert second.covered
        assert "survival" not in screen_text(app)
        await pilot.press("up")
        assert "survival" not in screen_text(app)
        await pilot.press("f6", "1")
        assert "Show it? The words" in screen_text(app)
        await pilot.press("1")
        assert "survival" in screen_text(app)


async def test_a_cover_word_that_comes_into_a_note_later_covers_it_too(app: CompanionApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        session = app.product.session
        assert session is not None
        PreparationEditor(session).cover(Covered.COVER)
        await pilot.press(*"a diet", "enter", "up", *", and survival", "enter")
        (note,) = visit_of(app).live_notes
        assert note.covered
        assert "survival" not in screen_text(app)


async def test_a_line_can_be_covered_while_it_is_typed(app: CompanionApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press(*"poor ", "f6", *"odds")
        assert "poor" not in screen_text(app)
        assert "odds" not in screen_text(app)
        await pilot.press("enter")
        (note,) = visit_of(app).live_notes
        assert (note.text, note.covered) == ("poor odds", True)


@pytest.mark.promise("keys.cards")
async def test_unexpected_news_brings_five_questions_and_takes_them_back(
    app: CompanionApp,
) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press(*"x", "enter", "f1", "6")
        assert "6  What is it" in screen_text(app)
        assert "Is my diagnosis" not in screen_text(app)
        await pilot.press("tab", "7", *"quite sure", "enter", "f1", "6")
        assert "Is my diagnosis" in screen_text(app)
        assert "7  How sure are you?" in screen_text(app)
        assert "6  What is it" not in screen_text(app)


@pytest.mark.promise("keys.cards")
async def test_before_you_leave_keeps_each_answer(app: CompanionApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press(*"half", "f9", *"Nurse line", "enter", *"Weekly", "escape")
        (card,) = visit_of(app).before_you_leave
        assert (card.call, card.plan) == ("Nurse line", "Weekly")
        assert " > half" in screen_text(app)


@pytest.mark.parametrize("size", [SMALL, (40, 12)])
async def test_numbers_of_one_name_are_drawn_over_time_and_lead_to_their_notes(
    app: CompanionApp, size: tuple[int, int]
) -> None:
    async with app.run_test(size=size) as pilot:
        for line in ("# weight 70 kg", "# weight 72 kg on Nov 3"):
            await pilot.press(*(key if key != " " else "space" for key in line), "enter")
        await pilot.press("half", *from_the_list("app.values"))
        assert value_words.TITLE in screen_text(app)
        # In a low window the first Enter brings the row into view.
        await pilot.press(*["enter"] * (1 if size == SMALL else 2))
        assert value_words.TITLE not in screen_text(app)
        assert visit_of(app).live_notes[1].text == "weight 72 kg on Nov 3"
        assert "weight 72 kg" in screen_text(app)


async def test_an_answer_on_results_goes_on_the_list_of_results_by_one_key(
    app: CompanionApp,
) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("f9", *["tab"] * 3, *"in two weeks", "enter")
        assert "Tue 8 Dec" in screen_text(app)
        await pilot.press("f2")
        session = app.product.session
        assert session is not None
        (result,) = session.file.results
        assert (result.text, result.expected_by) == ("in two weeks", "2026-12-08")
        assert result_words.TAKEN in screen_text(app)
        await pilot.press("ctrl+z")
        assert not_deleted(session.file.results) == ()


@pytest.mark.promise("keys.cards")
async def test_a_sentence_for_a_moment_stands_in_large_letters(app: CompanionApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press(*"half", "f4", "1")
        assert "█▀▀" in screen_text(app)
        assert "I need a short break, please." in screen_text(app)
        await pilot.press("escape", "escape", *" note", "enter")
        assert texts_of(app) == ["half note"]


async def test_in_the_smallest_window_a_moment_and_a_to_do_are_whole(app: CompanionApp) -> None:
    async with app.run_test(size=(40, 12)) as pilot:
        for digit, sentence in enumerate(card_words.MOMENT, 1):
            await pilot.press(*(["f4"] if digit == 1 else []), str(digit))
            assert " ".join(sentence.split()) in words_of(app)
            assert "█▀" not in screen_text(app)
            await pilot.press("escape")
        await pilot.press("escape", *"! ask for the gene report", "enter", *END)
        await pilot.pause()
        await pilot.press(*["down"] * 9)
        assert "To do  ask for the gene report" in screen_text(app)


def words_of(app: CompanionApp) -> str:
    """What stands on the screen, without the frames."""
    return " ".join(screen_text(app).replace("│", " ").split())


@pytest.mark.promise("keys.cards")
async def test_marks_cover_move_and_delete_work_on_any_note(app: CompanionApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press(*"one", "enter", *"two", "enter", "f1", "4", "up", "3")
        first, second = visit_of(app).live_notes
        assert (first.kind, second.kind) == (NoteKind.UNCLEAR, NoteKind.PLAIN)
        await pilot.press(*from_the_list("note.move"), "3")
        assert visit_of(app).live_notes[1].question_id is not None
        await pilot.press(*from_the_list("note.delete"), "1")
        assert texts_of(app) == ["one"]
        await pilot.press("ctrl+z")
        assert texts_of(app) == ["one", "two"]


@pytest.mark.promise("keys.cards")
async def test_the_end_chooses_nothing_beforehand_and_carries_over(app: CompanionApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("tab", "1", *"yes", "enter", "f2", *END)
        assert "End of the visit · Dr Okafor" in screen_text(app)
        assert screen_text(app).count("(x) decide later") == 4
        assert "(x) next visit" not in screen_text(app)
        await pilot.press("left", "left")
        assert "There's a letter ready for it in Papers." in screen_text(app)
        await pilot.press("left")
        assert "letter ready" not in screen_text(app)
        entry = visit_of(app).listed[1]
        assert (entry.state, entry.carried_to) == (QuestionState.CARRIED, CarryTo.NEXT)
        await pilot.press(*"she smiled", "enter")
        assert visit_of(app).live_notes[-1].later
        await pilot.press("3")
        assert "added after the visit" in screen_text(app)


async def test_a_must_ask_that_was_answered_partly_can_go_to_the_next_visit(
    app: CompanionApp, library: CaseLibrary, case_id: str
) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("tab", "1", *"yes", "enter", *from_the_list("visit.set_state"), "3")
        await pilot.press(*END)
        assert "Is my diagnosis right? · partly answered" in screen_text(app)
        await pilot.press("left", "left", "left")
        entry = visit_of(app).listed[0]
        assert (entry.state, entry.carried_to) == (QuestionState.PARTLY, CarryTo.NEXT)
    app.product.let_go()
    session = library.open(case_id)
    later = plan_visit(session, NewVisit("Dr Okafor", "2026-12-24T09:00+00:00"))
    (again,) = session.visit(later).listed
    assert (again.question_id, again.state) == (entry.question_id, QuestionState.OPEN)
    session.close()


async def test_a_blank_at_the_end_of_a_visit_is_no_note_and_leaves_the_arrows(
    app: CompanionApp,
) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press(*"note", "enter", *END, *"  ", "down", "left")
        assert visit_of(app).listed[1].carried_to is CarryTo.DROP
        await pilot.press(*" she smiled", "enter")
        assert texts_of(app) == ["note", "she smiled"]


async def test_while_it_is_fresh_each_writes_alone_first(app: CompanionApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press(*"x", "enter", *END, "1", *"it is fine", "ctrl+t")
        assert "Alva: written" in screen_text(app)
        assert "it is fine" not in screen_text(app)
        await pilot.press(*"not so sure", "enter", "up")
        assert "it is fine" in screen_text(app)
        await pilot.press("escape")
        answers = [(each.text, each.by_id) for each in visit_of(app).debrief]
        assert [text for text, _ in answers] == ["it is fine", "not so sure"]
        assert answers[0][1] != answers[1][1]


async def test_the_answers_are_read_through_in_order(app: CompanionApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("tab", "2", *"take 50 mg", "enter", *"f", "backspace", *END, "3")
        assert "The answers, in order" in screen_text(app)
        assert "There's a dose here. How often?" in screen_text(app)
        await pilot.press("escape")
        assert "What now?" in screen_text(app) or "End of the visit" in screen_text(app)


async def test_the_clock_can_be_hidden_and_started_again(
    app: CompanionApp, clock: StandingClock
) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press(*"early", "enter")
        clock.forward(minutes=10)
        await pilot.press("f5")
        assert "30 min left" in screen_text(app)
        assert "the doctor is here" in screen_text(app)
        await pilot.press("f1", "9", "2")
        assert "35 min left" in screen_text(app)
        await pilot.press("f1", "9", "5")
        assert "min left" not in screen_text(app).splitlines()[0]


async def test_a_state_is_chosen_by_hand(app: CompanionApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("tab", "2", *from_the_list("visit.set_state"), "5")
        assert "[-] 2*" in screen_text(app)


async def test_the_page_is_handed_over_and_noted(app: CompanionApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("f1", "8")
        assert visit_of(app).head.handed_over_at is not None
        assert "the doctor has your page" in screen_text(app)


async def test_the_typist_sees_that_a_line_will_be_covered_and_one_key_leaves_it_open(
    app: CompanionApp,
) -> None:
    async with app.run_test(size=SMALL) as pilot:
        session = app.product.session
        assert session is not None
        PreparationEditor(session).cover(Covered.COVER)
        await pilot.press(*"3 years left")
        assert "will be hidden (F6: show it)" in screen_text(app)
        await pilot.press("f6")
        assert "will be hidden" not in screen_text(app)
        await pilot.press("enter", *"3 years left", "enter")
        first, second = visit_of(app).live_notes
        assert not first.covered
        assert second.covered


@pytest.mark.promise("keys.cards")
async def test_one_key_shows_a_note_that_was_covered_by_itself(app: CompanionApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        session = app.product.session
        assert session is not None
        PreparationEditor(session).cover(Covered.COVER)
        await pilot.press(*"3 years left", "enter")
        assert "Hidden. F6 shows it." in screen_text(app)
        await pilot.press("f6")
        assert "3 years left" in screen_text(app)
        await pilot.press(*"another", "enter", "f6")
        assert "Hide a note" in screen_text(app)


async def test_the_number_card_of_a_covered_note_shows_no_number(app: CompanionApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press(*"# 3 in 100 get it", "enter", "f6", "1")
        await pilot.press(*from_the_list("visit.number_card"), "enter")
        screen = screen_text(app)
        assert "100" not in screen
        assert " 3 " not in screen.partition("Number")[2]
        await pilot.press("escape")
        (note,) = visit_of(app).live_notes
        assert note.number is None


async def test_a_question_of_living_is_covered_in_the_list_until_one_key_shows_it(
    app: CompanionApp,
) -> None:
    async with app.run_test(size=SMALL) as pilot:
        session = app.product.session
        assert session is not None
        PreparationEditor(session).cover(Covered.COVER)
        await pilot.press("f8", *"how long do i have", "enter")
        number = len(visit_of(app).listed)
        await pilot.press("tab", str(number))
        assert "long do i" not in screen_text(app)
        assert f"{number}  hidden (F6 shows it)" in screen_text(app)
        await pilot.press(*"twelve", "enter", *from_the_list("visit.read_back"))
        assert "long do i" not in screen_text(app)
        assert "twelve" not in screen_text(app)
        await pilot.press("escape", "f6")
        assert f"{number}  how long do i have" in screen_text(app)
