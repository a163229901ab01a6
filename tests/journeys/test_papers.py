"""Papers: seen first, with what is left out; a file only after Enter, and Enter again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from companion.domain.case import CopiedText
from companion.domain.value import replace
from companion.files import DiskFiles
from companion.ui.widgets.line_list import LineList
from companion.words import letters, paper_files
from companion.words import prepare as prepare_words
from tests.journeys.conftest import SMALL, screen_text

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from textual.pilot import Pilot

    from companion.services.case.library import CaseLibrary
    from companion.ui.app import CompanionApp
    from tests.support.stand_ins import StandIns


def list_of_names(folder: Path) -> list[str]:
    return [each.name for each in folder.iterdir()]


async def find_papers(pilot: Pilot[None]) -> None:
    """By name, from wherever one is."""
    await pilot.press("ctrl+p", *"papers", "enter")
    await pilot.pause()


async def test_the_papers_are_found_by_name_in_every_room(
    case_id: str, open_app: Callable[..., CompanionApp]
) -> None:
    for room in ("prepare", "visit", "compare", "guide"):
        app = open_app(room=room, case_id=case_id)
        async with app.run_test(size=SMALL) as pilot:
            await find_papers(pilot)
            shown = screen_text(app)
            await pilot.press("end")
            await pilot.pause()
            shown += screen_text(app)
            for group in (
                paper_files.BEFORE_GROUP,
                paper_files.AFTER_GROUP,
                paper_files.COPIES_GROUP,
            ):
                assert group in shown


async def test_enter_shows_a_paper_and_esc_leads_back_step_by_step(
    case_id: str, open_app: Callable[..., CompanionApp]
) -> None:
    app = open_app(room="prepare", case_id=case_id)
    async with app.run_test(size=SMALL) as pilot:
        await find_papers(pilot)
        await pilot.press("down", "down", "enter")
        await pilot.pause()
        assert letters.PRIVATE_NOTES[:40] not in screen_text(app)
        assert "To the records office" in screen_text(app)
        await pilot.press("enter")
        await pilot.pause()
        assert paper_files.WHERE in screen_text(app)
        await pilot.press("escape")
        await pilot.pause()
        assert paper_files.WHERE not in screen_text(app)
        await pilot.press("escape")
        await pilot.pause()
        assert paper_files.BEFORE_GROUP in screen_text(app)
        await pilot.press("escape")
        await pilot.pause()
        assert prepare_words.LIST_TITLE in screen_text(app)


@pytest.mark.parametrize(
    ("part", "row", "begins"),
    [
        ("Tell your doctor", "+ Letter: ask for a referral", "A referral, if I need one."),
        ("Tell your doctor", "+ Letter: ask your insurer", "To my insurer"),
        ("Page for the doctor", "+ Letters, copies and all other papers", "Before a visit"),
    ],
)
async def test_a_paper_is_at_hand_where_it_is_needed(
    case_id: str, open_app: Callable[..., CompanionApp], part: str, row: str, begins: str
) -> None:
    app = open_app(room="prepare", case_id=case_id)
    async with app.run_test(size=(120, 50)) as pilot:
        parts, rows = (
            app.screen.query_one("#parts", LineList),
            app.screen.query_one("#rows", LineList),
        )
        parts.go_to(next(each.key for each in parts.rows if each.text == part))
        await pilot.pause()
        await pilot.press("enter")
        rows.go_to(next(each.key for each in rows.rows if each.text == row))
        await pilot.press("enter")
        await pilot.pause()
        assert begins in screen_text(app)


async def test_what_is_left_out_is_said_before_anything_is_written(
    case_id: str, open_app: Callable[..., CompanionApp]
) -> None:
    app = open_app(room="compare", case_id=case_id)
    async with app.run_test(size=SMALL) as pilot:
        await find_papers(pilot)
        await pilot.press("end", "up", "enter")
        await pilot.pause()
        assert "For the doctor; left out:" in screen_text(app)
        await pilot.press("w")
        await pilot.pause()
        assert "For the family; left out:" in screen_text(app)
        await pilot.press("w")
        await pilot.pause()
        assert paper_files.FOR_WHOM["me"] in screen_text(app).splitlines()[0]
        assert "left out:" not in screen_text(app)


async def test_f_goes_from_a_page_to_print_to_text_to_markdown(
    case_id: str, open_app: Callable[..., CompanionApp]
) -> None:
    app = open_app(room="prepare", case_id=case_id)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("f9")
        await pilot.pause()
        for form in ("html", "text", "markdown", "html"):
            assert paper_files.FORMS[form] in screen_text(app).splitlines()[0]
            await pilot.press("f")
            await pilot.pause()
        await pilot.press("l")
        await pilot.pause()
        assert paper_files.LARGE in screen_text(app).splitlines()[0]


@pytest.mark.parametrize("ending", [".html", ".txt"])
async def test_enter_twice_makes_the_file_and_says_where(
    case_id: str, open_app: Callable[..., CompanionApp], tmp_path: Path, ending: str
) -> None:
    app = open_app(room="prepare", case_id=case_id)
    async with app.run_test(size=(120, 24)) as pilot:
        session = app.product.session
        assert session is not None
        session.context = replace(session.context, files=DiskFiles(), in_memory=False)
        await pilot.press("f9", "enter", "shift+home", "backspace")
        path = tmp_path / f"page{ending}"
        await pilot.press(*str(path), "enter")
        await pilot.pause()
        assert "Only your account can open it." in " ".join(
            screen_text(app).replace("│", " ").split()
        )
    assert list_of_names(tmp_path) == [path.name]


async def test_a_window_that_only_reads_can_make_papers_all_the_same(
    case_id: str, open_app: Callable[..., CompanionApp]
) -> None:
    app = open_app(room="prepare", case_id=case_id)
    async with app.run_test(size=SMALL) as pilot:
        assert app.product.session is not None
        app.product.session.refused = "refused"
        await find_papers(pilot)
        await pilot.press("enter", "enter")
        await pilot.pause()
        assert paper_files.WHERE in screen_text(app)


async def test_the_sheet_for_both_fits_one_page_and_a_shows_all_questions(
    library: CaseLibrary, make_case: Callable[..., str], open_app: Callable[..., CompanionApp]
) -> None:
    session = library.open(make_case())
    texts = tuple(
        CopiedText(
            id=f"copied{n:03}", source=f"general/b{n}", kind="ask-both", text=f"Why is it {n}?"
        )
        for n in range(30)
    )
    session.change_case("", lambda file: replace(file, texts=(*file.texts, *texts)))
    session.close()
    app = open_app(room="compare", case_id=session.case_id)
    async with app.run_test(size=(120, 80)) as pilot:
        await find_papers(pilot)
        list_shown = app.screen.query_one(LineList)
        list_shown.go_to(next(row.key for row in list_shown.rows if row.key.startswith("ask-both")))
        await pilot.press("enter")
        await pilot.pause()
        assert "don't fit this page" in screen_text(app)
        assert "Why is it 29?" not in screen_text(app)
        await pilot.press("a")
        await pilot.pause()
        assert "Why is it 29?" in screen_text(app)
        assert paper_files.EVERY_QUESTION in screen_text(app).splitlines()[0]
        await pilot.press("a")
        await pilot.pause()
        assert "Why is it 29?" not in screen_text(app)


async def test_o_opens_what_was_saved_and_p_prints_it_and_nothing_starts_without_a_key(
    case_id: str,
    open_app: Callable[..., CompanionApp],
    stand_ins: StandIns,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("BROWSER", stand_ins.add("surf"))
    stand_ins.add("lp")
    app = open_app(room="prepare", case_id=case_id)
    async with app.run_test(size=SMALL) as pilot:
        session = app.product.session
        assert session is not None
        session.context = replace(session.context, files=DiskFiles(), in_memory=False)
        await pilot.press("f9")
        for key in ("o", "p"):
            await pilot.press(key)
            await pilot.pause()
            assert paper_files.NOTHING_SAVED in screen_text(app)
        await pilot.press("enter", "shift+home", "backspace")
        path = stand_ins.folder.parent / "page.html"
        await pilot.press(*str(path), "enter")
        await pilot.pause()
        assert paper_files.how(opens=True, prints=True) in screen_text(app)
        assert "o open to print · p print" in screen_text(app).splitlines()[-1]
        assert not stand_ins.given("surf")
        assert not stand_ins.given("lp")
        await pilot.press("o")
        await pilot.pause()
        assert paper_files.OPENED in screen_text(app)
        await pilot.press("p")
        stand_ins.ended()
        await pilot.pause()
        await pilot.pause()
        assert paper_files.PRINTED in screen_text(app)
    assert stand_ins.given("surf") == [str(path)]
    assert stand_ins.given("lp")[-1] == str(path)
    assert path.stat().st_mode & 0o777 == 0o600
