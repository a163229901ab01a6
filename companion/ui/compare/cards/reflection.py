"""How sure are we, and where were we leaning: day by day."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType

from companion.domain.case_queries import name_of
from companion.domain.changes import not_deleted
from companion.domain.moments import local_day
from companion.domain.text import one_line
from companion.ui.compare.cards.card import CompareCard
from companion.ui.widgets.row import Row
from companion.words import compare as words
from companion.words import compare_cards as card_words
from companion.words import compare_now as now_words
from companion.words import days
from companion.words.rooms import BETWEEN

if TYPE_CHECKING:
    from companion.domain.comparison import Confidence, Leaning
    from companion.services.compare.reflection import Reflection

SAID = {True: card_words.YES, False: card_words.NO, None: card_words.NOT_SAID}
"""Answers in words."""


class SureCard(CompareCard):
    """Four plain questions with today's answers, and those of other days."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y", "answer(True)", show=False),
        Binding("n", "answer(False)", show=False),
    ]
    HINT = card_words.SURE_HINT

    @property
    def _reflection(self) -> Reflection:
        return self.room.state.next_steps.reflection

    def heading(self) -> str:
        """Return what the card is about."""
        return now_words.SURE

    def rows(self) -> list[Row]:
        """Return the questions with today's answers, then the answers of other days."""
        asked = zip(self._reflection.sure_questions(), self._reflection.sure_today(), strict=True)
        rows = [
            Row(str(place), question, lead=" ", right=SAID[answer])
            for place, (question, answer) in enumerate(asked)
        ]
        earlier = reversed(not_deleted(self.session.file.confidence))
        return [*rows, *(self._earlier(each) for each in earlier if each.at is not None)]

    def _earlier(self, each: Confidence) -> Row:
        """Return the answers of one day, in the order of the questions, and whose they are."""
        said = (SAID[answer] for answer in each.answers)
        today = self.session.context.today()
        day = days.plain_day(local_day(each.at), today) if each.at is not None else ""
        who = name_of(self.session.case, each.by_id)
        text = now_words.sure_then(day, BETWEEN.join(said))
        return Row(each.id, text, lead=" ", right=who, mood="muted", selectable=False)

    def act(self, key: str) -> None:
        """Give the next of yes, no and not said."""
        after = {None: True, True: False, False: None}
        place = int(key)
        self._reflection.answer(place, yes=after[self._reflection.sure_today()[place]])

    def action_answer(self, yes: bool) -> None:  # noqa: FBT001 - Textual's way of giving it
        """Answer the question at the cursor and go to the next."""
        key = self.lines.cursor_key
        if key is not None and self.may_change():
            self._reflection.answer(int(key), yes=yes)
            self.lines.action_move(1)
            self.show()


class LogCard(CompareCard):
    """Which way the users leaned, day by day; nothing is changed here."""

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
