"""Goal 21: ten thousand visits are searched within a second."""

from __future__ import annotations

import subprocess
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from tests.bench import programs
from tests.bench.finding import Finding, at_most
from tests.bench.instrument.session import Session
from tests.bench.measures.leaving import leave
from tests.bench.rounds import spread

if TYPE_CHECKING:
    from tests.bench.homes import Home
    from tests.bench.setting import Setting

MOST = 10_000
MANY, NONE = "the dose", "nothing like it"
"""Words that stand in some six thousand visits, and in none."""
BOUND = 1000.0
"""Milliseconds."""


def search(setting: Setting) -> list[Finding]:
    """Row 21: as a command, from its start to its end; in the room, from a key to the results."""
    home = setting.home(MOST)
    findings = []
    for words, what in ((MANY, "words in thousands of visits"), (NONE, "words in none")):
        command = [_command(setting, home, words) for _ in range(setting.rounds)]
        room = [_in_the_room(setting, home, words) for _ in range(setting.rounds)]
        setting.say(f"{what}: {spread(command):.0f} ms as a command, {spread(room):.0f} ms at Home")
        goal = f"10,000 visits searched, {what}"
        findings.append(at_most(21, f"{goal}: `companion search`", spread(command), BOUND, "ms"))
        findings.append(at_most(21, f"{goal}: at Home, from `/`", spread(room), BOUND, "ms"))
    return findings


def _command(setting: Setting, home: Home, words: str) -> float:
    program = str(Path(setting.python).parent / "companion")
    began = monotonic()
    command = [program, "--home", home.path, "search", words]
    subprocess.run(command, check=True, capture_output=True)
    return (monotonic() - began) * 1000


def _in_the_room(setting: Setting, home: Home, words: str) -> float:
    with Session(programs.at_home(setting.python, home)) as session:
        session.wait_for(session.program.ready)
        session.settle(1.0)
        began = session.press("/")
        session.write(words.encode())
        shown = session.wait_for(r"places, in \d|Nothing found")
        session.press("escape")
        session.settle()
        leave(session)
    return (shown - began) * 1000
