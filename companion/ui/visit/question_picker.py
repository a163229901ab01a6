"""Going to a question by its number, without leaving the line: Tab, then the digits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.ui.terminal.editing_keys import digit_of
from companion.ui.visit.number_entry import NumberEntry, number_entry
from companion.words import visit as words

if TYPE_CHECKING:
    from companion.ui.visit.state import VisitState, VisitSurface
    from companion.ui.visit.view import VisitView


class QuestionPicker:
    """Asks for a question's number and goes there."""

    def __init__(self, state: VisitState, view: VisitView, surface: VisitSurface) -> None:
        self._state = state
        self._view = view
        self._surface = surface

    def ask(self, digit: str = "") -> None:
        """Ask for a number; a digit may be typed already."""
        self._view.number = number_entry(self._state.shown_rows())
        self._surface.show_all()
        if digit:
            self._add_digit(self._view.number, digit)

    def key_pressed(self, key: str, character: str) -> bool:
        """Use a key for the number; return False when it goes on typing."""
        entry = self._view.number
        if entry is None:
            return False
        digit = digit_of(character)
        if digit is not None:
            self._add_digit(entry, str(digit))
        elif key == "backspace":
            self._show(NumberEntry(entry.highest))
        elif key == "escape":
            self._stay()
        else:
            self.finish()
            return key == "enter" or (key == "space" and bool(entry.digits))
        return True

    def _add_digit(self, entry: NumberEntry, digit: str) -> None:
        after = entry.with_digit(digit)
        if isinstance(after, NumberEntry):
            self._show(after)
        elif after is None:
            self._surface.say(words.no_question(entry.digits + digit))
            self._show(NumberEntry(entry.highest))
        else:
            self.go_to_number(after)

    def _show(self, entry: NumberEntry) -> None:
        self._view.number = entry
        self._view.show_label()

    def _stay(self) -> None:
        self._view.number = None
        self._surface.show_all()

    def finish(self) -> None:
        """Go to the number typed so far, if any."""
        entry = self._view.number
        if entry is None or entry.number is None:
            self._stay()
        else:
            self.go_to_number(entry.number)

    def go_to_number(self, number: int) -> None:
        """Write under that question from here on; a note being changed moves there."""
        self._view.number = None
        row = next((row for row in self._state.shown_rows() if row.number == number), None)
        if row is None and number:
            self._surface.say(words.no_question(str(number)))
            self._surface.show_all()
        else:
            self.go_to(row.listed.question_id if row is not None else None)

    def go_to(self, question_id: str | None) -> None:
        """Write under that question from here on; a note being changed moves there."""
        state = self._state
        state.just_covered = ""
        if self._surface.may_change():
            note_id = state.line.editing_note_id
            if note_id is not None:
                state.editor.notes.move(note_id, question_id)
            else:
                state.editor.line.go_to(question_id)
                self._surface.say("")
        self._surface.show_all()

    def step(self, by: int) -> None:
        """Go to the next question on the screen, or the one before; stop at both ends."""
        state = self._state
        order = [None, *(row.listed.question_id for row in state.shown_rows())]
        current = state.line.question_id
        at = order.index(current) if current in order else 0
        self._view.number = None
        self.go_to(order[min(max(0, at + by), len(order) - 1)])

    def leave_unlisted(self) -> None:
        """Go to *anything else* when the current question is on the screen no more."""
        state = self._state
        shown = {row.listed.question_id for row in state.shown_rows()}
        if state.line.question_id not in {None, *shown}:
            state.editor.line.go_to(None)
