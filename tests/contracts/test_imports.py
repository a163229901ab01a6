"""What is read from disk when, and that no system lacks what an import needs."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.contracts.source import ROOT, sources

pytestmark = pytest.mark.starts_the_program

HEAVY = ("textual", "rich", "tinydb", "yaml", "markdown_it", "icalendar", "segno")
NOT_ON_EVERY_SYSTEM = ("fcntl", "termios", "resource", "pwd", "grp", "tty", "pty")
"""Modules that Windows does not have."""

AS_ON_WINDOWS = f"""
import importlib, os, sys

class NotThere:
    def __init__(self, finders):
        self.finders = finders

    def find_spec(self, name, path=None, target=None):
        if name in {NOT_ON_EVERY_SYSTEM!r}:
            return None
        specs = (finder.find_spec(name, path, target) for finder in self.finders)
        return next((spec for spec in specs if spec), None)

# What the standard library and the libraries need themselves is theirs to guard.
import asyncio, pathlib, shutil, subprocess, tempfile, unittest.mock
import textual.app, textual.widgets, filelock, tinydb, click, msgspec, platformdirs, yaml
for name in {NOT_ON_EVERY_SYSTEM!r}:
    sys.modules.pop(name, None)
sys.meta_path[:] = [NotThere(list(sys.meta_path))]
for name in ("fdatasync", "link"):
    if hasattr(os, name):
        delattr(os, name)
for name in sys.argv[1:]:
    importlib.import_module(name)
"""


def _python(code: str, *arguments: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def _module_names() -> list[str]:
    names = []
    for source in sources():
        parts = Path(source.name).with_suffix("").parts
        names.append(".".join(parts[:-1] if parts[-1] == "__init__" else parts))
    return [name for name in names if name != "companion.__main__"]


def test_every_module_can_be_imported_where_unix_modules_are_missing() -> None:
    _python(AS_ON_WINDOWS, *_module_names())


def test_the_test_of_imports_would_see_one_that_fails() -> None:
    with pytest.raises(AssertionError, match="fcntl"):
        _python(AS_ON_WINDOWS, "fcntl")


def test_the_command_line_starts_without_the_rooms() -> None:
    code = (
        "import json, sys; import companion.cli.entry; print(json.dumps(sorted("
        f"name for name in sys.modules if name.partition('.')[0] in {('textual', 'rich')!r})))"
    )
    assert json.loads(_python(code)) == []


@pytest.mark.parametrize(
    ("packages", "libraries"),
    [
        (("companion.words", "companion.commands"), ["msgspec", *HEAVY]),
        (("companion.domain",), [*HEAVY]),
    ],
)
def test_the_words_load_nothing_but_the_standard_library_and_the_domain_msgspec_besides(
    packages: tuple[str, ...], libraries: list[str]
) -> None:
    names = [name for name in _module_names() if name.startswith(packages)]
    code = (
        "import importlib, json, sys\n"
        "for name in sys.argv[1:]: importlib.import_module(name)\n"
        f"print(json.dumps(sorted(set(sys.modules) & set({libraries!r}))))"
    )
    assert json.loads(_python(code, *names)) == []


def test_a_room_opens_without_packs_papers_and_calendars_being_loaded() -> None:
    rooms = [
        "companion.ui.home.screen",
        "companion.ui.prepare.screen",
        "companion.ui.visit.screen",
        "companion.ui.compare.screen",
    ]
    later = (
        "yaml",
        "markdown_it",
        "icalendar",
        "segno",
        "companion.exchange.papers.catalogue",
        "companion.markdown",
    )
    code = (
        "import importlib, json, sys\n"
        "import companion.cli.program, companion.cli.commands.note, companion.cli.commands.keys\n"
        "for name in sys.argv[1:]: importlib.import_module(name)\n"
        f"print(json.dumps(sorted(set(sys.modules) & set({later!r}))))"
    )
    assert json.loads(_python(code, *rooms)) == []
