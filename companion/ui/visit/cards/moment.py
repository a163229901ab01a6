"""Three sentences that ask for a moment, to say or to show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.ui.visit.card import Card, CardView, KeyPress, KeyResult
from companion.ui.visit.cards.block_letters import large
from companion.ui.visit.cards.option_card import line
from companion.words import visit_cards as words

if TYPE_CHECKING:
    from companion.ui.visit.card import CardContext


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
            rows = []
            for digit, sentence in enumerate(self.sentences(), 1):
                rows.append(line(f"before {sentence}", ""))
                rows.append(line(sentence, f"{digit}   {sentence}", "strong"))
            return CardView(words.MOMENT_TITLE, tuple(rows), words.MOMENT_HINT)
        drawn = large(self.shown, self.context.card_width - 2)
        letters = [line(f"large {place}", text, "strong") for place, text in enumerate(drawn)]
        rows = [line("above", ""), *letters, line("space", ""), line("plain", self.shown)]
        return CardView(words.MOMENT_TITLE, tuple(rows), words.MOMENT_HINT)

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
