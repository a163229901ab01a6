"""Folders with so many visits in them, of sentences made here."""

from __future__ import annotations

import json
import os
import random
import shutil
import subprocess
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

CASE = "measured1"
NOTES = 8
"""In each visit."""
_WHO = ("She", "He", "The nurse", "The doctor", "The laboratory", "Somebody")
_DOES = ("says", "thinks", "expects", "asks whether", "is not sure that", "has written that")
_WHAT = ("the dose", "the next scan", "the knee", "the blood test", "the letter", "a walk a day")
_HOW = ("can wait", "comes first", "helps most people", "needs another look", "stays as it is")
_WHEN = ("for two weeks.", "until spring.", "for now.", "after the holidays.", "for 30 days.")


@dataclass(frozen=True)
class Home:
    """A data folder with one case in it."""

    path: str
    """The folder."""
    case_id: str = CASE
    """Its case; the last of its visits is under way."""

    def copied(self, path: str) -> Home:
        """The same in another folder, which is emptied first."""
        shutil.rmtree(path, ignore_errors=True)
        shutil.copytree(self.path, path)
        return Home(path, self.case_id)


def sentence(chance: random.Random) -> str:
    """One line as somebody might note it."""
    return " ".join(chance.choice(each) for each in (_WHO, _DOES, _WHAT, _HOW, _WHEN))


def _visit(number: int, at: datetime, notes: int, chance: random.Random) -> dict[str, Any]:
    return {
        "id": f"visit{number:06}",
        "at": at.isoformat(),
        "started_at": at.isoformat(),
        "ended_at": (at + timedelta(hours=1)).isoformat(),
        "questions": [{"question_id": "question1"}],
        "notes": [
            {
                "id": f"note{number:06}x{each}",
                "at": (at + timedelta(seconds=each)).isoformat(),
                "text": sentence(chance),
                "question_id": "question1" if each % 2 else None,
            }
            for each in range(notes)
        ],
    }


def case(visits: int, *, notes: int = 0, minutes: int | None = None) -> dict[str, Any]:
    """A case as JSON: visits that have ended, and at last one under way with so many notes.

    Args:
        visits: All of them.
        notes: Of the last visit.
        minutes: Planned for the last visit; with them it shows a clock.
    """
    chance = random.Random(visits)  # noqa: S311 - to be repeated, not to be secret
    now = datetime.now(UTC)
    days = [now - timedelta(days=visits - each) for each in range(1, visits)]
    stored = [_visit(number, at, NOTES, chance) for number, at in enumerate(days, start=1)]
    under_way = _visit(0, now, notes, chance) | {"ended_at": None, "minutes": minutes}
    if not notes:
        del under_way["started_at"]
    return {
        "format": "companion-case",
        "version": 1,
        "id": CASE,
        "title": "Measured",
        "questions": [{"id": "question1", "text": "What else could it be?"}],
        "visits": [*stored, under_way],
    }


def make_home(python: str, path: str, made: dict[str, Any]) -> Home:
    """Import a case into an empty folder, as anybody would."""
    os.makedirs(path)
    document = os.path.join(path, "case-to-import.json")
    Path(document).write_text(json.dumps(made), encoding="utf-8")
    program = str(Path(python).parent / "companion")
    command = [program, "--home", path, "import", document]
    subprocess.run(command, check=True, capture_output=True)
    os.remove(document)
    return Home(path)


def stored(python: str, home: Home) -> dict[str, Any]:
    """The case as it is exported."""
    program = str(Path(python).parent / "companion")
    command = [program, "--home", home.path, "export", home.case_id, "--format", "json"]
    return dict(json.loads(subprocess.run(command, check=True, capture_output=True).stdout))
