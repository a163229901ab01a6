"""Where the measuring takes place: the Python, a scratch folder on a real disk, the homes."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.bench.homes import Home, case, make_home
from tests.bench.instrument.session import PATIENCE, Session
from tests.bench.measures.leaving import leave
from tests.bench.programs import companion

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).parents[2]
_IN_MEMORY = ("tmpfs", "ramfs")


class NotHereError(Exception):
    """What a row needs is not on this machine."""


@dataclass
class Setting:
    """What every row is given."""

    python: str
    """The interpreter that has the companion installed."""
    scratch: str
    """A folder that is removed at the end."""
    rounds: int
    """How often each program is started; some rows take a multiple."""
    say: Callable[[str], None]
    """Told what is going on."""
    _homes: dict[str, Home] = field(default_factory=dict)

    def home(self, visits: int) -> Home:
        """A home with so many visits, made when it is first asked for; what is typed stays."""
        name = f"visits-{visits}"
        if name not in self._homes:
            self._homes[name] = self._made(name, case(visits))
            self._open_once(self._homes[name])
        return self._homes[name]

    def fresh(self, *, notes: int = 0, minutes: int | None = None) -> Home:
        """A home with one visit, as it was before anybody typed."""
        name = f"to-copy-notes-{notes}-minutes-{minutes or 0}"
        if name not in self._homes:
            self._homes[name] = self._made(name, case(1, notes=notes, minutes=minutes))
        return self._homes[name].copied(os.path.join(self.scratch, "run"))

    def _made(self, name: str, content: dict[str, Any]) -> Home:
        self.say(f"a home: {name}")
        return make_home(self.python, os.path.join(self.scratch, name), content)

    def _open_once(self, home: Home) -> None:
        """What the first opening after an import works out anew is not measured again and again."""
        with Session(companion(self.python, home)) as session:
            session.wait_for(session.program.ready)
            session.settle(1.0, patience=PATIENCE)
            leave(session)


def file_system(path: str) -> str:
    """What kind of file system a folder lies on; `unknown` where the system does not say."""
    mounts = Path("/proc/self/mounts")
    if not mounts.exists():
        return "unknown"
    lines = [line.split()[1:3] for line in mounts.read_text(encoding="utf-8").splitlines()]
    folder = Path(path).resolve()
    holding = [(len(place), kind) for place, kind in lines if folder.is_relative_to(place)]
    return max(holding)[1]


def scratch_folder() -> str:
    """A new folder on a disk that keeps things.

    Raises:
        NotHereError: All there is lies in memory.
    """
    for parent in (tempfile.gettempdir(), "/var/tmp", str(ROOT.parent)):  # noqa: S108
        if os.access(parent, os.W_OK) and file_system(parent) not in _IN_MEMORY:
            return tempfile.mkdtemp(prefix="bench-", dir=parent)
    raise NotHereError("There is no folder on a disk to measure in.")


def installed(scratch: str) -> str:
    """A fresh environment with this program installed as anybody installs it; its Python."""
    folder = os.path.join(scratch, "environment")
    python = os.path.join(folder, "bin", "python")
    subprocess.run([sys.executable, "-m", "venv", folder], check=True)
    install = [python, "-m", "pip", "install", "--quiet", str(ROOT)]
    subprocess.run(install, check=True, capture_output=True)
    return python


def beside(python: str) -> str:
    """A Python that has the program installed beside it.

    Raises:
        NotHereError: It has not.
    """
    found = os.path.abspath(python)
    if not shutil.which("companion", path=os.path.dirname(found)):
        raise NotHereError(f"The companion is not installed beside {python}.")
    return found
