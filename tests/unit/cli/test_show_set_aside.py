"""`show --set-aside` prints the words in files that no other command reads."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING

import pytest

from tests.support.first_case import begun
from tests.unit.cli.program import Program

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def program(tmp_path: Path) -> Program:
    return Program(tmp_path / "home")


def a_visit(program: Program, *lines: str) -> tuple[str, Path]:
    """A case with a visit and its notes; the case and the visit's store."""
    case, visit, _ = begun(
        program.home,
        (("new", "--title", "Left knee"), ""),
        (("plan", "1", "--with", "Dr Okafor", "--at", "2026-12-03T14:00"), ""),
        (("note", "1", "--visit", "1"), "\n".join(lines or ("take 50 mg", "! call the clinic"))),
    )
    return case, program.home / "cases" / case / f"visit-{visit}.json"


def printed(program: Program, case: str) -> dict[str, list[str]]:
    """What it prints as JSON: file to texts."""
    return {
        each["name"]: each["texts"]
        for each in program.run("show", case, "--set-aside", "--json").json
    }


def test_nothing_set_aside_is_said_in_one_sentence(program: Program) -> None:
    case, _ = a_visit(program)
    ended = program.run("show", case, "--set-aside")
    assert (ended.code, ended.out) == (0, "")
    assert ended.err.count("\n") == 1


@pytest.mark.parametrize(
    "name",
    [
        "{}.conflict-1.json",
        "{}.json.damaged-1",
        "{}.json.kept-2",
        "{}.draft-ab12cd34.json",
        "{}.json.tmp",
        "{} (Annas in Konflikt stehende Kopie 2026-11-30).json",
        "{}.json.sync-conflict-20261130-120000-ABCDEF7.journal",
    ],
)
def test_the_words_in_a_file_beside_a_store_are_printed(program: Program, name: str) -> None:
    case, store = a_visit(program)
    aside = store.with_name(name.format(store.stem))
    shutil.copy(store, aside)
    before = aside.read_bytes()
    ended = program.run("show", case, "--set-aside")
    assert ended.code == 0
    lines = ended.out.splitlines()
    assert lines[0] == aside.name
    assert "   take 50 mg" in lines
    assert "   call the clinic" in lines
    assert printed(program, case) == {aside.name: [line.strip() for line in lines[1:]]}
    assert aside.read_bytes() == before


def test_a_damaged_file_gives_what_can_be_made_out(program: Program) -> None:
    case, store = a_visit(program)
    raw = bytearray(store.read_bytes())
    raw[raw.index(b"call the clinic") - 30] = 0
    store.with_name(f"{store.name}.damaged-1").write_bytes(raw)
    texts = printed(program, case)[f"{store.name}.damaged-1"]
    assert "take 50 mg" in texts
    assert "call the clinic" in texts


def test_a_store_that_cannot_be_read_gives_its_words(program: Program) -> None:
    case, store = a_visit(program)
    raw = store.read_bytes()
    for path in store.parent.glob(f"{store.name}*"):
        path.unlink()
    store.write_bytes(raw[: len(raw) - 40])
    assert program.run("show", case).out.find("take 50 mg") < 0
    assert "take 50 mg" in printed(program, case)[store.name]


