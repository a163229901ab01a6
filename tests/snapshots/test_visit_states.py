"""Every state of the Visit room as it looks at 80x24 and at 60x20, and in what styles.

`COMPANION_SNAPSHOTS=1 pytest tests/snapshots` writes them anew; look at what changed before it is
kept.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from companion.ui import themes
from tests.journeys.conftest import screen_text
from tests.shoot import THEMES, in_utc, shot_of, showing
from tests.snapshots.kept import compare, styles_of
from tests.support.visit_states import STATES

if TYPE_CHECKING:
    from collections.abc import Iterator

FOLDER = Path(__file__).parent / "visit"
NARROW = (60, 20)
IN_STYLES = ("last_third", "number_card", "end_of_the_visit")
"""States in which colour stands beside marks and words."""


@pytest.fixture(autouse=True)
def utc() -> Iterator[None]:
    with in_utc():
        yield


def kept(name: str) -> Path:
    """Where a state is kept."""
    return FOLDER / f"{name}.txt"


@pytest.mark.parametrize("name", STATES)
async def test_the_room_looks_as_it_did(name: str) -> None:
    async with showing(shot_of(STATES[name])) as pilot:
        wide = screen_text(pilot.app)  # type: ignore[arg-type]
        await pilot.resize_terminal(*NARROW)
        await pilot.pause()
        narrow = screen_text(pilot.app)  # type: ignore[arg-type]
    compare(kept(name), f"{wide}\n\n{narrow}\n")


@pytest.mark.parametrize("name", IN_STYLES)
@pytest.mark.parametrize("theme", THEMES)
async def test_the_colours_are_as_they_were(name: str, theme: str) -> None:
    async with showing(shot_of(STATES[name], theme=theme)) as pilot:
        compare(kept(f"{name}-{theme}"), styles_of(pilot.app))


@pytest.mark.parametrize("name", STATES)
async def test_without_colour_the_same_is_said(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with showing(shot_of(STATES[name])) as pilot:
        shown = screen_text(pilot.app)  # type: ignore[arg-type]
        styles = styles_of(pilot.app).partition("\n\n")[2]
    assert kept(name).read_text(encoding="utf-8").startswith(shown)
    assert all(" none on none" in f" {line[3:]}" for line in styles.splitlines())


def test_no_snapshot_is_left_over() -> None:
    told = {f"{name}-{theme}" for name in IN_STYLES for theme in THEMES}
    assert {path.stem for path in FOLDER.iterdir()} == {*STATES, *told}
    assert set(THEMES.values()) == set(themes.NAMES)
