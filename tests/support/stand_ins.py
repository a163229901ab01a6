"""A browser and a printer that open and print nothing: they write down what they were given."""

from __future__ import annotations

from shlex import quote
from typing import TYPE_CHECKING

from companion.files import programs

if TYPE_CHECKING:
    from pathlib import Path

_SCRIPT = """#!/bin/sh
printf '%s\\n' "$@" >> {given}
/bin/cat >> {read}
case "$*" in *{refused}*) exit 1 ;; esac
exit {code}
"""
SECONDS = 60


class StandIns:
    """Programs of those names in a folder of their own.

    Args:
        place: An empty folder.
    """

    def __init__(self, place: Path) -> None:
        self.folder = place / "bin"
        self.folder.mkdir()
        self._records = place

    def add(self, name: str, code: int = 0, refused: str = "no-such-ending") -> str:
        """Put a program there, and return its path.

        Args:
            name: Its name.
            code: How it ends.
            refused: An ending of file names at which it ends badly.
        """
        program = self.folder / name
        given, read = self._records / f"{name}.given", self._records / f"{name}.read"
        program.write_text(
            _SCRIPT.format(
                given=quote(str(given)), read=quote(str(read)), code=code, refused=refused
            ),
            "utf-8",
        )
        program.chmod(0o700)
        return str(program)

    def given(self, name: str) -> list[str]:
        """Return every word a program was given, of all times it was started."""
        record = self._records / f"{name}.given"
        return record.read_text("utf-8").split("\n")[:-1] if record.exists() else []

    def read(self, name: str) -> str:
        """Return all that a program read."""
        record = self._records / f"{name}.read"
        return record.read_text("utf-8") if record.exists() else ""

    @staticmethod
    def ended() -> None:
        """Wait until every program that was started has ended."""
        for each in programs.STARTED:
            each.wait(SECONDS)
