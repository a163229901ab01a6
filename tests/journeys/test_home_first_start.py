"""Home for somebody who has never opened the program."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual import events

from companion.domain.people import Role
from companion.services.home.case_form import pack_choices
from companion.words import home as words
from tests.journeys.conftest import SMALL, WIDE, screen_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from companion.packs.catalogue import Catalogue
    from companion.services.case.library import CaseLibrary
    from companion.ui.app import CompanionApp

    DownsTo = Callable[[str], list[str]]


@pytest.mark.parametrize("size", [SMALL, WIDE, (60, 20), (40, 24)])
async def test_the_first_start_offers_five_doors_and_says_when_not_to_read_on(
    open_app: Callable[..., CompanionApp], size: tuple[int, int]
) -> None:
    app = open_app()
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        screen = screen_text(app)
    assert "Very ill right now?" in screen
    for number in range(1, 6):
        assert f" {number}  " in screen
    assert "Practice the keys" in screen


@pytest.mark.parametrize("size", [SMALL, (60, 20), (40, 24)])
async def test_every_line_of_the_form_can_be_read(
    open_app: Callable[..., CompanionApp], size: tuple[int, int], packs: Catalogue
) -> None:
    app = open_app()
    first = pack_choices(packs.heads, frozenset())[1].pack.title
    async with app.run_test(size=size) as pilot:
        await pilot.press("1")
        await pilot.pause()
        screen = " ".join(screen_text(app).split())
        assert f"[x] any illness (always on) [ ] {first}" in screen
        await pilot.press("tab", "tab", "tab", "tab", *"Sam")
        await pilot.pause()
        assert "> Companion's name Sam" in " ".join(screen_text(app).replace("▌", " ").split())


async def test_a_title_is_kept_from_its_first_letter_on(
    open_app: Callable[..., CompanionApp], library: CaseLibrary
) -> None:
    app = open_app()
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("1", *"Hip", "escape")
        await pilot.pause()
        assert "Hip" in screen_text(app)
    assert [case.file.head.title for case in library.read_heads()[0]] == ["Hip"]


async def test_looking_at_the_form_and_leaving_makes_no_case(
    open_app: Callable[..., CompanionApp], library: CaseLibrary
) -> None:
    app = open_app()
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("1", "escape")
        await pilot.pause()
        assert "Hello" in screen_text(app)
    assert not library.case_ids()


async def test_a_pack_that_is_ticked_gives_its_texts_and_rows_to_the_case(
    open_app: Callable[..., CompanionApp], library: CaseLibrary, downs_to: DownsTo
) -> None:
    app = open_app()
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("n", *"Knee", "enter")
        await pilot.pause()
        assert "You can change all of this later." in screen_text(app)
        await pilot.press(*downs_to("hemophilia"), "space")
        await pilot.pause()
        await pilot.press("escape")
        await pilot.pause()
    (case,) = (each.case for each in library.read_heads()[0])
    assert case.file.head.packs == ("general", "hemophilia")
    assert any(aspect.text == "Joints" for aspect in case.file.aspects)
    assert len({aspect.source for aspect in case.file.aspects}) == len(case.file.aspects)


async def test_trying_the_keys_keeps_nothing(
    open_app: Callable[..., CompanionApp], library: CaseLibrary
) -> None:
    app = open_app()
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("5", *"hello", "enter", "tab", "2", *"half", "tab", "1", "f2")
        await pilot.pause()
        screen = screen_text(app)
        await pilot.press("escape")
    assert screen.count("[x]") == len(words.PRACTICE_STEPS) + 1
    assert words.PRACTICE_DONE in screen
    assert "[x] Type a few words" in screen
    assert "[x] 1 Is my diagnosis right?" in " ".join(screen.split())
    assert "half" in screen
    assert not library.case_ids()


async def test_esc_after_tab_stays_in_the_practice_and_esc_alone_goes_home(
    open_app: Callable[..., CompanionApp],
) -> None:
    app = open_app()
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("5", "tab", "escape")
        await pilot.pause()
        assert words.PRACTICE_SUB in screen_text(app)
        await pilot.press("f9", "ctrl+g", "ctrl+f")
        await pilot.pause()
        assert words.PRACTICE_HINT in screen_text(app)
        await pilot.press("escape")
        await pilot.pause()
        assert words.PRACTICE_SUB not in screen_text(app)
        assert "Practice the keys" in screen_text(app)


async def test_a_room_asked_for_before_there_is_a_case_says_how_to_start_one(
    open_app: Callable[..., CompanionApp],
) -> None:
    app = open_app()
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("ctrl+g", "1")
        await pilot.pause()
        assert words.FIRST_CASE in screen_text(app)
        await pilot.press("1")
        await pilot.pause()
        assert words.WHAT_BRINGS_YOU in screen_text(app)


async def test_writing_at_once_makes_a_case_and_a_visit(
    open_app: Callable[..., CompanionApp], library: CaseLibrary
) -> None:
    pytest.importorskip("companion.ui.visit.screen")
    app = open_app()
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("2")
        await pilot.pause()
        await pilot.press(*"hello", "enter")
        await pilot.pause()
    (case,) = (each.case for each in library.read_heads()[0])
    assert [note.text for note in case.visits[0].notes] == ["hello"]


async def test_letters_typed_at_once_after_a_door_stand_in_the_title(
    open_app: Callable[..., CompanionApp], library: CaseLibrary
) -> None:
    app = open_app()
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        for letter in "1Knee":
            app.post_message(events.Key(letter, letter))
        while app.product.session is None or app.product.session.file.head.title != "Knee":
            await pilot.pause(0.01)
    assert [case.file.head.title for case in library.read_heads()[0]] == ["Knee"]


async def test_keys_pressed_in_one_burst_tick_and_choose_where_each_was_meant_to(
    open_app: Callable[..., CompanionApp], library: CaseLibrary, downs_to: DownsTo
) -> None:
    app = open_app()
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("1", *"Knee", "enter")
        await pilot.pause()
        downs = downs_to("leukemia")
        for key in (*downs, "space", "enter", "down", "space", "enter", "A", "l"):
            app.post_message(events.Key("space" if key == "space" else key, _letter(key)))
        await pilot.pause()
        await pilot.press("escape")
        await pilot.pause()
    (case,) = (each.case for each in library.read_heads()[0])
    assert case.file.head.packs == ("general", "cancer", "leukemia")
    writer = next(each for each in case.file.people if each.id == case.file.head.writer_id)
    assert writer.role is Role.COMPANION
    assert [each.name for each in case.file.people if each.role is Role.PATIENT] == ["Al"]


def _letter(key: str) -> str | None:
    return {"space": " "}.get(key, key if len(key) == 1 else None)


async def test_up_and_down_at_an_edge_cross_from_line_to_line(
    open_app: Callable[..., CompanionApp], packs: Catalogue
) -> None:
    app = open_app()
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("1", "up")
        lines = []
        offered = len(pack_choices(packs.heads, frozenset())) - 1
        down = ["title", *["packs"] * offered, *["writer"] * 2, "patient"]
        for key in [*["down"] * len(down), *["up"] * len(down)]:
            assert app.screen.focused is not None
            lines.append(app.screen.focused.id)
            await pilot.press(key)
        assert app.screen.focused is not None
        assert app.screen.focused.id == "title"
    assert lines == [*down, "companion", *reversed(down[1:])]
