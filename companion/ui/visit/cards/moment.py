"""Three sentences that ask for a moment, to say or to show."""

from __future__ import annotations

from companion.ui.visit.card import CardView, KeyPress, KeyResult
from companion.ui.visit.cards.block_letters import large
from companion.ui.visit.cards.option_card import Option, OptionCard, line
from companion.words import visit_cards as words


class MomentCard(OptionCard):
    """Three sentences to say; each can be shown in block letters."""

    title = words.MOMENT_TITLE
    hint = words.MOMENT_HINT
    arrows = False
    shown: str | None = None

    def sentences(self) -> tuple[str, ...]:
        """Return the case's own copies, else the program's sentences."""
        return tuple(text.text for text in self.state.guidance("moment")) or words.MOMENT

    def options(self) -> tuple[Option, ...]:
        """Return the sentences, a digit each."""
        return tuple(
            Option(sentence, sentence, digit=digit)
            for digit, sentence in enumerate(self.sentences()[:9], 1)
        )

    def choose(self, key: str) -> None:
        """Show one of them alone, in block letters."""
        self.shown = key

    def view(self) -> CardView:
        """Return all of them with space between, or one in block letters."""
        if self.shown is None:
            rows = []
            for option in self.options():
                rows.append(line(f"before {option.key}", ""))
                rows.append(line(option.key, f"{option.digit}   {option.title}", "strong"))
            return CardView(self.title, tuple(rows), self.hint)
        drawn = large(self.shown, self.context.card_width - 2)
        rows = [line(f"large {place}", text, "strong") for place, text in enumerate(drawn)]
        rows += [line("space", ""), line("plain", self.shown)]
        return CardView(self.title, tuple(rows), self.hint)

    def press(self, press: KeyPress) -> KeyResult:
        """Let Esc first go back to all of them."""
        if press.key == "escape" and self.shown is not None:
            self.shown = None
            return KeyResult.USED
        return super().press(press)
