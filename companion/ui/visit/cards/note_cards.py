"""Cards on one note: mark, cover, delete, keep private, move."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING

from companion.domain.marks import NoteKind
from companion.ui.rooms.shown_question import shown_question
from companion.ui.visit.card import Card, CardView, KeyPress, KeyResult
from companion.ui.visit.cards.option_card import Option, line, option_rows, option_with
from companion.ui.visit.note_rows import mark_of, shown_text
from companion.ui.visit.number_entry import NumberEntry
from companion.words import visit as room_words
from companion.words import visit_cards as words

if TYPE_CHECKING:
    from companion.domain.note import Note
    from companion.ui.visit.card import CardContext
    from companion.ui.widgets.line_list import Row

KINDS = (
    NoteKind.QUOTE,
    NoteKind.UNDERSTOOD,
    NoteKind.UNCLEAR,
    NoteKind.TODO,
    NoteKind.NUMBER,
    NoteKind.SPELLING,
    NoteKind.PLAIN,
)


class NoteCard(Card):
    """A card on one note, at first the note at hand; Up and Down go to another.

    What is done with the note is chosen by digit; a letter goes on typing.
    """

    title = ""
    hint = words.DIGIT_HINT

    def __init__(self, context: CardContext, at_hand: Note | None) -> None:
        super().__init__(context)
        self.notes = self.state.visit.live_notes
        self.place = self.notes.index(at_hand) if at_hand in self.notes else len(self.notes) - 1

    @property
    def note(self) -> Note:
        """The note that the card acts on, as it is kept now."""
        before = self.notes[self.place]
        notes = self.state.visit.notes
        return next((note for note in notes if note.id == before.id), before)

    @abstractmethod
    def options(self) -> tuple[Option, ...]:
        """Return what can be done with the note."""

    def choose(self, key: str) -> None:
        """Carry out the option with that key, where options have digits."""
        del key

    def below(self) -> tuple[Row, ...]:
        """Return the rows below the options."""
        return ()

    def view(self) -> CardView:
        """Return the note, how to go to another, and what can be done with it."""
        note = self.note
        says = room_words.LEFT_OUT if self._is_left_out() else shown_text(note)
        rows = (
            line("note", f"{self.state.stamp(note.at)} {mark_of(note.kind)} {says}", "strong"),
            line("which", words.note_of(self.place + 1, len(self.notes)), "muted"),
            line("space", ""),
            *option_rows(self.options(), selectable=False),
            *self.below(),
        )
        return CardView(self.title, rows, self.hint)

    def _is_left_out(self) -> bool:
        return self.state.editor.notes.is_left_out(self.note)

    def press(self, press: KeyPress) -> KeyResult:
        """Let a digit choose; Up and Down go to another note."""
        if press.digit is not None:
            option = option_with(press.digit, self.options())
            if option is not None:
                self.choose(option.key)
        elif press.key in ("up", "down"):
            self.move(-1 if press.key == "up" else 1)
        else:
            return super().press(press)
        return KeyResult.USED

    def move(self, by: int) -> None:
        """Go to another note."""
        self.place = min(max(0, self.place + by), len(self.notes) - 1)

    def done(self, sentence: str) -> None:
        """Close and say what happened."""
        self.context.close_card()
        self.context.say(sentence)


class MarkCard(NoteCard):
    """The six marks, and none."""

    title = words.MARK_TITLE

    def options(self) -> tuple[Option, ...]:
        """Return the marks, the present one marked."""
        return tuple(
            Option(
                kind,
                f"{mark_of(kind)}  {room_words.MARK_WORDS[kind] or words.MARK_NONE}",
                digit=digit,
                chosen=self.note.kind is kind,
            )
            for digit, kind in enumerate(KINDS, 1)
        )

    def choose(self, key: str) -> None:
        """Set the mark."""
        self.state.editor.notes.mark(self.note.id, NoteKind(key))
        self.done(words.MARKED)


class CoverCard(NoteCard):
    """Cover a note; show it again when the patient asks for it and confirms."""

    title = words.COVER_TITLE
    asked = False

    def options(self) -> tuple[Option, ...]:
        """Return what can be done with the note as it is."""
        if not self.note.covered:
            return (Option("cover", words.COVER_IT, words.COVER_IT_ASIDE, 1),)
        if not self.asked:
            return (Option("ask", words.asked_for(self._patient()), digit=1),)
        return (
            Option("show", words.COVER_YES, digit=1),
            Option("leave", words.COVER_LEAVE, digit=2),
        )

    def _patient(self) -> str:
        return self.state.editor.people.patient_name()

    def below(self) -> tuple[Row, ...]:
        """Return what covering means, and that showing is asked twice."""
        now = words.COVER_LEFT_OUT if self._is_left_out() else words.COVER_NOW
        covered = words.COVER_SURE if self.asked else now
        text = covered if self.note.covered else words.stays_hidden(self._patient())
        return (line("below", ""), line("means", text, "muted"))

    def move(self, by: int) -> None:
        """Go to another note; that one was not asked for yet."""
        self.asked = False
        super().move(by)

    def choose(self, key: str) -> None:
        """Cover it, ask once more, or show it."""
        if key == "ask":
            self.asked = True
        elif key == "leave":
            self.context.close_card()
        else:
            self.state.editor.notes.cover(self.note.id, covered=key == "cover")
            covered = room_words.LEFT_OUT if self._is_left_out() else words.COVERED_NOW
            self.done(covered if key == "cover" else words.SHOWN_NOW)


class DeleteCard(NoteCard):
    """Delete a note; undo brings it back."""

    title = words.DELETE_TITLE

    def options(self) -> tuple[Option, ...]:
        """Return yes and no."""
        return (
            Option("delete", words.DELETE_IT, digit=1),
            Option("leave", words.DELETE_LEAVE, digit=2),
        )

    def choose(self, key: str) -> None:
        """Delete it, or close."""
        if key == "leave":
            self.context.close_card()
            return
        self.state.editor.notes.delete(self.note.id)
        self.done(words.DELETED)


class MineCard(NoteCard):
    """Leave a note out of every copy but the user's own."""

    title = words.MINE_TITLE

    def options(self) -> tuple[Option, ...]:
        """Return private, and in every copy."""
        mine = self.note.mine_only
        return (
            Option("mine", words.MINE_IT, words.MINE_IT_ASIDE, 1, mine),
            Option("all", words.MINE_ALL, "", 2, not mine),
        )

    def choose(self, key: str) -> None:
        """Set whether the note is private."""
        self.state.editor.notes.set_private(self.note.id, mine_only=key == "mine")
        self.done(words.MINE_DONE)


