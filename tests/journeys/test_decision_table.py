"""Published tables of options in the Compare room: every cell whole, whatever is cut says so."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING

import pytest

from companion.services.transfer.imports import import_file
from companion.ui.compare.table_view import WIDE
from companion.ui.terminal.output_filter import visible
from companion.ui.widgets.one_line import CUT
from companion.words import compare as words
from companion.words.rooms import BETWEEN
from tests.journeys.conftest import SMALL, screen_text
from tests.support.corpora import each_of, rests_on
from tests.support.decision_table import NAME, DecisionTable, made_up_table, table_files, table_in

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.pilot import Pilot

    from companion.services.case.library import CaseLibrary
    from companion.ui.app import CompanionApp

    OpenApp = Callable[..., CompanionApp]

NOT_LOOKED_AT = words.NOT_LOOKED_AT
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
    """What stands under each doctor's name, without the blanks."""
    said: dict[str, str] = {}
    whose = ""
    for line in read:
        whose = next((each for each in options if line.startswith(f"{each}, ")), whose)
        if whose:
            said[whose] = said.get(whose, "") + squeezed(line)
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
BETWEEN_CELLS = re.compile(rf" {{2,}}(?!{CUT})")
"""Before the mark of a cut half of a wide sign may be left."""


def in_one_line(text: str) -> str:
    """A text as a cell of the whole table has it: its lines told apart by a dot."""
    return BETWEEN.join(line.strip() for line in text.splitlines() if line.strip())


def whole_or_cut(shown: str, text: str) -> bool:
    """Whether a text is shown to its end, or ends in the mark of a cut."""
    if shown.endswith(CUT):
        return squeezed(text).startswith(squeezed(shown.removesuffix(CUT)))
    return squeezed(shown) == squeezed(text)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", [*MADE_UP, *each_of(NAME, PUBLISHED)])
async def test_in_the_whole_table_what_is_cut_says_so_and_enter_leads_to_all_of_it(
    open_app: OpenApp, library: CaseLibrary, name: str, size: tuple[int, int]
) -> None:
    table = (MADE_UP | PUBLISHED)[name]()
    case_id = import_file(library, "table.json", table.as_case()).case_id
    app = open_app(room="compare", case_id=case_id)
    cut = 0
    async with app.run_test(size=size) as pilot:
        await pilot.press("t", "home")
        await pilot.pause()
        for number, criterion in enumerate(table.criteria, 1):
            here = next(line for line in screen_text(app).splitlines() if line.startswith(">"))
            parts = [
                part.strip() for part in BETWEEN_CELLS.split(here[1:].rstrip(BAR)) if part.strip()
            ]
            assert whole_or_cut(parts[0], criterion)
            texts = [in_one_line(table.text(option, criterion)) for option in table.options]
            for part in parts[1:]:
                assert any(whole_or_cut(part, text) for text in (*texts, NOT_LOOKED_AT, "-")), part
            cut += sum(part.endswith(CUT) for part in parts[1:])
            await pilot.press("enter")
            await pilot.pause()
            assert f"{number} of {len(table.criteria)}" in screen_text(app)
            said = said_by(pane_of(app), table.options)
            assert squeezed(table.text(table.options[0], criterion))[:40] in said[table.options[0]]
            await pilot.press("t", "down")
            await pilot.pause()
    assert (cut > 0) == (size[0] >= WIDE)
