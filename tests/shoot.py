"""Pictures of the rooms, of made-up people: `python -m tests.shoot` makes them again.

Each is taken from the running program with a clock that stands still, as SVG without any address in
it and as PNG drawn from that SVG with the fonts named below.
"""

from __future__ import annotations

import asyncio
import os
import re
import sys
import time
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from companion.bootstrap import search_indexer
from companion.commands.keymap import read_keymap
from companion.files.memory import MemoryFiles
from companion.services.case.library import CaseLibrary
from companion.services.context import AppContext
from companion.services.example.case import make_example
from companion.services.example.story import StoryClock
from companion.services.settings import SettingsFile
from companion.storage.sync_thread import Syncer
from companion.ui import themes
from companion.ui.app import Companion, CompanionApp, Provided, Start
from companion.words.rooms import NOT_SAVED
from tests.journeys.prepare_case import keys_to
from tests.support.example_in_the_visit import make_example_in_the_visit
from tests.support.guidance import catalogue_at_hand
from tests.support.visit_states import STATES, State

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator

    from textual.pilot import Pilot


FOLDER = Path(__file__).parents[1] / "screenshots"
SIZE = (100, 30)
"""Columns and rows."""
SMALL = (80, 24)
"""The smallest terminal in which all is in view."""
THEMES = {
    "dark": themes.DARK.name,
    "light": themes.LIGHT.name,
    "high-contrast": themes.HIGH_CONTRAST.name,
    "high-contrast-light": themes.HIGH_CONTRAST_LIGHT.name,
}
AFTERWARDS = datetime(2026, 12, 11, 8, 30, tzinfo=UTC)
"""An hour before the call with the present doctor."""
IN_THE_VISIT = datetime(2026, 12, 3, 14, 19, tzinfo=UTC)
"""In the middle of the visit with the other doctor."""
DECISION = "A dose every 3 days until June. Dr Lindqvist agrees: the gene report fits."
"""What the two people of the example write down in the end."""
FONTS = ("DejaVuSansMono.ttf", "DejaVuSansMono-Bold.ttf")
FONT_FOLDERS = (Path("/usr/share/fonts"), Path("/Library/Fonts"), Path("C:/Windows/Fonts"))
FAMILY = "DejaVu Sans Mono"
ADDRESSES = re.compile(r"@font-face \{.*?\}\s*|<!--.*?-->\s*", re.DOTALL)
NO_FONTS = f"The fonts {' and '.join(FONTS)} were not found; no PNG was made.\n"


@dataclass(frozen=True)
class Shot:
    """One picture."""

    room: str
    keys: tuple[str, ...] = ()
    in_the_visit: bool = False
    minutes: int = 0
    """How much later it is once the keys are pressed."""
    size: tuple[int, int] = SIZE
    themes: tuple[str, ...] = ("dark", "light")
    theme: str = ""
    """The one it is taken in."""
    first_start: bool = False
    """Whether there is no case yet."""
    says: str = ""
    """What the room says at last, when a file cannot be written."""


def shot_of(state: State, *, theme: str = "dark", size: tuple[int, int] = SMALL) -> Shot:
    """A state of the Visit room as a picture."""
    every = tuple(THEMES)
    return Shot("visit", state.keys, not state.before, state.minutes, size, every, theme)


SHOTS = {
    "first-start": Shot("home", size=SMALL, first_start=True),
    "new-case": Shot("home", ("1", *"Prevention plan, hemophilia A"), size=SMALL, first_start=True),
    "guide": Shot("guide"),
    "prepare": Shot("prepare", ("down", "down")),
    "prepare-questions": Shot("prepare", keys_to("questions")),
    "prepare-page": Shot("prepare", ("f9",)),
    "visit": Shot("visit", in_the_visit=True),
    "visit-number-card": shot_of(STATES["number_card_both"]),
    "visit-say-it-back": shot_of(STATES["say_it_back"]),
    "visit-last-third": shot_of(STATES["last_third"]),
    "visit-before-you-leave": shot_of(STATES["before_you_leave"]),
    "visit-end": shot_of(STATES["end_of_the_visit"]),
    "visit-what-was-said": shot_of(STATES["what_was_said"]),
    "home": Shot("home"),
    "compare": Shot("compare", ("pagedown",)),
    "compare-table": Shot("compare", ("t",)),
    "compare-options": Shot("compare", ("t", "f6")),
    "compare-next": Shot("compare", ("n",)),
    "compare-decision": Shot("compare", ("n", "end", "enter", *DECISION)),
}
"""By name, in the order of one visit, as the page of pictures tells it; each in its themes."""
PICTURES = {
    f"{name}-{theme}": replace(shot, theme=theme)
    for name, shot in SHOTS.items()
    for theme in shot.themes
}
NAMES = tuple(PICTURES)


