"""`import` and `export` at a shell: standard streams, files of another kind, `--update`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.unit.cli.program import Program
from tests.unit.exchange.calendar_text import calendar, event

if TYPE_CHECKING:
    from pathlib import Path

VISIT = ("UID:u1", "SUMMARY:Dr Lind", "DTSTART:20261203T130000Z", "LOCATION:Room 3")


@pytest.fixture
def program(tmp_path: Path) -> Program:
    return Program(tmp_path / "home")


def test_a_dash_is_standard_input_and_standard_output(program: Program) -> None:
    case = program.case()
    listed = program.run("import", "-", "--into", case, typed="- Is it bad?\n- Will it hurt?\n")
    assert "2 added, 0 already there, 0 left out" in listed.err
    planned = program.run("import", "-", "--into", case, typed=calendar(*event(*VISIT)))
    assert "1 added, 0 already there, 0 left out" in planned.err
    out = program.run("export", case, "--format", "json", "-o", "-")
    assert out.json["visits"][0]["place"] == "Room 3"
    assert out.out == program.run("export", case, "--format", "json").out
    again = program.run("import", "-", typed=out.out)
    assert (again.line, "0 added" in again.err) == (case, True)
    assert not program.run("import", "-", typed="- One?\n").line.isspace()


def test_an_empty_standard_input_is_refused(program: Program) -> None:
    done = program.run("import", "-")
    assert done.code == 1
    assert done.err == "The file is empty, so nothing was imported; choose another one.\n"


@pytest.mark.promise("import.left-out")
def test_what_is_no_list_makes_no_case_and_names_each_line(
    program: Program, tmp_path: Path
) -> None:
    file = tmp_path / "q.md"
    file.write_text("# A heading\n\nI went there.\n\nIt was long.\n", "utf-8")
    done = program.run("import", str(file))
    assert (done.code, done.out) == (1, "")
    assert "3 left out (line 1: a heading without questions; line 3: not in a list;" in done.err
    assert program.run("list", "--json").json == []


@pytest.mark.parametrize("name", ["folder", "/dev/null"])
def test_a_folder_or_a_device_is_refused_by_what_it_is(
    program: Program, tmp_path: Path, name: str
) -> None:
    (tmp_path / "folder").mkdir()
    done = program.run("import", str(tmp_path / name))
    assert done.code == 1
    assert "it's a folder" in done.err or "it isn't an ordinary file" in done.err


def test_a_backup_is_told_from_other_packed_files(program: Program, tmp_path: Path) -> None:
    program.case()
    backup = tmp_path / "backup.zip"
    assert program.run("backup", str(backup)).code == 0
    done = program.run("import", str(backup))
    assert (done.code, "bring it back with: companion restore" in done.err) == (1, True)


@pytest.mark.promise("import.update")
def test_an_update_is_offered_and_taken(program: Program, tmp_path: Path) -> None:
    file = tmp_path / "a.ics"
    file.write_bytes(calendar(*event(*VISIT)))
    case = program.run("import", str(file)).line
    file.write_bytes(calendar(*event(*VISIT[:-1], "LOCATION:Room 7")))
    offered = program.run("import", str(file), "--into", case)
    assert "the place was 'Room 3', now 'Room 7'." in offered.err
    assert "--update" in offered.err
    taken = program.run("import", str(file), "--into", case, "--update")
    assert "Changed 1 visit to what the file says." in taken.err
    place = program.run("export", case, "--format", "json").json["visits"][0]["place"]
    assert place == "Room 7"
    assert program.run("undo", case).code == 0


def test_an_update_without_a_case_makes_no_second_one(program: Program, tmp_path: Path) -> None:
    file = tmp_path / "a.ics"
    file.write_bytes(calendar(*event(*VISIT)))
    program.run("import", str(file))
    done = program.run("import", str(file), "--update")
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("--update changes visits that are already here; name their case")
    assert len(program.run("list", "--json").json) == 1


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_standard_input_is_read_in_every_encoding_of_unicode(
    program: Program, encoding: str, end: str
) -> None:
    title = f"Ärger 5 €{end}more{end}".encode(encoding)
    case = program.run("new", "--title", "-", typed=title).line
    assert program.run("note", case, typed=f"? what{end}= yes, 5 €".encode(encoding)).code == 0
    document = program.run("export", case, "--format", "json").json
    assert document["title"] == "Ärger 5 €"
    notes = [(note["kind"], note["text"]) for note in document["visits"][0]["notes"]]
    assert notes == [("unclear", "what"), ("understood", "yes, 5 €")]
