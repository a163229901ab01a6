"""The wheel: built, installed beside nothing of ours, and run from an empty folder."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path
from zipfile import ZipFile

import pytest

ROOT = Path(__file__).parents[2]
ON_WINDOWS = os.name == "nt"


def _run(*command: str | Path, cwd: Path, env: dict[str, str] | None = None) -> str:
    done = subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env=env,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel as `python -m build` makes it from the checkout."""
    folder = tmp_path_factory.mktemp("wheel")
    build = (sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder)
    _run(*build, ROOT, cwd=ROOT)
    (made,) = folder.glob("*.whl")
    return made


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A virtual environment with the wheel alone; its libraries are those of this run."""
    place = tmp_path_factory.mktemp("installed")
    venv.create(place, with_pip=False, symlinks=not ON_WINDOWS)
    names = {"base": str(place), "platbase": str(place)}
    packages = Path(sysconfig.get_path("purelib", "venv", names))
    (packages / "libraries.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
    scripts = Path(sysconfig.get_path("scripts", "venv", names))
    python = scripts / ("python.exe" if ON_WINDOWS else "python")
    pip = (sys.executable, "-m", "pip", "--python", python, "install", "--no-deps", "--no-index")
    _run(*pip, "--ignore-installed", wheel, cwd=place)
    return scripts


def test_the_wheel_carries_the_packs_and_leaves_the_notes_of_decisions_out(wheel: Path) -> None:
    names = set(ZipFile(wheel).namelist())
    assert {f"companion/_content/{pack}/pack.md" for pack in ("general", "hemophilia")} <= names
    assert "companion/py.typed" in names
    assert not [name for name in names if name.endswith("DECISIONS.md") or "tests/" in name]


def test_every_file_of_the_packs_is_in_the_wheel(wheel: Path) -> None:
    names = set(ZipFile(wheel).namelist())
    ours = [path.relative_to(ROOT / "content") for path in (ROOT / "content").rglob("*.md")]
    assert ours
    assert [path for path in ours if f"companion/_content/{path.as_posix()}" not in names] == []


@pytest.mark.promise("command.json-lists")
def test_the_installed_program_knows_its_packs_in_an_empty_folder(
    installed: Path, tmp_path: Path
) -> None:
    clean = {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}
    listed = json.loads(_run(installed / "companion", "packs", "--json", cwd=tmp_path, env=clean))
    ours = {pack.parent.name for pack in (ROOT / "content").glob("*/pack.md")}
    assert {"general", "cancer", "hemophilia", "leukemia"} <= ours
    assert {pack["id"] for pack in listed} == ours
    assert all(str(installed.parent) in pack["path"] for pack in listed)
    assert list(tmp_path.iterdir()) == []


def test_the_installed_program_makes_and_shows_a_case(installed: Path, tmp_path: Path) -> None:
    home = str(tmp_path / "data")
    program = installed / "companion"
    made = _run(program, "--home", home, "new", "--title", "Left knee", cwd=tmp_path).strip()
    assert made
    assert "Left knee" in _run(program, "--home", home, "list", cwd=tmp_path)
