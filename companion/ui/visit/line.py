"""Typing in the Visit room: what a key does, and that every one of them is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain import writing
from companion.domain.marks import NoteKind, read_mark
from companion.domain.text import is_blank
from companion.services.shelf import texts_of_kind
from companion.ui.visit.card import Press, Reply
from companion.ui.visit.choosing import Choosing
from companion.ui.visit.composer import Composer
from companion.ui.visit.frame import VisitFrame
from companion.ui.visit.lists import CardList
from companion.words import rooms as room_words
from companion.words import visit as words

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from textual import events

    from companion.domain.case import CopiedText
    from companion.ui.visit.card import Card


class CardTable(VisitFrame):
    """Lays a card over the room, and feeds it from the line (what `Desk` promises)."""

    @property
    def keys(self) -> Mapping[str, tuple[str, ...]]:
        """The keys in force."""
        return self.host.keys

    @property
    def card_width(self) -> int:
        """Cells in a line of the card."""
        return max(20, self.size.width - 4)

    def now(self) -> datetime:
        """The time."""
        return self.session.now()

    def guidance(self, kind: str) -> tuple[CopiedText, ...]:
        """The case's own copies of one kind of guidance."""
        return texts_of_kind(self.session.file.texts, kind)

    def open_card(self, card: Card) -> None:
        """Show a card; the half-written note stays."""
        self.leave_line()
        self.choosing = None
        self.card = card
        self._show_field()
        self.query_one(CardList).scroll_home(animate=False, immediate=True)

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
        if self.card.leave(field, self.composer.text):
            self.visiting.type_aside(field, "")

    def _show_field(self) -> None:
        wanted = self.card.field if self.card is not None else ""
        if self._may_write() and wanted != self.line.field:
            self.visiting.fill(wanted)
            half = writing.aside(self.visit, wanted)
            text = (half or (self.card.filled() if self.card else "")) if wanted else self.line.text
            self.composer.show(text)
            self.composer.placeholder = self._placeholder()
            self.composer.cover(covered=self.line.covered and not wanted)
        self.show_all()

    def _placeholder(self) -> str:
        field = self.card.placeholder() if self.card is not None and self.card.field else ""
        return field or words.PLACEHOLDER

    def _may_write(self) -> bool:
        return not self.session.read_only

    def offer(self, key: str, character: str = "") -> bool:
        """Let the card use a key; True when it did."""
        if self.card is None:
            return False
        card = self.card
        reply = card.press(Press(key, character, self.composer.is_blank))
        if reply is Reply.TYPED:
            self.close_card()
            return False
        if reply is Reply.USED and self.card is card:
            self.refresh_card()
        return reply is Reply.USED


