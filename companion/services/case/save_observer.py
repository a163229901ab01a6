"""Tells one listener when saving begins to fail, or works again."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


class SaveObserver:
    """Passes on, from the thread that saves, that the state of a store has changed."""

    def __init__(self) -> None:
        self._listener: Callable[[], None] | None = None

    def listen(self, listener: Callable[[], None] | None) -> None:
        """Set the listener, called in the thread that saves; None removes it."""
        self._listener = listener

    def notify(self, database: object) -> None:
        """Tell the listener that the state of that store has changed."""
        del database
        if self._listener is not None:
            self._listener()