@contextmanager
def in_utc() -> Iterator[None]:
    """The laptop stands in UTC, at a terminal of many colors, while a picture is taken."""
    wanted = {"TZ": "UTC", "COLORTERM": "truecolor"}
    before = {name: os.environ.get(name) for name in wanted}
    os.environ |= wanted
    time.tzset()
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value
        time.tzset()


def _library(clock: StoryClock) -> CaseLibrary:
    numbers = count(1)
    context = AppContext(
        home="/example",
        files=MemoryFiles(),
        device="device00",
        clock=clock,
        new_id=lambda: f"id{next(numbers):08}",
        syncer=Syncer(),
        indexer=search_indexer,
        in_memory=True,
    )
    return CaseLibrary(context)


@asynccontextmanager
async def showing(shot: Shot) -> AsyncIterator[Pilot[None]]:
    """The program as the picture shows it."""
    clock = StoryClock(IN_THE_VISIT if shot.in_the_visit else AFTERWARDS)
    library = _library(clock)
    case_id = None
    if not shot.first_start:
        make = make_example_in_the_visit if shot.in_the_visit else make_example
        case_id = make(library, catalogue_at_hand())
    settings = SettingsFile(library.context)
    settings.keep_theme(THEMES[shot.theme])
    start = Start() if shot.room == "home" else Start(shot.room, case_id)
    provided = Provided(library, lambda: library, catalogue_at_hand, read_keymap(""), settings)
    app = CompanionApp(Companion(provided, start))
    async with app.run_test(size=shot.size) as pilot:
        await pilot.pause()
        await pilot.press(*shot.keys)
        if shot.minutes:
            clock.at += timedelta(minutes=shot.minutes)
            app.screen.show_all()  # type: ignore[attr-defined]
        if shot.says:
            app.screen.warn(shot.says)  # type: ignore[attr-defined]
            app.screen.chrome.last.right = NOT_SAVED  # type: ignore[attr-defined]
        await pilot.pause()
        yield pilot
    library.context.syncer.stop()


async def _picture(shot: Shot) -> str:
    async with showing(shot) as pilot:
        return tidy(pilot.app.export_screenshot(title="Companion"))


def tidy(svg: str) -> str:
    """The picture without the addresses of fonts, and with a font most systems have."""
    without = ADDRESSES.sub("", svg)
    named = re.sub("Fira Code|arial", FAMILY, without)
    return "\n".join(line.rstrip() for line in named.splitlines()) + "\n"


def take(name: str) -> str:
    """One picture by its name, as SVG."""
    with in_utc():
        return asyncio.run(_picture(PICTURES[name]))


def fonts() -> list[str] | None:
    """The font files to draw with; None when one is missing."""
    found = [
        next((str(path) for folder in FONT_FOLDERS for path in folder.rglob(name)), None)
        for name in FONTS
    ]
    return [path for path in found if path] if all(found) else None


def as_png(svg: str, font_files: list[str]) -> bytes:
    """The picture drawn with those fonts and no others."""
    from resvg_py import svg_to_bytes  # noqa: PLC0415 - only whoever makes pictures needs it

    return bytes(
        svg_to_bytes(
            svg_string=svg,
            skip_system_fonts=True,
            font_files=font_files,
            font_family=FAMILY,
            monospace_family=FAMILY,
        )
    )


def main() -> None:
    """Make every picture again."""
    FOLDER.mkdir(exist_ok=True)
    for path in FOLDER.iterdir():
        if path.suffix in {".svg", ".png"} and path.stem not in PICTURES:
            path.unlink()
    font_files = fonts()
    for name in NAMES:
        svg = take(name)
        (FOLDER / f"{name}.svg").write_text(svg, encoding="utf-8")
        if font_files is not None:
            (FOLDER / f"{name}.png").write_bytes(as_png(svg, font_files))
    if font_files is None:
        sys.stderr.write(NO_FONTS)


if __name__ == "__main__":
    main()
