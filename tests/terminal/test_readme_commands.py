"""The commands the README shows, typed as they stand there."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.readme import README

if TYPE_CHECKING:
    from pathlib import Path

NOTES = "Long wait\n? What is a trough level\n! Ask for the report\n"
APPOINTMENT = """\
BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//made up//EN
BEGIN:VEVENT
UID:knee-1
DTSTAMP:20261101T090000Z
DTSTART:20261210T090000Z
DTEND:20261210T093000Z
SUMMARY:Dr Lindqvist
END:VEVENT
END:VCALENDAR
"""


def _commands() -> list[str]:
    text = README.read_text(encoding="utf-8")
    _, _, section = text.partition("## Command line, papers and guidance")
    block = re.search(r"```\n(.*?)```", section, re.DOTALL)
    assert block is not None
    return block.group(1).splitlines()


@pytest.mark.promise("command.export-forms")
def test_the_commands_of_the_readme_work_as_they_stand_there(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text(NOTES, encoding="utf-8")
    (tmp_path / "appointment.ics").write_text(APPOINTMENT, encoding="utf-8", newline="\r\n")
    for line in _commands():
        typed, _, given = line.partition(" < ")
        program, *words = shlex.split(typed)
        assert program == "companion"
        done = subprocess.run(
            [sys.executable, "-m", "companion", *words],
            cwd=tmp_path,
            input=(tmp_path / given).read_text(encoding="utf-8") if given else "",
            env={"PYTHONPATH": str(README.parent), "COMPANION_HOME": str(tmp_path / "data")},
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        assert done.returncode == 0, (line, done.stderr)
    page = (tmp_path / "knee.html").read_text(encoding="utf-8")
    assert "What is a trough level" in page