def test_a_case_whose_own_file_is_damaged_can_be_asked(program: Program) -> None:
    case, store = a_visit(program)
    own = store.with_name("case.json")
    raw = own.read_bytes()
    for path in store.parent.glob("case.json*"):
        path.unlink()
    own.write_bytes(raw[: len(raw) // 2])
    assert program.run("show", case).code == 1
    assert "Left knee" in printed(program, case)["case.json"]


def test_a_case_of_which_only_copies_are_left_can_be_asked(program: Program) -> None:
    case, store = a_visit(program)
    shutil.copy(store, store.with_name(f"{store.stem} copy.json"))
    for path in [*store.parent.glob("case.json*"), *store.parent.glob(f"{store.name}*")]:
        path.unlink()
    assert "take 50 mg" in printed(program, case)[f"{store.stem} copy.json"]


def test_a_copy_of_the_whole_case_is_looked_into(program: Program) -> None:
    case, store = a_visit(program)
    shutil.copytree(store.parent, store.parent.with_name(f"{case} copy"))
    found = [texts for name, texts in printed(program, case).items() if name.endswith(store.name)]
    assert found
    assert "take 50 mg" in found[0]


def test_lines_of_a_journal_with_a_wrong_checksum_are_printed(program: Program) -> None:
    case, store = a_visit(program)
    journal = store.with_name(f"{store.name}.journal")
    line = (
        b'00000000 {"s":99,"g":9,"ops":[["notes","9",{"id":"noteaaaaaaaa","text":"lost line"}]]}\n'
    )
    journal.write_bytes(journal.read_bytes() + line)
    assert printed(program, case) == {journal.name: ["lost line"]}


def test_what_was_typed_letter_by_letter_is_printed_once(program: Program) -> None:
    case, store = a_visit(program)
    typed = "half a sentence"
    documents = [f'{{"id":"visit","text":"{typed[:n]}"}}' for n in range(1, len(typed) + 1)]
    keys = [f'00000000 {{"ops":[["composer","1",{each}]]}}\n' for each in documents]
    store.with_name(f"{store.name}.journal.damaged-1").write_text("".join(keys), encoding="ascii")
    assert printed(program, case) == {f"{store.name}.journal.damaged-1": [typed]}


def test_control_bytes_never_reach_the_terminal(program: Program) -> None:
    case, store = a_visit(program)
    evil = store.with_name(f"{store.stem} \x1b[31m copy.json")
    evil.write_bytes(
        b'{"_meta":{},"notes":{"1":{"id":"n","text":"a\\u001b]52;c;x\\u0007b\\u202ec"}}}'
    )
    ended = program.run("show", case, "--set-aside")
    assert "\x1b" not in ended.out + ended.err
    assert "\u202e" not in ended.out


def test_a_file_that_cannot_be_read_is_named_and_the_others_are_printed(program: Program) -> None:
    case, store = a_visit(program)
    shutil.copy(store, store.with_name(f"{store.stem} copy.json"))
    store.with_name(f"{store.name}.damaged-1").mkdir()
    ended = program.run("show", case, "--set-aside")
    assert ended.code == 0
    assert "take 50 mg" in ended.out
    assert f"{store.name}.damaged-1" in ended.err


def covered_case(program: Program, tmp_path: Path, *, covered: bool) -> Path:
    """A case with a note that is covered or not, a cell and a step taken from it; the visit."""
    whole = {
        "format": "companion-case",
        "version": 1,
        "id": "casecase01",
        "title": "t",
        "aspects": [{"id": "aspectaspect", "text": "How long", "position": 1.0}],
        "visits": [
            {
                "id": "visitvisit01",
                "started_at": "2026-11-01T10:00:00+00:00",
                "notes": [
                    {"id": "notenote01", "text": "canary two years", "covered": covered},
                    {"id": "notenote02", "text": "less salt"},
                ],
                "composer": {"text": '" canary two years'},
            }
        ],
        "opinions": [
            {
                "id": "opinionopini",
                "visit_id": "visitvisit01",
                "cells": [
                    {
                        "aspect_id": "aspectaspect",
                        "text": "canary cell",
                        "note_ids": ["notenote01"],
                    }
                ],
            }
        ],
        "steps": [{"id": "stepstep01", "text": "canary step", "note_ids": ["notenote01"]}],
    }
    file = tmp_path / "case-to-import.json"
    file.write_text(json.dumps(whole), encoding="utf-8")
    assert program.run("import", str(file)).code == 0
    return program.home / "cases" / "casecase01" / "visit-visitvisit01.json"


def test_covered_notes_and_what_rests_on_them_stay_covered_and_are_counted(
    program: Program, tmp_path: Path
) -> None:
    store = covered_case(program, tmp_path, covered=True)
    shutil.copy(store, store.with_name(f"{store.stem} copy.json"))
    shutil.copy(store.with_name("case.json"), store.with_name("case copy.json"))
    ended = program.run("show", "casecase01", "--set-aside")
    assert "less salt" in ended.out
    assert "canary" not in ended.out
    assert "4 texts" in ended.err


def test_a_note_that_was_covered_since_is_hidden_in_the_older_copy(
    program: Program, tmp_path: Path
) -> None:
    store = covered_case(program, tmp_path, covered=True)
    older = json.loads(store.read_bytes())
    for note in older["notes"].values():
        note.pop("covered", None)
    store.with_name(f"{store.name}.damaged-1").write_text(json.dumps(older)[:-9], encoding="utf-8")
    ended = program.run("show", "casecase01", "--set-aside")
    assert "less salt" in ended.out
    assert "canary" not in ended.out


def test_a_covered_note_is_hidden_when_nothing_but_a_broken_copy_is_left(
    program: Program, tmp_path: Path
) -> None:
    store = covered_case(program, tmp_path, covered=True)
    raw = store.read_bytes()
    for path in store.parent.glob(f"{store.name}*"):
        path.unlink()
    store.with_name(f"{store.name}.damaged-1").write_bytes(raw[: len(raw) - 30])
    ended = program.run("show", "casecase01", "--set-aside")
    assert "less salt" in ended.out
    assert "canary" not in ended.out


def test_a_note_that_is_shown_again_is_printed(program: Program, tmp_path: Path) -> None:
    store = covered_case(program, tmp_path, covered=False)
    older = json.loads(store.read_bytes())
    for note in older["notes"].values():
        note["covered"] = True
    store.with_name(f"{store.stem} copy.json").write_text(json.dumps(older), encoding="utf-8")
    assert "canary two years" in program.run("show", "casecase01", "--set-aside").out


@pytest.mark.parametrize("way", ["removed", "empty", "half", "foreign"])
def test_visits_are_printed_when_the_file_of_their_case_cannot_be_read(
    program: Program, way: str
) -> None:
    case, store = a_visit(program)
    for path in store.parent.glob("case.json*"):
        raw = path.read_bytes()
        left = {"empty": b"", "half": raw[: len(raw) // 2], "foreign": b'{"a": 1}'}
        path.unlink() if way == "removed" else path.write_bytes(left[way])
    assert program.run("show", case).code == 1
    assert {"take 50 mg", "call the clinic"} <= set(printed(program, case)[store.name])
