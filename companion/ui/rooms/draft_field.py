"""The field at the foot of a room: what it is called, the text, and what the text is taken for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Vertical

from companion.domain.text import is_blank
from companion.ui.terminal.line_input import LineInput
from companion.ui.terminal.note_area import NoteArea
from companion.ui.widgets.one_line import OneLine
from companion.words import rooms as words

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import ComposeResult

    from companion.services.draft import Draft


def _nothing(*_: object) -> None:
    """Do nothing until the owner of the field says what."""


class KeptArea(NoteArea):
    """An area of several lines whose text is kept at every key, before it is painted."""

    DEFAULT_CSS = """
    KeptArea { height: 5; }
    """
    enter_submits = True
    keep: Callable[[str], None] = staticmethod(_nothing)
    """Keeps the text as it now stands."""

    def on_edited(self) -> None:
        """Keep the text as it now stands."""
        self.keep(self.text)


class KeptLine(LineInput):
    """A line whose text is kept at every key, before it is painted."""

    keep: Callable[[str], None] = staticmethod(_nothing)
    """Keeps the text as it now stands."""

    def on_edited(self) -> None:
        """Keep the text as it now stands."""
        self.keep(self.text)


class DraftField(Vertical):
    """The one field of a room or a card; one `Draft` at a time is written in it.

    Every key is kept at once. Closing keeps the whole text as one step of undo; a text that cannot
    be read waits in the draft and stands in the field again when that draft comes back.

    The owner sets four callables. Enter is answered inside the key, so that the next key already
    meets what follows.
    """

    DEFAULT_CSS = """
    DraftField { height: auto; display: none; }
    DraftField > OneLine { text-style: bold; }
    DraftField KeptArea {
        height: 4; border: none; border-left: outer $border-blurred; padding: 0 1 0 0;
        background: $panel;
        &:focus { border: none; border-left: outer $border; }
        &:nocolor:focus { border: none; border-left: outer $border; }
    }
    """

    def __init__(
        self, area: KeptArea | KeptLine | None = None, *, blank_leads_on: bool = False
    ) -> None:
        """Make a field that is closed.

        Args:
            area: What is written in; an area of several lines unless another is given.
            blank_leads_on: Whether Enter opens the draft that follows (`Draft.then`) although
                nothing was written.
        """
        super().__init__()
        self.area = area or KeptArea()
        self.draft: Draft | None = None
        """The draft that is being written; None while the field is closed."""
        self.finished: Callable[[Draft], None] = _nothing
        """Called after Enter, with the text kept: the field is closed, or open for what follows."""
        self.refused: Callable[[str], None] = _nothing
        """Called after Enter on a text that cannot be read, with what to say about it."""
        self.closed: Callable[[str], None] = _nothing
        """Called after `close`, with what to say: that the text waits, or nothing."""
        self.blank_changed: Callable[[], None] = _nothing
        """Called when the text becomes blank, or is so no longer."""
        self.is_blank = True
        self._label = OneLine()
        self._blank_leads_on = blank_leads_on

    def compose(self) -> ComposeResult:
        """The label and the area."""
        yield self._label
        yield self.area

    def on_mount(self) -> None:
        """Answer keys and Enter."""
        self.area.keep, self.area.entered = self._typed, self._entered

    @property
    def is_open(self) -> bool:
        """Whether a draft is being written."""
        return self.draft is not None

    def open(self, draft: Draft) -> None:
        """Write another draft; the cursor stands at the end of its text."""
        self.draft = None
        self.area.load_text(draft.shown)
        self.area.move_cursor(self.area.document.end)
        self.draft = draft
        self.is_blank = is_blank(draft.shown)
        self._show_label(draft)
        # At once, not with the next styles: the letters that follow belong here.
        self.display = True
        self.screen.set_focus(self.area, scroll_visible=False)

    def _show_label(self, draft: Draft) -> None:
        self._label.show(draft.label, draft.echo(self.area.text))

    def _typed(self, text: str) -> None:
        if self.draft is None:
            return
        self.draft.keep(text)
        self._show_label(self.draft)
        if self.is_blank != is_blank(text):
            self.is_blank = not self.is_blank
            self.blank_changed()

    def _entered(self, text: str) -> None:
        draft = self.draft
        if draft is None:
            return
        if not draft.finish(text):
            self.refused(draft.unread)
            return
        following = draft.then() if self._blank_leads_on or not is_blank(text) else None
        if following is None:
            self._put_away()
        else:
            self.open(following)
        self.finished(draft)

    def close(self) -> None:
        """Keep the text and put the field away, if it is open."""
        draft = self.draft
        if draft is None:
            return
        kept = draft.finish(self.area.text)
        self._put_away()
        self.closed("" if kept else words.WAITS_IN_FIELD)

    def _put_away(self) -> None:
        self.draft = None
        self.display = False

    def paste(self, text: str) -> bool:
        """Put text in at the cursor; False while the field is closed."""
        if self.draft is not None:
            self.area.paste(text)
        return self.is_open

    def go_on(self, text: str) -> bool:
        """Put words that were typed in a list behind what stands here; False while it is closed."""
        row, column = self.area.cursor_location
        before = self.area.document.get_line(row)[:column]
        apart = " " if before and not before[-1].isspace() else ""
        return self.paste(f"{apart}{text}")

    def undo(self) -> bool:
        """Take typing back while the field is open; False when there is none."""
        takes_back = self.is_open and bool(self.area.check_action("undo", ()))
        if takes_back:
            self.area.undo()
        return takes_back

    def redo(self) -> bool:
        """Type again what was taken back; False when there is nothing."""
        types_again = self.is_open and bool(self.area.check_action("redo", ()))
        if types_again:
            self.area.redo()
        return types_again

    def holds_unread(self) -> bool:
        """Whether the field holds text that is in no file, because it cannot be read."""
        return self.draft is not None and self.draft.holds_unread(self.area.text)
