"""Whatever happens to the program or its window: every word, once, in order."""

from __future__ import annotations

import random
import signal
from typing import TYPE_CHECKING

import pytest

from tests.terminal.product.desk import CTRL_P, CTRL_Q, F2, F8, LONG, Desk
from tests.terminal.visit.typed import kill, sentences

if TYPE_CHECKING:
    from pathlib import Path

    from tests.terminal.screen import Terminal

STOPS = 60 if LONG else 12
UNDO = "\x1a"


# Stopped, resized


def test_a_program_that_is_stopped_and_goes_on_misses_no_key(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    case, notes = desk.case(), sentences(STOPS, 1)
    with desk.visit(case) as terminal:
        for note in notes:
            half = len(note) // 2
            terminal.send(note[:half])
            terminal.kill(signal.SIGSTOP)
            terminal.send(f"{note[half:]}\rand")
            terminal.kill(signal.SIGCONT)
            terminal.wait_for(" > and")
            terminal.send("\x7f" * 3)
        terminal.send("half a line")
        terminal.wait_for("> half a line")
        kill(terminal)
    assert desk.notes(case) == notes
    assert desk.lines(case) == ["half a line"]


def test_four_hundred_sizes_while_typing_lose_no_key(tmp_path: Path) -> None:
    chance = random.Random(5)  # noqa: S311 - the same every time
    desk = Desk(tmp_path)
    case, notes = desk.case(), sentences(14, 2)
    typed = "\r".join(notes)[:400]
    with desk.visit(case) as terminal:
        for letter in typed:
            terminal.resize(chance.randint(1, 50), chance.randint(1, 160))
            terminal.send(letter)
            terminal.pump()
        terminal.resize(24, 80)
        terminal.send("END")
        terminal.wait_for("END")
        kill(terminal)
    *entered, half = f"{typed}END".split("\r")
    assert desk.notes(case) == entered
    assert desk.lines(case) == [half]


# Pasted


@pytest.mark.parametrize(
    "pasted",
    ["0123456789" * 10_000, "a line of some words\n" * 50_000],
    ids=["100 kB on one line", "1 MB in lines"],
)
def test_a_huge_paste_is_one_note_and_outlives_a_kill(tmp_path: Path, pasted: str) -> None:
    desk = Desk(tmp_path)
    case = desk.case()
    with desk.visit(case) as terminal:
        terminal.send("before ")
        terminal.paste(pasted)
        terminal.send("!\rthen on")
        terminal.wait_for(" > then on", deadline=60)
        kill(terminal)
    assert desk.notes(case) == [f"before {pasted}!"]
    assert desk.lines(case) == ["then on"]


def test_a_huge_paste_that_nobody_entered_outlives_a_kill(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    case, pasted = desk.case(), "word " * 40_000
    with desk.visit(case) as terminal:
        terminal.paste(f"{pasted}END")
        terminal.wait_for("END", deadline=60)
        kill(terminal)
    assert desk.lines(case) == [f"{pasted}END"]


@pytest.mark.parametrize("end", ["\r", "\n", "\r\n"], ids=["CR", "LF", "CR LF"])
def test_lines_pasted_without_the_marks_of_a_paste_become_notes(tmp_path: Path, end: str) -> None:
    desk = Desk(tmp_path)
    case, lines = desk.case(), sentences(120, 3)
    with desk.visit(case) as terminal:
        terminal.send(f"{end.join(lines)}{end}{end} last, without an end")
        terminal.wait_for("last, without an end")
        kill(terminal)
    assert desk.notes(case) == lines
    assert desk.lines(case) == [" last, without an end"]


def test_a_table_pasted_without_the_marks_of_a_paste_keeps_every_digit(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    case = desk.case()
    lines = [f"day {number}\t{number} mg\t{number % 3} in 100" for number in range(40)]
    with desk.visit(case) as terminal:
        terminal.send("\r".join([*lines, "END"]))
        terminal.wait_for(" > END")
        kill(terminal)
    assert desk.notes(case) == lines


# Taken back after a restart


@pytest.mark.parametrize("end", ["killed", "closed"])
def test_undo_reaches_back_over_three_restarts(tmp_path: Path, end: str) -> None:
    desk = Desk(tmp_path)
    case, notes = desk.case(), sentences(6, 6)

    def leave(terminal: Terminal) -> None:
        if end == "closed":
            terminal.send(CTRL_Q)
            assert terminal.wait_for_end() == 0
        else:
            kill(terminal)

    with desk.visit(case) as terminal:
        terminal.send(f"{F8}Is there time?\r")
        terminal.wait_for("Added as question 1")
        terminal.send("\t1")
        for note in notes[:3]:
            terminal.send(f"{note}\r")
        terminal.send(F2)
        terminal.wait_for("Question 1: answered.")
        leave(terminal)
    with desk.visit(case) as terminal:
        for note in notes[3:]:
            terminal.send(f"{note}\r")
        terminal.send(UNDO)
        terminal.wait_for(f"Undone: note: {notes[5][:40]}"[:70])
        leave(terminal)
    assert desk.notes(case) == notes[:5]
    with desk.visit(case) as terminal:
        terminal.send(UNDO * 3)
        terminal.wait_for("Undone: a question's state.")
        leave(terminal)
    assert desk.notes(case) == notes[:3]
    with desk.visit(case) as terminal:
        terminal.send(UNDO * 4)
        terminal.wait_for("Undone: new question.")
        leave(terminal)
    (visit,) = desk.exported(case)["visits"]
    assert (visit["notes"], visit["questions"]) == ([], [])


# Found by name


def test_what_is_typed_right_after_a_name_was_chosen_is_no_part_of_the_name(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    case = desk.case()
    with desk.visit(case) as terminal:
        terminal.send("2 in 100\r")
        terminal.wait_for(lambda: " > 2" not in terminal.text)
        terminal.send(f"{CTRL_P}More time\rhalf a line")
        terminal.wait_for("> half a line")
        terminal.send(f"{CTRL_P}Hide the screen\r")
        terminal.wait_for(lambda: "half a line" not in terminal.text)
        kill(terminal)
    assert desk.notes(case) == ["2 in 100"]
    assert desk.lines(case) == ["half a line"]
