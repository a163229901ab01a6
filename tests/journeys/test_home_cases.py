"""Home with cases in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from companion.domain.changes import with_added
from companion.domain.comparison import Step
from companion.domain.preparation import Record
from companion.domain.value import replace
from companion.services.case.trash import discard_case
from companion.services.compare.steps import Steps
from companion.services.visit.editor import VisitEditor
from companion.services.visit.plan import NewVisit, plan_visit
from companion.ui.rooms.room import Room
from companion.ui.widgets.line_list import LineList
from tests.journeys.compare_case import make_compared
from tests.journeys.conftest import SMALL, WIDE, screen_text
from tests.support.panes import pane_words

if TYPE_CHECKING:
    from collections.abc import Callable

    from companion.services.case.library import CaseLibrary
    from companion.ui.app import CompanionApp

    OpenApp = Callable[..., CompanionApp]
    MakeCase = Callable[..., str]
    DownsTo = Callable[[str], list[str]]


@pytest.fixture
def planned(library: CaseLibrary, make_case: MakeCase) -> str:
    """A visit with Dr Okafor in nine days."""
    case_id = make_case()
    session = library.open(case_id)
    plan_visit(
        session,
        NewVisit(clinician="Dr Okafor", at="2026-12-03T14:00+00:00", minutes=30, place="St. Anna"),
    )
    head = replace(session.file.head, decide_by="2026-11-20")
    session.change_case("", lambda file: replace(file, about=(head,)))
    session.close()
    return case_id


@pytest.mark.parametrize("size", [SMALL, WIDE])
async def test_a_case_shows_its_next_thing_its_visit_and_what_is_late(
    open_app: OpenApp, planned: str, size: tuple[int, int]
) -> None:
    app = open_app()
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        screen, coming = screen_text(app), pane_words(app, "#coming")
    assert "Prevention plan, hemophilia A" in screen
    assert "next: check how soon you need to act" in screen
    assert "in 9 days · 0 of 9 ready" in screen
    assert "Visit: Dr Okafor, 14:00, 30 minutes, St. Anna" in coming
    assert "1 thing is late" in screen
    assert "late Your decide-by date; was due" in coming


async def test_a_visit_nobody_ended_stands_on_top_and_enter_goes_back_to_it(
    open_app: OpenApp, library: CaseLibrary, make_case: MakeCase
) -> None:
    session = library.open(make_case())
    visit_id = plan_visit(session, NewVisit(clinician="Dr Okafor"))
    VisitEditor(session, visit_id).line.save("Hello")
    session.close()
    app = open_app()
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        first = screen_text(app).splitlines()[1]
        assert "Your visit with Dr Okafor started at 09:00 and is still open." in first
        assert "Dr Okafor, Tue 24 Nov, still open" in screen_text(app)
        await pilot.press("escape", "down", "up", "tab", "shift+tab")
        await pilot.pause()
        assert app.screen.focused is not None
        assert app.screen.focused.id == "cases"
    again = open_app()
    async with again.run_test(size=SMALL) as pilot:
        await pilot.press("enter")
        await pilot.pause()
        assert again.product.session is not None
        assert again.product.session.case.visits[0].id == visit_id
        assert "Enter save" in screen_text(again)


async def test_search_finds_a_note_by_a_part_of_a_word_and_opens_it(
    open_app: OpenApp, library: CaseLibrary, make_case: MakeCase
) -> None:
    make_compared(library, make_case())
    app = open_app()
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("escape", "slash", *"LEVEL")
        await pilot.pause()
        assert "before the level drops" in screen_text(app)
        assert "Dr Okafor" in screen_text(app)
        await pilot.press("enter")
        await pilot.pause()
        assert "Found: before the level drops" in screen_text(app)
        assert "Enter save" in screen_text(app)


async def test_a_step_that_was_found_opens_where_steps_are_kept(
    open_app: OpenApp, library: CaseLibrary, make_case: MakeCase
) -> None:
    session = library.open(make_compared(library, make_case()))
    Steps(session).new_draft().finish("Call the clinic")
    session.close()
    app = open_app()
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("escape", "slash", *"clinic", "enter")
        await pilot.pause()
        assert "[ ] Call the clinic" in screen_text(app)
        assert "Compare · what now?" in screen_text(app)


def with_days(library: CaseLibrary, case_id: str) -> None:
    """A step that is late, a record to ask for again, and a day to decide by."""
    session = library.open(case_id)
    step = Step(id="step0001", text="Ask the insurer", due="2026-11-20")
    record = Record(id="record01", text="Gene report", spoken_to="Mrs Berg", chase_on="2026-11-25")
    head = replace(session.file.head, decide_by="2026-12-20")
    session.change_case("", lambda file: with_added(file, "steps", step))
    session.change_case("", lambda file: with_added(file, "records", record))
    session.change_case("", lambda file: replace(file, about=(head,)))
    session.close()


async def test_what_is_late_is_said_in_words_and_counted_and_comes_next(
    open_app: OpenApp, library: CaseLibrary, planned: str
) -> None:
    with_days(library, planned)
    app = open_app()
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        screen = screen_text(app)
    assert "1 case · 1 thing is late" in screen
    assert "next, was due Fri 20 Nov: Ask the insurer" in screen
    assert "late        Ask the insurer; was due Fri 20 Nov" in screen
    assert "Wed 25 Nov  Gene report: ask again (Mrs Berg)" in screen


@pytest.mark.parametrize(
    ("down", "room", "at"),
    [
        (0, "prepare", "record:record01"),
        (1, "prepare", None),
        (2, "compare", "decided"),
        (3, "compare", "step/step0001"),
    ],
)
async def test_enter_on_what_is_coming_up_opens_it_where_it_is_seen_to(
    open_app: OpenApp, library: CaseLibrary, planned: str, down: int, room: str, at: str | None
) -> None:
    with_days(library, planned)
    app = open_app()
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        await pilot.press("tab", *["down"] * down, "enter")
        await pilot.pause()
        shown = app.screen
        assert isinstance(shown, Room)
        assert room == shown.NAME
        if at is not None:
            rows = shown.query_one("#rows" if room == "prepare" else "#pane", LineList)
            assert rows.cursor_key == at


async def test_a_case_goes_to_the_trash_only_when_its_title_is_typed(
    open_app: OpenApp, library: CaseLibrary, planned: str
) -> None:
    app = open_app()
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        await app.screen.action_run("home.trash")  # type: ignore[attr-defined]
        await pilot.press(*"Wrong", "enter")
        await pilot.pause()
        assert "That isn't the title" in screen_text(app)
        await pilot.press("escape")
        await pilot.pause()
    assert library.case_ids() == (planned,)


async def test_a_case_without_a_title_goes_to_the_trash_by_the_name_on_the_screen(
    open_app: OpenApp, library: CaseLibrary, make_case: MakeCase
) -> None:
    make_case("")
    app = open_app()
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        await app.screen.action_run("home.trash")  # type: ignore[attr-defined]
        await pilot.press("enter")
        await pilot.pause()
        assert "That isn't the title" in screen_text(app)
        await pilot.press(*"untitled case", "enter")
        await pilot.pause()
    assert library.case_ids() == ()


async def test_a_case_that_cannot_be_read_is_named_and_the_others_open(
    open_app: OpenApp, library: CaseLibrary, make_case: MakeCase
) -> None:
    good, bad = make_case("Good"), make_case("Bad")
    files = library.context.files
    for name in [path for path in files.names if bad in path]:  # type: ignore[attr-defined]
        files.names[name].content[:] = b"\0" * 40  # type: ignore[attr-defined]
    app = open_app()
    async with app.run_test(size=WIDE) as pilot:
        await pilot.pause()
        screen = screen_text(app)
        assert "1 case can't be opened" in screen
        await pilot.press("enter")
        await pilot.pause()
        assert app.product.session is not None
        assert app.product.session.case_id == good


async def test_many_visits_are_read_beside_the_room_which_is_there_at_once(
    open_app: OpenApp, planned: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("companion.ui.home.screen.AT_ONCE", 0)
    app = open_app()
    async with app.run_test(size=SMALL) as pilot:
        while "Visit: Dr Okafor" not in screen_text(app):
            assert "Prevention plan" in screen_text(app)
            await pilot.pause(0.01)
        await pilot.press("enter")
        await pilot.pause()
        assert app.product.session is not None
        assert app.product.session.case_id == planned


async def test_a_case_comes_back_from_the_trash(
    open_app: OpenApp, library: CaseLibrary, planned: str
) -> None:
    discard_case(library, planned)
    assert library.case_ids() == ()
    app = open_app()
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        await app.screen.action_run("home.bring_back")  # type: ignore[attr-defined]
        await pilot.pause()
        assert "Cases in the trash" in screen_text(app)
        await pilot.press("enter")
        await pilot.pause()
        assert "The case is back." in screen_text(app)
    assert library.case_ids() == (planned,)


async def test_a_command_that_has_no_such_name_is_said_not_to_be_there(open_app: OpenApp) -> None:
    app = open_app()
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("ctrl+p", *"zzz", "enter")
        await pilot.pause()
        assert "No action by that name here." in screen_text(app)
        await pilot.press("escape", "ctrl+p", *"practice the")
        await pilot.pause()
        assert "No action by that name here." not in screen_text(app)
        await pilot.press("escape", "ctrl+p", *"number card")
        await pilot.pause()
        assert "Look in Visit, in an open case." in screen_text(app)


async def test_a_case_is_renamed_and_given_another_pack_and_name_afterwards(
    open_app: OpenApp, library: CaseLibrary, make_case: MakeCase, downs_to: DownsTo
) -> None:
    make_case("Other")
    case_id = make_case("Kne")
    app = open_app()
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("down", "f2")
        await pilot.pause()
        filled = screen_text(app)
        assert "Change this case" in filled
        assert "Kne" in filled
        assert "[x] Hemophilia" in filled
        assert "Alva" in filled
        await pilot.press(
            "e", "tab", *downs_to("leukemia"), "space", "tab", "tab", *" B", "tab", "enter"
        )
        await pilot.pause()
        assert "> Knee" in screen_text(app)
        assert "Cases" in screen_text(app)
        assert app.product.session is None
    head = library.open_readonly(case_id).file.head
    assert head.title == "Knee"
    assert head.packs == ("general", "hemophilia", "cancer", "leukemia")
    assert [person.name for person in library.open_readonly(case_id).file.people] == [
        "Alva B",
        "Sam",
    ]


async def test_a_case_that_another_window_has_is_not_changed_and_says_so(
    open_app: OpenApp, library: CaseLibrary, make_case: MakeCase, monkeypatch: pytest.MonkeyPatch
) -> None:
    case_id = make_case("Knee")
    app = open_app()
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        monkeypatch.setattr(library, "open", lambda _: library.open_readonly(case_id))
        await pilot.press("f2")
        await pilot.pause()
        assert "Open in another window" in screen_text(app)
        await pilot.press("x")
        await pilot.pause()
        assert "Change this case" not in screen_text(app)
    assert library.open_readonly(case_id).file.head.title == "Knee"


async def test_what_waits_for_a_room_is_not_done_in_the_one_that_was_opened_right_behind_it(
    open_app: OpenApp, library: CaseLibrary, make_case: MakeCase
) -> None:
    case_id = make_compared(library, make_case())
    app, asked = open_app(), []
    async with app.run_test(size=SMALL) as pilot:
        assert isinstance(app.screen, Room)
        host = app.screen.host
        host.enter("home")
        host.once_shown(lambda room: asked.append(("home", room)))
        host.open_case(case_id, "compare")
        host.once_shown(lambda room: asked.append(("compare", room)))
        await pilot.pause()
        await pilot.pause()
        assert asked == [("compare", app.screen)]
