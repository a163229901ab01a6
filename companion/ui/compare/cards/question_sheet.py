"""One sheet of questions, the same words for each doctor."""

from __future__ import annotations

from companion.domain.shared_questions import questions_for_both
from companion.domain.text import one_line
from companion.ui.compare.cards.card import CompareCard
from companion.ui.widgets.row import Row
from companion.words import compare_cards as card_words

PAPER = "ask-both"
"""The paper that the sheet is."""


class SheetCard(CompareCard):
    """The questions; Enter shows them as a paper."""

    HINT = card_words.SHEET_HINT

    def heading(self) -> str:
        """Return what the card is about."""
        return card_words.SHEET_TITLE

    def rows(self) -> list[Row]:
        """Return the questions, what they are about, and who was asked already."""
        rows: list[Row] = []
        for number, each in enumerate(questions_for_both(self.session.case), 1):
            right = card_words.put_to(each.put_to) if each.put_to else one_line(each.about)
            rows.append(Row(f"{number}", one_line(each.text), lead=f"{number:>3}  ", right=right))
        none = Row("none", card_words.SHEET_EMPTY, lead=" ", selectable=False)
        return rows or [none]

    def choose(self, key: str) -> None:
        """Show the paper, which changes nothing."""
        del key
        self.dismiss(None)
        self.room.open_paper(PAPER)
