"""In a narrow window words stay whole: columns stand below each other instead."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from rich.cells import cell_len

from companion.ui.widgets.line_list import MARKER, LineList
from companion.ui.widgets.row import Row, wrap_row
from tests.journeys.compare_case import make_compared

if TYPE_CHECKING:
    from collections.abc import Callable

    from companion.services.case.library import CaseLibrary
    from companion.ui.app import CompanionApp

ROOMS = {
    "home": ("", "n", "f1", "ctrl+p"),
    "prepare": (
        "",
        "enter",
        "down down down down enter",
        "down down down down down enter",
        "f1",
        "f1 end",
    ),
    "compare": ("", "t", "n", "n end", "f9", "f5", "f1"),
    "guide": ("", "enter", "f1"),
    "visit": ("", "a enter", "f1", "f9", "a enter f1 3", "a enter f3", "a enter f1 4", "f1 9"),
}
LONGEST = 13
"""Letters of a word that has to stand whole; longer ones may be broken."""


@pytest.fixture
def case_id(library: CaseLibrary, make_case: Callable[..., str]) -> str:
    return make_compared(library, make_case())


def broken_words(lines: LineList) -> list[str]:
    """Words that are broken between two lines of a row, though they are short.

    An address that is wider than the list is broken wherever its line ends.
    """
    width = lines.scrollable_content_region.width - len(MARKER)
    found = []
    for row in lines.rows:
        room = width - cell_len(row.lead)
        said = f"{row.text} {row.tail} {row.under}".split()
        text = " ".join(word for word in said if cell_len(word) <= room)
        broken = " ".join(word for word in said if cell_len(word) > room)
        whole = set(re.findall(r"\w+", f"{row.lead} {text} {row.right}"))
        shown = re.findall(r"\w+", "\n".join(wrap_row(row, width)))
        found += [word for word in shown if word not in whole and word not in broken]
    return found


@pytest.mark.promise("keys.narrow-words")
@pytest.mark.parametrize("width", [*range(40, 61, 4), 72])
@pytest.mark.parametrize("room", ROOMS)
async def test_no_word_is_broken_where_it_would_fit(
    room: str, width: int, open_app: Callable[..., CompanionApp], case_id: str
) -> None:
    for keys in ROOMS[room]:
        app = open_app(room=room, case_id=None if room == "home" else case_id)
        async with app.run_test(size=(width, 24)) as pilot:
            await pilot.press(*keys.split())
            await pilot.pause()
            lists = [each for each in app.screen.query(LineList) if each.size.width]
            assert lists
            assert min(each.size.width for each in lists) >= LONGEST, keys
            broken = [word for each in lists for word in broken_words(each)]
            assert broken == [], (keys, broken)


@pytest.mark.promise("keys.narrow-words")
@pytest.mark.parametrize("width", [16, 24, 30, 40, 44, 60])
@pytest.mark.parametrize("lead", ["", " [x] ", " Say it back             F3, Ctrl+X ", "x" * 50])
@pytest.mark.parametrize("right", ["", "1", "Alva · done Fri 27 Nov", "a right end " * 6])
def test_a_row_of_any_shape_is_as_wide_as_its_list_and_loses_no_word(
    width: int, lead: str, right: str
) -> None:
    text = "Call Dr Lindqvist's office for a talk of ten minutes"
    lines = wrap_row(Row("key", text, lead=lead, right=right), width)
    assert max(map(len, lines)) <= width
    joined = " ".join(lines)
    assert [word for word in text.split() if word not in joined] == []
    assert [word for word in right.split() if word not in joined] == []
