"""The harness in a real terminal, and what it kept."""

from __future__ import annotations

import json
import os
import sys
import termios
from typing import TYPE_CHECKING, Any, Final

from tests.terminal.screen import Terminal

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

TEXT: Final = "HARNESS_TEXT"
"""The variable that names the file the harness keeps its text in."""
COMMAND: Final = (sys.executable, "-m", "tests.terminal.surface.harness")
SAVE: Final = "\x1b[24~"
"""F12, which keeps the text in its file."""


class Desk(Terminal):
    """A terminal with the harness in it."""

    def __init__(
        self,
        folder: Path,
        *,
        command: tuple[str, ...] = COMMAND,
        env: Mapping[str, str] | None = None,
        **options: Any,  # noqa: ANN401 - what a terminal takes
    ) -> None:
        self.kept_in = folder / "text"
        super().__init__(
            command, rows=12, columns=60, env={TEXT: str(self.kept_in), **(env or {})}, **options
        )
        self.wait_for("READY")

    @property
    def kept(self) -> str:
        """The text as it was at the last edit."""
        text: str = json.loads(self.kept_in.read_text("utf-8")) if self.kept_in.exists() else ""
        return text

    @property
    def saved(self) -> str:
        """The text as it was saved at the end."""
        text: str = json.loads(self.kept_in.with_name("text.saved").read_text("utf-8"))
        return text

    def wait_for_text(self, text: str) -> None:
        """Read until this, and nothing else, is the text."""
        self.wait_for(lambda: self.kept == text)

    def gap(self, seconds: float) -> None:
        """Let so much time pass between two keys, reading on."""
        self.pump(seconds)

    def set_as_a_shell_does(self) -> None:
        """Set the terminal as it was before the program came."""
        slave = os.open(self._slave_name, os.O_RDWR | os.O_NOCTTY)
        termios.tcsetattr(slave, termios.TCSANOW, self.settings_before)
        os.close(slave)
