"""What was written is in files of the data folder that only its owner reads, and nowhere else."""

from __future__ import annotations

import os
import signal
import sys
from typing import TYPE_CHECKING, Final

import pytest

from tests.support.first_case import begun
from tests.terminal.product.desk import CTRL_P, CTRL_Q, DOWN, F2, F3, F8, F9, F12, LONG, Desk
from tests.terminal.product.walks import READY, enter, named
from tests.terminal.surface.test_leaks import HARMFUL

if TYPE_CHECKING:
    from pathlib import Path

    from tests.terminal.screen import Terminal

CANARY: Final = "canary-4711"
MISTAKEN: Final = (sys.executable, "-m", "tests.terminal.product.mistaken")
NOT_KEPT: Final = {"search", "palette", "practice"}
"""Fields that only look for something, or are said to keep nothing."""
FIELDS: Final = {
    ("home", "new case"): ("n",),
    ("home", "search"): ("/",),
    ("home", "palette"): (CTRL_P,),
    ("home", "practice"): named("Practice the keys"),
    ("prepare", "goal"): (DOWN, DOWN, "\r", "\r"),
    ("prepare", "reason"): (DOWN, "\r", F8),
    ("prepare", "question"): (*(DOWN,) * 5, "\r", F8),
    ("prepare", "record"): (*(DOWN,) * 4, "\r", F8),
    ("visit", "line"): ("x",),
    ("visit", "new question"): (F8,),
    ("visit", "before you leave"): (F9,),
    ("visit", "number card"): ("# 2 in 100\r", *named("Number card")),
    ("visit", "said back"): ("50 mg\r", F3),
    ("visit", "hidden screen"): (F12,),
    ("compare", "cell"): (F2,),
    ("compare", "row"): (F8,),
    ("compare", "leaning"): named("leaning"),
    ("compare", "decided"): named("what we decided"),
    ("compare", "step"): ("n", "+"),
    ("guide", "search"): ("/",),
}
"""Every field one can type in, and the keys that lead there."""
ENDS: Final = {"quit": 0, "told to end": 143, "killed": -signal.SIGKILL, "failed": 1}
FIRST: Final = {"line", "goal", "cell", "new case", "new question", "before you leave"}
"""The fields that are tried every time."""
USUAL: Final = {"visit": list(ENDS), "home": ["quit"], "prepare": ["quit", "killed"]}
"""The ends that are tried in each room; with COMPANION_LONG=1 all of them, in every field."""


def end(terminal: Terminal, how: str) -> int:
    """End it in one of the ways; its exit code."""
    if how == "quit":
        terminal.send(CTRL_Q)
    elif how == "failed":
        terminal.send("\x13")
    else:
        terminal.kill(signal.SIGTERM if how == "told to end" else signal.SIGKILL)
    return terminal.wait_for_end()


def desk_with_a_visit(tmp_path: Path) -> tuple[Desk, str]:
    """A case with a visit that has a note."""
    desk = Desk(tmp_path)
    case, *_ = begun(
        desk.data,
        (("new", "--title", "Left knee"), ""),
        (("plan", "1", "--with", "Dr Okafor", "--at", "2026-11-20T14:00"), ""),
        (("note", "1"), "a note\n"),
    )
    return desk, case


def tries() -> list[tuple[str, str, str]]:
    """Room, field and end of each try."""
    every = [
        (room, field, how)
        for room, field in FIELDS
        for how in ENDS
        if (room, how) != ("home", "failed")  # its fields stand on cards, which fail in no room
    ]
    return [
        (room, field, how)
        for room, field, how in every
        if LONG or (how in USUAL.get(room, ["quit"]) and field in FIRST)
    ]


@pytest.mark.parametrize(("room", "field", "how"), tries())
def test_words_typed_in_a_field_are_kept_in_the_data_folder_only(
    tmp_path: Path, room: str, field: str, how: str
) -> None:
    desk, case = desk_with_a_visit(tmp_path)
    program = {"program": MISTAKEN} if how == "failed" else {}
    with enter(desk, case, room, **program) as terminal:
        for key in FIELDS[room, field]:
            terminal.send(key)
            terminal.settle(0.05)
        terminal.send(CANARY)
        terminal.wait_for(lambda: CANARY in terminal.text or field == "hidden screen")
        terminal.settle(0.05)
        code = end(terminal, how)
        if how == "failed" and code != 1:
            pytest.skip("asking whether all is saved does not reach the room from here")
        assert code == ENDS[how]
        assert CANARY not in terminal.after_the_end or how == "killed"
        assert how == "killed" or terminal.left_on == set()
    reports = [path for path in desk.data.iterdir() if path.name.startswith("crash")]
    assert bool(reports) == (how == "failed")
    kept = desk.holding(CANARY)
    assert bool(kept) == (field not in NOT_KEPT)
    assert {mode for _, mode in kept} <= {"0o600"}
    assert all(path.startswith(("data/cases/", "data/derived/")) for path, _ in kept)
    assert desk.lying_about() == []


@pytest.mark.parametrize("kind", HARMFUL)
def test_no_variable_makes_a_room_leave_words_behind(tmp_path: Path, kind: str) -> None:
    desk, case = desk_with_a_visit(tmp_path)
    before = os.umask(0)
    try:
        terminal = enter(desk, case, "visit", env=HARMFUL[kind])
    finally:
        os.umask(before)
    with terminal:
        terminal.send(f"{CANARY}\r")
        terminal.wait_for(CANARY)
        terminal.settle()
        assert end(terminal, "quit") == 0
        assert CANARY not in terminal.after_the_end
    assert desk.lying_about() == []
    assert {mode for _, mode in desk.holding(CANARY)} == {"0o600"}
    everything = [desk.data, *desk.data.rglob("*")]
    assert {path.stat().st_mode & 0o077 for path in everything} == {0}


def test_an_example_to_look_around_in_leaves_nothing(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    with desk.start() as terminal:
        terminal.wait_for(READY["home"])
        terminal.send("4")
        terminal.wait_for("Getting ready")
        terminal.send(CTRL_Q)
        assert terminal.wait_for_end() == 0
        assert "That was the example" in terminal.after_the_end
    assert not (desk.data / "cases").exists()
    assert desk.lying_about() == []
