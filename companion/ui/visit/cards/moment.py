"""Three sentences that ask for a moment, to say or to show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain.value import replace
from companion.ui.visit.card import Card, CardView, KeyPress, KeyResult
from companion.ui.visit.cards.block_letters import large
from companion.ui.visit.cards.option_card import line
from companion.ui.widgets.row import wrap_row
from companion.words import visit_cards as words

if TYPE_CHECKING:
    from companion.ui.visit.card import CardContext
    from companion.ui.widgets.row import Row


class MomentCard(Card):
    """Three sentences to say; each can be shown in block letters."""

    def __init__(self, context: CardContext) -> None:
        super().__init__(context)
        self.shown: str | None = None

    def sentences(self) -> tuple[str, ...]:
        """Return the case's own copies, else the program's sentences; a digit has room for nine."""
        return (tuple(text.text for text in self.state.guidance("moment")) or words.MOMENT)[:9]

    def view(self) -> CardView:
        """Return all of them with space between, or one in block letters."""
        if self.shown is None:
            said = [
                line(sentence, f"{digit}   {sentence}", "strong")
                for digit, sentence in enumerate(self.sentences(), 1)
            ]
            apart = [row for each in said for row in (line(f"before {each.key}", ""), each)]
            rows = apart if self._has_room(apart) else said
        else:
            plain = line("plain", self.shown)
            letters = self._letters(self.shown)
            apart = [line("above", ""), *letters, line("space", ""), plain]
            # The whole sentence before its looks: half of the letters would be none.
            rows = next(
                (each for each in (apart, letters) if self._has_room(each)),
                [replace(plain, mood="strong")],
            )
        return CardView(words.MOMENT_TITLE, tuple(rows), words.MOMENT_HINT)

    def _letters(self, sentence: str) -> list[Row]:
        drawn = large(sentence, self.context.card_width - 2)
        return [line(f"large {place}", text, "strong") for place, text in enumerate(drawn)]

    def _has_room(self, rows: list[Row]) -> bool:
        width = self.context.card_width
        return sum(len(wrap_row(row, width)) for row in rows) <= self.context.card_height

    def press(self, press: KeyPress) -> KeyResult:
        """Let a digit show one of them; Esc first goes back to all."""
        if press.digit is not None:
            if 1 <= press.digit <= len(self.sentences()):
                self.shown = self.sentences()[press.digit - 1]
        elif press.key == "escape" and self.shown is not None:
            self.shown = None
        else:
            return super().press(press)
        return KeyResult.USED
