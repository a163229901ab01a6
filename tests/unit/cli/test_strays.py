"""What other programs made of a case, and what they took away, is told."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING

import pytest

from tests.unit.cli.program import Program

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def program(tmp_path: Path) -> Program:
    return Program(tmp_path / "home")


def a_visit(program: Program) -> tuple[str, Path]:
    """A case with one visit and a note; the case and the visit's store."""
    case = program.case()
    visit = program.run("plan", case, "--with", "Dr Okafor", "--at", "2026-12-03T14:00").line
    program.run("note", case, typed="take 50 mg\n")
    return case, program.home / "cases" / case / f"visit-{visit}.json"


def told(program: Program, *words: str) -> None:
    """Both commands tell of it, and `list` ends well."""
    listed, checked = program.run("list"), program.run("self-check")
    assert listed.code == 0
    assert checked.code == 1
    for each in words:
        assert each in listed.err
        assert each in checked.out


@pytest.mark.parametrize(
    "made",
    [
        "{} (Annas in Konflikt stehende Kopie 2026-11-30).json",
        "{} (Anna の競合コピー 2026-11-30).json",
        "{}-ANNAS-LAPTOP.json",
        "{}.json.sync-conflict-20261130-120000-ABCDEF7.journal",
        "{} copy.json",
    ],
)
def test_a_copy_beside_a_visit_is_told_by_list_and_self_check(program: Program, made: str) -> None:
    _, store = a_visit(program)
    copy = store.with_name(made.format(store.stem))
    shutil.copy(store, copy)
    before = copy.read_bytes()
    told(program, copy.name, "--set-aside")
    assert copy.read_bytes() == before


def test_a_copy_of_a_whole_case_is_told(program: Program) -> None:
    case, store = a_visit(program)
    shutil.copytree(store.parent, store.parent.with_name(f"{case} copy"))
    told(program, f"{case} copy")


def test_a_case_under_its_name_in_capitals_is_told(program: Program) -> None:
    case, store = a_visit(program)
    store.parent.rename(store.parent.with_name(case.upper()))
    told(program, case.upper())
    assert "no case" not in program.run("list").err


def test_a_visit_that_is_in_the_cloud_only_is_told(program: Program) -> None:
    _, store = a_visit(program)
    for path in store.parent.glob(f"{store.name}*"):
        path.unlink()
    (store.parent / f".{store.name}.icloud").write_bytes(b"bplist00")
    told(program, store.name, "not on this laptop")


def test_a_visit_of_which_only_the_journal_is_left_is_told(program: Program) -> None:
    _, store = a_visit(program)
    store.unlink()
    store.with_name(f"{store.name}.prev").unlink(missing_ok=True)
    told(program, store.name, "missing")


def test_a_visit_that_the_case_speaks_of_is_missed(program: Program, tmp_path: Path) -> None:
    whole = {
        "format": "companion-case",
        "version": 1,
        "id": "casecase01",
        "title": "t",
        "visits": [
            {
                "id": "visitvisit01",
                "notes": [{"id": "notenote01", "kind": "todo", "text": "call the clinic"}],
            }
        ],
        "steps": [
            {"id": "notenote01", "text": "call", "due": "2026-12-24", "note_ids": ["notenote01"]}
        ],
    }
    file = tmp_path / "case.json"
    file.write_text(json.dumps(whole), encoding="utf-8")
    assert program.run("import", str(file)).code == 0
    assert program.run("self-check").code == 0
    for path in (program.home / "cases" / "casecase01").glob("visit-*"):
        path.unlink()
    told(program, "a visit is missing")


def test_a_file_of_somebody_else_is_told_by_self_check_alone(program: Program) -> None:
    _, store = a_visit(program)
    (store.parent / "letter.pdf").write_bytes(b"%PDF")
    checked = program.run("self-check")
    assert checked.code == 1
    assert "letter.pdf" in checked.out
    assert "letter.pdf" not in program.run("list").err
