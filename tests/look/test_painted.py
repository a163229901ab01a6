"""Every state can be read in every color, has one cursor, and cuts nothing that has room elsewhere.

`COMPANION_LONG=1` looks at all states in all sizes; without it, at the chosen ones in two.
"""

from __future__ import annotations

import os
import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

import pytest

from tests.contracts.test_contrast import BORDER, BORDERS, least, ratio
from tests.look.painted import (
    bars_of,
    color_of,
    cuts_of,
    illegible,
    lines_of,
    markers_of,
    pieces_of,
    terminal_cursor,
)
from tests.look.showing import COLORS, dress
from tests.look.states import CHOSEN, SIZES, STATES
from tests.shoot import SMALL, in_utc, showing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.app import App
    from textual.color import Color

    from tests.look.painted import Piece
    from tests.shoot import Shot

LONG: Final = bool(os.environ.get("COMPANION_LONG"))
LOOKED_AT: Final = tuple(STATES) if LONG else CHOSEN
OTHER_SIZES: Final = tuple(size for size in SIZES if size != SMALL) if LONG else ((60, 20),)
SIGNS: Final = re.compile(
    r"[\[(][x~/>-][\])]|^[x ]+$|arrived|[Aa]nswered|same|more exact|^\d+ notes?$|saved|ready|yes"
)
"""What stands in a color without being bold: a sign, or the word that says it. How many notes there
are stands below the word in a cell of the table."""
WHOLE_ELSEWHERE: Final = {
    "the title in the top line; it is whole in Home, and what is left to do stands beside it": (
        re.compile(r"^(Prepare|Compare|Visit|End of the visit|Search|Papers|[\w. ]+) · .*…")
    ),
    "a question in the list of a visit; it is whole over the line once keys have gone there": (
        re.compile(r"^>? ?\[.\] +\d+\*? ")
    ),
    "the question over the line one writes in; it is whole in the list": (
        re.compile(r"^\d+  .*…  .*(writing|added)|^\d+  .*…")
    ),
    "what a field is for, in the field itself; F1 says it": re.compile(r"▌.*…"),
}
"""Why a line may be cut, and how such a line begins. Wide enough for its words it is whole."""
NARROW: Final = 60
"""Columns below which the top line, titles in rules and what stands over a field give way."""
ONE_LINE_OVER: Final = ("home_rooms",)
"""Questions of one line that lie over a room; what is behind them stays as it is."""
ALLOWED_CUTS: Final = {
    "visit_which_question": "type its number",
    "prepare_time": "What your doctor says:",
    "compare_own_words": "Locked. What you add here",
    "compare_add": "Your own topic:",
    "compare_option_written": "A dose every 3 days: What",
}
"""Lines of single states: what the rule over the line asks stands in the last line as well; what is
kept in view below a part is whole in it; below 60 columns a field's name and a long sentence in a
box may be cut."""


@pytest.fixture(autouse=True)
def utc() -> Iterator[None]:
    with in_utc():
        yield


def shot(name: str) -> Shot:
    return replace(STATES[name], theme="dark", size=SMALL)


def gives_way(line: str, app: App[Any]) -> bool:
    """Whether a line goes on with words that a wider window shows: a top line, a title, a label."""
    return app.size.width < NARROW and (line == cuts_of(app)[0] or "─" in line)


def cut_without_need(name: str, app: App[Any]) -> list[str]:
    allowed = ALLOWED_CUTS.get(name)
    return [
        line
        for line in cuts_of(app)
        if not any(reason.search(line) for reason in WHOLE_ELSEWHERE.values())
        and not (allowed and allowed in line)
        and not gives_way(line, app)
    ]


def wrong_with_the_cursor(name: str, app: App[Any]) -> list[str]:
    bars, markers, place = bars_of(app), markers_of(app), terminal_cursor(app)
    if name in ONE_LINE_OVER:
        return []
    wrong = []
    if place is None or not app.screen.region.contains(*place):
        wrong.append(f"the terminal's own cursor has no place: {place}")
    elif bars and not any(place.x in columns and place.y in rows for columns, rows in bars):
        wrong.append(f"the terminal's own cursor is at {place}, the bar at {bars}")
    if len(bars) > 1:
        wrong.append(f"several bars: {bars}")
    for columns, rows in bars:
        if (columns.start, rows.start) not in markers:
            wrong.append(f"no > before the bar at {columns}, {rows}")
    pair = 2 if name.startswith("visit_") else 1
    if len(markers) > pair:
        wrong.append(f"several >: {markers}")
    return wrong


def faint_bars(app: App[Any]) -> list[str]:
    bar, ground = color_of(app, "block-cursor-background"), color_of(app, "background")
    measured = ratio(bar, ground)
    return [] if measured >= least(app.current_theme, BORDER) else [f"bar {measured:.1f}"]


def quoted(pieces: list[Piece], accent: Color) -> set[Piece]:
    """Pieces that can be said aloud: quotation marks stand around them, on one line or several."""
    within, found = False, set()
    for piece in pieces:
        text = piece.text.strip()
        if piece.ink is None or piece.ink.rgb != accent.rgb or piece.bold or not text:
            continue
        within = within or text.startswith('"')
        if within:
            found.add(piece)
        if text.endswith('"'):
            within = False
    return found


def colored_without_a_sign(app: App[Any]) -> list[str]:
    """Pieces that only their color tells from other words."""
    plain = {color_of(app, name).rgb for name in ("foreground", "text-muted")}
    bar = color_of(app, "block-cursor-background").rgb
    pieces = pieces_of(app)
    said = quoted(pieces, color_of(app, "accent"))
    return [
        piece.text.strip()
        for piece in pieces
        if len(piece.text.strip()) > 1
        and not (piece.bold or piece.reverse)
        and piece.ink is not None
        and piece.ground is not None
        and piece.ink.rgb not in plain
        and piece.ground.rgb != bar
        and piece not in said
        and not BORDERS.match(piece.text)
        and not SIGNS.search(piece.text.strip())
    ]


@pytest.mark.parametrize("name", LOOKED_AT)
async def test_a_state_can_be_read_and_shows_where_one_is(name: str) -> None:
    wrong: list[str] = []
    async with showing(shot(name)) as pilot:
        app = pilot.app
        said = lines_of(pieces_of(app))
        for colors in COLORS[:-1]:
            await dress(pilot, colors)
            wrong += [f"{colors}: {each}" for each in (*illegible(app), *faint_bars(app))]
            assert lines_of(pieces_of(app)) == said, colors
        await dress(pilot, "dark")
        wrong += colored_without_a_sign(app)
        for size in (SMALL, *OTHER_SIZES):
            if size != SMALL:
                await pilot.resize_terminal(*size)
                await pilot.pause()
            found = (*wrong_with_the_cursor(name, app), *cut_without_need(name, app))
            wrong += [f"{size[0]}x{size[1]}: {each}" for each in found]
    assert wrong == []


@pytest.mark.parametrize("name", LOOKED_AT)
async def test_without_color_the_same_is_said(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    async with showing(shot(name)) as pilot:
        said, bars = lines_of(pieces_of(pilot.app)), bars_of(pilot.app)
    monkeypatch.setenv("NO_COLOR", "1")
    async with showing(shot(name)) as pilot:
        pieces = pieces_of(pilot.app)
    assert lines_of(pieces) == said
    assert {(piece.ink, piece.ground) for piece in pieces} == {(None, None)}
    for columns, rows in bars:
        assert all(
            piece.reverse
            for piece in pieces
            if piece.y in rows and columns.start <= piece.x < columns.stop
        )
