"""The options in the Compare room: typed, taken from notes and starred with keys alone."""

from __future__ import annotations

import json
from functools import partial
from typing import TYPE_CHECKING

import pytest

from companion.domain.options_table import GIVEN_CRITERIA, WAIT_ID, OptionsTable
from companion.exchange.papers.catalogue import ExportRequest
from companion.services.transfer.exports import export
from companion.services.transfer.imports import import_file
from companion.words import options as words
from tests.journeys.compare_case import flat, make_compared, read
from tests.journeys.conftest import SMALL, WIDE, screen_text
from tests.journeys.test_decision_table import BAR, squeezed
from tests.support.corpora import each_of
from tests.support.decision_table import NAME as TABLES
from tests.support.decision_table import made_up_table, table_files, table_in

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.pilot import Pilot

    from companion.services.case.library import CaseLibrary
    from companion.ui.app import CompanionApp
    from tests.support.decision_table import DecisionTable

    OpenApp = Callable[..., CompanionApp]

FIRST, SECOND, *_ = GIVEN_CRITERIA
LOW_AND_LONG = [(80, 600), (120, 600)]
"""Windows as wide as those people have, in which everything is in view at once."""


@pytest.fixture
def case_id(library: CaseLibrary, make_case: Callable[..., str]) -> str:
    return make_compared(library, make_case())


async def say(pilot: Pilot[None], *keys: str) -> None:
    await pilot.press(*keys)
    await pilot.pause()


def typed(text: str) -> list[str]:
    return [*text, "enter"]


def cells(library: CaseLibrary) -> dict[tuple[str, str], str]:
    """What stands in the cells, by option and topic."""
    table = OptionsTable(read(library))
    return {
        (option.text, criterion.text): said.text
        for option in table.options
        for criterion in table.criteria
        if (said := table.said(option, criterion)).text
    }


@pytest.mark.parametrize("size", [SMALL, WIDE, (60, 20)])
async def test_an_option_and_its_topics_are_typed_one_after_the_other(
    open_app: OpenApp, library: CaseLibrary, case_id: str, size: tuple[int, int]
) -> None:
    app = open_app(room="compare", case_id=case_id)
    async with app.run_test(size=size) as pilot:
        await say(pilot, "f6")
        assert words.TITLE in screen_text(app)
        # The cursor is where the first option is added; then it is on its first topic.
        await say(pilot, "enter", *typed("Every 3 days"))
        await say(pilot, *typed("3 of 10 bleed less"), *typed("Veins get used more"))
        await say(pilot, "right", "up", "up", "enter", *typed("Nothing new"))
        await say(pilot, "escape")
    assert cells(library) == {
        ("Every 3 days", FIRST.text): "3 of 10 bleed less",
        ("Every 3 days", SECOND.text): "Veins get used more",
        (words.WAIT, FIRST.text): "Nothing new",
    }


async def test_what_is_typed_is_taken_back_and_typed_again_by_keys(
    open_app: OpenApp, library: CaseLibrary, case_id: str
) -> None:
    app = open_app(room="compare", case_id=case_id)
    async with app.run_test(size=SMALL) as pilot:
        await say(pilot, "f6", "enter", *typed("Every 3 days"), *typed("Less bleeding"))
        await say(pilot, "ctrl+z")
        assert "Less bleeding" not in screen_text(app)
        await say(pilot, "ctrl+y")
        assert "Less bleeding" in screen_text(app)
        await say(pilot, "up", "delete")
        assert "Less bleeding" not in screen_text(app)
        await say(pilot, "ctrl+z")
        assert "Less bleeding" in screen_text(app)


async def test_words_typed_on_a_filled_cell_follow_what_stands_there(
    open_app: OpenApp, library: CaseLibrary, case_id: str
) -> None:
    app = open_app(room="compare", case_id=case_id)
    async with app.run_test(size=SMALL) as pilot:
        await say(pilot, "f6", "enter", *typed("Every 3 days"), *typed("Less bleeding"))
        await say(pilot, "up", *typed("in the knee"), "escape")
    assert cells(library) == {("Every 3 days", FIRST.text): "Less bleeding in the knee"}


