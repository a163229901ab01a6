"""Killed under somebody's fingers, in a real terminal; the long form kills three hundred times."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.faults.typing_kills import QUESTIONS, Case
from tests.faults.typing_model import ENTER, F2, TAB, UP, Kept, State, after
from tests.faults.typing_script import Typist
from tests.terminal.screen import ROOT

if TYPE_CHECKING:
    from pathlib import Path

LONG = os.environ.get("COMPANION_LONG") == "1"
KILLS = "300" if LONG else "6"

pytestmark = pytest.mark.skipif(
    not hasattr(os, "openpty"), reason="this system has no pseudo-terminals"
)


@pytest.mark.timeout(7200 if LONG else 300)
def test_what_was_on_the_screen_is_on_the_disk_after_a_kill_and_offered_first() -> None:
    command = [sys.executable, "-m", "tests.faults.typing_kills", KILLS]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_kills_notice_a_disk_that_forgets(tmp_path: Path) -> None:
    class Forgetful(Case):
        def on_disk(self) -> tuple[object, ...]:
            shutil.rmtree(self.home)
            shutil.copytree(tmp_path / "before", self.home)
            return super().on_disk()

    case = Forgetful(tmp_path, random.Random(3))  # noqa: S311 - to be repeated
    try:
        shutil.copytree(case.home, tmp_path / "before")
        assert case.one_life().startswith("lost: key 0 ")
    finally:
        case.close()


def typed(*keys: str) -> State:
    state = State(questions=QUESTIONS, chosen=("open",) * 3)
    for key in keys:
        state = after(state, key)
    return state


def test_the_model_keeps_notes_under_the_question_shown() -> None:
    state = typed(TAB, "2", *"? what is it", ENTER, F2)
    assert state.notes == (Kept("unclear", "what is it", 2),)
    assert state.states == ("open", "answered", "open")


def test_the_model_changes_and_moves_the_newest_note() -> None:
    state = typed(*"one", ENTER, *'\\" two', ENTER, UP, TAB, "3", *"!", ENTER)
    assert state.notes == (Kept("plain", "one", 0), Kept("plain", '" two!', 3))
    assert (state.line, state.under) == ("", 0)


def test_the_script_types_everything_that_the_model_knows() -> None:
    typist = Typist(random.Random(1), typed())  # noqa: S311 - to be repeated
    pressed = {key if key < " " else key[:1] for key, _ in zip_first(typist, 4000)}
    assert pressed >= {ENTER, TAB, "\x7f", "\x1b[D", UP, F2, "\x1b[19~", "\x1a", "1"}


def zip_first(typist: Typist, count: int) -> list[tuple[str, State]]:
    return [pair for pair, _ in zip(typist.keys(), range(count), strict=False)]
