"""`backup`, `restore`, `erase` and what `self-check` tells, from outside."""

from __future__ import annotations

import json
import os
import shutil
import stat
import subprocess
import sys
import time
import zipfile
import zlib
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.unit.cli.program import Program

if TYPE_CHECKING:
    from collections.abc import Callable

COMMANDS = (
    *(
        ("new", "--title", "T"),
        ("plan", "1", "--at", "2026-12-03"),
        ("change", "1", "--title", "x"),
    ),
    *(("undo", "1"), ("open",), ("note", "1"), ("list",), ("show", "1"), ("search", "x")),
    *(("export", "1", "--format", "text"), ("import", "x"), ("packs",), ("check", "x"), ("keys",)),
    *(("backup", "x"), ("restore", "x"), ("erase", "1"), ("where",), ("self-check",), ("demo",)),
)


@pytest.fixture
def program(tmp_path: Path) -> Program:
    return Program(tmp_path / "home")


def folder_of(program: Program, case: str) -> Path:
    return program.home / "cases" / case


# The data folder


@pytest.mark.parametrize(
    "command", [(), *COMMANDS], ids=lambda words: words[0] if words else "home"
)
def test_an_empty_data_folder_is_wrong_usage(program: Program, command: tuple[str, ...]) -> None:
    ended = program.run(*command, "--home=")
    assert ended.code == 2
    assert "--home" in ended.err
    assert ended.err.count("\n") == 1
    assert not program.home.exists()


def test_blanks_are_no_data_folder(program: Program, tmp_path: Path) -> None:
    for given in ("", "  "):
        assert program.run("--home", given, "list").code == 2
    assert list(tmp_path.iterdir()) == []


# Backup


