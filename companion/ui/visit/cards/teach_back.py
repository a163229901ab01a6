"""Say it back (teach-back): a note to read aloud, and the doctor's answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain.correction import told
from companion.domain.number import number_gaps
from companion.domain.text import is_blank
from companion.ui.visit.card import Card, CardView, KeyPress, KeyResult
from companion.ui.visit.cards.option_card import WIDE, line
from companion.ui.widgets.line_list import Row
from companion.words import visit_cards as words

if TYPE_CHECKING:
    from companion.domain.note import Note
    from companion.ui.visit.card import CardContext


class TeachBackCard(Card):
    """One note, to be confirmed with a key or corrected by typing; Enter alone does nothing."""

    def __init__(self, context: CardContext, notes: tuple[Note, ...]) -> None:
        super().__init__(context)
        self.notes = notes
        self.place = len(notes) - 1

    @property
    def note(self) -> Note:
        """The note being read aloud."""
        return self.notes[self.place]

    @property
    def field(self) -> str:
        """The line of the note: what is half-written for one is not for another."""
        return f"back:{self.note.id}"

    def label(self) -> str:
        """Return what is asked now."""
        return words.BACK_WHAT

    @property
    def placeholder(self) -> str:
        """What can be typed."""
        return words.back_placeholder(self.state.key_of("visit.mark_answered"))

    def view(self) -> CardView:
        """Return the note with what to say before and after, and how to answer."""
        note, state = self.note, self.state
        text = told(note).text
        found = [line(f"gap {gap}", words.GAPS[gap], "muted") for gap in number_gaps(text)]
        key = state.key_of("visit.mark_answered")
        keeps = words.back_keeps(state.stamp(state.session.now()), state.clinician())
        rows = (
            line("space 1", ""),
            _large("first", words.BACK_FIRST),
            line("space 2", ""),
            _large("note", f'"{text}"', "strong"),
            line("space 3", ""),
            _large("last", words.BACK_LAST),
            line("space 4", ""),
            *found,
            self._answer(key, words.BACK_YES, keeps),
            self._answer(words.BACK_TYPE_IT, words.BACK_NO, words.BACK_OWN_LINE),
            self._answer("Esc", words.BACK_ESC, ""),
        )
        hint = words.back_hint(state.key_of("visit.moment"))
        top = words.back_top(state.number_of(note.question_id), state.stamp(note.at))
        return CardView(words.BACK_TITLE, rows, hint, top=(top, state.clock_line()))

    def _answer(self, key: str, says: str, keeps: str) -> Row:
        """Return a key, its answer, and where there is room what is saved."""
        if self.context.card_width < WIDE:
            return Row(f"answer {key}", says, lead=f"  {key:<9}", selectable=False)
        return Row(f"answer {key}", keeps, lead=f"  {key:<9}{says:<31}", selectable=False)

    def press(self, press: KeyPress) -> KeyResult:
        """Let F2 confirm; arrows in an empty line go to another note."""
        if press.key == "f2":
            self._confirm(blank=press.blank)
            return KeyResult.USED
        if press.key in ("up", "down") and press.blank:
            by = -1 if press.key == "up" else 1
            self.place = min(max(0, self.place + by), len(self.notes) - 1)
            return KeyResult.USED
        return KeyResult.USED if press.key in ("tab", "pageup", "pagedown") else KeyResult.PASSED

    def _confirm(self, *, blank: bool) -> None:
        if not blank:
            self.context.say(words.BACK_TYPED)
            return
        self.state.editor.notes.say_back(self.note.id)
        self.context.close_card()
        self.context.say(words.CONFIRMED)

    def enter(self, text: str) -> None:
        """Save the text as what is right; an empty line does nothing."""
        if is_blank(text):
            return
        self.state.editor.notes.say_back(self.note.id, text)
        self.state.editor.line.type_in_card(self.field, "")
        self.context.close_card()
        self.context.say(words.CORRECTED)


def _large(key: str, text: str, mood: str = "") -> Row:
    return Row(key, text, lead="     ", mood=mood, selectable=False)
