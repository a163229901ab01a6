"""The number card: count, out of how many, time span, with and without treatment, source."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from companion.domain.changes import find_by_id
from companion.domain.correction import told
from companion.domain.number import HUNDRED, from_words, number_of, picture, still_to_ask
from companion.domain.text import is_blank
from companion.domain.value import replace
from companion.ui.visit.card import CardView
from companion.ui.visit.cards.form_card import FormCard
from companion.ui.visit.cards.option_card import line
from companion.ui.widgets.line_list import Row
from companion.words import notes as note_words
from companion.words import visit_cards as words
from companion.words.rooms import BETWEEN

if TYPE_CHECKING:
    from companion.domain.note import Note, NumberCard
    from companion.ui.visit.card import CardContext

HAPPENS, NOT = "x", "."
ROW, FIVE = 10, 5
_GAP = "   "
_PIECES = re.compile(r"x(?: x)+|x+|\.(?: \.)+|\.+|[^x.]+")
"""Marks of one kind within a five, and what is between them."""
_MOODS = {HAPPENS: "happens", NOT: "muted"}
LEAD = max(len(title) for title in words.NUMBER_LINES.values()) + 2
"""Cells before the value of a line."""

NEAR = LEAD + 34
"""Cells of the fields, at most, before the marks beside them."""


def marks(number: int, *, close: bool = False) -> tuple[str, ...]:
    """Return 100 marks in ten rows of two fives, `number` of them set.

    Args:
        number: Marks that are set.
        close: Whether the blanks between marks are left out.
    """
    every = HAPPENS * number + NOT * (HUNDRED - number)
    between, apart = ("", " ") if close else (" ", "  ")
    fives = [between.join(every[at : at + FIVE]) for at in range(0, HUNDRED, FIVE)]
    return tuple(apart.join(two) for two in zip(fives[::2], fives[1::2], strict=True))


def in_moods(drawn: str) -> tuple[tuple[str, str], ...]:
    """Return a row of marks in pieces that look alike: those that happen are filled."""
    return tuple((piece, _MOODS.get(piece[0], "")) for piece in _PIECES.findall(drawn))


def fields_of_marks(card: NumberCard, *, close: bool = False) -> tuple[str, ...]:
    """Return the icon arrays side by side; empty when no count is a whole number in 100."""
    parts = picture(card).parts
    if not parts:
        return ()
    drawn = [marks(number, close=close) for number in parts.values()]
    titles = [words.number_head(name, number, short=close) for name, number in parts.items()]
    width = max(len(drawn[0][0]), *map(len, titles))
    heads = (f"{title:<{width}}" for title in titles)
    body = (_GAP.join(f"{each:<{width}}" for each in row) for row in zip(*drawn, strict=True))
    return (_GAP.join(heads), *body)


class NumberForm(FormCard):
    """The number of one note, field by field."""

    placeholder = words.NUMBER_PLACEHOLDER
    names = tuple(words.NUMBER_LINES)

    def __init__(self, context: CardContext, note: Note, name: str = "") -> None:
        super().__init__(context, name)
        self.note_id = note.id
        self.prefix = f"number:{note.id}:"

    @property
    def note(self) -> Note:
        """The note as it is kept."""
        note = find_by_id(self.state.visit.notes, self.note_id)
        if note is None:
            raise KeyError(self.note_id)
        return note

    @property
    def number(self) -> NumberCard:
        """The saved number card, or the numbers in the note's words."""
        return number_of(self.note) or from_words(told(self.note).text)

    def value(self, name: str) -> str:
        """Return the saved text of a field."""
        return str(getattr(self.number, name))

    def keep(self, name: str, text: str) -> None:
        """Save a field; the first one saves the numbers in the note's words with it."""
        before = self.note.covered
        self.state.editor.notes.keep_number(self.note_id, replace(self.number, **{name: text}))
        if self.note.covered and not before:
            self.context.say(words.COVERED_NOW)

    def initial_text(self) -> str:
        """Return the saved text of the field being filled; nothing of a covered note."""
        return "" if self.note.covered else super().initial_text()

    def keep_line(self, field: str, text: str) -> bool:
        """Save the text; an empty line of a covered note leaves the saved one."""
        if self.note.covered and is_blank(text):
            return field.removeprefix(self.prefix) in self.names
        return super().keep_line(field, text)

    def _shown(self, name: str) -> str:
        """Return the text of a field as the card shows it."""
        value = self.value(name)
        if value:
            return words.COVERED_NOW if self.note.covered else value
        return words.STILL_TO_ASK if name in still_to_ask(self.number) else words.NUMBER_SAID

    def label(self) -> str:
        """Return the field being filled, as a question."""
        return words.NUMBER_ASK[self.name]

    def view(self) -> CardView:
        """Return the fields at the left, the icon arrays at the right."""
        note = self.note
        drawn = self._drawn()
        rows = [*self._rows(drawn), *self._below(drawn)]
        parts = (words.blanks(len(still_to_ask(self.number))), self.state.clock_line())
        right = BETWEEN.join(part for part in parts if part)
        top = words.number_top(self.state.number_of(note.question_id)), right
        title = words.NUMBER_TITLE if note.covered else f"{words.NUMBER_TITLE}   {told(note).text}"
        return CardView(title, tuple(rows), words.NUMBER_HINT + words.BACK, self.name, top)

    def _below(self, drawn: tuple[str, ...]) -> list[Row]:
        """Return what the marks mean, and why a number is not drawn."""
        if self.note.covered:
            return [line("covered", words.NUMBER_COVERED, "muted")]
        missed = [
            line(f"undrawn {name}", words.undrawn(name, note_words.UNDRAWN[why]))
            for name, why in picture(self.number).missed.items()
        ]
        return [*missed, *([line("legend", words.NUMBER_LEGEND, "muted")] if drawn else [])]

    def _drawn(self) -> tuple[str, ...]:
        """Return the icon arrays, without spaces where they would not fit beside the fields."""
        if self.note.covered:
            return ()
        drawn = fields_of_marks(self.number)
        return drawn if self._fits(drawn) else fields_of_marks(self.number, close=True)

    def _room_beside(self, drawn: tuple[str, ...]) -> int:
        """Return the cells that the fields have at the left of the icon arrays."""
        return self.context.card_width - max((len(row) for row in drawn), default=0) - 4

    def _fits(self, drawn: tuple[str, ...]) -> bool:
        return self._room_beside(drawn) >= LEAD + len(words.STILL_TO_ASK)

    def _rows(self, drawn: tuple[str, ...]) -> list[Row]:
        """Return the fields, the icon arrays beside them where there is room, else below."""
        lines = [f"{words.NUMBER_LINES[name]:<{LEAD}}{self._shown(name)}" for name in self.names]
        if not drawn or not self._fits(drawn):
            plain = [
                Row(name, text, lead=" ") for name, text in zip(self.names, lines, strict=True)
            ]
            return [*plain, *(_below_the_fields(n, text) for n, text in enumerate(drawn))]
        rows = []
        # In a wide card the marks stay near the fields that they are drawn from.
        spare = " " * max(0, self._room_beside(drawn) - NEAR)
        for place in range(max(len(lines), len(drawn))):
            text = lines[place] if place < len(lines) else ""
            key = self.names[place] if place < len(lines) else f"marks {place}"
            beside = drawn[place] if place < len(drawn) else ""
            pieces = (*(in_moods(beside) if place else ((beside, "strong"),)), (spare, ""))
            field = place < len(lines)
            rows.append(Row(key, text, lead=" ", aside=pieces if beside else (), selectable=field))
        return rows


def _below_the_fields(place: int, text: str) -> Row:
    """Return a row of marks, or their heads, that stands by itself."""
    if not place:
        return line("marks 0", text.rstrip(), "strong")
    tints = tuple((piece, mood) for piece, mood in in_moods(text) if mood)
    return Row(f"marks {place}", text.rstrip(), lead=" ", tints=tints, selectable=False)
