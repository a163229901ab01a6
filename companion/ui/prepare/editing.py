"""What Enter and the keys do in the Prepare room, and the field that they open."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from companion.ui.prepare.panes import Panes
from companion.ui.prepare.part import PAPER, is_thing, kind_of
from companion.words import prepare as words

if TYPE_CHECKING:
    from collections.abc import Callable

    from companion.services.draft import Draft
    from companion.ui.prepare.part import Acted

FROM_OUTSIDE = frozenset({"add", "choose", "freeze"})
"""Keys that lead into a part from the list of parts."""


class Editing(Panes):
    """The room with a field to type in."""

    def __init__(self) -> None:
        super().__init__()
        self._known: frozenset[str] = frozenset()
        self._inner = ""
        self._stood = False

    def _enter_part(self, name: str) -> None:
        if name != self.open_part:
            self.go_to(name)
        self.say("")
        self.enter()

    def act(self, name: str) -> None:
        """Do what a key does in the part one is in."""
        self.draft_field.close()
        does = self.part.acts().get(name)
        if does is None or not (self.inside or name in FROM_OUTSIDE):
            self.say(words.NOT_HERE)
            return
        if not self.inside:
            self.enter()
        self._do(does, opens=name != "tick")

    def opened(self) -> None:
        """Answer Enter at once."""
        super().opened()
        self.list_of_parts.chosen = self._enter_part
        self.rows.chosen = self._chosen
        self.rows.pointed_at = self._pointed_in
        self.list_of_parts.pointed_at = self._pointed_out
        self.draft_field.finished = self._finished
        self.draft_field.refused = self.say
        self.draft_field.closed = self._field_closed
        self.draft_field.blank_changed = self.show_last

    def _pointed_in(self) -> None:
        """A click on the part that is open goes into it."""
        if not self.draft_field.is_open:
            self.enter()

    def _pointed_out(self) -> None:
        """A click on the list of parts goes back to it; a field that is open stays open."""
        if not self.draft_field.is_open:
            self.part.back()
            self.to_parts()

    def _chosen(self, key: str) -> None:
        """Enter on a row: a paper is shown, anything else is the part's."""
        kind, name = kind_of(key)
        if kind == PAPER:
            self.open_paper(name)
        else:
            self._do(self.part.choose)

    def _do(self, does: Callable[[str], Acted], *, opens: bool = True) -> None:
        """Let a part act on the row at hand, and show what follows.

        Args:
            does: The act.
            opens: Whether a field may open in which something stands: a blank of words that are
                typed without looking must not lead into it.
        """
        if not self.may_change():
            return
        inner, stood = self.part.inner, self.is_ready(self.open_part)
        acted = does(self.rows.cursor_key or "")
        self.say(acted.said or self._ready_now(stood))
        if acted.leave:
            self.leave_for(acted.leave)
            return
        if self.part.inner != inner:
            self.go_to(self.open_part)
        else:
            self.show_rows(acted.cursor)
        if acted.draft is None:
            return
        if opens or not acted.draft.text:
            self._write(acted.draft)
        else:
            self.say(words.ENTER_WRITES)

    def write_in(self, key: str) -> None:
        """Open the field of a row."""
        self.rows.go_to(key)
        self._do(self.part.choose)

    def _write(self, draft: Draft) -> None:
        self._known = frozenset(row.key for row in self.rows.rows)
        self._inner, self._stood = self.part.inner, self.is_ready(self.open_part)
        self.add_class("-editing")
        self.draft_field.open(draft)
        self.show_last()

    # The field

    def _finished(self, draft: Draft) -> None:
        """Enter was pressed in the field, and the text is kept; another may have opened."""
        self.say(draft.said or self._ready_now(self._stood))
        if not self.draft_field.is_open:
            self._shut()
        self.show_all()

    def _ready_now(self, stood: bool) -> str:  # noqa: FBT001 - whether it was ready before
        """What to say when the part one is in has just become ready."""
        name = self.open_part
        if stood or not self.is_ready(name):
            return ""
        return words.ready_now(self.named(name), self.named(self.following(name)))

    def _field_closed(self, said: str) -> None:
        self.say(said)
        self._shut()

    def _shut(self) -> None:
        self.remove_class("-editing")
        self.set_focus(self.rows)
        if self.part.inner != self._inner:
            self.go_to(self.open_part)
            return
        self.show_all()
        new = [row.key for row in self.rows.rows if row.selectable and is_thing(row.key)]
        new = [key for key in new if key not in self._known]
        if new:
            self.rows.go_to(new[-1])

    # Words typed in a list

    def has_line(self) -> bool:
        """Whether the part is a list of lines."""
        return self.part.TAKES_WORDS

    def place(self) -> object:
        """The part, the row, and how far the case had come."""
        where = (self.open_part, self.part.inner, self.rows.cursor_key)
        return (where, self.inside, self.session.so_far)

    def go_back_to(self, place: Any) -> None:  # noqa: ANN401 - what `place` gave
        """Be in that part again, at that row; whatever was changed since is taken back."""
        (part, inner, row), inside, so_far = place
        if not self.session.read_only:
            self.session.back_to(so_far)
        self.part.inner = inner if part == self.open_part else ""
        self.parts[part].inner = inner
        self.go_to(part)
        if row is not None:
            self.rows.go_to(row)
        if inside:
            self.enter()
        else:
            self.to_parts()

    def take_words(self, text: str) -> bool:
        """Write words that were typed in a list: they begin a line of the part one is in."""
        if self.has_line():
            self.act("add")
        if self.draft_field.paste(text):
            return True
        return not self.session.read_only and super().take_words(text)
