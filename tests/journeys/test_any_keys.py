"""Whatever keys are pressed, in whatever order: no room ends, and what is kept can be read."""

from __future__ import annotations

import json
import os
import random
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import jsonschema
import pytest
from textual import events
from textual.keys import _character_to_key

from companion.exchange.json.model import export_schema
from companion.exchange.papers.catalogue import ExportRequest
from companion.services.example.case import make_example
from companion.services.transfer.exports import export
from tests.journeys.conftest import SMALL

if TYPE_CHECKING:
    from collections.abc import Callable

    from companion.packs.catalogue import Catalogue
    from companion.services.case.library import CaseLibrary
    from companion.ui.app import CompanionApp
    from tests.journeys.conftest import StandingClock

LONG = os.environ.get("COMPANION_LONG") == "1"
SEEDS = range(100 if LONG else 6)
KEYS = 300
NOW = datetime(2026, 12, 11, 8, 30, tzinfo=UTC)
ROOMS = ("home", "prepare", "visit", "compare", "guide")
NAMED = (
    *("enter", "escape", "tab", "shift+tab", "up", "down", "left", "right", "pageup", "pagedown"),
    *("home", "end", "space", "backspace", "delete", "ctrl+z", "ctrl+y", "ctrl+s", "ctrl+t"),
    *(f"f{number}" for number in range(1, 13)),
    *("ctrl+n", "ctrl+r", "ctrl+d", "ctrl+l", "ctrl+f", "ctrl+up", "ctrl+down", "ctrl+p", "ctrl+g"),
)
"""Keys with a name; `ctrl+q` ends the program and is left out."""
WIDTHS, HEIGHTS = (10, 25, 40, 60, 80, 100, 140), (3, 6, 12, 20, 24, 50)
"""The window changes its size now and then."""
PASTES = ("a\nb\nc\nd\ne\nf", "x" * 3000, "\u202e\u200b=1+1", "[red]", "\n\n", "# 5 in 100\n- a")
"""And something is pasted."""
LETTERS = 'abcdefghijklmnopqrstuvwxyz0123456789*+/?!"#=~ .'


def any_key(chance: random.Random) -> str:
    """Mostly keys that do something; Enter more often than others."""
    kind = chance.random()
    if kind < 0.2:
        return "enter"
    return chance.choice(NAMED) if kind < 0.65 else chance.choice(LETTERS)


def event_of(key: str) -> events.Key:
    """The key as the terminal sends it; signs have names, and bindings are found by those."""
    if key == "space":
        return events.Key("space", " ")
    return events.Key(_character_to_key(key), key) if len(key) == 1 else events.Key(key, None)


@pytest.mark.parametrize("seed", SEEDS)
async def test_no_keys_end_a_room_or_spoil_what_is_kept(
    seed: int,
    library: CaseLibrary,
    clock: StandingClock,
    packs: Catalogue,
    open_app: Callable[..., CompanionApp],
) -> None:
    clock.at = NOW
    case_id = make_example(library, packs)
    chance = random.Random(seed)  # noqa: S311 - to be repeated, not to be secret
    app = open_app(room=ROOMS[seed % len(ROOMS)], case_id=case_id)
    pressed: list[str] = []
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        # Some ways lead to *close*, which is in every list of what can be done.
        while len(pressed) < KEYS and app.is_running:
            for _ in range(chance.randint(1, 6)):
                pressed.append(any_key(chance))
                app.post_message(event_of(pressed[-1]))
            await pilot.pause()
            if chance.random() < 0.1:
                await pilot.resize_terminal(chance.choice(WIDTHS), chance.choice(HEIGHTS))
            if chance.random() < 0.1:
                app.post_message(events.Paste(chance.choice(PASTES)))
            clock.forward(seconds=chance.randint(0, 60))
        while app.is_running and not app.screen.is_mounted:
            await pilot.pause()
    assert app.return_code in (None, 0), pressed
    schema = json.loads(export_schema())
    for each in library.case_ids():
        written = json.loads(
            export(library.open_readonly(each).case, ExportRequest(format="json")).data
        )
        jsonschema.validate(written, schema)
        for form in ("markdown", "html", "text", "csv", "ics"):
            export(library.open_readonly(each).case, ExportRequest(format=form))


BURSTS = {
    "prepare": ("f1", "down", "down", "enter", "enter", "enter"),
    "visit": ("f12", "f12", "f12", "f12", "h"),
    "compare": ("ctrl+p", "escape", "ctrl+p", "p", "a", "p", "enter", "enter", "enter"),
    "guide": (*"zzzz", "enter", "enter", "tab", "enter", "pagedown", "f1", "escape"),
    "home": ("/", *"factor", "enter", "enter", "pagedown", "f1", "enter", "enter"),
}
"""Keys that come faster than what they open, as they do from a key that is held down."""


@pytest.mark.parametrize("room", BURSTS)
async def test_keys_that_come_faster_than_what_they_open_end_nothing(
    room: str,
    library: CaseLibrary,
    clock: StandingClock,
    packs: Catalogue,
    open_app: Callable[..., CompanionApp],
) -> None:
    clock.at = NOW
    app = open_app(room=room, case_id=make_example(library, packs))
    async with app.run_test(size=SMALL) as pilot:
        for key in BURSTS[room]:
            app.post_message(event_of(key))
        for _ in range(3):
            await pilot.pause()
        assert app.is_running
