"""The rooms around a visit as they look at 80x24 and 60x20, and that colour says nothing alone.

`COMPANION_SNAPSHOTS=1 pytest tests/snapshots` writes them anew; look at what changed before it is
kept.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.journeys.conftest import screen_text
from tests.journeys.prepare_case import keys_to
from tests.shoot import SMALL, THEMES, Shot, in_utc, showing
from tests.snapshots.kept import compare, styles_of

if TYPE_CHECKING:
    from collections.abc import Iterator

FOLDER = Path(__file__).parent / "rooms"
NARROW = (60, 20)
STATES = {
    "records": ("prepare", keys_to("records")),
    "records_to_choose": ("prepare", (*keys_to("records"), "plus", "end")),
    "questions": ("prepare", keys_to("questions")),
    "questions_to_choose": ("prepare", (*keys_to("questions"), "plus")),
    "telling": ("prepare", keys_to("telling")),
    "opening": ("prepare", (*keys_to("opening"), "enter")),
    "opinion": ("prepare", keys_to("opinion")),
    "the_visit_itself": ("prepare", keys_to("visit")),
    "enough": ("prepare", keys_to("enough")),
    "compare_row": ("compare", ("pagedown",)),
    "compare_table": ("compare", ("t",)),
    "compare_behind": ("compare", ("pagedown", "f4")),
    "compare_seen": ("compare", ("down", "f5")),
    "compare_ratings": ("compare", ("f9",)),
    "compare_now": ("compare", ("n",)),
    "compare_steps": ("compare", ("n", "end")),
    "compare_sure": ("compare", ("ctrl+p", *"how sure", "enter")),
    "papers": ("prepare", ("ctrl+p", *"papers", "enter")),
    "paper_doctor": ("prepare", ("f9",)),
    "paper_where": ("prepare", ("f9", "l", "f", "enter")),
    "home": ("home", ()),
    "guide": ("guide", ()),
    "guide_word": ("guide", tuple("inhib")),
    "guide_place": ("guide", (*"soucie", "enter")),
}
"""The room, and the keys that lead there in the made-up case."""


IN_STYLES = ("records", "compare_row", "compare_now", "paper_doctor", "home", "guide_word")
"""States in which colour stands beside marks and words, one or two a room."""


@pytest.fixture(autouse=True)
def utc() -> Iterator[None]:
    with in_utc():
        yield


def shot(name: str, theme: str = "dark") -> Shot:
    """A state as a picture."""
    room, keys = STATES[name]
    return Shot(room, keys, size=SMALL, theme=theme)


@pytest.mark.parametrize("name", STATES)
async def test_the_room_looks_as_it_did(name: str) -> None:
    async with showing(shot(name)) as pilot:
        wide = screen_text(pilot.app)  # type: ignore[arg-type]
        await pilot.resize_terminal(*NARROW)
        await pilot.pause()
        narrow = screen_text(pilot.app)  # type: ignore[arg-type]
    compare(FOLDER / f"{name}.txt", f"{wide}\n\n{narrow}\n")


@pytest.mark.parametrize("name", STATES)
async def test_without_colour_the_same_is_said(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with showing(shot(name)) as pilot:
        shown = screen_text(pilot.app)  # type: ignore[arg-type]
        styles = styles_of(pilot.app).partition("\n\n")[2]
    assert (FOLDER / f"{name}.txt").read_text(encoding="utf-8").startswith(shown)
    assert all(" none on none" in f" {line[3:]}" for line in styles.splitlines())


@pytest.mark.parametrize("name", IN_STYLES)
@pytest.mark.parametrize("theme", THEMES)
async def test_the_colours_are_as_they_were(name: str, theme: str) -> None:
    async with showing(shot(name, theme)) as pilot:
        compare(FOLDER / f"{name}-{theme}.txt", styles_of(pilot.app))


def test_no_snapshot_is_left_over() -> None:
    told = {f"{name}-{theme}" for name in IN_STYLES for theme in THEMES}
    assert {path.stem for path in FOLDER.iterdir()} == {*STATES, *told}
