"""Writing in the Compare room: cells, rows, steps and reasons, in one field at its foot."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from companion.ui.compare.pages import ASPECT, NOW, TABLE, Pages
from companion.ui.widgets.one_line import OneLine
from companion.words.rooms import WAITS_IN_FIELD

if TYPE_CHECKING:
    from companion.services.draft import Draft


class Writing(Pages):
    """The pages with a field; what is typed is kept at every key."""

    def opened(self) -> None:
        """Answer Enter at once."""
        super().opened()
        self.field.entered = self.written
        self.field.typed = self._label

    def write(self, draft: Draft | None) -> None:
        """Open the field for something."""
        if draft is None or not self.may_change():
            return
        self.close_field()
        self.say("")
        self._label(draft, draft.shown)
        self.query_one("#label").display = True
        self.field.open(draft)
        self.show_last()

    def _label(self, draft: Draft, text: str) -> None:
        """Say what the field is, and what stands in it was taken for."""
        self.query_one("#label", OneLine).show(draft.label, draft.echo(text))

    def close_field(self) -> None:
        """Keep what stands in the field and put it away."""
        if self.field.draft is None:
            return
        unread = self.field.close()
        self.query_one("#label").display = False
        self.set_focus(self.pane)
        self.show_all()
        self.say(WAITS_IN_FIELD if unread is not None else "")

    def written(self, text: str) -> None:
        """Enter in the field."""
        draft = self.field.draft
        if draft is not None and draft.read(text) is None:
            self.say(draft.unread)
            return
        self.close_field()
        self.write(draft.then() if draft is not None else None)

    # Words typed in a list

    def has_line(self) -> bool:
        """A step, or a row of one's own."""
        return True

    def place(self) -> object:
        """The page, the row, and how far the case had come."""
        where = (self.view, self.row, self.first_shown, self.pane.cursor_key)
        return (where, self.session.so_far)

    def go_back_to(self, place: Any) -> None:  # noqa: ANN401 - what `place` gave
        """Show that page again, at that row; whatever was changed since is taken back."""
        (view, self.row, self.first_shown, row), so_far = place
        if not self.session.read_only:
            self.session.back_to(so_far)
        self.go(view)
        if row is not None:
            self.pane.go_to(row)

    def take_words(self, text: str) -> bool:
        """Write words that were typed in a list: a step, or a row of one's own."""
        now = self.view == NOW
        self.write(self.deciding.steps.new_draft() if now else self.comparing.aspect_draft())
        if self.field.draft is None:
            return False
        self.field.paste(text)
        return True

    def go(self, view: str) -> None:
        """Keep what stands in the field before another page is shown."""
        self.close_field()
        super().go(view)

    def may_leave(self, room: str) -> bool:
        """Keep what stands in the field before going."""
        self.close_field()
        return super().may_leave(room)

    def action_app_quit(self) -> None:
        """Keep what stands in the field before closing; what cannot be kept stays in view."""
        if not self.holds_unread():
            self.close_field()
        super().action_app_quit()

    def holds_unread(self) -> bool:
        """Whether the field holds text that is in no file."""
        draft = self.field.draft
        here = draft is not None and draft.holds_unread(self.field.text)
        return here or super().holds_unread()

    def action_app_undo(self) -> None:
        """Take back typing while there is some, else the last change."""
        field = self.field
        if field.draft is not None and field.check_action("undo", ()):
            field.undo()
        else:
            self.close_field()
            super().action_app_undo()

    def action_app_redo(self) -> None:
        """Type again what was taken back, else do the last change again."""
        field = self.field
        if field.draft is not None and field.check_action("redo", ()):
            field.redo()
        else:
            self.close_field()
            super().action_app_redo()

    def action_back(self) -> None:
        """Esc: the field goes, then the table or the row comes back."""
        if self.field.draft is not None:
            self.close_field()
        elif self.view == NOW:
            self.go(TABLE)
        elif self.view == TABLE:
            self.go(ASPECT)
