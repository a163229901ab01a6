"""Find in this visit: one line that filters the notes pane; the visit does not change."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from companion.domain.folded_text import folded
from companion.domain.marks import NoteKind, read_mark
from companion.domain.note import FIND_LINE
from companion.domain.text import is_blank
from companion.services.visit.note_finder import FoundNotes, NoteFilter, NoteFinder
from companion.services.visit.people import display_name
from companion.ui.visit.card import MOVES, Card, CardView, KeyPress, KeyResult, NoteFilterView
from companion.ui.visit.cards.note_cards import KINDS
from companion.ui.visit.number_entry import NumberEntry
from companion.words import note_finder as words
from companion.words import visit as room_words

if TYPE_CHECKING:
    from companion.domain.note import Note
    from companion.ui.visit.card import CardContext

ValueT = TypeVar("ValueT")
NARROWING = ("go_to_question", "mark_answered", "change_author")
"""The commands of the room whose keys filter here."""


class FindCard(Card):
    """A filter by words, mark, question and writer.

    The keys are those of writing a note: a mark and a blank first, Tab and a number, and the key
    of *who writes*; F2 goes through the marks.
    """

    field = FIND_LINE
    placeholder = words.PLACEHOLDER
    shows_panes = True
    goes_when_hidden = True

    def __init__(self, context: CardContext, text: str = "") -> None:
        super().__init__(context)
        self._finder = NoteFinder()
        self._text = text
        self._kind: NoteKind | None = None
        self._number: int | None = None
        self._author_id: str | None = None
        self._asking: NumberEntry | None = None
        self._at: str | None = None
        self._warned = False
        self._last: tuple[tuple[object, ...], FoundNotes] | None = None

    # The filter

    @property
    def wanted(self) -> NoteFilter:
        """The filter; a mark typed before the words wins over the one chosen with F2."""
        kind, text = read_mark(self._text)
        marked = kind is not NoteKind.PLAIN
        return NoteFilter(text, kind if marked else self._kind, self._number, self._author_id)

    def found(self) -> FoundNotes:
        """Return the notes that fit."""
        editor = self.state.editor
        all_notes, rows = editor.visit.notes, editor.questions.rows()
        rests_on = (all_notes, rows, self.wanted)
        if self._last is None or self._last[0] != rests_on:
            numbers = {row.listed.question_id: row.number for row in rows}
            notes = tuple(note for note in all_notes if not editor.notes.is_left_out(note))
            self._last = rests_on, self._finder.find(notes, self.wanted, numbers)
        return self._last[1]

    def _note_at(self, found: FoundNotes) -> Note | None:
        """Return the note that the keys act on: the same as before, else the newest."""
        here = (note for note in found.notes if note.id == self._at)
        return next(here, found.notes[-1] if found.notes else None)

    # Its looks

    def label(self) -> str:
        """Return the filter in words."""
        if self._asking is not None:
            digits = self._asking.digits
            return room_words.so_far(digits) if digits else words.WHICH_QUESTION
        wanted = self.wanted
        writers = self.state.editor.people.writers()
        author = next((one for one in writers if one.id == wanted.author_id), None)
        parts = (
            words.MARKS[wanted.kind] if wanted.kind is not None else "",
            words.question(wanted.number) if wanted.number is not None else "",
            words.written_by(display_name(author)) if author else "",
        )
        return words.only(tuple(part for part in parts if part))

    def label_right(self) -> str:
        """Return how many notes fit."""
        found = self.found()
        return words.count(len(found.notes), found.of, all_of_them=not self.wanted.narrows)

    def view(self) -> CardView:
        """Return only a hint."""
        named = self.state.key_of
        keys = [named(f"visit.{each}") for each in NARROWING]
        return CardView("", (), words.WHICH_HINT if self._asking is not None else words.hint(*keys))

    def note_filter(self) -> NoteFilterView:
        """Return the notes that fit, and what is said of them."""
        found = self.found()
        here = self._note_at(found)
        if not self.wanted.narrows:
            return NoteFilterView(room_words.NOTES, None, here.id if here else None)
        below = [] if found.notes else [words.NOTHING]
        if found.covered:
            below.append(words.covered(found.covered))
        at, sought = here.id if here else None, folded(self.wanted.words)
        return NoteFilterView(words.TITLE, found.notes, at, tuple(below), sought)

    # Keys

    def text_changed(self, text: str) -> None:
        """Show the notes that hold the words."""
        self._text, self._warned = text, False
        self.context.show_filter()

    def press(self, press: KeyPress) -> KeyResult:
        """Change the filter, go to another note, or type on."""
        if self._asking is not None and press.key != "tab":
            asked = self._ask_on(self._asking, press)
            if asked is not None:
                return asked
        if press.key in MOVES:
            self._walk(MOVES[press.key])
        elif press.key == "tab":
            self._ask()
        elif press.key == "f2":
            self._kind = _after(self._kind, KINDS)
        elif press.key == "ctrl+t":
            people = tuple(one.id for one in self.state.editor.people.writers())
            self._author_id = _after(self._author_id, people)
        else:
            return KeyResult.PASSED
        return KeyResult.USED

    def enter(self, text: str) -> None:
        """Go to the note in its place; words that no note holds may have been meant as a note."""
        if self._asking is not None:
            self._take_number()
            return
        note = self._note_at(self.found())
        if note is not None:
            self.context.go_to_note(note.id)
        elif not is_blank(text):
            self._keep_after_all(text)

    def _keep_after_all(self, text: str) -> None:
        """Save the words as a note at the second Enter."""
        if self._warned:
            self.context.keep_as_note(text)
        else:
            self._warned = True
            self.context.say(words.MEANT_AS_NOTE)

    def _walk(self, by: int) -> None:
        notes = self.found().notes
        here = self._note_at(self.found())
        if here is not None:
            place = next(n for n, note in enumerate(notes) if note.id == here.id)
            self._at = notes[min(max(0, place + by), len(notes) - 1)].id

    # Tab, then a number

    def _ask(self) -> None:
        if self._asking is not None:
            self._take_number()
        elif self._number is not None:
            self._number = None
        else:
            rows = self.state.rows()
            self._asking = NumberEntry(rows[-1].number if rows else 0)

    def _ask_on(self, asking: NumberEntry, press: KeyPress) -> KeyResult | None:
        """Use a key while a number is asked for; return None when it does what it always does."""
        if press.digit is not None:
            after = asking.with_digit(str(press.digit))
            if isinstance(after, int):
                self._number, self._asking = after, None
            else:
                self._asking = after or NumberEntry(asking.highest)
            return KeyResult.USED
        if press.key == "backspace":
            self._asking = NumberEntry(asking.highest)
            return KeyResult.USED
        if press.key == "escape":
            self._asking = None
            return KeyResult.USED
        self._take_number()
        self.context.show_filter()
        return KeyResult.USED if press.key == "space" and asking.digits else None

    def _take_number(self) -> None:
        if self._asking is not None:
            self._number, self._asking = self._asking.number, None


def _after(now: ValueT | None, every: tuple[ValueT, ...]) -> ValueT | None:
    order = (None, *every)
    return order[(order.index(now) + 1) % len(order)] if now in order else None
