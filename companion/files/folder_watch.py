"""Waiting for changes in a folder, without asking again and again."""

from __future__ import annotations

import errno
import os
import struct
import threading
from ctypes import CDLL, get_errno
from typing import TYPE_CHECKING

from companion import system

if TYPE_CHECKING:
    from collections.abc import Iterable

_MODIFY, _ATTRIB, _CLOSE_WRITE = 0x2, 0x4, 0x8
_MOVED_FROM, _MOVED_TO, _CREATE, _DELETE = 0x40, 0x80, 0x100, 0x200
_DELETE_SELF, _MOVE_SELF = 0x400, 0x800
_INSIDE = _MODIFY | _ATTRIB | _CLOSE_WRITE | _MOVED_FROM | _MOVED_TO | _CREATE | _DELETE
_ITSELF = _DELETE_SELF | _MOVE_SELF
_UNMOUNT, _IGNORED = 0x2000, 0x8000
_GONE = _ITSELF | _UNMOUNT | _IGNORED
_EVENT = struct.Struct("iIII")
"""The watch, the kind of event, a cookie, the length of the name that follows."""
_CLOSE_ON_EXEC = 0o2000000
_MOST_BYTES = 65536
_ASK_EVERY = 0.5
"""Seconds between two looks where the system does not report changes."""


class FolderWatch:
    """Waits until something changed in a folder, and wakes for nothing else.

    Linux reports changes (inotify, from the C library, as Python has no call for it). Elsewhere, or
    where Linux refuses, the folder is looked at every half second.
    """

    def __init__(self, folder: str, above: Iterable[str]) -> None:
        """Begin to watch.

        Args:
            folder: Every change in it is reported.
            above: Folders above it; only their being moved or removed is reported.
        """
        self.stale = False
        """Whether one of the folders went away, so that a new watch is needed."""
        self._closed = threading.Event()
        self._handle = -1
        self._watches: list[int] = []
        if system.IS_LINUX:
            self._begin(folder, above)

    def _begin(self, folder: str, above: Iterable[str]) -> None:
        self._library = CDLL(None, use_errno=True)
        self._handle = self._library.inotify_init1(_CLOSE_ON_EXEC)
        wanted = [(folder, _INSIDE | _ITSELF), *((each, _ITSELF) for each in above)]
        for path, mask in wanted if self._handle >= 0 else ():
            found = self._library.inotify_add_watch(self._handle, os.fsencode(path), mask)
            if found < 0:
                self.stale = get_errno() == errno.ENOENT
                self.end()
                return
            self._watches.append(found)

    def end(self) -> None:
        """Close what the system opened; for the thread that waits."""
        if self._handle >= 0:
            os.close(self._handle)
        self._handle = -1

    def wait(self) -> bool:
        """Return once something may have changed; False when the watch was closed."""
        if self._handle < 0:
            return not self._closed.wait(_ASK_EVERY)
        told = os.read(self._handle, _MOST_BYTES)
        at = 0
        while at + _EVENT.size <= len(told):
            _, what, _, length = _EVENT.unpack_from(told, at)
            self.stale = self.stale or bool(what & _GONE)
            at += _EVENT.size + length
        return not self._closed.is_set()

    def rest(self, seconds: float) -> None:
        """Let further changes gather; return sooner when the watch is closed."""
        self._closed.wait(seconds)

    def close(self) -> None:
        """End the watch, and wake the thread that waits."""
        self._closed.set()
        handle = self._handle
        if handle >= 0:
            # Taking a watch away is told like any other change.
            for each in self._watches:
                self._library.inotify_rm_watch(handle, each)
