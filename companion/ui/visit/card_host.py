"""The card that is open: how it opens and closes, and how it is fed from the composer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain import composer as composer_line
from companion.domain.note import FIND_LINE
from companion.ui.terminal.note_area import ENTER
from companion.ui.visit import cards
from companion.ui.visit.card import KeyPress, KeyResult
from companion.words import note_finder as find_words
from companion.words import visit as words

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.widgets.text_area import Selection

    from companion.domain.note import Note
    from companion.ui.visit.card import Card
    from companion.ui.visit.composer import Composer
    from companion.ui.visit.question_picker import QuestionPicker
    from companion.ui.visit.state import VisitState, VisitSurface
    from companion.ui.visit.view import VisitView

AROUND_A_CARD = 9
"""Lines of a window that a card which covers the panes leaves to others."""
_FORMS = {"door": "BeforeYouLeaveCard", "details": "DetailsCard", "recall": "RecallCard"}
"""Forms of the visit by the beginning of their lines; each opens at the field with that name."""


class CardHost:
    """Shows one card at a time, and answers what cards ask for (`CardContext`)."""

    def __init__(
        self,
        state: VisitState,
        composer: Composer,
        view: VisitView,
        picker: QuestionPicker,
        surface: VisitSurface,
        run_later: Callable[[str], object],
    ) -> None:
        """Begin without a card.

        Args:
            state: The visit.
            composer: Feeds the card with keys and text.
            view: Shows the card.
            picker: Goes to a question.
            surface: The screen.
            run_later: Carries out a command by its id, once the card is gone.
        """
        self.state = state
        self._composer = composer
        self._view = view
        self._picker = picker
        self._surface = surface
        self._run_later = run_later
        self._left: dict[str, tuple[str, Selection]] = {}
        """Text and cursor of each line when it was left, by field."""
        self.waiting: str | None = None
        """The text typed in a window that only reads, while a card has its place."""

    # Opening and closing

    def open_card(self, card: Card) -> None:
        """Show a card; the half-written note waits."""
        self.leave_line()
        self.state.just_covered = ""
        self._put_in_front(card)
        self._show_field()
        self._view.card_pane.scroll_home(animate=False, immediate=True)

    def open_to_change(self, card: Callable[[], Card]) -> None:
        """Show a card that changes something; not in a window that only reads."""
        if self._surface.may_change():
            self.open_card(card())

    def lay_over(self, card: Card) -> None:
        """Show a card in place of another, whose line stays as it is."""
        self._put_in_front(card)
        self.refresh()
        self._view.card_pane.scroll_home(animate=False, immediate=True)

    def _put_in_front(self, card: Card) -> None:
        if self.state.may_write:
            self.say("")
        self._view.number = None
        self._view.card = card

    def close_card(self) -> None:
        """Go back to the panes; the half-written note is in the line again."""
        if self._view.card is not None:
            self.leave_line()
            self._view.card = None
            self._show_field()

    def go_back(self) -> None:
        """Go back to the card before, else to the panes."""
        before = self._view.card.back if self._view.card is not None else None
        if before is not None:
            self.open_card(before)
        else:
            self.close_card()

    def closes(self, kind: type[Card]) -> bool:
        """Close the open card if it is of this kind; return whether it was."""
        closes = isinstance(self._view.card, kind)
        if closes:
            self.close_card()
        return closes

    def refresh(self) -> None:
        """Show the card again, and the line that it has now."""
        if self._view.card_field != self.state.line.field and self.state.may_write:
            self.leave_line()
            self._show_field()
        else:
            self._surface.show_all()

    # The line of a card

    def leave_line(self) -> None:
        """Save the text in the card's line before the line is another's."""
        state = self.state
        field = state.line.field
        if not field or self._view.card is None or not state.may_write:
            return
        if self._view.card.keep_line(field, self._composer.text):
            state.editor.line.type_in_card(field, "")

    def _show_field(self) -> None:
        """Show the line that is typed in now: the card's own, or the note's."""
        state, composer, wanted = self.state, self._composer, self._view.card_field
        if not state.may_write:
            self._show_unsaved(wanted)
        elif wanted != state.line.field:
            self._left[state.line.field] = composer.text, composer.selection
            state.editor.line.focus_field(wanted)
            half = composer_line.card_text(state.visit, wanted)
            kept = self._view.card.initial_text() if self._view.card is not None else ""
            text = (half or kept) if wanted else state.line.text
            composer.show(text)
            before, selection = self._left.pop(wanted, ("", None))
            if selection is not None and before == text:
                composer.selection = selection
            composer.cover(covered=state.line.covered and not wanted)
        composer.placeholder = self.placeholder()
        self._surface.show_all()

    def _show_unsaved(self, wanted: str) -> None:
        """Let a card have the line in a window that only reads; nothing of it is saved."""
        if wanted and self.waiting is None:
            self.waiting = self._composer.text
            self._composer.show("")
        elif not wanted and self.waiting is not None:
            self._composer.show(self.waiting)
            self.waiting = None

    def placeholder(self) -> str:
        """Return the placeholder of the line."""
        card = self._view.card
        return (card.placeholder if card is not None else "") or words.PLACEHOLDER

    # Keys

    def key_pressed(self, key: str, character: str) -> bool:
        """Let the card use a key of the composer; return whether it did."""
        card = self._view.card
        if card is not None and card.field and key in ENTER:
            card.enter(self._composer.text)
            self.refresh()
            return True
        used = self.offer(key, character)
        if key == "escape" and card is not None:
            if not used:
                self.go_back()
            return True
        return used

    def offer(self, key: str, character: str = "") -> bool:
        """Let the card use a key, also one of a command; return whether it did."""
        card = self._view.card
        if card is None:
            return False
        result = card.press(KeyPress(key, character, self._composer.is_blank))
        if result is KeyResult.TYPED:
            self.close_card()
            return False
        if result is KeyResult.USED and self._view.card is card:
            self.refresh()
        return result is KeyResult.USED

    # What else a card asks for

    @property
    def card_width(self) -> int:
        """Cells in a line of the card."""
        return max(20, self._view.card_pane.app.size.width - 4)

    @property
    def card_height(self) -> int:
        """Lines of a card that covers the panes."""
        return max(3, self._view.card_pane.app.size.height - AROUND_A_CARD)

    def say(self, sentence: str) -> None:
        """Say in one line what just happened."""
        self._surface.say(sentence)

    def show_page(self, name: str) -> None:
        """Show a paper of this visit over the card."""
        self._surface.show_page(name)

    def do(self, command_id: str) -> None:
        """Close the card and carry out a command."""
        self.close_card()
        self._run_later(command_id)

    def go_to_number(self, number: int) -> None:
        """Write under that question from here on."""
        self._picker.go_to_number(number)

    def ask_number(self, digit: str = "") -> None:
        """Close the card and ask for a question's number; a digit may be typed already."""
        self.close_card()
        self._picker.ask(digit)

    def go_to_note(self, note_id: str) -> None:
        """Close the card and show that note in its place."""
        self.close_card()
        ids = [note.id for note in self.state.visit.live_notes]
        if note_id in ids:
            self._view.notes.point_at(note_id)
            changes = self._composer.is_blank and self.state.may_write
            place = ids.index(note_id) + 1
            self.say(find_words.gone_to(place, len(ids), up_changes=changes))

    def keep_as_note(self, text: str) -> None:
        """Close the card and make a note of the text in its line."""
        if self._surface.may_change():
            editor = self.state.editor
            editor.line.type_in_card(FIND_LINE, "")
            editor.notes.add(text, self.state.line.question_id)
            self.close_card()
            self.say(find_words.KEPT)

    def show_filter(self) -> None:
        """Show the notes that the card leaves in view, and what it says of them."""
        self._view.show_filter()

    # The card that is open when the room opens

    def open_first(self) -> None:
        """Choose the card that was being filled, or the one of an untouched visit."""
        state = self.state
        if not state.may_write:
            return
        kind, _, rest = state.line.field.partition(":")
        if kind:
            self._view.card = self._card_again(kind, rest)
            if self._view.card is None:
                state.editor.line.focus_field("")
                self._composer.show(state.line.text)
        elif self._untouched():
            self._view.card = cards.BeforeStartCard(self)

    def _untouched(self) -> bool:
        visit, line = self.state.visit, self.state.line
        head = visit.head
        begun = head.started_at is not None or head.ended_at is not None
        return not (begun or visit.live_notes or line.text or line.editing_note_id)

    def _card_again(self, kind: str, rest: str) -> Card | None:
        """Return the card with that line; None where its note is gone."""
        note_id, _, name = rest.partition(":")
        note = self.state.note(note_id)
        card: Card | None = None
        if kind == "question":
            card = cards.NewQuestionCard(self)
        elif kind in _FORMS:
            card = getattr(cards, _FORMS[kind])(self, rest)
        elif kind == "number" and note is not None:
            card = cards.NumberForm(self, note, name)
        elif kind == "back" and note in (aloud := self.notes_to_read_aloud(note)):
            card = cards.TeachBackCard(self, aloud)
        elif kind == "due":
            card = cards.DueDateCard(self, note_id, cards.EndOfVisitCard(self))
        elif kind == "said":
            card = cards.SaidLineCard(self, rest)
        elif kind == "fresh" and note_id.isdigit():
            card = cards.DebriefCard(self, int(note_id))
        return card

    def notes_to_read_aloud(self, first: Note | None) -> tuple[Note, ...]:
        """Return the notes that have words and are not covered, the one to begin with last."""
        first_id = first.id if first is not None else ""
        notes = [each for each in self.state.visit.live_notes if each.text and not each.covered]
        return tuple(sorted(notes, key=lambda each: each.id == first_id))