class VisitLine(CardTable):
    """The line one types in, from the first key to the note."""

    def make_composer(self) -> Composer:
        """The line, with what was left unfinished in it; empty in a window that only reads."""
        line = self.line
        text = writing.aside(self.visit, line.field) if line.field else line.text
        if not self._may_write():
            text = ""
        composer = Composer(text, self, placeholder=self._placeholder())
        composer.covered = line.covered and not line.field
        kind = read_mark(text[:2])[0]
        self.mark = None if line.field or kind is NoteKind.PLAIN else kind
        return composer

    # Keeping

    def line_written(self, text: str) -> None:
        """Keep the line as it reads now."""
        self.leaving = ""
        if self.host.session is None or not self._may_write():
            return
        if self.card is not None and self.card.goes_when_typed:
            self.close_card()
        field = self.line.field
        if field:
            self.visiting.type_aside(field, text)
        else:
            self.visiting.type(text)
            self._show_mark(text)
        if (self.session.trouble is not None) != self.in_trouble:
            self.saving_changed()

    leaving = ""
    """The room somebody asked for once while the visit is under way."""
    in_trouble = False
    """Whether the last line says that something is not saved."""

    def saving_changed(self) -> None:
        """Saving failed, or works again."""
        self.in_trouble = self.session.trouble is not None
        super().saving_changed()

    def _show_mark(self, text: str) -> None:
        kind = read_mark(text[:2])[0] if text else None
        mark = None if kind is NoteKind.PLAIN else kind
        if mark is not self.mark:
            self.mark = mark
            self.show_label()

    def line_entered(self, text: str) -> None:
        """Make a note of the line, or keep the note being changed."""
        if not self._may_write():
            self.say(room_words.ANOTHER_WINDOW)
            return
        if self.line.editing_note_id is not None:
            self._keep_changed(text)
            return
        if is_blank(text):
            return
        note = self.visiting.save_line(text, pasted="\n" in text)
        self.show_line()
        self.say(words.LINE_COVERED if note is not None and note.covered else "")

    def _keep_changed(self, text: str) -> None:
        self.visiting.save_line(text)
        self.say(words.LEFT if is_blank(text) else words.CHANGED)
        self.show_line()

    def show_line(self) -> None:
        """Show the line as it is kept."""
        line = self.line
        self.composer.show(writing.aside(self.visit, line.field) if line.field else line.text)
        self.composer.cover(covered=line.covered and not line.field)
        self.mark = None
        self._show_mark(self.composer.text)
        self.show_all()

    # Keys that come before the text

    def key_comes(self, event: events.Key) -> bool:
        """Use a key for the number asked for, the curtain or the card; else it is typing."""
        if self.host.session is None:
            return True
        if self.has_class("-curtain"):
            return event.key == "escape"
        character = event.character if event.is_printable and event.character else ""
        if self.choosing is not None:
            return self._choose(event.key, character)
        if self.card is not None and self._card_takes(event.key, character):
            return True
        if event.key == "escape":
            self._escape()
            return True
        return False

    def _card_takes(self, key: str, character: str) -> bool:
        card = self.card
        if card is not None and card.field and key == "enter":
            card.enter(self.composer.text)
            self.refresh_card()
            return True
        if key == "escape":
            if not self.offer(key):
                self.close_card()
            return True
        return self.offer(key, character)

    def _escape(self) -> None:
        self.leaving = ""
        if self.line.editing_note_id is not None and self._may_write():
            self.visiting.leave_note()
            self.say(words.LEFT)
            self.show_line()
        else:
            self.say("")

    # Tab, then a number

    def begin_choosing(self) -> None:
        """Ask for a question's number."""
        self.close_card()
        rows = self.question_rows()
        self.choosing = Choosing(rows[-1].number if rows else 0)
        self.show_all()

    def type_number(self, digit: str) -> None:
        """Ask for a question's number, the first digit typed already."""
        self.begin_choosing()
        self._choose(digit, digit)

    def end_choosing(self) -> None:
        """Stay where one is."""
        self.choosing = None
        self.show_all()

    def _choose(self, key: str, character: str) -> bool:
        choosing = self.choosing
        if choosing is None:
            return False
        if character.isascii() and character.isdigit():
            self._digit(choosing, character)
            return True
        if key == "backspace":
            self.choosing = Choosing(choosing.highest)
            self.show_label()
            return True
        if key == "escape":
            self.end_choosing()
            return True
        self.finish_choosing()
        return key == "enter" or (key == "space" and bool(choosing.digits))

    def _digit(self, choosing: Choosing, digit: str) -> None:
        after = choosing.typed(digit)
        if isinstance(after, Choosing):
            self.choosing = after
            self.show_label()
        elif after is None:
            self.say(words.no_question(choosing.digits + digit))
            self.choosing = Choosing(choosing.highest)
            self.show_label()
        else:
            self.go_to_number(after)

    def finish_choosing(self) -> None:
        """Go to the number typed so far, if any."""
        number = self.choosing.number if self.choosing is not None else None
        if number is None:
            self.end_choosing()
        else:
            self.go_to_number(number)

    def go_to_number(self, number: int) -> None:
        """Write under that question from here on; a note being changed moves there."""
        self.choosing = None
        rows = self.question_rows()
        row = next((row for row in rows if row.number == number), None)
        self.go_to(row.listed.question_id if row is not None else None)

    def go_to(self, question_id: str | None) -> None:
        """Write under that question from here on; a note being changed moves there."""
        if not self._may_write():
            self.say(room_words.ANOTHER_WINDOW)
        elif self.line.editing_note_id is not None:
            self.visiting.move_note(self.line.editing_note_id, question_id)
        else:
            self.visiting.go_to(question_id)
            self.say("")
        self.show_all()
