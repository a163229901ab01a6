"""Whether all that was typed is saved: the one place that decides it.

The word on the last line, the answers of Ctrl+S and Ctrl+C, the question before closing, the words
after it and the end of a command all ask here. *Saved* is said only while every character is in a
file that a command reads.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain.text import is_blank
from companion.domain.value import Value

if TYPE_CHECKING:
    from collections.abc import Iterable

    from companion.services.case.window_draft import WindowDraft
    from companion.storage.store import Store


class SavedState(Value):
    """Whether everything typed is in a file, and in which."""

    error: OSError | None = None
    """Why something is in no file; None when all is in one."""
    can_keep: bool = True
    """Whether text typed from now on would be in a file."""
    waits: bool = False
    """Whether text waits in a file of this window until the visit can be written."""

    @property
    def all_saved(self) -> bool:
        """Whether *saved* may be said: everything is in the case itself."""
        return self.error is None and not self.waits


def saved_state_of(databases: Iterable[Store], drafts: Iterable[WindowDraft]) -> SavedState:
    """Return the state of all open stores, and of the texts of a window that cannot write."""
    errors = [database.error for database in databases if database.error is not None]
    kept = tuple(drafts)
    typed = [draft for draft in kept if not is_blank(draft.text)]
    errors += [draft.error for draft in typed if draft.error is not None]
    return SavedState(
        error=errors[0] if errors else None,
        can_keep=not errors and all(draft.error is None for draft in kept),
        waits=any(draft.error is None for draft in typed),
    )