def test_a_dash_is_no_name_for_a_backup(
    program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program.case()
    monkeypatch.chdir(tmp_path)
    done = program.run("backup", "-")
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("A backup is saved as a file, not printed; name one")
    assert not (tmp_path / "-").exists()


def test_a_backup_replaces_no_file_without_a_word(program: Program, tmp_path: Path) -> None:
    program.case()
    backup, letter = tmp_path / "all.zip", tmp_path / "letter"
    letter.write_text("dear", "utf-8")
    assert program.run("backup", str(backup)).code == 0
    before = backup.read_bytes()
    program.case("Another")
    again = program.run("backup", str(backup))
    assert again.code == 1
    assert "earlier backup" in again.err
    assert "--replace" in again.err
    assert backup.read_bytes() == before
    assert "isn't a backup" in program.run("backup", str(letter)).err
    assert letter.read_text("utf-8") == "dear"
    replaced = program.run("backup", "--replace", str(backup))
    assert replaced.code == 0
    assert "2 cases" in replaced.err
    assert backup.read_bytes() != before
    assert {path.name for path in tmp_path.iterdir()} == {"all.zip", "letter", "home"}


def test_the_backup_before_is_kept_when_the_new_one_misses_something(
    program: Program, tmp_path: Path
) -> None:
    case = program.case()
    backup = tmp_path / "all.zip"
    assert program.run("backup", str(backup)).code == 0
    before = backup.read_bytes()
    path = folder_of(program, case) / "case.json"
    path.unlink()
    path.mkdir()
    ended = program.run("backup", "--replace", str(backup))
    assert ended.code == 1
    assert "all.zip.kept-1" in ended.err
    assert str(path) in ended.err
    assert (tmp_path / "all.zip.kept-1").read_bytes() == before
    assert zipfile.is_zipfile(backup)


def test_an_empty_data_folder_can_be_backed_up(program: Program, tmp_path: Path) -> None:
    assert program.run("backup", str(tmp_path / "all.zip")).code == 0
    other = Program(tmp_path / "other")
    assert other.run("restore", str(tmp_path / "all.zip")).code == 0


OWN = (
    *("cases/{case}/case.json", "cases/{case}/new.zip", "cases/new.zip", "derived/new.zip"),
    *("trash/new.zip", "settings.json", "device", "erased", "cases/../cases/{case}/case.json"),
)


@pytest.mark.parametrize("name", OWN)
@pytest.mark.parametrize("writes", ["export", "backup"])
def test_nothing_is_written_among_our_own_files(
    program: Program, tmp_path: Path, writes: str, name: str
) -> None:
    case = program.case()
    program.run("note", case, typed="one\n")
    (program.home / "trash").mkdir()
    (tmp_path / "linked").symlink_to(program.home)
    before = {path: path.read_bytes() for path in program.home.rglob("*") if path.is_file()}
    for home in (program.home, tmp_path / "linked"):
        target = str(home / name.format(case=case))
        command = {
            "export": ("export", case, "--format", "json", "-o", target),
            "backup": ("backup", "--replace", target),
        }[writes]
        ended = program.run(*command)
        assert ended.code == 1, name
        assert "Companion's own" in ended.err
    after = {path: path.read_bytes() for path in program.home.rglob("*") if path.is_file()}
    assert after == before


@pytest.mark.parametrize("way", ["hard link", "another home", "moved folder", "relative", "copy"])
def test_no_store_is_written_over_by_whatever_way_it_is_reached(
    program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, way: str
) -> None:
    case = program.case()
    store = folder_of(program, case) / "case.json"
    target, asked = store, program
    if way == "hard link":
        target = tmp_path / "linked.json"
        os.link(store, target)
    elif way == "copy":
        target = Path(shutil.copy(store, tmp_path / "copy.json"))
    elif way == "another home":
        asked = Program(tmp_path / "other")
        asked.case()
    elif way == "moved folder":
        shutil.move(folder_of(program, case), tmp_path / "elsewhere")
        folder_of(program, case).symlink_to(tmp_path / "elsewhere")
        target = tmp_path / "elsewhere" / "new.json"
    before = store.read_bytes()
    name = str(target)
    if way == "relative":
        monkeypatch.chdir(store.parent)
        name = "case.json"
    ended = asked.run("export", "1", "--format", "json", "-o", name)
    assert ended.code == 1
    assert "Companion's own" in ended.err
    assert store.read_bytes() == before


def test_an_export_may_replace_an_export(program: Program, tmp_path: Path) -> None:
    case = program.case()
    target = str(tmp_path / "out.json")
    for _ in range(2):
        ended = program.run("export", case, "--format", "json", "-o", target)
        assert ended.code == 0
        assert "Only your account can open it" in ended.err


@pytest.mark.parametrize(
    ("made", "why"),
    [
        (Path.mkdir, "it's a folder"),
        (os.mkfifo, "it isn't an ordinary file"),
        (lambda path: path.symlink_to("/nowhere"), "it's a link"),
    ],
    ids=["folder", "pipe", "link"],
)
def test_what_is_no_file_is_no_place_for_a_backup(
    program: Program, tmp_path: Path, made: Callable[[Path], None], why: str
) -> None:
    made(tmp_path / "there")
    for more in ((), ("--replace",)):
        ended = program.run("backup", *more, str(tmp_path / "there"))
        assert ended.code == 1
        assert why in ended.err
        assert ended.err.count("\n") == 1
    assert os.path.lexists(tmp_path / "there")


# Restore


def test_two_restores_at_once_bring_back_each_case_once(program: Program, tmp_path: Path) -> None:
    cases = sorted(program.case(f"case {number}") for number in range(6))
    backup = tmp_path / "all.zip"
    program.run("backup", str(backup))
    other = tmp_path / "other"
    running = [
        subprocess.Popen(
            [sys.executable, "-m", "companion", "--home", str(other), "restore", str(backup)],
            stderr=subprocess.PIPE,
        )
        for _ in range(3)
    ]
    said = [one.communicate()[1].decode() for one in running]
    assert all("bug in Companion" not in one for one in said)
    assert sorted(path.name for path in (other / "cases").iterdir()) == cases
    assert "Everything can be read" in Program(other).run("self-check").err


def test_after_a_restore_every_command_is_of_one_laptop(program: Program, tmp_path: Path) -> None:
    case = program.case()
    backup = str(tmp_path / "all.zip")
    program.run("backup", backup)
    other = Program(tmp_path / "other")
    assert other.run("restore", backup).code == 0
    for number in range(3):
        other.run("note", case, typed=f"{number}\n")
    stores = [path.read_text("utf-8") for path in folder_of(other, case).glob("visit-*.json")]
    made = {note["created_by"] for raw in stores for note in json.loads(raw)["notes"].values()}
    assert made == {(other.home / "device").read_text("utf-8").split()[0]}


def test_an_unpacked_backup_and_a_damaged_store_come_back(program: Program, tmp_path: Path) -> None:
    case = program.case()
    program.run("note", case, typed="one\n")
    before = program.export(case)
    program.run("backup", str(tmp_path / "all.zip"))
    shutil.unpack_archive(tmp_path / "all.zip", tmp_path / "all")
    for path in folder_of(program, case).glob("visit-*"):
        path.write_bytes(b"")
    ended = program.run("restore", str(tmp_path / "all"))
    assert ended.code == 0
    assert "came back" in ended.err
    assert program.export(case) == before
    assert "--set-aside" in program.run("self-check").out


@pytest.mark.parametrize("raw", [b"", b"PK\x03\x04" * 400, b"PK\x05\x06" + b"\xff" * 300, b"{}"])
def test_what_is_no_backup_is_one_sentence(program: Program, tmp_path: Path, raw: bytes) -> None:
    (tmp_path / "bad.zip").write_bytes(raw)
    ended = program.run("restore", str(tmp_path / "bad.zip"))
    assert ended.code == 1
    assert ended.err.count("\n") == 1
    assert "bug in Companion" not in ended.err


@pytest.mark.parametrize("made", [Path.mkdir, os.mkfifo, lambda path: path.symlink_to("/dev/zero")])
def test_what_can_be_no_backup_is_one_sentence(
    program: Program, tmp_path: Path, made: Callable[[Path], None]
) -> None:
    made(tmp_path / "bad")
    ended = program.run("restore", str(tmp_path / "bad"))
    assert ended.code == 1
    assert ended.err.count("\n") == 1
    assert "bug in Companion" not in ended.err


def test_a_small_zip_that_becomes_large_takes_little_memory(
    program: Program, tmp_path: Path
) -> None:
    resource = pytest.importorskip("resource")
    bomb = tmp_path / "bomb.zip"
    sums, content = {}, bytes(1 << 26)
    packer = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    packed, crc = packer.compress(content) + packer.flush(), zlib.crc32(content)
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_STORED) as archive:
        for number in range(64):
            name = f"cases/abcdefgh{number:08d}/case.json"
            sums[name] = "0" * 64
            entry = zipfile.ZipInfo(name)
            archive.writestr(entry, packed)
            # Packed once, and told so in the list of the zip only, by which it is read.
            entry.compress_type, entry.file_size, entry.CRC = zipfile.ZIP_DEFLATED, 1 << 26, crc
        manifest = {"format": "companion-backup", "version": 1, "files": sums}
        archive.writestr("manifest.json", json.dumps(manifest))
    limit = 700 << 20
    ended = subprocess.run(
        [sys.executable, "-m", "companion", "--home", str(program.home), "restore", str(bomb)],
        capture_output=True,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (limit, limit)),
        check=False,
    )
    assert ended.returncode == 1
    assert b"larger than a backup" in ended.stderr


