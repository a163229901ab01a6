"""The product at a desk of its own: data folder, home, folder for passing things, terminal."""

from __future__ import annotations

import json
import os
import shlex
import subprocess
import sys
from typing import TYPE_CHECKING, Any, Final

from tests.support import commands
from tests.support.first_case import first_case
from tests.terminal.screen import Terminal, clean_environment

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

PROGRAM: Final = (sys.executable, "-m", "companion")
LONG: Final = os.environ.get("COMPANION_LONG") == "1"
"""Whether tests that take minutes are wanted too."""
ROOMS: Final = ("prepare", "visit", "compare", "guide")
CTRL_C, CTRL_G, CTRL_P, CTRL_Q, ESCAPE = "\x03", "\x07", "\x10", "\x11", "\x1b"
F1, F2, F3, F4 = "\x1bOP", "\x1bOQ", "\x1bOR", "\x1bOS"
F5, F6, F7, F8 = "\x1b[15~", "\x1b[17~", "\x1b[18~", "\x1b[19~"
F9, F10, F11, F12 = "\x1b[20~", "\x1b[21~", "\x1b[23~", "\x1b[24~"
UP, DOWN, PAGE_UP, PAGE_DOWN = "\x1b[A", "\x1b[B", "\x1b[5~", "\x1b[6~"


class Desk:
    """Somebody's laptop, as far as the product can see it."""

    def __init__(self, place: Path) -> None:
        self.data = place / "data"
        """The data folder."""
        self.context = [place / name for name in ("person", "folder", "passing", "config")]
        """Home, the folder one stands in, the one for passing things, the one for settings."""
        for folder in self.context:
            folder.mkdir(parents=True)

    @property
    def closing(self) -> str:
        """What is said when the program has closed: all is saved, and what was typed to open it."""
        return f"All saved. To go on: {shlex.join([*PROGRAM, '--home', str(self.data)])}"

    @property
    def environment(self) -> dict[str, str]:
        """Variables of somebody whose folders are all at this desk."""
        home, _, passing, config = map(str, self.context)
        names = ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME")
        return {"HOME": home, "TMPDIR": passing, **dict.fromkeys(names, config)}

    def do(self, *words: str, typed: str = "") -> subprocess.CompletedProcess[str]:
        """Run a command to its end, whatever end that is."""
        done = commands.run(
            *(*words, "--home", str(self.data)),
            env=clean_environment() | self.environment,
            typed=typed.encode(),
            cwd=self.context[1],
        )
        out, err = done.stdout.decode(), done.stderr.decode()
        return subprocess.CompletedProcess(done.args, done.returncode, out, err)

    def out(self, *words: str, typed: str = "") -> str:
        """What a command that works prints."""
        done = self.do(*words, typed=typed)
        assert done.returncode == 0, done.stderr
        return done.stdout.rstrip("\n")

    def case(self, title: str = "Left knee") -> str:
        """The id of a new case."""
        return first_case(self.data, title) or self.out("new", "--title", title)

    def exported(self, case: str) -> Any:  # noqa: ANN401 - a case as JSON
        """A case as its JSON export."""
        return json.loads(self.out("export", case, "--format", "json"))

    def notes(self, case: str) -> list[str]:
        """The texts of all notes, visit after visit."""
        return [note["text"] for visit in self.exported(case)["visits"] for note in visit["notes"]]

    def lines(self, case: str) -> list[str]:
        """What stands unfinished in the line of each visit."""
        return [visit["composer"]["text"] for visit in self.exported(case)["visits"]]

    def start(
        self,
        *words: str,
        program: tuple[str, ...] = PROGRAM,
        env: Mapping[str, str] | None = None,
        **options: Any,  # noqa: ANN401 - what a terminal takes
    ) -> Terminal:
        """Start it in a terminal."""
        return Terminal(
            [*program, "--home", str(self.data), *words],
            env=self.environment | dict(env or {}),
            cwd=self.context[1],
            **options,
        )

    def visit(self, case: str, **options: Any) -> Terminal:  # noqa: ANN401 - what a terminal takes
        """A terminal in the visit room, ready to be typed in."""
        terminal = self.start("open", case, "--room", "visit", **options)
        terminal.wait_for("Enter save")
        return terminal

    def lying_about(self) -> list[str]:
        """What stands outside the data folder, where the product has no business."""
        return sorted(str(path) for folder in self.context for path in folder.rglob("*"))

    def holding(self, words: str) -> list[tuple[str, str]]:
        """Every file at this desk with these words in it, and its mode."""
        found = []
        for folder in (self.data, *self.context):
            for path in sorted(folder.rglob("*")):
                if path.is_file() and words.encode() in path.read_bytes():
                    mode = oct(path.stat().st_mode & 0o777)
                    found.append((str(path.relative_to(folder.parent)), mode))
        return found
