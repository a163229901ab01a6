"""Where a line is written: what it is called, the text, and what it is taken for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Vertical

from companion.domain.text import is_blank
from companion.ui.terminal.note_area import NoteArea
from companion.ui.widgets.one_line import OneLine
from companion.words import rooms as words

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import ComposeResult

    from companion.services.draft import Draft


class Field(NoteArea):
    """The text; kept at every key, before it is painted."""

    DEFAULT_CSS = """
    Field { height: 4; border: none; padding: 0 1; }
    Field:focus { border: none; }
    Field:nocolor:focus { border: none; }
    """
    enter_submits = True

    def __init__(self) -> None:
        super().__init__()
        self.keep: Callable[[str], None] = lambda _: None

    def on_edited(self) -> None:
        """Keep what was typed."""
        self.keep(self.text)


class Editor(Vertical):
    """One field at a time, under the rows of a part.

    Enter is answered at once (`finished`, `refused`), so that the next key meets what follows.
    """

    DEFAULT_CSS = """
    Editor { height: 6; border-top: solid $border; display: none; }
    Editor.-open { display: block; }
    Editor > OneLine { text-style: bold; }
    """

    def __init__(self) -> None:
        super().__init__()
        self.draft: Draft | None = None
        self.finished: Callable[[Draft], None] = _nothing
        self.refused: Callable[[str], None] = _nothing
        self.hints_changed: Callable[[], None] = _nothing
        self.unwritten = True

    def compose(self) -> ComposeResult:
        """Label and text."""
        yield OneLine()
        yield Field()

    @property
    def field(self) -> Field:
        """The text area."""
        return self.query_one(Field)

    def open(self, draft: Draft) -> None:
        """Type in another field."""
        field = self.field
        field.keep = field.entered = _nothing
        self.draft = draft
        field.load_text(draft.shown)
        field.move_cursor(field.document.end)
        field.keep, field.entered = self._typed, self._entered
        self.add_class("-open")
        self.unwritten = is_blank(draft.shown)
        self._label(draft.shown)
        self.screen.set_focus(field, scroll_visible=False)

    def _label(self, text: str) -> None:
        if self.draft is not None:
            self.query_one(OneLine).show(self.draft.label, self.draft.echo(text))

    def _typed(self, text: str) -> None:
        if self.draft is not None:
            self.draft.keep(text)
            self._label(text)
        if self.unwritten != is_blank(text):
            self.unwritten = not self.unwritten
            self.hints_changed()

    def _entered(self, text: str) -> None:
        draft = self.draft
        if draft is None:
            return
        if not draft.finish(text):
            self.refused(draft.unread)
            return
        following = draft.then() if text.strip() else None
        if following is None:
            self._shut()
        else:
            self.open(following)
        self.finished(draft)

    def close(self) -> str:
        """Leave the field; what stands in it is kept. What to say when it cannot be read."""
        draft = self.draft
        if draft is None:
            return ""
        kept = draft.leave(self.field.text)
        self._shut()
        return "" if kept else words.WAITS_IN_FIELD

    def _shut(self) -> None:
        self.draft = None
        self.remove_class("-open")


def _nothing(*_: object) -> None:
    """Nothing is kept while another text is put in."""
