"""Whatever a search at Home finds opens where it stands."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest

from companion.domain.changes import with_added, with_changed, with_rows
from companion.domain.comparison import Addition, Decision, Leaning, Step
from companion.domain.preparation import Matter, Preparation, Reason, Record
from companion.domain.question import ListedQuestion, Question
from companion.domain.value import replace
from companion.services.search.index import SearchIndex
from companion.services.visit.editor import VisitEditor
from companion.services.visit.plan import NewVisit, plan_visit
from companion.ui.rooms.room import Room
from companion.ui.visit.panes import CardPane, NotePane, QuestionPane
from companion.ui.widgets.line_list import LineList
from tests.journeys.compare_case import ROW, make_compared
from tests.journeys.conftest import SMALL, WIDE, screen_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.pilot import Pilot

    from companion.domain.case import CaseFile
    from companion.services.case.library import CaseLibrary
    from companion.services.case.session import CaseSession
    from companion.ui.app import CompanionApp

    OpenApp = Callable[..., CompanionApp]
    MakeCase = Callable[..., str]

ANSWERS = {
    "time_check": "two weeks can be waited",
    "opening": "we are here for a plan",
    "telling": "told her by phone",
    "referral": "a referral is on its way",
    "insurance": "the insurer pays half",
    "where_to_go": "to the university clinic",
    "numbers_wanted": "in round figures please",
    "role_wanted": "decide together with him",
    "expectation": "that it stays as it is",
    "companion_job": "Sam writes it all down",
}


@pytest.fixture
def everything(library: CaseLibrary, make_case: MakeCase) -> str:
    """Alva's case with a word of its own in every place, and the visit ended."""
    case_id = make_compared(library, make_case())
    session = library.open(case_id)
    session.change_case("", _filled)
    visit_id = session.case.visits[0].id
    editor = VisitEditor(session, visit_id)
    editor.answers.save_before_you_leave("results", "zirkon by letter")
    _fresh(session, visit_id)
    editor.clock.end()
    session.close()
    return case_id


def _fresh(session: CaseSession, visit_id: str) -> None:
    editor = VisitEditor(session, visit_id)
    prompts = [text.text for text in session.file.texts if text.kind == "debrief"]
    for person in editor.people.writers():
        editor.answers.save_debrief(prompts[2], f"{person.name} felt quite calm", person.id)


def _filled(file: CaseFile) -> CaseFile:
    prepared = Preparation(
        id=file.id,
        **ANSWERS,  # type: ignore[arg-type]
        medicines=("aspirin in the morning", "tranexamic acid"),
        allergies=("latex gloves",),
        timeline=("2019 first bleed", "2024 the knee"),
    )
    now = file.head.created_at
    file = with_rows(file, {"preparation": (prepared,)})
    file = with_added(file, "reasons", Reason(id="reason01", text="a gut feeling of ours"))
    file = with_added(file, "priorities", Matter(id="matter01", text="swimming every week"))
    file = with_added(file, "records", Record(id="record01", text="Scan", holder="Mrs Berg"))
    file = with_added(file, "questions", Question(id="question1", text="May I fly to Rome?"))
    file = with_added(file, "listed", ListedQuestion(id="listed01", question_id="question1"))
    file = with_added(file, "steps", Step(id="step0001", text="Call the front desk"))
    file = with_added(file, "leaning", Leaning(id="leaning1", text="rather weekly", at=now))
    file = with_added(file, "decision", Decision(id="decision", text="because of the knee", at=now))
    aspect = file.aspects[ROW]
    later = Addition(id="added001", opinion_id="opinion0", at=now, text=f"{aspect.text}: by mail")
    return with_added(file, "additions", later)


async def choose(pilot: Pilot[None], words: str) -> Room:
    """Search for these words at Home, and open the first place found."""
    await pilot.pause()
    await pilot.press("escape", "slash", *("space" if one == " " else one for one in words))
    await pilot.pause()
    await pilot.press("enter")
    await pilot.pause()
    room = pilot.app.screen
    assert isinstance(room, Room)
    return room


