"""The terminal's own cursor, in a real terminal: where keys act, in every room and size."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from companion.ui.widgets.line_list import MARKER
from tests.terminal.product.desk import CTRL_G, CTRL_P, CTRL_Q, DOWN, ESCAPE, F1
from tests.terminal.screen import ROOT, Terminal, clean_environment

if TYPE_CHECKING:
    from pathlib import Path

END = "\x1b[F"
SIZES = [(24, 80), (36, 120), (20, 60), (24, 44)]


def example(folder: Path, rows: int, columns: int) -> Terminal:
    """The made-up example, in Prepare."""
    return Terminal(
        [sys.executable, "-m", "companion", "demo"],
        rows=rows,
        columns=columns,
        env={**clean_environment(), "XDG_DATA_HOME": str(folder)},
        cwd=ROOT,
    )


def wait_for_sign(terminal: Terminal, sign: str) -> None:
    """Wait until the cursor stands on a character."""
    screen = terminal.screen
    terminal.wait_for(lambda: screen.buffer[screen.cursor.y][screen.cursor.x].data == sign)


@pytest.mark.promise("keys.cursor")
@pytest.mark.parametrize(("rows", "columns"), SIZES)
def test_in_every_list_it_stands_at_the_row_that_keys_act_on(
    tmp_path: Path, rows: int, columns: int
) -> None:
    ways = (
        ("", "Getting ready"),
        (DOWN, "Getting ready"),
        ("\r", "F1 more"),
        (F1, "What you can do now"),
        (DOWN * 3, "What you can do now"),
        (ESCAPE, "F1 more"),
        (CTRL_G, "Go to:"),
        ("3", " Compare"),
        (DOWN, " Compare"),
        ("t", "Whole table"),
        (f"n{END}", "Enter write"),
        (CTRL_G, "Go to:"),
        ("0", "Cases"),
        (DOWN, "Cases"),
        ("n", "New case"),
        ("\t", "New case"),
    )
    with example(tmp_path, rows, columns) as terminal:
        for keys, words in ways:
            terminal.send(keys)
            terminal.wait_for(words)
            sign = words[:1] if keys == CTRL_G else MARKER
            if keys != "n":
                wait_for_sign(terminal, sign)


@pytest.mark.promise("keys.cursor")
def test_in_a_field_it_stands_where_the_next_letter_goes(tmp_path: Path) -> None:
    with example(tmp_path, *SIZES[0]) as terminal:
        terminal.wait_for("Getting ready")
        terminal.send(f"{CTRL_P}pa\x1b[D")
        wait_for_sign(terminal, "a")
        terminal.send(ESCAPE)
        terminal.wait_for("Getting ready")
        terminal.send(CTRL_G)
        terminal.wait_for("Go to:")
        terminal.send("2")
        terminal.wait_for("Enter save")
        terminal.send("ab\x1b[D")
        terminal.wait_for("> ab")
        wait_for_sign(terminal, "b")
        terminal.send(CTRL_Q)
        terminal.wait_for_end()