async def test_words_half_typed_are_kept_when_the_card_is_left(
    open_app: OpenApp, library: CaseLibrary, case_id: str
) -> None:
    app = open_app(room="compare", case_id=case_id)
    async with app.run_test(size=SMALL) as pilot:
        await say(pilot, "f6", "enter", *typed("Every 3 days"), "enter", *"Less bl")
        await say(pilot, "ctrl+g", "1")
    assert cells(library) == {("Every 3 days", FIRST.text): "Less bl"}


async def test_staying_as_it_is_may_be_worded_and_is_never_removed(
    open_app: OpenApp, library: CaseLibrary, case_id: str
) -> None:
    app = open_app(room="compare", case_id=case_id)
    async with app.run_test(size=SMALL) as pilot:
        await say(pilot, "f6", "home", "delete")
        assert words.ALWAYS_THERE in flat(app)
        await say(pilot, "f2", *", for now", "enter")
        assert f"{words.WAIT}, for now" in screen_text(app)
    table = OptionsTable(read(library))
    assert [(each.id, each.text) for each in table.options] == [(WAIT_ID, f"{words.WAIT}, for now")]


async def test_a_cell_is_filled_from_a_note_that_names_the_option(
    open_app: OpenApp, library: CaseLibrary, case_id: str
) -> None:
    app = open_app(room="compare", case_id=case_id)
    async with app.run_test(size=SMALL) as pilot:
        await say(pilot, "f6", "enter", *typed("Prevention, once a week"), "f4")
        shown = screen_text(app)
        assert shown.index("Weekly prevention") < shown.index("ask for the report")
        assert words.NOTES_ABOUT in shown
        await say(pilot, "enter")
        assert "[x]" in screen_text(app)
        await say(pilot, *"level")
        assert "Weekly prevention" not in screen_text(app)
        await say(pilot, "enter", "escape")
        assert "2 notes" in screen_text(app)
    (text,) = cells(library).values()
    assert text.split("\n") == ["Weekly prevention", '"before the level drops"']


async def test_a_search_opens_what_is_said_of_an_option_where_it_stands(
    open_app: OpenApp, library: CaseLibrary, case_id: str
) -> None:
    app = open_app(room="compare", case_id=case_id)
    async with app.run_test(size=SMALL) as pilot:
        await say(pilot, "f6", "enter", *typed("Every 3 days"), *typed("Less bleeding"))
        await say(pilot, *typed("Veins get zigzag"), "right", "escape")
        await say(pilot, "ctrl+g", "0")
        await say(pilot, "escape", "slash", *"zigzag")
        await say(pilot, "enter")
        assert "option 1 of 2" in screen_text(app)
        assert ">   Veins get zigzag" in screen_text(app)


async def test_the_names_of_the_options_stay_above_what_is_scrolled(
    open_app: OpenApp, library: CaseLibrary
) -> None:
    table = made_up_table()
    case_id = import_file(library, "table.json", table.as_options()).case_id
    app = open_app(room="compare", case_id=case_id)
    async with app.run_test(size=WIDE) as pilot:
        await say(pilot, "f6", "end")
        for name in table.options[:3]:
            assert name in screen_text(app)
        await say(pilot, "home")
        assert screen_text(app).count(table.options[0]) == 1


async def test_stars_are_given_by_one_person_after_the_other(
    open_app: OpenApp, library: CaseLibrary, case_id: str
) -> None:
    app = open_app(room="compare", case_id=case_id)
    async with app.run_test(size=SMALL) as pilot:
        await say(pilot, "f6", "enter", *typed("Every 3 days"), *["asterisk"] * 4)
        assert "****·" in screen_text(app)
        await say(pilot, "tab")
        assert "****·" not in screen_text(app)
        await say(pilot, "asterisk")
        assert "****·" in screen_text(app)
        assert "*····" in screen_text(app)