# Erase


@pytest.mark.parametrize("typed", [b"", b"\n", b"   \n", b"\t\n", b"Other\n", b"\xef\xbb\xbf\n"])
@pytest.mark.parametrize("title", ["", "Left knee", "  ", "\n"])
def test_nothing_typed_confirms_nothing(program: Program, typed: bytes, title: str) -> None:
    case = program.run("new", "--title", title).line
    ended = program.run("erase", case, typed=typed)
    assert ended.code == 1
    assert "nothing was erased" in ended.err
    assert program.run("list", "--json").json[0]["id"] == case


@pytest.mark.parametrize(
    ("title", "typed"),
    [
        ("Left knee", "Left knee\n"),
        ("Left knee", "  Left knee\r\n"),
        ("  Left knee ", "Left knee\n"),
        ("Café", "Cafe\u0301\n"),
        ("two\nlines", "two lines\n"),
    ],
)
def test_the_title_confirms_as_it_is_seen(program: Program, title: str, typed: str) -> None:
    case = program.run("new", "--title", title).line
    ended = program.run("erase", case, typed=typed)
    assert ended.code == 0, ended.err
    assert program.run("list", "--json").json == []


@pytest.mark.parametrize("title", ["", "  ", "Left knee"])
def test_the_id_confirms(program: Program, title: str) -> None:
    case = program.run("new", "--title", title).line
    assert program.run("erase", case, typed=f"{case[:-1]}\n").code == 1
    assert program.run("erase", case, typed=f"{case}\n").code == 0


