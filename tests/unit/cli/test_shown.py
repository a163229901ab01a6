"""Nothing that acts on a terminal reaches it, wherever it comes from."""

from __future__ import annotations

import json
import os
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from companion.domain.visible_text import visible, visible_json, visible_on_a_line
from tests.unit.cli.program import Ended, Program

if TYPE_CHECKING:
    from collections.abc import Sequence

EVIL = "e\x1b]52;c;ZXZpbA==\x07\x9b2J\x7f\u202ereht\u2066o\u200br\u00ad\ufeff\u2028x"
ACTS = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]"
)


@pytest.fixture
def program(tmp_path: Path) -> Program:
    return Program(tmp_path / "home")


def assert_visible(*ended: Ended) -> None:
    for each in ended:
        assert ACTS.search(each.out) is None, each.out
        assert ACTS.search(each.err) is None, each.err


@pytest.mark.parametrize(
    "words",
    [
        ["show", EVIL],
        ["list", f"--{EVIL}"],
        ["list", EVIL],
        [EVIL],
        ["export", "1", "--format", EVIL],
        ["export", "1", "--format", "json", "--paper", EVIL],
        ["export", "1", "--format", "json", "-o", f"/nowhere/{EVIL}"],
        ["plan", "1", "--with", "x", "--at", EVIL],
        ["plan", "1", "--with", "x", "--at", "2026-12-03", "--minutes", EVIL],
        ["change", f"1/{EVIL}", "--goal", "x"],
        ["change", "1", "--decide-by", EVIL],
        ["note", EVIL],
        ["note", "1", "--visit", EVIL],
        ["note", "1", EVIL],
        ["open", "1", "--room", EVIL],
        ["new", "--title", "x", "--pack", EVIL],
        ["import", f"/nowhere/{EVIL}.md"],
        ["import", f"/nowhere/{EVIL}.md", "--into", EVIL],
        ["restore", f"/nowhere/{EVIL}"],
        ["backup", f"/nowhere/{EVIL}"],
        ["check", f"/nowhere/{EVIL}"],
        ["check", f"/nowhere/{EVIL}", "--json"],
        ["erase", EVIL],
        ["undo", EVIL],
        ["search", EVIL],
        ["--home", f"/nowhere/{EVIL}", "list"],
        ["--home", f"/nowhere/{EVIL}", "where"],
    ],
    ids=str,
)
def test_an_argument_never_acts_on_the_terminal(program: Program, words: Sequence[str]) -> None:
    program.case("Left knee")
    done = program.run(*words)
    assert_visible(done)
    if done.code == 1 and "--json" not in words and words[0] != "check":
        assert done.err.count("\n") == 1


@pytest.mark.skipif(sys.platform in {"win32", "darwin"}, reason="no such names are possible there")
def test_names_of_files_and_words_in_stores_are_shown_with_marks(
    program: Program, tmp_path: Path
) -> None:
    case = program.case(f"title {EVIL}")
    name = tmp_path / EVIL.replace("/", "")
    (questions := Path(f"{name}.md")).write_text(f"- {EVIL}\n\nleft {EVIL}\n", "utf-8")
    visit = program.run("plan", case, "--with", EVIL, "--at", "2026-12-03").line
    found = [
        program.run("change", f"{case}/{visit}", "--place", EVIL, "--goal", EVIL),
        program.run("note", case, "--visit", visit, typed=f"{EVIL}\n"),
        program.run("import", str(questions), "--into", case),
        program.run("import", str(questions)),
        program.run("check", str(questions)),
        program.run("check", str(questions), "--json"),
        program.run("backup", f"{name}.zip"),
        program.run("restore", f"{name}.zip"),
        program.run("restore", str(questions)),
        program.run("export", case, "--format", "json", "-o", f"{name}.json"),
        program.run("show", case),
        program.run("show", case, "--json"),
        program.run("list"),
        program.run("list", "--json"),
        program.run("search", "e"),
        program.run("search", "e", "--json"),
        program.run("undo", case),
        program.run("self-check"),
    ]
    assert_visible(*found)
    for each in found:
        if each.out.startswith(("[", "{")):
            json.loads(each.out)


def test_what_is_kept_and_exported_stays_code_point_for_code_point(program: Program) -> None:
    text = "a\u202eb\u200bc\u00add\u2066e\U000e0041\ufeff."
    case = program.case(text)
    program.run("note", case, typed=f"{text}\n")
    assert program.export(case)["title"] == text
    assert text in program.run("export", case, "--format", "text").out
    (title,) = [row["title"] for row in program.run("list", "--json").json]
    assert title == text
    shown = program.run("show", case, "--json")
    assert shown.json["title"] == text
    assert "\\udb40\\udc41" in shown.out
    assert "a↔b¦c¦d↔e¦¦." in program.run("show", case).out


@pytest.mark.skipif(sys.platform in {"win32", "darwin"}, reason="no such names are possible there")
@pytest.mark.parametrize(
    ("raw", "text"),
    [
        (b"M\xfcller", "Müller"),
        (b"\x93weekly\x94", "“weekly”"),
        (b"caf\xe9 \xc3\xa9", "café é"),
        (b"\x81", "\ufffd"),
        (b"50 \x80", "50 €"),
        (b"\xfd\xfe", "ýþ"),
    ],
)
def test_bytes_of_an_argument_that_are_no_utf8_keep_their_letter(
    program: Program, tmp_path: Path, raw: bytes, text: str
) -> None:
    given = os.fsdecode(raw)
    case = program.case(given)
    typed = program.run("new", "--title", "-", typed=raw + b"\n").line
    assert program.export(case)["title"] == program.export(typed)["title"] == text
    visit = program.run("plan", case, "--with", given, "--at", "2026-12-03").line
    program.run("change", f"{case}/{visit}", "--goal", given, "--place", given)
    shown = program.export(case)
    assert (shown["visits"][0]["goal"], shown["visits"][0]["place"]) == (text, text)
    assert text in program.run("search", given).out
    name = os.fsencode(tmp_path) + b"/" + raw + b".md"
    with open(name, "wb") as file:
        file.write(b"- what now?\n")
    imported = program.run("import", os.fsdecode(name)).line
    assert program.export(imported)["title"] == text
    assert program.run("backup", os.fsdecode(name + b".zip")).code == 0
    assert os.path.exists(name + b".zip")


@pytest.mark.skipif(sys.platform in {"win32", "darwin"}, reason="no such names are possible there")
def test_the_data_folder_is_printed_as_a_shell_needs_it(tmp_path: Path) -> None:
    program = Program(tmp_path)
    for raw in (b"/nowhere/caf\xe9", b"/nowhere/caf\xc3\xa9"):
        done = program.run("--home", os.fsdecode(raw), "where", encoding="latin-1")
        assert done.out.encode("latin-1") == raw + b"\n"
    done = program.run("--home", os.fsdecode(b"/nowhere/\x9b2J"), "where")
    assert_visible(done)


def test_marks_are_one_for_each_character_and_blanks_stay() -> None:
    assert visible("a\tb\nc\x1b\u202e\u200b") == "a\tb\nc\ufffd↔¦"
    assert visible_on_a_line("a\tb\nc\x85d") == "a b c\ufffdd"
    assert json.loads(visible_json(json.dumps(EVIL, ensure_ascii=False))) == EVIL