@pytest.mark.parametrize("size", [SMALL, WIDE, (60, 20)])
@pytest.mark.parametrize(
    ("words", "key"),
    [
        *((words, f"answer:{name}") for name, words in ANSWERS.items() if name != "role_wanted"),
        ("aspirin", "line:medicines:0"),
        ("tranexamic", "line:medicines:1"),
        ("latex", "line:allergies:0"),
        ("the knee", "line:timeline:1"),
        ("gut feeling", "own:reason01"),
        ("swimming", "own:matter01"),
        ("Mrs Berg", "record:record01"),
        ("fly to Rome", "question:question1"),
    ],
)
async def test_what_was_prepared_opens_at_its_row(
    open_app: OpenApp, everything: str, words: str, key: str, size: tuple[int, int]
) -> None:
    app = open_app()
    async with app.run_test(size=size) as pilot:
        room = await choose(pilot, words)
        rows = room.query_one("#rows", LineList)
        assert (room.NAME, rows.cursor_key) == ("prepare", key)
        assert app.focused is rows
        assert words.split(maxsplit=1)[0] in screen_text(app)


@pytest.mark.parametrize(
    ("words", "key"),
    [
        ("front desk", "step/step0001"),
        ("rather weekly", "leaning"),
        ("because of", "decided"),
        ("Factor when needed", "cell/opinion0"),
        ("by mail", "cell/opinion0"),
    ],
)
async def test_what_was_compared_opens_at_its_row(
    open_app: OpenApp, everything: str, words: str, key: str
) -> None:
    app = open_app()
    async with app.run_test(size=SMALL) as pilot:
        room = await choose(pilot, words)
        pane = room.query_one("#pane", LineList)
        assert (room.NAME, pane.cursor_key) == ("compare", key)
        assert words.split(maxsplit=1)[0] in screen_text(app)


async def test_an_answer_of_before_you_leave_opens_on_its_card(
    open_app: OpenApp, everything: str
) -> None:
    app = open_app()
    async with app.run_test(size=SMALL) as pilot:
        room = await choose(pilot, "zirkon")
        assert room.query_one(CardPane).cursor_key == "results"
        assert "zirkon by letter" in screen_text(app)


async def test_what_was_written_while_it_was_fresh_opens_on_its_card(
    open_app: OpenApp, everything: str, library: CaseLibrary
) -> None:
    prompts = [
        text.text for text in library.open_readonly(everything).file.texts if text.kind == "debrief"
    ]
    app = open_app()
    async with app.run_test(size=SMALL) as pilot:
        await choose(pilot, "quite calm")
        assert prompts[2] in screen_text(app)
        assert "Alva felt quite calm" in screen_text(app)


async def test_what_one_wrote_while_it_was_fresh_is_not_found_before_the_other_has_written(
    open_app: OpenApp, library: CaseLibrary, make_case: MakeCase
) -> None:
    session = library.open(make_case())
    visit_id = plan_visit(session, NewVisit(clinician="Dr Okafor"))
    editor = VisitEditor(session, visit_id)
    alva, sam = editor.people.writers()
    editor.answers.save_debrief("How was it?", "too fast for me", alva.id)
    session.close()
    app = open_app()
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("escape", "slash", *"fast")
        await pilot.pause()
        assert "Nothing found." in screen_text(app)
        await pilot.press("escape")
        session = library.open(session.case_id)
        VisitEditor(session, visit_id).answers.save_debrief("How was it?", "calm", sam.id)
        session.close()
        await pilot.press("slash", *"fast")
        await pilot.pause()
        assert "too fast for me" in screen_text(app)


async def test_a_question_asked_in_a_visit_opens_there_and_notes_go_under_it(
    open_app: OpenApp, everything: str
) -> None:
    app = open_app()
    async with app.run_test(size=WIDE) as pilot:
        room = await choose(pilot, "treatment working")
        assert room.NAME == "visit"
        assert " 1  Is my treatment working?" in screen_text(app)


async def test_a_question_of_the_plan_opens_in_the_visit_it_was_put_in(
    open_app: OpenApp, library: CaseLibrary, make_case: MakeCase
) -> None:
    session = library.open(make_case())
    asked = Question(id="question1", text="May I fly to Rome?")
    session.change_case("", lambda file: with_added(file, "questions", asked))
    listed = ListedQuestion(id="listed01", question_id=asked.id)
    session.change_case("", lambda file: with_added(file, "listed", listed))
    visit_id = plan_visit(session, NewVisit(clinician="Dr Okafor"))
    VisitEditor(session, visit_id).line.save("Hello")
    VisitEditor(session, visit_id).clock.end()
    session.close()
    app = open_app()
    async with app.run_test(size=SMALL) as pilot:
        room = await choose(pilot, "Rome")
        assert room.NAME == "visit"
        assert room.query_one(QuestionPane).cursor_key == "question1"
        assert " 1  May I fly to Rome?" in screen_text(app)


