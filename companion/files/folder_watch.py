"""A thread that sees when other programs change a folder, without asking again and again."""

from __future__ import annotations

import errno
import os
import struct
import threading
from ctypes import CDLL, get_errno
from typing import TYPE_CHECKING

from companion import system
from companion.files.paths import folder_of

if TYPE_CHECKING:
    from collections.abc import Callable

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
_GATHER = 0.2
"""Seconds in which the changes of one moment come together, ours included."""


class FolderWatch:
    """Calls a check of a folder whenever something happened in it, and wakes for nothing else.

    Linux reports changes (inotify, from the C library, as Python has no call for it). Elsewhere, or
    where Linux refuses, the folder is looked at every half second. Of the two folders above it only
    their being moved or removed counts.
    """

    def __init__(self, folder: str, look: Callable[[], None]) -> None:
        """Begin to watch, in a thread of its own.

        Args:
            folder: The folder.
            look: Called after changes in it, ours included; has to be quick where nothing is wrong.
        """
        self._folder = folder
        self._look = look
        self._closed = threading.Event()
        self._begin()
        self._thread = threading.Thread(target=self._run, name="folder watch", daemon=True)
        self._thread.start()

    def _begin(self) -> None:
        self._stale = False
        """Whether one of the folders went away, so that a new watch is needed."""
        self._handle = -1
        self._watches: list[int] = []
        if not system.IS_LINUX:
            return
        self._library = CDLL(None, use_errno=True)
        self._handle = self._library.inotify_init1(_CLOSE_ON_EXEC)
        above = folder_of(self._folder)
        wanted = (self._folder, _INSIDE | _ITSELF), (above, _ITSELF), (folder_of(above), _ITSELF)
        for path, mask in wanted if self._handle >= 0 else ():
            found = self._library.inotify_add_watch(self._handle, os.fsencode(path), mask)
            if found < 0:
                self._stale = get_errno() == errno.ENOENT
                self._end()
                return
            self._watches.append(found)

    def _end(self) -> None:
        """Close what the system opened."""
        if self._handle >= 0:
            os.close(self._handle)
        self._handle = -1

    def _run(self) -> None:
        # What happened since the files were read, and before the watch began.
        self._look()
        while self._wait():
            # Further changes gather, unless the watch is closed.
            if self._closed.wait(_GATHER):
                break
            self._look()
            if self._stale:
                # What happened between the two watches is seen by one more look.
                self._end()
                self._begin()
                self._look()
        self._end()

    def _wait(self) -> bool:
        """Return once something may have changed; False when the watch was closed."""
        if self._handle < 0 or self._closed.is_set():
            return not self._closed.wait(_ASK_EVERY)
        told = os.read(self._handle, _MOST_BYTES)
        at = 0
        while at + _EVENT.size <= len(told):
            _, what, _, length = _EVENT.unpack_from(told, at)
            self._stale = self._stale or bool(what & _GONE)
            at += _EVENT.size + length
        return not self._closed.is_set()

    def close(self) -> None:
        """End the thread; nothing is looked at any more once this returns."""
        self._closed.set()
        handle = self._handle
        if handle >= 0:
            # Taking a watch away is told like any other change.
            for each in self._watches:
                self._library.inotify_rm_watch(handle, each)
        if self._thread is not threading.current_thread():
            self._thread.join()
