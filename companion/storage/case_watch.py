"""A thread that sees when other programs change the folder of an open case."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from companion.files.folder_watch import FolderWatch
from companion.files.paths import folder_of

if TYPE_CHECKING:
    from collections.abc import Callable

_GATHER = 0.2
"""Seconds in which the changes of one moment come together, ours included."""


class CaseWatch:
    """Calls a check of the files whenever something happened to them."""

    def __init__(self, folder: str, look: Callable[[], None]) -> None:
        """Begin to watch, in a thread of its own.

        Args:
            folder: The case's folder.
            look: Called after changes in it, ours included; has to be quick where nothing is wrong.
        """
        self._folder = folder
        self._look = look
        self._closed = False
        self._watch = self._begun()
        self._thread = threading.Thread(target=self._run, name="case watch", daemon=True)
        self._thread.start()

    def _begun(self) -> FolderWatch:
        cases = folder_of(self._folder)
        return FolderWatch(self._folder, (cases, folder_of(cases)))

    def _run(self) -> None:
        # What happened since the files were read, and before the watch began.
        self._look()
        while self._watch.wait():
            self._watch.rest(_GATHER)
            if self._closed:
                break
            self._look()
            if self._watch.stale:
                # What happened between the two watches is seen by one more look.
                self._watch.end()
                self._watch = self._begun()
                self._look()
        self._watch.end()

    def close(self) -> None:
        """End the thread; nothing is checked any more once this returns."""
        self._closed = True
        self._watch.close()
        if self._thread is not threading.current_thread():
            self._thread.join()
