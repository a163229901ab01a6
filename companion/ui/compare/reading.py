"""What is said where a case can only be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.words import rooms as words

if TYPE_CHECKING:
    from companion.services.session import Session


def only_reading(session: Session) -> str:
    """Why nothing can be changed here."""
    return words.NEWER_VERSION if session.has_lock else words.ANOTHER_WINDOW
