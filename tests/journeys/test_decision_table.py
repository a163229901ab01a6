"""Published tables of options in the Compare room: every cell whole, whatever is cut says so."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pytest
from rich.segment import Segment
from textual.strip import Strip

from companion.services.transfer.imports import import_file
from companion.ui.terminal.output_filter import visible
from companion.ui.widgets.line_list import BETWEEN as SIDE_BY_SIDE
from companion.ui.widgets.line_list import LineList
from companion.ui.widgets.one_line import CUT
from companion.ui.widgets.row import wrap_row
from companion.words import compare as words
from tests.journeys.conftest import SMALL, screen_text
from tests.support.corpora import each_of, rests_on
from tests.support.decision_table import NAME, DecisionTable, made_up_table, table_files, table_in

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.pilot import Pilot

    from companion.services.case.library import CaseLibrary
    from companion.ui.app import CompanionApp

    OpenApp = Callable[..., CompanionApp]

SIZES = [SMALL, (120, 36), (200, 60)]
BAR = "▁▂▃▄▅▆▇█"
FILES = table_files()


def squeezed(text: str) -> str:
    """The signs of a text without the blanks, which a wrapped line has elsewhere."""
    return "".join(visible(text.replace("\t", " ")).split())


def pane_of(app: CompanionApp) -> list[str]:
    """The lines of the pane, without the rule above, the bar at its side and the cursor's mark."""
    pane = app.screen.query_one("#pane").content_region
    lines = screen_text(app).splitlines()[pane.y : pane.bottom]
    return [line.rstrip(BAR)[1:].strip() for line in lines]


async def read_row(pilot: Pilot[None], app: CompanionApp) -> list[str]:
    """Everything one row of the comparison says, read from the top with one key."""
    await pilot.press("home")
    await pilot.pause()
    read = pane_of(app)
    for _ in range(400):
        await pilot.press("down")
        await pilot.pause()
        shown = pane_of(app)
        fresh = _after(read, shown)
        read += fresh
        pane = app.screen.query_one("#pane")
        if not fresh and pane.scroll_y >= pane.max_scroll_y:
            return read
    raise AssertionError(read)


def _after(read: list[str], shown: list[str]) -> list[str]:
    """The lines that were not read yet: those after the longest overlap."""
    for start in range(max(0, len(read) - len(shown)), len(read) + 1):
        if read[start:] == shown[: len(read) - start]:
            return shown[len(read) - start :]
    return shown


def said_by(read: list[str], options: tuple[str, ...]) -> dict[str, str]:
    """What stands under each doctor's name, without the blanks, also side by side."""
    said: dict[str, str] = {}
    whose: list[str] = []
    for line in read:
        columns = [each.strip() for each in line.split(SIDE_BY_SIDE)]
        named = [next((o for o in options if each.startswith(f"{o}, ")), "") for each in columns]
        if any(named):
            whose = [each for each in named if each]
        for name, text in zip(whose, columns, strict=False):
            said[name] = said.get(name, "") + squeezed(text)
    return said


async def every_cell_is_read(
    open_app: OpenApp, library: CaseLibrary, table: DecisionTable, size: tuple[int, int]
) -> None:
    case_id = import_file(library, "table.json", table.as_case()).case_id
    app = open_app(room="compare", case_id=case_id)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        for criterion in table.criteria:
            lines = await read_row(pilot, app)
            said = said_by(lines, table.options)
            assert list(said) == list(table.options)
            for option in table.options:
                text = table.text(option, criterion).strip() or words.NOTHING_HERE_EITHER
                whole = squeezed(text + words.SEEN_NOT_NOTED)
                assert whole in said[option], (option, criterion)
            read = "".join(lines)
            told = "".join(table.text(option, criterion) for option in table.options)
            assert read.count(CUT) <= told.count(CUT)
            await pilot.press("pagedown")
            await pilot.pause()


@pytest.mark.parametrize("size", [(60, 20), *SIZES[:2]])
async def test_every_cell_of_a_made_up_table_is_read_with_two_keys(
    open_app: OpenApp, library: CaseLibrary, size: tuple[int, int]
) -> None:
    await every_cell_is_read(open_app, library, made_up_table(), size)


@pytest.mark.timeout(900)
@pytest.mark.parametrize("file", each_of(NAME, FILES), ids=lambda path: path.stem)
async def test_every_cell_of_a_published_table_is_read_with_two_keys(
    open_app: OpenApp, library: CaseLibrary, file: object
) -> None:
    await every_cell_is_read(open_app, library, table_in(file), SMALL)  # type: ignore[arg-type]


@rests_on(NAME)
def test_there_is_a_published_table_to_try() -> None:
    assert all(len(table_in(file).options) > 1 for file in FILES)


MADE_UP: dict[str, Callable[[], DecisionTable]] = {
    "made up": made_up_table,
    "made up, six options": partial(made_up_table, 6),
}
PUBLISHED = {file.stem: partial(table_in, file) for file in FILES}


def painted_cells(pane: LineList, screen: str) -> list[str]:
    """What the cells of the row at the cursor say, each read down its own column."""
    row = next(row for row in pane.rows if row.key == pane.cursor_key)
    lines = wrap_row(row, pane.scrollable_content_region.width - 1)
    begins = squeezed(f">{lines[0]}")
    assert any(squeezed(line).startswith(begins) for line in screen.splitlines()), (begins, screen)
    said, at = [], 0
    for cell in row.cells:
        parts = (Strip([Segment(line)]).crop(at, at + cell.width).text for line in lines)
        said.append(squeezed("".join(parts)))
        at += cell.width + cell.gap
    return said


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", [*MADE_UP, *each_of(NAME, PUBLISHED)])
async def test_in_the_whole_table_no_cell_is_cut_and_enter_leads_to_it(
    open_app: OpenApp, library: CaseLibrary, name: str, size: tuple[int, int]
) -> None:
    table = (MADE_UP | PUBLISHED)[name]()
    case_id = import_file(library, "table.json", table.as_case()).case_id
    app = open_app(room="compare", case_id=case_id)
    async with app.run_test(size=size) as pilot:
        await pilot.press("t", "home")
        await pilot.pause()
        pane = app.screen.query_one("#pane", LineList)
        for number, criterion in enumerate(table.criteria, 1):
            texts = [table.text(option, criterion) for option in table.options]
            whole = {squeezed(text) or "-" for text in texts}
            seen = set()
            for _ in table.options:
                name_of_row, *said = painted_cells(pane, screen_text(app))
                assert name_of_row == squeezed(criterion)
                seen |= whole & set(said)
                await pilot.press("right")
                await pilot.pause()
            assert seen == whole
            await pilot.press("enter")
            await pilot.pause()
            assert f"{number} of {len(table.criteria)}" in screen_text(app)
            said_here = said_by(pane_of(app), table.options)
            first = squeezed(table.text(table.options[0], criterion))[:40]
            assert first in said_here[table.options[0]]
            await pilot.press("t", *["left"] * len(table.options))
            for _ in range(200 if number < len(table.criteria) else 0):
                before = pane.cursor_key
                await pilot.press("down")
                if pane.cursor_key != before:
                    break
            await pilot.pause()