async def test_a_note_among_two_thousand_is_in_view_and_marked(
    open_app: OpenApp, library: CaseLibrary, make_case: MakeCase
) -> None:
    session = library.open(make_case())
    visit_id = plan_visit(session, NewVisit(clinician="Dr Okafor"))
    editor = VisitEditor(session, visit_id)
    editor.line.save("the first of many")
    first = session.visit(visit_id).notes[0]
    many = [
        replace(first, id=f"note{number:06}", text=f"this is number {number}.")
        for number in range(2000)
    ]
    session.change_visit(visit_id, "", lambda file: with_added(file, "notes", *many))
    session.close()
    for number in (0, 777, 1999):
        app = open_app()
        async with app.run_test(size=SMALL) as pilot:
            room = await choose(pilot, f"number {number}.")
            notes = room.query_one(NotePane)
            assert notes.pointed == f"note{number:06}"
            assert f">09:00   this is number {number}." in screen_text(app)


async def test_a_note_is_in_view_although_a_card_was_left_open(
    open_app: OpenApp, library: CaseLibrary, make_case: MakeCase
) -> None:
    session = library.open(make_case())
    visit_id = plan_visit(session, NewVisit(clinician="Dr Okafor"))
    editor = VisitEditor(session, visit_id)
    editor.line.save("the first of many")
    editor.line.focus_field("door:call")
    session.close()
    app = open_app()
    async with app.run_test(size=SMALL) as pilot:
        room = await choose(pilot, "of many")
        assert room.query_one(NotePane).pointed is not None
        assert ">09:00   the first of many" in screen_text(app)


async def test_a_goal_is_shown_before_the_visit_starts(
    open_app: OpenApp, library: CaseLibrary, make_case: MakeCase
) -> None:
    session = library.open(make_case())
    visit_id = plan_visit(session, NewVisit(clinician="Dr Okafor"))
    goal = "agree on a weekly plan"
    session.change_visit(
        visit_id, "", lambda file: with_changed(file, "about", visit_id, goal=goal)
    )
    session.close()
    app = open_app()
    async with app.run_test(size=SMALL) as pilot:
        room = await choose(pilot, "weekly plan")
        assert room.NAME == "visit"
        assert goal in screen_text(app)


async def test_hits_of_two_cases_stand_under_their_titles(
    open_app: OpenApp, library: CaseLibrary, make_case: MakeCase
) -> None:
    for title in ("My left knee", "Mother's heart"):
        session = library.open(make_case(title))
        visit_id = plan_visit(session, NewVisit(clinician="Dr Okafor"))
        VisitEditor(session, visit_id).line.save("wait a week")
        session.close()
    app = open_app()
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("escape", "slash", *"week")
        await pilot.pause()
        screen = screen_text(app)
        assert "My left knee" in screen
        assert "Mother's heart" in screen
        assert "2 places, in 2 visits" in screen
        await pilot.press("down", "enter")
        await pilot.pause()
        assert app.product.session is not None
        assert app.product.session.file.head.title == "Mother's heart"


async def test_of_a_long_note_the_part_with_the_words_is_shown(
    open_app: OpenApp, library: CaseLibrary, make_case: MakeCase
) -> None:
    session = library.open(make_case())
    visit_id = plan_visit(session, NewVisit(clinician="Dr Okafor"))
    VisitEditor(session, visit_id).line.save("so he said " * 200 + "take iron" + " and so on" * 200)
    session.close()
    app = open_app()
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("escape", "slash", *"iron")
        await pilot.pause()
        assert "take iron" in screen_text(app)
        assert "…" in screen_text(app)


async def test_where_much_has_to_be_read_first_typing_goes_on_and_the_list_is_read_after(
    open_app: OpenApp, library: CaseLibrary, make_case: MakeCase, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_compared(library, make_case())
    monkeypatch.setattr("companion.ui.home.search_screen.MANY", 0)
    monkeypatch.setattr("companion.ui.home.screen.AT_ONCE", 0)
    going_on, read = threading.Event(), SearchIndex.read

    def waiting(index: SearchIndex, go_on: Callable[[], bool] = lambda: True) -> bool:
        going_on.wait(10)
        return read(index, go_on)

    monkeypatch.setattr(SearchIndex, "read", waiting)
    app = open_app()
    async with app.run_test(size=SMALL) as pilot:
        assert "loading its visits" in screen_text(app)
        await pilot.press("escape", "slash", *"level")
        await pilot.pause()
        assert "Getting the search ready" in screen_text(app)
        assert "▌level" in screen_text(app)
        going_on.set()
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert "before the level drops" in screen_text(app)
        await pilot.press("escape")
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert "loading its visits" not in screen_text(app)
        assert "Dr Okafor" in screen_text(app)
