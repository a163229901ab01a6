"""Killed while a card's line is being typed: one Enter leads back to the same line of it."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from tests.terminal.product.desk import CTRL_P, F3, F8, F9, Desk
from tests.terminal.visit.typed import kill

if TYPE_CHECKING:
    from pathlib import Path

    from tests.terminal.screen import Terminal

HALF, ANSWER = "half of a note", "half of an answer"


@dataclass(frozen=True)
class Way:
    """How one comes to the line of a card."""

    opens: str
    """Keys that open the card."""
    shows: str
    """What stands on the screen then."""
    goes_on: str = ""
    """Keys that lead on to the line."""
    half: str = HALF
    """What stands half-written in the room."""


CARDS = {
    "a new question": Way(F8, "New question 1"),
    "say it back": Way(F3, "Let me check"),
    "before you leave": Way(F9, "5 things to ask", "\t\t"),
    "a number card": Way(f"{CTRL_P}Number card\r", "How many?", "\t\t\t"),
    "while it is fresh": Way(f"{CTRL_P}End the visit\r", "Write it down while", "1", half=""),
}


def label(terminal: Terminal) -> str:
    """What stands above the line one types in."""
    rows = pairwise(terminal.lines)
    return next((above for above, row in rows if row.startswith(" > ")), "")


@pytest.mark.parametrize("way", CARDS.values(), ids=CARDS)
def test_one_enter_leads_back_to_the_line_of_the_card(tmp_path: Path, way: Way) -> None:
    desk = Desk(tmp_path)
    case = desk.case()
    with desk.visit(case) as terminal:
        terminal.send("# 2 in 100\r")
        terminal.wait_for(lambda: " > # 2" not in terminal.text)
        terminal.send(way.half)
        terminal.wait_for(f" > {way.half}")
        terminal.send(way.opens)
        terminal.wait_for(way.shows)
        terminal.send(way.goes_on)
        terminal.send(ANSWER)
        terminal.wait_for(f" > {ANSWER}")
        # What stands above the line is painted after it; until then it is the note's.
        terminal.wait_for(lambda: label(terminal) and not label(terminal).startswith(" 0 "))
        terminal.settle()
        asked = label(terminal)
        kill(terminal)
    with desk.start() as terminal:
        terminal.wait_for("Enter go back")
        terminal.send("\r")
        terminal.wait_for(f" > {ANSWER}")
        terminal.wait_for(lambda: label(terminal) == asked)
        terminal.send("\x1b")
        terminal.wait_for(f" > {way.half or 'Just type.'}")
        kill(terminal)
    assert desk.notes(case) == ["2 in 100"]
    assert desk.lines(case) == [way.half]
