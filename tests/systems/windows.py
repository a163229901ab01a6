"""A world like that of Windows, as far as Linux can play it; `act_as` is for a process of its own.

Companion's modules get a standard library that writes `C:\\Users\\Alva`, that has none of the parts
which Windows lacks, and that removes and renames nothing while it is open. Libraries keep what they
have, and the terminal is left out: what is shown here is that rooms and commands rest on nothing of
Unix, not that Windows was ever seen.
"""

from __future__ import annotations

import asyncio
import errno
import importlib
import ntpath
import os
import pkgutil
import select
import signal
import sys
from importlib.abc import Loader, MetaPathFinder
from types import ModuleType
from typing import TYPE_CHECKING, Any, NoReturn

import filelock

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from importlib.machinery import ModuleSpec

DRIVE = "C:"
MODULES_OF_UNIX = ("fcntl", "termios", "resource", "pwd", "grp", "tty", "pty", "readline")
"""Modules that Windows does not have."""
_SIGNALS = ("SIGABRT", "SIGFPE", "SIGILL", "SIGINT", "SIGSEGV", "SIGTERM", "SIGBREAK")
_NOT_IN_OS = frozenset(
    {
        *("O_NOFOLLOW", "O_DIRECTORY", "O_CLOEXEC", "O_NONBLOCK", "O_NOCTTY", "O_SYNC", "O_DSYNC"),
        *("fdatasync", "link", "fchmod", "fchown", "chown", "lchown", "mkfifo", "mknod", "statvfs"),
        *("fork", "forkpty", "openpty", "setsid", "killpg", "wait3", "wait4", "nice", "uname"),
        *("geteuid", "getuid", "getgid", "getegid", "getpgrp", "getpgid", "tcgetpgrp", "tcsetpgrp"),
        *("pread", "pwrite", "posix_fadvise", "posix_fallocate", "sysconf", "ttyname", "getxattr"),
    }
)
"""Names that the `os` of Windows does not have; `link` it has, not on every disk."""
_O_BINARY, _O_NOINHERIT = 0x8000, 0x80


class _Other(ModuleType):
    """A module of the standard library with other things in it; what is set, is set in its own."""

    def __init__(
        self, real: ModuleType, others: Mapping[str, object], lacks: frozenset[str]
    ) -> None:
        super().__init__(real.__name__)
        vars(self).update(_real=real, _lacks=lacks, **others)

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever the module holds
        if name in vars(self)["_lacks"]:
            raise AttributeError(name)
        return getattr(vars(self)["_real"], name)

    def __setattr__(self, name: str, value: object) -> None:
        setattr(vars(self)["_real"], name, value)


class Disk:
    """Drive C:, kept in a folder; nothing that is open can be removed or renamed.

    Somebody always looks at what is to be changed, for a moment, as virus scanners do: whatever
    removes or renames is refused the first time.
    """

    def __init__(self, root: str) -> None:
        self.root = os.path.realpath(root)
        self.refused: list[str] = []
        """What was refused because it was open, or looked at."""
        self._seen: set[tuple[str, ...]] = set()

    def real(self, path: str | os.PathLike[str]) -> str:
        """Where a path of Windows leads; what is read from outside the drive stays as it is."""
        slashed = os.fspath(path).replace("\\", "/")
        drive, rest = ntpath.splitdrive(slashed)
        return self.root + rest if drive else slashed

    def functions(self) -> dict[str, object]:
        """The calls of `os` that take a path."""
        changing = {name: self._changing(getattr(os, name)) for name in ("unlink", "rmdir")}
        renaming = {name: self._renaming(getattr(os, name)) for name in ("replace", "rename")}
        looking = {
            name: self._looking(getattr(os, name))
            for name in ("lstat", "stat", "listdir", "scandir", "mkdir", "access", "chmod", "utime")
        }
        return changing | renaming | looking | {"open": self._open, "readlink": _no_link}

    def path(self) -> ModuleType:
        """The module `os.path`."""
        asks = {
            name: self._looking(getattr(os.path, name))
            for name in ("isdir", "isfile", "exists", "lexists", "islink", "getsize", "ismount")
        }
        return _Other(
            ntpath, {**asks, "samefile": self._same, "realpath": ntpath.normpath}, frozenset()
        )

    def _looking(self, call: Callable[..., Any]) -> Callable[..., Any]:
        return lambda path, *more, **named: call(self.real(path), *more, **named)

    def _same(self, one: str, other: str) -> bool:
        return os.path.samefile(self.real(one), self.real(other))

    def _open(self, path: str, flags: int, mode: int = 0o777) -> int:
        real = self.real(path)
        if os.path.isdir(real):
            raise _in_use(path)
        return os.open(real, flags & ~(_O_BINARY | _O_NOINHERIT), mode)

    def _changing(self, call: Callable[..., Any]) -> Callable[[str], None]:
        def act(path: str) -> None:
            self._must_be_free(call.__name__, path)
            call(self.real(path))

        return act

    def _renaming(self, call: Callable[..., Any]) -> Callable[[str, str], None]:
        def act(source: str, target: str) -> None:
            self._must_be_free(call.__name__, source, target)
            call(self.real(source), self.real(target))

        return act

    def _must_be_free(self, what: str, *paths: str) -> None:
        there = [path for path in paths if os.path.lexists(self.real(path))]
        for path in there:
            real = os.path.realpath(self.real(path))
            if any(each == real or each.startswith(real + "/") for each in _open_files()):
                self.refused.append(f"{what} {path}: open")
                raise _in_use(path)
        if there and (what, *there) not in self._seen:
            self._seen.add((what, *there))
            self.refused.append(f"{what} {there[0]}: looked at")
            raise _in_use(there[0])