def test_a_case_in_the_trash_is_erased_by_its_id_or_the_beginning_of_that(
    program: Program,
) -> None:
    for given in (16, 5):
        case = program.case("Left knee")
        listed = program.case("Right knee")
        program.run("note", case, typed="canary 4711\n")
        trash = program.home / "trash"
        trash.mkdir(exist_ok=True)
        folder_of(program, case).rename(trash / f"20261130t000000-{case}")
        assert program.run("erase", case[:given], typed="Right knee\n").code == 1
        ended = program.run("erase", case[:given], typed="Left knee\n")
        assert ended.code == 0, ended.err
        assert list(trash.iterdir()) == []
        assert not any(case in path.name for path in (program.home / "derived").iterdir())
        assert program.run("list", "--json").json[0]["id"] == listed
        assert program.run("erase", "1", "--yes").code == 0
    assert program.run("erase", case, "--yes").code == 1


@pytest.mark.parametrize("command", [("new", "--title", "T"), ("note", "1"), ("undo", "1")])
def test_any_command_that_writes_ends_what_an_erasing_left(
    program: Program, command: tuple[str, ...]
) -> None:
    kept, case = program.case("Kept"), program.case("Gone")
    program.run("note", kept, typed="one\n")
    folder = folder_of(program, case)
    folder.rename(f"{folder}.erased-a1b2c3d4")
    assert program.run("self-check").code == 1
    assert case not in program.run("list").out
    assert program.run(*command, typed="two\n").code == 0
    assert [path.name for path in folder.parent.iterdir() if case in path.name] == []
    assert case in (program.home / "erased").read_text("utf-8")


def test_any_command_that_writes_empties_the_trash_of_what_is_due(program: Program) -> None:
    case = program.case()
    trash = program.home / "trash"
    trash.mkdir()
    for stamp in ("20240101t000000", time.strftime("%Y%m%dt%H%M%S", time.gmtime())):
        shutil.copytree(folder_of(program, case), trash / f"{stamp}-{case}")
    program.run("list")
    assert len(list(trash.iterdir())) == 2
    program.case("Another")
    assert len(list(trash.iterdir())) == 1


def test_a_number_is_never_one_of_the_trash(program: Program) -> None:
    listed = program.case("Listed")
    first, second, none = [digit for digit in "23456789" if digit != listed[0]][:3]
    trash = program.home / "trash"
    trash.mkdir()
    for begins in (first, second):
        shutil.copytree(
            folder_of(program, listed), trash / f"20261130t000000-{begins}bcdefgh12345678"
        )
    assert program.run("erase", second, "--yes").code == 0
    assert [path.name[-16:] for path in trash.iterdir()] == [f"{first}bcdefgh12345678"]
    assert program.run("erase", none, "--yes").code == 1
    assert program.run("erase", "1", "--yes").code == 0
    assert len(list(trash.iterdir())) == 1


# Self-check


@pytest.mark.skipif(os.name != "posix", reason="modes are those of POSIX")
def test_a_folder_that_is_open_to_others_is_told_and_closed_by_writing(program: Program) -> None:
    case = program.case()
    assert program.run("self-check").code == 0
    for path in (program.home, *program.home.rglob("*")):
        path.chmod(0o777 if path.is_dir() else 0o666)
    told = program.run("self-check")
    assert told.code == 1
    assert str(folder_of(program, case)) in told.out
    assert stat.S_IMODE(program.home.stat().st_mode) == 0o777
    program.run("note", case, typed="one\n")
    assert program.run("self-check").code == 0
    assert stat.S_IMODE(program.home.stat().st_mode) == 0o700


@pytest.mark.skipif(os.name != "posix", reason="modes are those of POSIX")
def test_a_folder_that_others_use_is_left_as_it_is(program: Program) -> None:
    program.home.mkdir()
    (program.home / "Letters").mkdir()
    program.home.chmod(0o755)
    program.case()
    assert stat.S_IMODE(program.home.stat().st_mode) == 0o755
    assert stat.S_IMODE((program.home / "cases").stat().st_mode) == 0o700
    told = program.run("self-check")
    assert told.code == 1
    assert str(program.home) in told.out


@pytest.mark.parametrize(
    "name",
    ["case.json.damaged-1", "case.conflict-1.json", "case.draft-ab12.json"],
)
def test_what_is_set_aside_is_told_with_the_way_to_read_it(program: Program, name: str) -> None:
    case = program.case()
    (folder_of(program, case) / name).write_bytes(b"words")
    told = program.run("self-check").out
    assert name in told
    assert f"companion show {case} --set-aside" in told
