"""The drafts of one window that cannot write to its visits."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from companion.services.case.window_draft import WindowDraft
    from companion.services.context import AppContext


class WindowDrafts:
    """The drafts of one window: its own, and those it took over from windows that were closed."""

    def __init__(self, context: AppContext, case_id: str) -> None:
        self._context = context
        self._case_id = case_id
        self._own: dict[str, WindowDraft] = {}
        self._taken: list[WindowDraft] = []

    def own(self) -> tuple[WindowDraft, ...]:
        """Return the drafts in which this window writes."""
        return tuple(self._own.values())

    def of(self, visit_id: str) -> WindowDraft:
        """Return the draft of this window for a visit to which it cannot write.

        It begins with the texts of windows that were closed.
        """
        draft = self._own.get(visit_id)
        if draft is None:
            from companion.services.case.window_draft import open_draft  # noqa: PLC0415 - seldom

            draft = self._own[visit_id] = open_draft(self._context, self._case_id, visit_id)
        return draft

    def has(self, visit_id: str) -> bool:
        """Return whether this window has a draft of its own for that visit."""
        return visit_id in self._own

    def take_over(self, visit_id: str) -> str:
        """Return the texts of this window's draft and of those of closed windows, now ours."""
        from companion.services.case.window_draft import free_drafts  # noqa: PLC0415 - seldom

        own = self._own.pop(visit_id, None)
        left = free_drafts(self._context, self._case_id, visit_id)
        taken = left if own is None else (own, *left)
        self._taken += taken
        return "\n".join(text for each in taken if (text := each.text.rstrip("\n")))

    @property
    def has_taken(self) -> bool:
        """Whether drafts were taken over and not removed yet."""
        return bool(self._taken)

    def discard_taken(self) -> None:
        """Remove the drafts that were taken over, as the visit's line holds their text."""
        for draft in self._taken:
            draft.discard()
        self._taken = []

    def look(self) -> None:
        """Write again the drafts that another program took away."""
        for draft in self.own():
            draft.look()

    def close(self) -> None:
        """Close all drafts; their texts stay for the next window."""
        for draft in (*self.own(), *self._taken):
            draft.close()
