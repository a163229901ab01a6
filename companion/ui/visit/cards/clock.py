"""The clock: start it again, add time, show or hide it."""

from __future__ import annotations

from companion.ui.visit.cards.option_card import Option, OptionCard
from companion.words import visit_cards as words

CLOCKS = {
    "shown": words.CLOCK_SHOWN,
    "last_five": words.CLOCK_LAST,
    "off": words.CLOCK_OFF,
}


class ClockCard(OptionCard):
    """Two commands and three ways to show the clock."""

    title = words.CLOCK_TITLE

    def options(self) -> tuple[Option, ...]:
        """Return the commands, then the ways to show the clock."""
        now = self.state.visit.head.clock
        return (
            Option("visit.doctor_is_here", words.CLOCK_HERE, digit=1),
            Option("visit.more_time", words.CLOCK_MORE, digit=2),
            *(
                Option(clock, title, digit=digit, chosen=clock == now)
                for digit, (clock, title) in enumerate(CLOCKS.items(), 3)
            ),
        )

    def choose(self, key: str) -> None:
        """Do it and close."""
        if key in CLOCKS:
            self.state.editor.clock.show(key)
            self.context.close_card()
        else:
            self.context.do(key)
