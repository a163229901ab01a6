"""Tab, then a number: going to a question without leaving the line."""

from __future__ import annotations

from companion.ui.terminal.editing_keys import digit_of
from companion.ui.visit.card_host import CardHost
from companion.ui.visit.number_entry import NumberEntry
from companion.words import visit as words


class QuestionPicker(CardHost):
    """The number of a question, a digit at a time."""

    def begin_choosing(self) -> None:
        """Ask for a question's number."""
        self.close_card()
        rows = self.shown_rows()
        self.choosing = NumberEntry(rows[-1].number if rows else 0)
        self.show_all()

    def type_number(self, digit: str) -> None:
        """Ask for a question's number, the first digit typed already."""
        self.begin_choosing()
        self.choose_key(digit, digit)

    def end_choosing(self) -> None:
        """Stay where one is."""
        self.choosing = None
        self.show_all()

    def choose_key(self, key: str, character: str) -> bool:
        """Use a key for the number; True when it is used up, False when it goes on typing."""
        choosing = self.choosing
        if choosing is None:
            return False
        digit = digit_of(character)
        if digit is not None:
            self._digit(choosing, str(digit))
            return True
        if key == "backspace":
            self.choosing = NumberEntry(choosing.highest)
            self.show_label()
            return True
        if key == "escape":
            self.end_choosing()
            return True
        self.finish_choosing()
        return key == "enter" or (key == "space" and bool(choosing.digits))

    def _digit(self, choosing: NumberEntry, digit: str) -> None:
        after = choosing.typed(digit)
        if isinstance(after, NumberEntry):
            self.choosing = after
            self.show_label()
        elif after is None:
            self.say(words.no_question(choosing.digits + digit))
            self.choosing = NumberEntry(choosing.highest)
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
        row = next((row for row in self.shown_rows() if row.number == number), None)
        if row is None and number:
            self.say(words.no_question(str(number)))
            self.show_all()
        else:
            self.go_to(row.listed.question_id if row is not None else None)

    def go_to(self, question_id: str | None) -> None:
        """Write under that question from here on; a note being changed moves there."""
        self.just_covered = ""
        if not self._may_write():
            self.say(self.why_not_written())
        elif self.line.editing_note_id is not None:
            self.editor.notes.move(self.line.editing_note_id, question_id)
        else:
            self.editor.line.go_to(question_id)
            self.say("")
        self.show_all()
