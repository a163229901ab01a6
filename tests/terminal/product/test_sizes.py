"""Small and large windows, storms of sizes and keys, long pastes."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING, Final

import pytest

from tests.terminal.product.desk import (
    CTRL_Q,
    DOWN,
    F1,
    F2,
    F3,
    F4,
    F5,
    F6,
    F7,
    F8,
    F9,
    F10,
    F11,
    F12,
    LONG,
    UP,
    Desk,
)
from tests.terminal.product.hostile import hostile_case
from tests.terminal.product.walks import WALKS, enter, walk

if TYPE_CHECKING:
    from pathlib import Path

SIZES: Final = [(20, 60), (12, 40), (60, 200)]
FUNCTION_KEYS: Final = (F1, F2, F3, F4, F5, F6, F7, F8, F9, F10, F11, F12)


@pytest.mark.skipif(not LONG, reason="takes minutes; COMPANION_LONG=1 runs it")
@pytest.mark.parametrize("room", WALKS)
def test_a_way_through_a_room_in_every_size_of_window(tmp_path: Path, room: str) -> None:
    desk = Desk(tmp_path)
    (tmp_path / "case.json").write_text(hostile_case(), "utf-8")
    case = desk.out("import", str(tmp_path / "case.json"))
    words = () if room == "home" else ("open", case, "--room", room)
    with desk.start(*words, rows=24, columns=80) as terminal:
        terminal.wait_for(lambda: terminal.lines[-1])
        for rows, columns in SIZES:
            terminal.resize(rows, columns)
            terminal.settle(0.05)
            walk(terminal, room)
            assert not terminal.has_ended
        terminal.send(CTRL_Q)
        assert terminal.wait_for_end() == 0
        assert terminal.left_on == set()


def test_a_storm_of_sizes_while_one_types_loses_nothing(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    case = desk.case()
    dice = random.Random(4711)  # noqa: S311 - the same every time
    with desk.visit(case) as terminal:
        for number in range(60):
            terminal.resize(dice.randint(1, 60), dice.randint(1, 200))
            terminal.send(f"note {number}\r")
            terminal.pump(0.005)
        terminal.resize(24, 80)
        terminal.wait_for(lambda: "note 59" in terminal.text and "> note" not in terminal.text)
        terminal.wait_for(lambda: terminal.lines[-1].endswith(" saved"))
        terminal.kill()
        terminal.wait_for_end()
    assert desk.notes(case) == [f"note {number}" for number in range(60)]


@pytest.mark.parametrize(("rows", "columns"), SIZES)
def test_the_visit_can_be_typed_in_in_every_size_of_window(
    tmp_path: Path, rows: int, columns: int
) -> None:
    desk = Desk(tmp_path)
    case = desk.case()
    with desk.visit(case, rows=rows, columns=columns) as terminal:
        terminal.send("a short note\rhalf")
        terminal.wait_for("> half")
        terminal.wait_for(lambda: sum("a short note" in line for line in terminal.lines) == 1)
        assert terminal.lines[-1].startswith(" Enter save")
        terminal.wait_for(lambda: terminal.lines[-1].endswith(" saved"))


def test_a_paste_of_a_million_letters_is_one_note(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    case = desk.case()
    line = "She said that the level just before a dose is what counts. "
    text = "\n".join([line * 16] * 1100)
    with desk.visit(case) as terminal:
        terminal.paste(text)
        terminal.wait_for("what counts", deadline=60)
        terminal.send("\r")
        terminal.wait_for("Just type.", deadline=60)
        terminal.send("after it\r")
        terminal.wait_for("after it")
        terminal.send(CTRL_Q)
        assert terminal.wait_for_end() == 0
    assert len(text) > 1_000_000
    assert desk.notes(case) == [text, "after it"]


@pytest.mark.parametrize("room", WALKS if LONG else ["visit"])
def test_no_function_key_harms(tmp_path: Path, room: str) -> None:
    desk = Desk(tmp_path)
    case = desk.case()
    desk.out("note", case, typed="a note\n")
    with enter(desk, case, room) as terminal:
        for key in (*FUNCTION_KEYS, *reversed(FUNCTION_KEYS)):
            terminal.send(key)
            terminal.settle(0.03)
            terminal.send("\x1b")
            terminal.settle(0.03)
        assert not terminal.has_ended
        terminal.send(CTRL_Q)
        assert terminal.wait_for_end() == 0
    assert desk.notes(case) == ["a note"]


def test_keys_held_down_in_prepare_come_to_rest(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    with enter(desk, desk.case(), "prepare") as terminal:
        terminal.send(DOWN * 4 + UP * 3 + DOWN * 4)
        terminal.wait_for(lambda: any(line.startswith(">[ ] Questions") for line in terminal.lines))
        painted = -1
        while painted != len(terminal.raw):
            painted = len(terminal.raw)
            terminal.pump(0.5)
            assert painted < 1_000_000, "it paints on and on"
        terminal.send(CTRL_Q)
        assert terminal.wait_for_end() == 0