async def test_a_window_that_only_reads_shows_the_options_and_changes_none(
    open_app: OpenApp, library: CaseLibrary, case_id: str
) -> None:
    other = library.open(case_id)
    app = open_app(room="compare", case_id=case_id)
    async with app.run_test(size=SMALL) as pilot:
        await say(pilot, "f6", "enter", "f8", "delete", "home", "asterisk", "f2", *"words")
        assert words.WAIT in screen_text(app)
    other.close()
    assert not read(library).file.options


# A whole table

MADE_UP: dict[str, Callable[[], DecisionTable]] = {
    "made up": made_up_table,
    "made up, six options": partial(made_up_table, 6),
}
PUBLISHED = {file.stem: partial(table_in, file) for file in table_files()}


@pytest.mark.parametrize("size", LOW_AND_LONG)
@pytest.mark.parametrize("name", [*MADE_UP, *each_of(TABLES, PUBLISHED)])
async def test_every_cell_of_a_table_stands_whole_on_a_page(
    open_app: OpenApp, library: CaseLibrary, name: str, size: tuple[int, int]
) -> None:
    table = (MADE_UP | PUBLISHED)[name]()
    case_id = import_file(library, "table.json", table.as_options()).case_id
    app = open_app(room="compare", case_id=case_id)
    async with app.run_test(size=size) as pilot:
        await say(pilot, "f6")
        for option in (*table.options, words.WAIT):
            column = read_column(app)
            assert squeezed(option) in column
            for criterion in table.criteria:
                said = table.text(option, criterion).strip()
                assert squeezed(said or words.NOTHING_HERE) in column, (option, criterion)
            await say(pilot, "right")


def read_column(app: CompanionApp) -> str:
    """What stands in the column of the option at the cursor, without blanks."""
    lines = app.screen.lines  # type: ignore[attr-defined]
    places = [place for place, row in enumerate(lines.rows) if row.selectable]
    parts = [part for place in places for part in lines._placed.parts(place)]
    painted = "".join(screen_text(app).split())
    assert [part for part in parts if "".join(part.split()) not in painted] == []
    return squeezed("".join(parts))


async def test_the_last_line_of_a_long_cell_is_reached_by_moving_down(
    open_app: OpenApp, library: CaseLibrary
) -> None:
    table = made_up_table()
    case_id = import_file(library, "table.json", table.as_options()).case_id
    app = open_app(room="compare", case_id=case_id)
    async with app.run_test(size=SMALL) as pilot:
        await say(pilot, "f6")
        last = table.text(table.options[0], "Effort").rsplit(". ", 1)[-1]
        for _ in range(60):
            read_here = flat(app).translate(dict.fromkeys(map(ord, BAR)))
            if squeezed(last) in squeezed(read_here):
                break
            await say(pilot, "down")
        else:
            raise AssertionError(screen_text(app))


async def test_two_options_typed_by_keys_are_on_every_paper_as_they_were_typed(
    open_app: OpenApp, library: CaseLibrary, case_id: str
) -> None:
    said = {
        "Methadone": ["Take by mouth *every* day", "$ | #1 <b>", "3 in 12"],
        "Naltrexone": ["https://example.org/a_b?c=1&d=2", "=1+1", "שלום, once a month"],
    }
    app = open_app(room="compare", case_id=case_id)
    async with app.run_test(size=SMALL) as pilot:
        await say(pilot, "f6", "enter")
        for number, (option, texts) in enumerate(said.items()):
            await say(pilot, *(["f8"] if number else []), *typed(option))
            for text in texts:
                await say(pilot, "enter", *typed(text))
        await say(pilot, "escape")
    case = read(library)

    def paper(form: str) -> str:
        return export(case, ExportRequest(format=form, paper="options")).data.decode()

    value = json.loads(export(case, ExportRequest(format="json")).data)
    assert [[cell["text"] for cell in option["cells"]] for option in value["options"]] == [
        *said.values(),
        [],
    ]
    assert [option["text"] for option in value["options"]] == [*said, words.WAIT]
    for option, texts in said.items():
        for text in texts:
            assert f"{option}: {text}" in paper("text")
            assert text in paper("csv").replace("'=", "=")
    for form in ("html", "markdown", "text"):
        assert words.WAIT in paper(form)
