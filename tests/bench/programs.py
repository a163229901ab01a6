"""What is started and compared: the companion, and programs that also take notes."""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tests.bench.homes import Home

YARDSTICKS = Path(__file__).parent / "yardsticks"
LINE = 60
"""Letters typed before Enter."""


@dataclass(frozen=True)
class Program:
    """One program to measure."""

    name: str
    """What the table calls it."""
    command: tuple[str, ...]
    """Program and arguments."""
    ready: str
    """Pattern that is on the screen when it says that it takes keys."""
    modern: bool = True
    """Whether its terminal has kitty's keys and synchronized output."""
    environment: Mapping[str, str] = field(default_factory=dict)
    """Variables on top of a small, clean environment."""


def hello(python: str) -> Program:
    """One line of text, in Textual."""
    return Program("hello", (python, str(YARDSTICKS / "hello.py")), "READY")


def textarea(python: str) -> Program:
    """One stock text area, in Textual."""
    return Program("textarea", (python, str(YARDSTICKS / "textarea.py")), "READY")


def companion(python: str, home: Home, *, name: str = "companion", modern: bool = True) -> Program:
    """The Visit room of the case in a home."""
    program = str(Path(python).parent / "companion")
    command = (program, "--home", home.path, "open", home.case_id, "--room", "visit")
    return Program(name, command, "Enter save", modern=modern)


def in_prepare(python: str, home: Home) -> Program:
    """The Prepare room of the case in a home."""
    program = str(Path(python).parent / "companion")
    command = (program, "--home", home.path, "open", home.case_id, "--room", "prepare")
    return Program("prepare", command, "Getting ready")


def at_home(python: str, home: Home) -> Program:
    """The list of cases of a home."""
    program = str(Path(python).parent / "companion")
    return Program("home", (program, "--home", home.path), r"Coming up")


def editors(scratch: str) -> list[Program]:
    """Editors without Python, those that are installed here."""
    settings = os.path.join(scratch, "micro")
    os.makedirs(settings, exist_ok=True)
    found = [
        Program("nano", ("nano", "--ignorercfiles"), "GNU nano"),
        Program("micro", ("micro", "-config-dir", settings), r"No name"),
    ]
    return [each for each in found if shutil.which(each.command[0])]


def peers(scratch: str) -> list[Program]:
    """Other Textual programs, those that are installed here."""
    environment = {"HOME": scratch, "XDG_CONFIG_HOME": scratch, "XDG_DATA_HOME": scratch}
    found = [
        Program("posting", ("posting",), r"Send", environment=environment),
        Program("harlequin", ("harlequin",), r"memory db", environment=environment),
        Program("frogmouth", ("frogmouth",), r"Contents|Navigation", environment=environment),
    ]
    return [each for each in found if shutil.which(each.command[0])]
