"""The program in a real terminal, opened in the Visit room of a fresh case."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Any

from tests.support import commands
from tests.support.first_case import first_case
from tests.terminal.screen import ROOT, Terminal, clean_environment

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

COMPANION = (sys.executable, "-m", "companion")
MARKS = '"=?!#~'


def companion(home: Path, *arguments: str) -> str:
    """What a command prints."""
    done = commands.run("--home", str(home), *arguments, env=clean_environment(), cwd=ROOT)
    done.check_returncode()
    return done.stdout.decode()


def new_case(home: Path) -> str:
    """A case without a title; its id."""
    return first_case(home, "Replay") or companion(home, "new", "--title", "Replay").strip()


def open_visit(
    home: Path,
    case_id: str,
    *,
    size: tuple[int, int] = (80, 24),
    early: str = "",
    env: Mapping[str, str] | None = None,
) -> Terminal:
    """The Visit room, ready to be typed into; `early` is typed before anything is shown."""
    columns, rows = size
    terminal = Terminal(
        [*COMPANION, "--home", str(home), "open", case_id, "--room", "visit"],
        rows=rows,
        columns=columns,
        env=env,
        cwd=ROOT,
    )
    if early:
        terminal.send(early)
    terminal.wait_for("Enter save")
    return terminal


def visit_of(home: Path, case_id: str) -> dict[str, Any]:
    """The only visit of the case, as it is exported."""
    document = json.loads(companion(home, "export", case_id, "--format", "json"))
    (visit,) = document["visits"]
    return dict(visit)


def as_typed(text: str) -> str:
    """A text as somebody types it who wants no mark of it."""
    begins_like_a_mark = text[:1] in MARKS and text[1:2] in ("", " ")
    escaped = text[:1] == "\\" and text[1:2] in (*MARKS, "\\")
    return f"\\{text}" if begins_like_a_mark or escaped else text
