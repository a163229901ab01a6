"""A data folder that the version before wrote opens with everything in place."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.unit.cli.program import Program

if TYPE_CHECKING:
    from collections.abc import Iterator

DATA = Path(__file__).parents[2] / "data"
OLDER = "home-2"
"""A folder written under schema 2, and beside it what that version exported of its one case."""


@pytest.fixture
def program(tmp_path: Path) -> Program:
    return Program(Path(shutil.copytree(DATA / OLDER, tmp_path / "home")))


@pytest.fixture
def told_then() -> dict[str, object]:
    told: dict[str, object] = json.loads((DATA / f"{OLDER}.json").read_text(encoding="utf-8"))
    return told


def missing(then: object, now: object, place: str = "") -> Iterator[str]:
    """Tell each place where something that was told then is told otherwise now, or not at all."""
    if isinstance(then, dict) and isinstance(now, dict):
        for name, value in then.items():
            if name not in now:
                yield f"{place}.{name}"
            else:
                yield from missing(value, now[name], f"{place}.{name}")
    elif isinstance(then, list) and isinstance(now, list):
        if len(then) != len(now):
            yield place
        for number, (one, other) in enumerate(zip(then, now, strict=False)):
            yield from missing(one, other, f"{place}[{number}]")
    elif then != now:
        yield place


def test_everything_of_an_older_case_is_there(
    program: Program, told_then: dict[str, object]
) -> None:
    assert list(missing(told_then, program.export(str(told_then["id"])))) == []


def test_an_older_case_can_be_changed_and_loses_nothing_by_it(
    program: Program, told_then: dict[str, object]
) -> None:
    program.run("note", str(told_then["id"]), "--visit", "1", typed="one more line\n")
    told = program.export(str(told_then["id"]))
    for visit in told["visits"]:
        visit["notes"] = [note for note in visit["notes"] if note["text"] != "one more line"]
    assert list(missing(told_then, told)) == []
