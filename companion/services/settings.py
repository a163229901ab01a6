"""Settings that are remembered between starts, and the user's own keys."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from companion.domain.text import decode_file
from companion.files.atomic_write import write_whole
from companion.files.paths import join
from companion.files.places import Places
from companion.storage.errors import reason
from companion.storage.layout import free_name
from companion.words import settings as words
from companion.words.habits import habit_of

if TYPE_CHECKING:
    from companion.services.context import AppContext

LIMIT = 64 * 1024
_KEPT = "kept"


THEMES = (
    *("companion-dark", "companion-light"),
    *("companion-high-contrast", "companion-high-contrast-light"),
)
"""Names of the colour themes."""
_THEME = "theme"
_LOCALE = "locale"


class SettingsFile:
    """A small JSON file in the data folder, and the user's own keys beside it.

    Missing files count as empty; broken ones do too, and `problems` says so.
    """

    def __init__(self, context: AppContext) -> None:
        self._files = context.files
        self._places = Places(context.home)
        self._now = context.now
        self._in_memory = context.in_memory
        self._told: list[str] = []
        self._broken = False
        self._values = self._read()
        self._keymap = self._read_keymap()
        if self._values.get(_THEME, self.theme) != self.theme:
            self._told.append(words.no_such_colors(self._places.settings))
        if self._values.get(_LOCALE, "") != self.locale:
            self._told.append(words.no_such_country(self._places.settings))

    @property
    def problems(self) -> tuple[str, ...]:
        """Everything in these files that cannot be used, a sentence each."""
        return tuple(self._told)

    def _read(self) -> dict[str, Any]:
        path = self._places.settings
        data = self._bytes_of(path)
        if data is None:
            return {}
        try:
            values = json.loads(data)
        except (ValueError, RecursionError):
            values = None
        if isinstance(values, dict):
            return values
        self._broken = True
        self._told.append(words.settings_broken(path))
        return {}

    def _read_keymap(self) -> str:
        return decode_file(self._bytes_of(self._places.keymap) or b"")

    def _bytes_of(self, path: str) -> bytes | None:
        """Return the content of a file; None where there is none, or none that can be read."""
        try:
            return self._files.read(path, limit=LIMIT)
        except FileNotFoundError:
            return None
        except OSError as error:
            self._broken = self._broken or path == self._places.settings
            self._told.append(words.cannot_be_used(path, reason(error)))
            return None

    @property
    def theme(self) -> str | None:
        """The colour theme chosen last."""
        name = self._values.get(_THEME)
        return name if name in THEMES else None

    @property
    def locale(self) -> str:
        """The locale whose habits days and times follow; empty for the laptop's own."""
        name = self._values.get(_LOCALE)
        return name if isinstance(name, str) and habit_of(name) is not None else ""

    def keep_theme(self, name: str) -> None:
        """Remember the theme; on a full disk it is asked for again next time."""
        path = self._places.settings
        if self._broken and not self._put_aside(path):
            return
        self._broken = False
        self._values[_THEME] = name
        self._write(path, json.dumps(self._values).encode())

    def _put_aside(self, path: str) -> bool:
        """Rename a broken file; return False where the disk refuses, and leave it."""
        try:
            self._files.replace(path, free_name(self._files, path, _KEPT))
        except OSError:
            return False
        return True

    def keymap_text(self) -> str:
        """Return the user's own keys as written; empty when there is no such file."""
        return self._keymap

    @property
    def keymap_path(self) -> str:
        """The path of the user's own keys, whether the file is there or not."""
        return self._places.keymap

    def keep_crash_report(self, report: str) -> str | None:
        """Write a report and return its path; None where none is written."""
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
