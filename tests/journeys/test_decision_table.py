"""Published tables of options in the Compare room: every cell whole, whatever is cut says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from companion.services.importing import import_file
from companion.ui.terminal.guard import visible
from companion.ui.widgets.one_line import CUT
from tests.decision_table import DecisionTable, made_up_table, table_files, table_in
from tests.journeys.conftest import SMALL, screen_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.pilot import Pilot

    from companion.services.shelf import Shelf
    from companion.ui.app import CompanionApp

    OpenApp = Callable[..., CompanionApp]

SIZES = [SMALL, (120, 36), (200, 60)]
FRAME = "│▁▂▃▄▅▆▇█"
FILES = table_files()


def squeezed(text: str) -> str:
    """The signs of a text without the blanks, which a wrapped line has elsewhere."""
    return "".join(visible(text.replace("\t", " ")).split())


def pane_of(app: CompanionApp) -> list[str]:
    """The lines of the pane, without its frame, the bar at its side and the cursor's mark."""
    lines = screen_text(app).splitlines()
    begins = next(n for n, line in enumerate(lines) if line.startswith("╭"))
    ends = next(n for n, line in enumerate(lines) if line.startswith("╰"))
    return [line.strip(FRAME).lstrip(" >").rstrip() for line in lines[begins + 1 : ends]]


async def read_row(pilot: Pilot[None], app: CompanionApp) -> str:
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
            return squeezed("\n".join(read))
    raise AssertionError(read)


def _after(read: list[str], shown: list[str]) -> list[str]:
    """The lines that were not read yet: those after the longest overlap."""
    for start in range(max(0, len(read) - len(shown)), len(read) + 1):
        if read[start:] == shown[: len(read) - start]:
            return shown[len(read) - start :]
    return shown


async def every_cell_is_read(
    open_app: OpenApp, shelf: Shelf, table: DecisionTable, size: tuple[int, int]
) -> None:
    case_id = import_file(shelf, "table.json", table.as_case()).case_id
    app = open_app(room="compare", case_id=case_id)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        for criterion in table.criteria:
            read = await read_row(pilot, app)
            for option in table.options:
                assert squeezed(table.text(option, criterion)) in read, (option, criterion)
            told = "".join(table.text(option, criterion) for option in table.options)
            assert read.count(CUT) <= told.count(CUT)
            await pilot.press("pagedown")
            await pilot.pause()


@pytest.mark.parametrize("size", [(60, 20), *SIZES[:2]])
async def test_every_cell_of_a_made_up_table_is_read_with_two_keys(
    open_app: OpenApp, shelf: Shelf, size: tuple[int, int]
) -> None:
    await every_cell_is_read(open_app, shelf, made_up_table(), size)


@pytest.mark.timeout(900)
@pytest.mark.parametrize("file", FILES, ids=lambda path: path.stem)
async def test_every_cell_of_a_published_table_is_read_with_two_keys(
    open_app: OpenApp, shelf: Shelf, file: object
) -> None:
    await every_cell_is_read(open_app, shelf, table_in(file), SMALL)  # type: ignore[arg-type]


def test_there_is_a_published_table_to_try() -> None:
    if not FILES:
        pytest.skip("the corpus decision-tables is not here")
    assert all(len(table_in(file).options) > 1 for file in FILES)


@pytest.mark.parametrize("size", SIZES)
async def test_in_the_whole_table_what_is_cut_says_so_and_enter_leads_to_all_of_it(
    open_app: OpenApp, shelf: Shelf, size: tuple[int, int]
) -> None:
    table = made_up_table()
    case_id = import_file(shelf, "table.json", table.as_case()).case_id
    app = open_app(room="compare", case_id=case_id)
    async with app.run_test(size=size) as pilot:
        await pilot.press("t")
        await pilot.pause()
        effort = next(line for line in pane_of(app) if line.startswith("Effort"))
        wide = size[0] >= 100
        assert (CUT in effort) == wide
        await pilot.press("home", "down", "enter")
        await pilot.pause()
        assert "Effort   2 of " in screen_text(app)
        read = await read_row(pilot, app)
        assert squeezed(table.text(table.options[0], "Effort")) in read
