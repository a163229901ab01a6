"""The seam: the real disk and the one in memory do the same; nothing follows a link or waits."""

from __future__ import annotations

import errno
import os
import stat
import sys
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.files import DiskFiles, Files, find_home, is_file, join, write_whole
from companion.files.memory import MemoryFiles

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@pytest.fixture(params=["disk", "memory"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[Files, str]:
    if request.param == "disk":
        return DiskFiles(), str(tmp_path)
    files = MemoryFiles()
    files.make_folder("/tmp")  # noqa: S108 - in memory
    return files, "/tmp"  # noqa: S108


def put(files: Files, path: str, content: bytes) -> None:
    handle = files.create(path)
    files.write_all(handle, content)
    files.sync(handle)
    files.datasync(handle)
    files.close(handle)


def test_what_is_written_is_read(place: tuple[Files, str]) -> None:
    files, folder = place
    path = join(folder, "a")
    put(files, path, b"one")
    handle = files.open_append(path)
    files.write_all(handle, b" two")
    files.close(handle)
    assert files.read(path) == b"one two"
    found = files.info(path)
    assert (found.size, found.regular, found.folder) == (7, True, False)


def test_errors_are_those_of_the_system(place: tuple[Files, str]) -> None:
    files, folder = place
    path, gone = join(folder, "a"), join(folder, "gone")
    put(files, path, b"one")
    for act in (files.read, files.open_append, files.unlink, files.info, files.list_folder):
        with pytest.raises(FileNotFoundError):
            act(gone)
    with pytest.raises(FileExistsError):
        files.create(path)
    with pytest.raises(FileExistsError):
        files.link(path, path)
    with pytest.raises(FileNotFoundError):
        files.create(join(gone, "b"))
    with pytest.raises(FileNotFoundError):
        files.replace(gone, path)
    with pytest.raises(OSError, match=os.strerror(errno.EFBIG)) as caught:
        files.read(path, limit=2)
    assert caught.value.errno == errno.EFBIG
    with pytest.raises(IsADirectoryError):
        files.read(folder)
    files.unlink_if_there(gone)
    assert not files.exists(gone)


def test_names_are_moved_and_linked(place: tuple[Files, str]) -> None:
    files, folder = place
    one, two = join(folder, "one"), join(folder, "two")
    put(files, one, b"1")
    put(files, two, b"2")
    files.link(one, join(folder, "three"))
    files.replace(one, two)
    assert files.list_folder(folder) == ["three", "two"]
    assert files.read(two) == files.read(join(folder, "three")) == b"1"
    assert files.info(two).inode == files.info(join(folder, "three")).inode
    files.sync_folder(folder)


def test_folders_are_made_moved_and_removed(place: tuple[Files, str]) -> None:
    files, folder = place
    deep = join(folder, "a", "b")
    files.make_folder(deep)
    files.make_folder(deep)
    put(files, join(deep, "c"), b"c")
    files.replace(join(folder, "a"), join(folder, "z"))
    assert files.read(join(folder, "z", "b", "c")) == b"c"
    with pytest.raises(OSError, match=os.strerror(errno.ENOTEMPTY)):
        files.remove_folder(join(folder, "z", "b"))
    files.unlink(join(folder, "z", "b", "c"))
    files.remove_folder(join(folder, "z", "b"))
    assert files.list_folder(join(folder, "z")) == []


def test_a_whole_file_is_old_or_new_and_leaves_nothing_beside_it(place: tuple[Files, str]) -> None:
    files, folder = place
    path = join(folder, "export.md")
    write_whole(files, path, b"first")
    write_whole(files, path, b"second")
    assert files.list_folder(folder) == ["export.md"]
    assert files.read(path) == b"second"


@pytest.mark.promise("files.private")
@pytest.mark.skipif(os.name != "posix", reason="modes and links are those of POSIX")
def test_files_and_folders_that_are_made_are_closed_to_others(tmp_path: Path) -> None:
    files, wide = DiskFiles(), tmp_path / "wide"
    wide.mkdir(mode=0o755)
    before = os.umask(0)
    try:
        files.make_folder(str(wide))
        files.make_folder(str(tmp_path / "new" / "inner"))
        write_whole(files, str(wide / "a"), b"a")
        (wide / "open").touch(mode=0o666)
        files.close(files.open_append(str(wide / "open")))
    finally:
        os.umask(before)
    for folder in (tmp_path / "new", tmp_path / "new" / "inner"):
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    for file in (wide / "a", wide / "open"):
        assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(wide.stat().st_mode) == 0o755


@pytest.mark.skipif(os.name != "posix", reason="modes and links are those of POSIX")
def test_what_is_closed_to_others_is_ours_and_no_link(tmp_path: Path) -> None:
    files = DiskFiles()
    folder, file, shared = tmp_path / "folder", tmp_path / "file", tmp_path / "shared"
    folder.mkdir()
    folder.chmod(0o777)
    file.touch()
    file.chmod(0o666)
    shared.mkdir()
    shared.chmod(0o1777)
    (tmp_path / "link").symlink_to(shared)
    for path in (folder, file, shared):
        assert files.info(str(path)).open_to_others
        files.close_to_others(str(path))
    with pytest.raises(OSError, match=r"\[Errno"):
        files.close_to_others(str(tmp_path / "link"))
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(shared.stat().st_mode) == 0o1777
    assert not files.info(str(folder)).open_to_others


@pytest.mark.skipif(os.name != "posix", reason="modes and links are those of POSIX")
def test_a_disk_without_modes_is_written_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object) -> None:
        raise PermissionError(errno.EPERM, os.strerror(errno.EPERM))

    monkeypatch.setattr(os, "fchmod", refused)
    (tmp_path / "wide").touch(mode=0o644)
    files = DiskFiles()
    files.close(files.open_append(str(tmp_path / "wide")))
    files.close_to_others(str(tmp_path / "wide"))
    assert files.info(str(tmp_path / "wide")).open_to_others


@pytest.mark.skipif(os.name != "posix", reason="modes and links are those of POSIX")
def test_links_and_pipes_are_neither_followed_nor_waited_for(tmp_path: Path) -> None:
    files = DiskFiles()
    (tmp_path / "target").write_bytes(b"precious")
    (tmp_path / "link").symlink_to(tmp_path / "target")
    os.mkfifo(tmp_path / "pipe")
    for name in ("link", "pipe"):
        path = str(tmp_path / name)
        for act in (files.read, files.open_append):
            with pytest.raises(OSError, match=r"\[Errno"):
                act(path)
        with pytest.raises(OSError, match=r"\[Errno"):
            write_whole(files, path, b"gone")
    assert (tmp_path / "target").read_bytes() == b"precious"
    with pytest.raises(IsADirectoryError):
        write_whole(files, str(tmp_path), b"gone")


def test_a_short_write_is_gone_on_with() -> None:
    class Short(MemoryFiles):
        def write(self, handle: int, data: bytes) -> int:
            return super().write(handle, data[:3])

    files = Short()
    files.make_folder("/d")
    put(files, "/d/a", b"more than three")
    assert files.read("/d/a") == b"more than three"


def test_a_disk_that_takes_nothing_is_an_error() -> None:
    class Stuck(MemoryFiles):
        def write(self, handle: int, data: bytes) -> int:
            return 0

    files = Stuck()
    files.make_folder("/d")
    with pytest.raises(OSError, match="took nothing"):
        put(files, "/d/a", b"x")


def test_a_system_without_the_finer_calls_works_as_well(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delattr(os, "fdatasync", raising=False)
    monkeypatch.delattr(os, "link", raising=False)
    files = DiskFiles()
    put(files, str(tmp_path / "a"), b"a")
    with pytest.raises(OSError, match=os.strerror(errno.ENOTSUP)):
        files.link(str(tmp_path / "a"), str(tmp_path / "b"))


def test_the_data_folder_is_the_given_one_then_the_environment_then_the_system(
    tmp_path: Path,
) -> None:
    environment = {"COMPANION_HOME": str(tmp_path / "b")}
    assert find_home(str(tmp_path / "a"), environment) == str(tmp_path / "a")
    assert find_home(None, environment) == str(tmp_path / "b")
    assert os.path.isabs(find_home(None, {}))
    assert find_home(None, {}).endswith("companion")
    assert list(tmp_path.iterdir()) == []


@given(st.binary(max_size=3000))
def test_any_bytes_come_back(data: bytes) -> None:
    files = MemoryFiles()
    files.make_folder("/d")
    write_whole(files, "/d/a", data)
    assert files.read("/d/a") == data


def _mark(path: Path, flags: int) -> bool:
    """Set the marks of a file on Linux; whether that could be."""
    fcntl = pytest.importorskip("fcntl")
    with path.open("rb") as file:
        try:
            fcntl.ioctl(file, 0x40086602, flags.to_bytes(8, sys.byteorder))
        except OSError:
            return False
    return True


@pytest.mark.skipif(sys.platform != "linux", reason="other systems set these marks otherwise")
def test_a_file_that_is_marked_as_never_to_be_changed_is_known(tmp_path: Path) -> None:
    path = tmp_path / "kept"
    path.write_bytes(b"words")
    assert not DiskFiles().is_locked(str(path))
    assert not DiskFiles().is_locked(str(tmp_path / "missing"))
    if not _mark(path, 0x10):
        pytest.skip("this disk knows no such marks, or only its administrator may set them")
    try:
        assert DiskFiles().is_locked(str(path))
    finally:
        assert _mark(path, 0)
    assert not DiskFiles().is_locked(str(path))


@pytest.mark.promise("files.open-elsewhere")
@pytest.mark.parametrize("call", ["unlink", "replace", "rmdir"])
def test_what_is_read_by_somebody_is_removed_and_renamed_once_it_is_let_go(
    call: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, looks = getattr(os, call), [1, 2, 3]

    def read_meanwhile(*paths: str) -> None:
        if looks:
            looks.pop()
            raise PermissionError(errno.EACCES, "in use", *paths[:1])
        real(*paths)

    monkeypatch.setattr(os, call, read_meanwhile)
    monkeypatch.setattr("companion.files.disk._PAUSE", 0)
    path, folder = str(tmp_path / "a"), str(tmp_path / "folder")
    put(DiskFiles(), path, b"one")
    os.mkdir(folder)
    acts: dict[str, Callable[[Files], None]] = {
        "unlink": lambda files: files.unlink(path),
        "replace": lambda files: files.replace(path, str(tmp_path / "b")),
        "rmdir": lambda files: files.remove_folder(folder),
    }
    with pytest.raises(PermissionError):
        acts[call](DiskFiles(open_files_stay=False))
    acts[call](DiskFiles(open_files_stay=True))
    assert not os.path.exists(folder if call == "rmdir" else path)


def test_what_is_never_let_go_is_refused_in_the_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(path: str) -> None:
        raise PermissionError(errno.EACCES, "in use", path)

    monkeypatch.setattr(os, "unlink", refused)
    monkeypatch.setattr("companion.files.disk._PAUSE", 0)
    with pytest.raises(PermissionError):
        DiskFiles(open_files_stay=True).unlink(str(tmp_path / "a"))


def test_no_link_is_followed_where_the_system_cannot_be_told_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("companion.files.disk._NO_FOLLOW", 0)
    monkeypatch.setattr("companion.files.disk._BASE", os.O_CLOEXEC)
    link = tmp_path / "link"
    link.symlink_to(tmp_path / "a")
    put(DiskFiles(), str(tmp_path / "a"), b"one")
    for act in (DiskFiles().read, DiskFiles().reader, DiskFiles().open_append):
        with pytest.raises(OSError, match=os.strerror(errno.ELOOP)):
            act(str(link))


@pytest.mark.skipif(os.name != "posix", reason="links and pipes are those of POSIX")
def test_what_is_no_file_is_told_for_what_it_is_and_not_written_through(tmp_path: Path) -> None:
    link, pipe = tmp_path / "link", tmp_path / "pipe"
    link.symlink_to(tmp_path / "a")
    os.mkfifo(pipe)
    for path, number in ((tmp_path, errno.EISDIR), (link, errno.ELOOP), (pipe, errno.EINVAL)):
        with pytest.raises(OSError, match=os.strerror(number)):
            write_whole(DiskFiles(), str(path), b"one")
    assert not is_file(DiskFiles(), str(tmp_path / "a"))


def test_a_file_that_the_disk_opens_and_then_refuses_is_closed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(DiskFiles(), str(tmp_path / "a"), b"one")
    opened: list[int] = []

    def refused(handle: int) -> os.stat_result:
        opened.append(handle)
        raise OSError(errno.ESTALE, os.strerror(errno.ESTALE))

    with monkeypatch.context() as patched:
        patched.setattr(os, "fstat", refused)
        for act in (DiskFiles().read, DiskFiles().reader, DiskFiles().open_append):
            with pytest.raises(OSError, match=os.strerror(errno.ESTALE)):
                act(str(tmp_path / "a"))
    for handle in opened:
        with pytest.raises(OSError, match=os.strerror(errno.EBADF)):
            os.fstat(handle)
