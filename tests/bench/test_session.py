"""The instrument itself, on programs whose behaviour is known."""

from __future__ import annotations

import sys

import pytest

from tests.bench.instrument.session import MeasuringError, Session
from tests.bench.measures.keystrokes import type_keys
from tests.bench.measures.starting import start
from tests.bench.programs import Program

pytestmark = pytest.mark.filterwarnings("ignore:.*use of forkpty:DeprecationWarning")

ECHO = """
import os, tty
tty.setraw(0)
os.write(1, b"READY\\r\\n")
while (key := os.read(0, 1)) != b"\\x11":
    os.write(1, b"\\r\\n" if key == b"\\r" else key)
"""


def program(source: str) -> Program:
    return Program("a program", (sys.executable, "-I", "-S", "-c", source), "READY")


def test_every_key_of_a_program_that_echoes_is_found() -> None:
    with Session(program(ECHO)) as session:
        session.wait_for("READY")
        figures = type_keys(session, 70, seed=1)
    assert figures["lost"] == 0
    assert figures["bytes"] == 1
    assert 0 < figures["p50"] <= figures["p95"] <= figures["worst"]


def test_a_start_is_painted_then_ready_then_typed_into() -> None:
    with Session(program(ECHO)) as session:
        figures = start(session)
        assert 0 < figures["first_paint"] <= figures["ready"] < figures["first_key"]
        session.press("ctrl+q")
        assert session.wait_for_end() > session.started


def test_a_program_that_never_says_it_is_ready_is_told_with_its_screen() -> None:
    with (
        Session(program("print('something else')")) as session,
        pytest.raises(MeasuringError, match="something else"),
    ):
        session.wait_for("READY")


def test_a_key_that_is_swallowed_counts_as_lost() -> None:
    swallowing = ECHO.replace("else key)", 'else b"")')
    with Session(program(swallowing)) as session:
        session.wait_for("READY")
        with pytest.raises(MeasuringError, match="never seen"):
            type_keys(session, 5, seed=1)
