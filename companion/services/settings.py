"""What is remembered between starts, besides cases."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from companion.files.paths import join
from companion.files.places import Places
from companion.files.whole import write_whole

if TYPE_CHECKING:
    from companion.services.surroundings import Surroundings

LIMIT = 64 * 1024


class SettingsFile:
    """A small JSON file in the data folder; missing or broken, it counts as empty."""

    def __init__(self, surroundings: Surroundings) -> None:
        self._files = surroundings.files
        self._places = Places(surroundings.home)
        self._now = surroundings.now
        self._in_memory = surroundings.in_memory
        self._values = self._read()

    def _read(self) -> dict[str, Any]:
        try:
            values = json.loads(self._files.read(self._places.settings, limit=LIMIT))
        except (OSError, ValueError, RecursionError):
            return {}
        return values if isinstance(values, dict) else {}

    @property
    def theme(self) -> str | None:
        """The name of the colours chosen last."""
        name = self._values.get("theme")
        return name if isinstance(name, str) else None

    @property
    def locale(self) -> str:
        """The locale in whose habit days and times are told; empty for the laptop's own."""
        name = self._values.get("locale")
        return name if isinstance(name, str) else ""

    def keep_theme(self, name: str) -> None:
        """Remember the colours; a full disk only means that they are asked for again."""
        self._values["theme"] = name
        self._write(self._places.settings, json.dumps(self._values).encode())

    def keymap_text(self) -> str:
        """The user's own keys as written; empty when there is no such file."""
        try:
            return self._files.read(self._places.keymap, limit=LIMIT).decode("utf-8", "replace")
        except OSError:
            return ""

    @property
    def keymap_path(self) -> str:
        """Where the user's own keys would stand."""
        return self._places.keymap

    def keep_crash_report(self, report: str) -> str | None:
        """Keep a report; where it lies, or None where none is kept."""
        if self._in_memory:
            return None
        path = join(self._places.home, f"crash-{self._now():%Y%m%d-%H%M%S}.txt")
        return path if self._write(path, report.encode()) else None

    def _write(self, path: str, data: bytes) -> bool:
        try:
            self._files.make_folder(self._places.home)
            write_whole(self._files, path, data)
        except OSError:
            return False
        return True
