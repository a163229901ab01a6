"""Moving a case to the trash, out of a room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.storage import trash

if TYPE_CHECKING:
    from companion.services.shelf import Shelf


def discard_case(shelf: Shelf, case_id: str) -> None:
    """Move a case to the trash, where it is kept for 30 days.

    Raises:
        Busy: Another window has it; nothing was changed.
        StoreError: The disk refuses; the case is where it was.
    """
    around = shelf.surroundings
    with shelf.held(case_id):
        trash.discard_case(around.files, around.home, case_id, around.now())
