"""A table of options goes in and comes out from the command line."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from tests.support.decision_table import made_up_table
from tests.unit.cli.program import Program

if TYPE_CHECKING:
    from pathlib import Path


def test_a_table_is_imported_by_its_file_and_exported_word_for_word(tmp_path: Path) -> None:
    program, table = Program(tmp_path / "home"), made_up_table()
    file = tmp_path / "table.json"
    file.write_bytes(table.as_case())
    case = program.run("import", str(file)).line
    cells = [cell for each in program.export(case)["opinions"] for cell in each["cells"]]
    assert sorted(cell["text"] for cell in cells) == sorted(table.texts.values())
    raw = program.run("export", case, "--format", "csv", "--raw").out
    rows = csv.DictReader(io.StringIO(raw.removeprefix("\ufeff"), newline=""))
    assert [row["text"] for row in rows if row["part"] == "opinion"] == [
        cell["text"] for cell in cells
    ]
    beside = program.run("export", case, "--format", "csv", "--raw", "--paper", "comparison").out
    header, *lines = csv.reader(io.StringIO(beside.removeprefix("\ufeff"), newline=""))
    assert len(header) == len(table.options) + 2
    filled = {criterion for _, criterion in table.texts}
    assert [line[0] for line in lines] == [each for each in table.criteria if each in filled]
    assert {cell for line in lines for cell in line} >= set(table.texts.values()) - {""}
    guarded = program.run("export", case, "--format", "csv")
    assert '"\'=1+1"' in guarded.out
    assert "4 cells got an apostrophe in front" in guarded.err
