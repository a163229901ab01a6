"""The card that lies over the room, and how it is fed from the line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain import composer
from companion.services.case.library import texts_of_kind
from companion.ui.visit.card import KeyPress, KeyResult
from companion.ui.visit.frame import VisitFrame
from companion.ui.visit.panes import CardPane
from companion.ui.visit.times import stamp_of
from companion.words import visit as words

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from textual.widgets.text_area import Selection

    from companion.domain.case import CopiedText
    from companion.ui.visit.card import Card


class CardHost(VisitFrame):
    """Lays a card over the room, and feeds it from the line (what `CardContext` promises)."""

    def __init__(self, visit_id: str) -> None:
        super().__init__(visit_id)
        self._stood: dict[str, tuple[str, Selection]] = {}

    @property
    def keys(self) -> Mapping[str, tuple[str, ...]]:
        """The keys in force."""
        return self.host.keys

    @property
    def card_width(self) -> int:
        """Cells in a line of the card."""
        return max(20, self.size.width - 4)

    def stamp(self, at: datetime | None) -> str:
        """A time as it stands beside a note."""
        return stamp_of(at, self.visit.head)

    def now(self) -> datetime:
        """The time."""
        return self.session.now()

    def guidance(self, kind: str) -> tuple[CopiedText, ...]:
        """The case's own copies of one kind of guidance."""
        return texts_of_kind(self.session.file.texts, kind)

    def open_card(self, card: Card) -> None:
        """Show a card; the half-written note stays, what happened before goes."""
        self.leave_line()
        self.just_covered = ""
        if not self.session.read_only:
            self.say("")
        self.choosing = None
        self.card = card
        self._show_field()
        self.query_one(CardPane).scroll_home(animate=False, immediate=True)

    def lay_over(self, card: Card) -> None:
        """Show a card in place of another without leaving the line that stands there."""
        if not self.session.read_only:
            self.say("")
        self.choosing = None
        self.card = card
        self.refresh_card()
        self.query_one(CardPane).scroll_home(animate=False, immediate=True)

    def close_card(self) -> None:
        """Go back to the list and the notes; the half-written note stands in the line again."""
        if self.card is not None:
            self.leave_line()
            self.card = None
            self._show_field()

    def do(self, command_id: str) -> None:
        """Close the card and carry out a command."""
        self.close_card()
        self.call_later(self.run_command, command_id)

    def go_to_number(self, number: int) -> None:
        """Write under that question from here on."""
        raise NotImplementedError

    def type_number(self, digit: str) -> None:
        """Ask for a question's number, the first digit typed already."""
        raise NotImplementedError

    def go_to_note(self, note_id: str) -> None:
        """Close the card and show that note in its place."""
        raise NotImplementedError

    def keep_as_note(self, text: str) -> None:
        """Close the card and make a note of what stood in its line."""
        raise NotImplementedError

    def show_narrowed(self) -> None:
        """Show the notes the card leaves in view, and what it says of them."""
        self.show_notes()
        self.show_label()
        self.show_last()

    def refresh_card(self) -> None:
        """Show the card again, and the line it fills now."""
        wanted = self.card.field if self.card is not None else ""
        if wanted != self.line.field and self._may_write():
            self.leave_line()
            self._show_field()
        else:
            self.show_all()

    def leave_line(self) -> None:
        """Keep what stands in the card's line now, before it is another's."""
        field = self.line.field
        if not field or self.card is None or not self._may_write():
            return
        if self.card.keep_line(field, self.composer.text):
            self.editor.line.type_in_card(field, "")

    _waiting: str | None = None
    """What was typed in a window that only reads, while a card has its place."""

    def _show_field(self) -> None:
        wanted = self.card.field if self.card is not None else ""
        if not self._may_write():
            self._show_unkept(wanted)
        elif wanted != self.line.field:
            self._stood[self.line.field] = self.composer.text, self.composer.selection
            self.editor.line.focus_field(wanted)
            half = composer.aside(self.visit, wanted)
            text = (
                (half or (self.card.initial_text() if self.card else ""))
                if wanted
                else self.line.text
            )
            self.composer.show(text)
            before, selection = self._stood.pop(wanted, ("", None))
            if selection is not None and before == text:
                self.composer.selection = selection
            self.composer.cover(covered=self.line.covered and not wanted)
        self.composer.placeholder = self._placeholder()
        self.show_all()

    def _show_unkept(self, wanted: str) -> None:
        """Let a card have the line in a window that only reads: nothing of it is on disk."""
        if wanted and self._waiting is None:
            self._waiting = self.composer.text
            self.composer.show("")
        elif not wanted and self._waiting is not None:
            self.composer.show(self._waiting)
            self._waiting = None

    def _placeholder(self) -> str:
        return (self.card.placeholder() if self.card is not None else "") or words.PLACEHOLDER

    def _may_write(self) -> bool:
        return not self.session.read_only

    def offer(self, key: str, character: str = "") -> bool:
        """Let the card use a key; True when it did."""
        if self.card is None:
            return False
        card = self.card
        reply = card.press(KeyPress(key, character, self.composer.is_blank))
        if reply is KeyResult.TYPED:
            self.close_card()
            return False
        if reply is KeyResult.USED and self.card is card:
            self.refresh_card()
        return reply is KeyResult.USED
