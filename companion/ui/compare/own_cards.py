"""The cards about oneself: how sure, which way one leaned, why one decided; and the sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType

from companion.domain.case_queries import name_of
from companion.domain.changes import live
from companion.domain.moments import local_day
from companion.domain.shared_questions import questions_for_both
from companion.domain.text import one_line
from companion.services.compare.reflection import Reflection
from companion.ui.compare.card import Card
from companion.ui.widgets.line_list import LineList
from companion.ui.widgets.row import Row
from companion.words import compare as words
from companion.words import compare_cards as card_words
from companion.words import compare_now as now_words
from companion.words import days
from companion.words.rooms import BETWEEN

if TYPE_CHECKING:
    from companion.domain.comparison import Confidence, Leaning


SAID = {True: card_words.YES, False: card_words.NO, None: card_words.NOT_SAID}
"""Answers in words."""


class SureCard(Card):
    """Four plain questions, yes or no."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *Card.BINDINGS,
        Binding("y", "answer(True)", show=False),
        Binding("n", "answer(False)", show=False),
    ]
    HINT = card_words.SURE_HINT

    def heading(self) -> str:
        """What it is about."""
        return now_words.SURE

    def _answers(self) -> tuple[bool | None, ...]:
        """Today's answers."""
        return Reflection(self.session).sure_today()

    def rows(self) -> list[Row]:
        """The questions with today's answers, then those of other days."""
        reflection = Reflection(self.session)
        rows = [
            Row(str(place), question, lead=" ", right=SAID[answer])
            for place, (question, answer) in enumerate(
                zip(reflection.sure_questions(), self._answers(), strict=True)
            )
        ]
        earlier = reversed(live(self.session.file.confidence))
        return [*rows, *(self._earlier(each) for each in earlier if each.at is not None)]

    def _earlier(self, each: Confidence) -> Row:
        """The answers of one day, in the order of the questions, and whose they are."""
        said = (SAID[answer] for answer in each.answers)
        day = days.plain_day(local_day(each.at)) if each.at is not None else ""
        who = name_of(self.session.case, each.by_id)
        text = now_words.sure_then(day, BETWEEN.join(said))
        return Row(each.id, text, lead=" ", right=who, mood="muted", selectable=False)

    def act(self, key: str) -> None:
        """Yes, no, not said: the next of them."""
        after = {None: True, True: False, False: None}
        Reflection(self.session).answer(int(key), yes=after[self._answers()[int(key)]])

    def action_answer(self, yes: bool) -> None:  # noqa: FBT001 - Textual's way of giving it
        """Answer and go on."""
        lines = self.query_one(LineList)
        if lines.cursor_key is None or not self.may_change():
            return
        Reflection(self.session).answer(int(lines.cursor_key), yes=yes)
        lines.action_move(1)
        self.show()


class LogCard(Card):
    """Which way one leaned, day by day; nothing in it is changed here."""

    HINT = card_words.LOG_HINT

    def heading(self) -> str:
        """What it is about."""
        return card_words.LOG_TITLE

    def rows(self) -> list[Row]:
        """Every entry, the newest first."""
        entries = reversed(Reflection(self.session).leanings())
        none = Row("none", now_words.NOTHING_WRITTEN, lead=" ", selectable=False)
        return [self._entry(each) for each in entries] or [none]

    def _entry(self, leaning: Leaning) -> Row:
        day = days.long_day(local_day(leaning.at)) if leaning.at else words.NO_DAY
        who = name_of(self.session.case, leaning.by_id)
        return Row(leaning.id, one_line(leaning.text), lead=f" {day}  ", right=who)


class SheetCard(Card):
    """One sheet of questions, the same words for each doctor; Enter shows it as a paper."""

    HINT = card_words.SHEET_HINT
    PAPER = "ask-both"

    def heading(self) -> str:
        """What it is."""
        return card_words.SHEET_TITLE

    def rows(self) -> list[Row]:
        """The questions, what they are about, and who was asked already."""
        rows: list[Row] = []
        for number, each in enumerate(questions_for_both(self.session.case), 1):
            right = card_words.put_to(each.put_to) if each.put_to else one_line(each.about)
            rows.append(Row(f"{number}", one_line(each.text), lead=f"{number:>3}  ", right=right))
        none = Row("none", card_words.SHEET_EMPTY, lead=" ", selectable=False)
        return rows or [none]

    def _act(self, key: str) -> None:
        """Enter: the paper, which changes nothing."""
        del key
        self.dismiss(None)
        self._room().open_paper(self.PAPER)
