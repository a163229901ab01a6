"""Topics that the guidance has for some situations, to put into the comparison."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain.pack import SITUATION
from companion.domain.reading_order import situation_heading
from companion.domain.text import one_line
from companion.ui.compare.cards.card import CompareCard
from companion.ui.widgets.row import Row
from companion.words import compare_cards as card_words

if TYPE_CHECKING:
    from collections.abc import Iterator

OWN = "own"
"""The key of the row that leads to a topic in the user's own words."""


class TopicsCard(CompareCard):
    """The topics to tick, each under the situation it is for."""

    def heading(self) -> str:
        """Return what the card is about."""
        return card_words.TOPICS_TITLE

    def rows(self) -> Iterator[Row]:
        """Return a row for own words, then the topics that are offered."""
        comparison = self.room.state.comparison
        there = {aspect.source for aspect in comparison.table.aspects}
        yield Row(OWN, card_words.TOPICS_OWN, lead=" ")
        group = ""
        for text in comparison.offered_topics():
            name = situation_heading(text.first(SITUATION))
            if name != group:
                group = name
                yield Row(f"heading/{text.source}", name, mood="strong", selectable=False)
            lead = f"   [{'x' if text.source in there else ' '}] "
            yield Row(text.source, one_line(text.text), lead=lead)

    def act(self, key: str) -> None:
        """Put a topic into the comparison, take it out again, or write one of one's own."""
        if key == OWN:
            self.leave()
            self.room.write(self.room.state.comparison.aspect_draft())
        else:
            self.room.state.comparison.toggle_topic(key)

    def choose(self, key: str) -> None:
        """Act on a row, where anything can be changed; the row of own words puts the card away."""
        if key != OWN:
            super().choose(key)
        elif self.may_change():
            self.act(key)
