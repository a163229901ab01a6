"""Interface to what keeps the search index of a case up to date; search implements it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Mapping

    from companion.domain.changes import StoreFile
    from companion.services.context import AppContext


class Indexer(Protocol):
    """Told by an open case, which holds the case's lock, what happens to its stores."""

    def stores_written(
        self, context: AppContext, case_id: str, values: Mapping[str, StoreFile | None]
    ) -> None:
        """Index what stores hold that were just written.

        Args:
            context: Where the case is.
            case_id: The case.
            values: Name of each store and its value; None forgets what is indexed of it.
        """

    def notes_covered(
        self, context: AppContext, case_id: str, name: str, note_ids: frozenset[str]
    ) -> None:
        """Forget a store in which notes are covered now, and whatever rests on these notes."""
