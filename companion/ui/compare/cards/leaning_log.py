"""Which way the users leaned, day by day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain.case_queries import name_of
from companion.domain.moments import local_day
from companion.domain.text import one_line
from companion.ui.compare.cards.card import CompareCard
from companion.ui.widgets.row import Row
from companion.words import compare as words
from companion.words import compare_cards as card_words
from companion.words import compare_now as now_words
from companion.words import days

if TYPE_CHECKING:
    from companion.domain.comparison import Leaning


class LogCard(CompareCard):
    """The log; nothing in it is changed here."""

    HINT = card_words.LOG_HINT

    def heading(self) -> str:
        """Return what the card is about."""
        return card_words.LOG_TITLE

    def rows(self) -> list[Row]:
        """Return every entry, the newest first."""
        entries = reversed(self.room.state.next_steps.reflection.leanings())
        none = Row("none", now_words.NOTHING_WRITTEN, lead=" ", selectable=False)
        return [self._entry(each) for each in entries] or [none]

    def _entry(self, leaning: Leaning) -> Row:
        today = self.session.context.today()
        day = days.long_day(local_day(leaning.at), today) if leaning.at else words.NO_DAY
        who = name_of(self.session.case, leaning.by_id)
        return Row(leaning.id, one_line(leaning.text), lead=f" {day}  ", right=who)
