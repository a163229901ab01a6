"""What is open to others is closed where this program made it, and told where it did not."""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING

import pytest

from companion.files import DiskFiles
from companion.storage.privacy import close_to_others, open_to_others

if TYPE_CHECKING:
    from pathlib import Path

CASE = "caseabcdefgh1234"
pytestmark = pytest.mark.skipif(os.name != "posix", reason="modes are those of POSIX")


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A data folder that is open to everybody."""
    home = tmp_path / "home"
    for folder in (f"cases/{CASE}", f"trash/20260101t000000-{CASE}", "derived"):
        (home / folder).mkdir(parents=True)
    for name in ("case.json", "case.json.journal", "visit-abcdefgh.conflict-1.json", "case.lock"):
        (home / "cases" / CASE / name).touch()
    for name in ("device", "erased", f"derived/{CASE}.search-0", "settings.json"):
        (home / name).touch()
    for path in (home, *home.rglob("*")):
        path.chmod(0o777 if path.is_dir() else 0o666)
    return home


def modes(place: Path) -> set[int]:
    return {stat.S_IMODE(path.stat().st_mode) for path in (place, *place.rglob("*"))}


def told(home: Path) -> dict[str, bool]:
    return {each.path: each.ours for each in open_to_others(DiskFiles(), str(home))}


def test_all_that_is_open_is_told_and_closed(home: Path) -> None:
    assert str(home) in told(home)
    assert str(home / "cases" / CASE) in told(home)
    before = modes(home)
    told(home)
    assert modes(home) == before
    close_to_others(DiskFiles(), str(home), thorough=False)
    assert modes(home) == {0o700, 0o600}
    assert told(home) == {}


@pytest.mark.parametrize("mode", [0o640, 0o604, 0o610, 0o602, 0o660])
def test_a_file_that_is_open_in_any_way_is_told_and_closed_by_a_thorough_look(
    home: Path, mode: int
) -> None:
    close_to_others(DiskFiles(), str(home), thorough=False)
    file = home / "cases" / CASE / "case.json"
    file.chmod(mode)
    (found,) = open_to_others(DiskFiles(), str(home))
    assert (found.path, found.itself, found.files) == (str(file.parent), False, (str(file),))
    close_to_others(DiskFiles(), str(home), thorough=True)
    assert told(home) == {}


@pytest.mark.parametrize("mode", [0o750, 0o701, 0o755, 0o710, 0o770])
@pytest.mark.parametrize("name", ["", "cases", f"cases/{CASE}", "derived", "trash"])
def test_a_folder_that_is_open_in_any_way_is_told_and_closed(
    home: Path, name: str, mode: int
) -> None:
    close_to_others(DiskFiles(), str(home), thorough=False)
    (home / name).chmod(mode)
    assert str(home / name).rstrip("/") in {path.rstrip("/") for path in told(home)}
    close_to_others(DiskFiles(), str(home), thorough=False)
    assert modes(home) == {0o700, 0o600}


@pytest.mark.parametrize("other", ["Letters", "notes.txt", ".config", "cases2"])
def test_a_data_folder_that_holds_other_things_too_is_told_and_left(home: Path, other: str) -> None:
    (home / other).mkdir()
    close_to_others(DiskFiles(), str(home), thorough=True)
    assert told(home) == {str(home): False}
    assert stat.S_IMODE(home.stat().st_mode) == 0o777
    assert modes(home / "cases") == {0o700, 0o600}


@pytest.mark.parametrize("name", ["derived", "trash", "cases", f"cases/{CASE}", ""])
def test_what_a_link_leads_to_is_left(home: Path, tmp_path: Path, name: str) -> None:
    shared = tmp_path / "shared"
    path = home / name if name else home
    path.rename(shared)
    path.symlink_to(shared)
    for each in (shared, *shared.rglob("*")):
        each.chmod(0o755 if each.is_dir() else 0o644)
    close_to_others(DiskFiles(), str(home), thorough=True)
    assert stat.S_IMODE(shared.stat().st_mode) == 0o755
    assert told(home)[str(path)] is False
