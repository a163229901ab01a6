"""Question lists that institutes give to patients, imported as a user imports them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion import bootstrap
from companion.services.transfer.imports import import_file
from tests.support.corpora import needed
from tests.unit.cli.program import Program

if TYPE_CHECKING:
    from pathlib import Path

LISTS = 8


def questions_in(path: Path) -> list[str]:
    """The questions of such a list, read without any parser: one a line, after a dash."""
    lines = path.read_text("utf-8").splitlines()
    return [line.removeprefix("- ") for line in lines if line.startswith("- ")]


def lists() -> list[Path]:
    """The files of all of them."""
    return sorted(needed("medquad-nih/md").glob("*.md"))


def test_a_published_list_is_imported_by_its_file_and_a_second_time_adds_nothing(
    tmp_path: Path,
) -> None:
    program = Program(tmp_path / "home")
    path = max(lists(), key=lambda path: path.stat().st_size)
    wanted = questions_in(path)
    first = program.run("import", str(path))
    assert f"{len(wanted)} added, 0 already there, 1 left out" in first.err
    assert "not in a list" in first.err  # where the list comes from
    case = program.run("export", first.line, "--format", "json").json
    assert [each["text"] for each in case["questions"]] == wanted
    again = program.run("import", str(path), "--into", first.line)
    assert f"0 added, {len(wanted)} already there" in again.err


def test_each_published_list_comes_in_whole_and_a_second_time_adds_nothing(tmp_path: Path) -> None:
    library = bootstrap.library(str(tmp_path / "home"))
    files = lists()
    assert len(files) == LISTS
    for path in files:
        wanted, data = questions_in(path), path.read_bytes()
        first = import_file(library, path.name, data)
        assert f"{len(wanted)} added, 0 already there, 1 left out" in first.remarks[0]
        assert "not in a list" in first.remarks[0]
        case = library.open_readonly(first.case_id).case
        assert [each.text for each in case.file.questions] == wanted
        again = import_file(library, path.name, data, first.case_id)
        assert f"0 added, {len(wanted)} already there" in again.remarks[0]
    library.context.syncer.stop()
