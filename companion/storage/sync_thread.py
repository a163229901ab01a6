"""One thread that syncs changes to the disk itself, at most 250 ms after they came."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from companion.storage.store import Store

_GATHER = 0.15
"""Seconds in which further edits come together in one sync; leaves the disk 100 ms."""
_RETRY = 2.0
"""Seconds until a refused write is tried again without any typing."""


class Syncer:
    """Syncs and checkpoints the stores that were touched; sleeps while nothing changes."""

    def __init__(self) -> None:
        self._listener: Callable[[], None] | None = None
        self._touched: dict[int, Store] = {}
        self._refused: set[int] = set()
        """The stores of which it was told that the disk refuses them."""
        self._wake = threading.Condition()
        self._busy = False
        self._retrying = False
        self._stopping = False
        self._thread: threading.Thread | None = None

    def listen(self, listener: Callable[[], None]) -> None:
        """Call the listener, in any thread, when saving begins to fail or works again."""
        self._listener = listener

    def state_changed(self) -> None:
        """Tell the listener that the state of a store has changed."""
        if self._listener is not None:
            self._listener()

    def touch(self, store: Store) -> None:
        """Sync a changed store within 250 ms; never waits for the disk."""
        with self._wake:
            if self._stopping:
                return
            store.writer.background = True
            waited_for = id(store) in self._touched and not self._retrying
            self._touched[id(store)] = store
            if self._thread is None or not self._thread.is_alive():
                self._thread = threading.Thread(target=self._run, name="syncer", daemon=True)
                self._thread.start()
            if not waited_for:
                # Further keys find the thread gathering already; waking it would only cost.
                self._wake.notify_all()
        self._tell(store)

    def forget(self, store: Store) -> None:
        """Drop a store that is being closed, once no work on it is under way."""
        with self._wake:
            self._touched.pop(id(store), None)
            self._wake.wait_for(lambda: not self._busy)
            self._touched.pop(id(store), None)
            self._refused.discard(id(store))
        store.writer.background = False

    def flush(self) -> None:
        """Return once every store touched before is on the disk itself, or was refused."""
        for store in self._take():
            self._maintain(store)
        with self._wake:
            self._wake.wait_for(lambda: not self._busy)

    def stop(self) -> None:
        """Flush, and end the thread."""
        with self._wake:
            self._stopping = True
            self._wake.notify_all()
        if self._thread is not None:
            self._thread.join()
        self.flush()

    def _run(self) -> None:
        while self._gathered():
            try:
                for store in self._take():
                    self._maintain(store)
            finally:
                with self._wake:
                    self._busy = False
                    self._wake.notify_all()

    def _gathered(self) -> bool:
        """Sleep until something changed, and a little longer; False when it is time to end."""
        with self._wake:
            self._wake.wait_for(lambda: self._touched or self._stopping)
            # What was refused is tried again in a while, and at once with the next good edit.
            self._retrying = True
            self._wake.wait_for(lambda: self._stopping or self._any_healthy(), timeout=_RETRY)
            self._retrying = False
            if not self._stopping and self._any_healthy():
                self._wake.wait_for(lambda: self._stopping, timeout=_GATHER)
            self._busy = not self._stopping
            return self._busy

    def _any_healthy(self) -> bool:
        return any(store.state != "not_saved" for store in self._touched.values())

    def _take(self) -> list[Store]:
        with self._wake:
            stores = list(self._touched.values())
            self._touched.clear()
        return stores

    def _maintain(self, store: Store) -> None:
        store.writer.maintain()
        if store.state == "not_saved" and not store.writer.closed:
            with self._wake:
                self._touched[id(store)] = store
        self._tell(store)

    def _tell(self, store: Store) -> None:
        """Tell that the disk refuses a store, or takes it again; each once, by whatever write."""
        refused = store.state == "not_saved"
        if refused == (id(store) in self._refused):
            return
        (self._refused.add if refused else self._refused.discard)(id(store))
        self.state_changed()
