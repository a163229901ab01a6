"""The field at the foot of the Compare room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.ui.terminal.note_area import NoteArea

if TYPE_CHECKING:
    from collections.abc import Callable

    from companion.services.draft import Draft


def _nothing(draft: Draft, text: str) -> None:
    del draft, text


class Field(NoteArea):
    """Where cells, steps and reasons are written; kept at every key, one step of undo."""

    DEFAULT_CSS = """
    Field { height: 5; display: none; }
    """
    enter_submits = True
    draft: Draft | None = None
    """What keeps it; None while the field is away."""
    typed: Callable[[Draft, str], None] = staticmethod(_nothing)
    """Hears what stands here now."""

    def open(self, draft: Draft) -> None:
        """Write here."""
        self.draft = None
        self.load_text(draft.shown)
        self.move_cursor(self.document.end)
        self.draft = draft
        # At once, not with the next styles: the letters that follow belong here.
        self.display = True
        self.screen.set_focus(self)

    def on_edited(self) -> None:
        """Keep what stands here now."""
        if self.draft is not None:
            self.draft.keep(self.text)
            self.typed(self.draft, self.text)

    def close(self) -> Draft | None:
        """Keep what stands here as one change and go away; the draft when it cannot be read."""
        draft, self.draft = self.draft, None
        self.display = False
        if draft is not None and not draft.finish(self.text):
            return draft
        return None
