"""Topics to put into the comparison: those for a situation, and those that are not at hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain.pack import SITUATION
from companion.domain.reading_order import situation_heading
from companion.domain.text import one_line
from companion.ui.compare.aspect_view import first_proposed
from companion.ui.compare.cards.card import CompareCard
from companion.ui.widgets.row import Row
from companion.words import compare as words
from companion.words import compare_cards as card_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from companion.domain.comparison import Aspect

ALL = "all"
"""The key of the row that brings every row with notes."""
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


class FurtherCard(CompareCard):
    """The rows that are not at hand: those with notes first, then those nobody spoke of."""

    def heading(self) -> str:
        """Return what the card is about."""
        return card_words.FURTHER_TITLE

    def _further(self) -> list[Aspect]:
        """Return the rows that are not at hand, or only because they were brought."""
        table, comparison = self.room.state.table, self.room.state.comparison
        return [
            aspect
            for aspect in table.aspects
            if not table.is_given(aspect)
            and (not table.at_hand(aspect) or comparison.is_wanted(aspect.id))
        ]

    def rows(self) -> Iterator[Row]:
        """Return a row for all with notes, those with notes, then the others."""
        table = self.room.state.table
        further = self._further()
        told = [aspect for aspect in further if table.is_told(aspect)]
        if told and not self.room.state.more:
            yield Row(ALL, card_words.all_told(len(told)), lead=" ", mood="strong")
        for heading, aspects in (
            (card_words.FURTHER_TOLD, told),
            (card_words.FURTHER_OTHERS, [each for each in further if each not in told]),
        ):
            if aspects:
                yield Row(f"heading/{heading}", heading, mood="heading", selectable=False)
            for aspect in aspects:
                yield self._topic(aspect)
        if not further:
            yield Row("none", card_words.FURTHER_NONE, lead=" ", selectable=False)

    def _topic(self, aspect: Aspect) -> Row:
        notes = sum(len(said.proposed) for said in self.room.state.table.line(aspect))
        here = aspect in self.room.state.topics
        return Row(
            aspect.id,
            one_line(aspect.text),
            lead=f"   [{'x' if here else ' '}] ",
            right=words.notes(notes) if notes else "",
            right_mood="muted",
        )

    def choose(self, key: str) -> None:
        """Bring a row, or all with notes, which changes nothing in the case."""
        if key != ALL:
            super().choose(key)
            return
        state = self.room.state
        state.more = True
        self.leave()
        waiting = next((each for each in state.topics if first_proposed(state.table, each)), None)
        if waiting is not None:
            self.room.show_topic(waiting)

    def act(self, key: str) -> None:
        """Bring a row, or put it back."""
        self.room.state.comparison.toggle_wanted(key)