class MoveCard(NoteCard):
    """Put a note under another question."""

    title = words.MOVE_TITLE
    hint = words.MOVE_HINT

    def options(self) -> tuple[Option, ...]:
        """Return *anything else* and every question, by number."""
        here = self.note.question_id
        listed = [
            Option(
                row.listed.question_id,
                f"{row.number}  {shown_question(row)}",
                chosen=row.listed.question_id == here,
            )
            for row in self.state.rows()
        ]
        other = Option("", f"0  {room_words.OTHER_NOTES}", chosen=here is None)
        return (other, *listed)

    typed = ""

    def press(self, press: KeyPress) -> KeyResult:
        """Let digits make a number; one that may go on waits for the next key."""
        if press.digit is not None:
            self._typed(str(press.digit))
            return KeyResult.USED
        if press.key == "enter" and self.typed:
            self._put(int(self.typed))
            return KeyResult.USED
        return super().press(press)

    def _typed(self, digit: str) -> None:
        after = NumberEntry(len(self.options()) - 1, self.typed).with_digit(digit)
        if isinstance(after, NumberEntry):
            self.typed = after.digits
        elif after is None:
            self.context.say(room_words.no_question(self.typed + digit))
            self.typed = ""
        else:
            self._put(after)

    def _put(self, number: int) -> None:
        self.state.editor.notes.move(self.note.id, self.options()[number].key or None)
        self.done(words.MOVED)
