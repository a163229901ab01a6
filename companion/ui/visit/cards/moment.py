"""Three sentences that ask for a moment."""

from __future__ import annotations

from companion.ui.visit.card import CardView, KeyPress, KeyResult
from companion.ui.visit.cards.block_letters import large
from companion.ui.visit.cards.option_card import Option, OptionCard, line
from companion.words import visit_cards as words


class MomentCard(OptionCard):
    """Three sentences to say, or to show in large letters."""

    title = words.MOMENT_TITLE
    hint = words.MOMENT_HINT
    arrows = False
    shown: str | None = None

    def sentences(self) -> tuple[str, ...]:
        """The case's own copies, else the program's."""
        return tuple(text.text for text in self.context.guidance("moment")) or words.MOMENT

    def options(self) -> tuple[Option, ...]:
        """A digit each."""
        return tuple(
            Option(sentence, sentence, digit=digit)
            for digit, sentence in enumerate(self.sentences()[:9], 1)
        )

    def choose(self, key: str) -> None:
        """Show one of them alone, large."""
        self.shown = key

    def view(self) -> CardView:
        """The three with room between them, or one in large letters."""
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
        """Esc goes back to the three first."""
        if press.key == "escape" and self.shown is not None:
            self.shown = None
            return KeyResult.USED
        return super().press(press)