def _open_files() -> Iterator[str]:
    for number in os.listdir("/proc/self/fd"):
        try:
            yield os.readlink(f"/proc/self/fd/{number}")
        except OSError:
            continue


def _in_use(path: str) -> PermissionError:
    return PermissionError(errno.EACCES, "The process cannot access the file", path)


def _no_link(path: str) -> NoReturn:
    raise OSError(errno.EINVAL, "The file or directory is not a reparse point", path)


def _no_descriptors(*_: object) -> NoReturn:
    raise OSError(10038, "An operation was attempted on something that is not a socket")


def _set_signal(number: int, handler: Any) -> Any:  # noqa: ANN401 - as `signal.signal`
    if number not in {getattr(signal, name, signal.SIGTTIN) for name in _SIGNALS}:
        raise ValueError("invalid signal value")
    return signal.signal(number, handler)


def _no_bell(*_: object, **__: object) -> NoReturn:
    raise AssertionError("The loop of Windows has a bell of its own, which is not to be replaced.")


class Loop(asyncio.SelectorEventLoop):
    """An event loop that waits for connections alone, and for no signal."""

    def add_reader(self, *_: object) -> NoReturn:
        raise NotImplementedError

    def remove_reader(self, *_: object) -> NoReturn:
        raise NotImplementedError

    def add_signal_handler(self, *_: object) -> NoReturn:
        raise NotImplementedError


class _Imitating(MetaPathFinder, Loader):
    """Reads Companion's modules with that standard library in place of the usual one."""

    def __init__(self, library: Mapping[str, ModuleType]) -> None:
        self._library = library
        self._loaders: dict[str, Loader] = {}

    def find_spec(self, name: str, path: Any = None, target: Any = None) -> ModuleSpec | None:  # noqa: ANN401
        if name.partition(".")[0] != "companion":
            return None
        finders = [each for each in sys.meta_path if each is not self]
        specs = (each.find_spec(name, path, target) for each in finders)
        spec = next((each for each in specs if each is not None), None)
        if spec is not None and spec.loader is not None:
            self._loaders[name] = spec.loader
            spec.loader = self
        return spec

    def create_module(self, spec: ModuleSpec) -> ModuleType | None:
        return self._loaders[spec.name].create_module(spec)

    def exec_module(self, module: ModuleType) -> None:
        real = {name: sys.modules[name] for name in self._library}
        sys.modules.update(self._library)
        try:
            self._loaders[module.__name__].exec_module(module)
        finally:
            sys.modules.update(real)


def act_as(root: str) -> Disk:
    """Read Companion anew as if on Windows, drive C: being that folder."""
    # Whatever libraries need of Unix they have by then.
    for name in _every_module():
        importlib.import_module(name)
    for name in [name for name in sys.modules if name.partition(".")[0] == "companion"]:
        del sys.modules[name]
    for name in MODULES_OF_UNIX:
        sys.modules[name] = None  # type: ignore[assignment]
    disk = Disk(root)
    its_lock = filelock.FileLock
    filelock.FileLock = lambda path, **more: its_lock(disk.real(path), **more)  # type: ignore[assignment]
    numbers = {name: getattr(signal, name, signal.SIGTTIN) for name in _SIGNALS}
    lacking = frozenset(name for name in dir(signal) if name.startswith("SIG") and name.isupper())
    library = {
        "os": _Other(
            os,
            {
                **disk.functions(),
                "name": "nt",
                "sep": "\\",
                "altsep": "/",
                "linesep": "\r\n",
                "path": disk.path(),
                "O_BINARY": _O_BINARY,
                "O_NOINHERIT": _O_NOINHERIT,
            },
            _NOT_IN_OS,
        ),
        "os.path": disk.path(),
        "sys": _Other(sys, {"platform": "win32"}, frozenset()),
        "signal": _Other(
            signal,
            {**numbers, "signal": _set_signal, "set_wakeup_fd": _no_bell},
            lacking - {*_SIGNALS, "SIG_DFL", "SIG_IGN"} | {"pthread_sigmask", "pthread_kill"},
        ),
        "select": _Other(select, {"select": _no_descriptors}, frozenset({"poll", "epoll"})),
    }
    sys.meta_path.insert(0, _Imitating(library))
    return disk


def _every_module() -> list[str]:
    package = importlib.import_module("companion")
    found = pkgutil.walk_packages(package.__path__, "companion.")
    return [each.name for each in found if each.name != "companion.__main__"]
