"""The records a doctor had seen, and whether the other opinion was known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain.changes import not_deleted
from companion.domain.preparation import RecordStatus
from companion.domain.text import one_line
from companion.services.compare.opinions import OpinionEditor
from companion.ui.compare.aspect_view import addition_row, title_of
from companion.ui.compare.cards.card import CompareCard
from companion.ui.widgets.row import Row
from companion.words import compare_cards as card_words
from companion.words import opinion as opinion_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from companion.domain.comparison_table import Column
    from companion.ui.compare.context import CompareContext

KNOWN = "known"
"""The key of the row that says whether the other opinion was known."""


class SeenCard(CompareCard):
    """The records to tick; the card goes when the opinion does."""

    def __init__(self, room: CompareContext, column: Column) -> None:
        super().__init__(room)
        self._column = column

    def show(self) -> None:
        """Show the opinion as it now is."""
        now = self.room.state.table.column(self._column.key)
        if now is None:
            self.dismiss(None)
        else:
            self._column = now
            super().show()

    def top_line(self) -> tuple[str, str]:
        """Return whose opinion it is."""
        return title_of(self.room.state.table, self._column), ""

    def heading(self) -> str:
        """Return what the card is about."""
        return card_words.SEEN_TITLE

    def rows(self) -> Iterator[Row]:
        """Return the records, whether the other opinion was known, and what was added."""
        column = self._column
        yield Row("records", card_words.SEEN_RECORDS, mood="strong", selectable=False)
        records = [
            each
            for each in not_deleted(self.session.file.records)
            if each.status is not RecordStatus.NOT_NEEDED
        ]
        for each in records:
            lead = f"   [{'x' if each.id in column.records_seen else ' '}] "
            yield Row(each.id, one_line(each.text), lead=lead)
        if not records:
            yield Row("empty", card_words.SEEN_EMPTY, lead="   ", selectable=False)
        known = opinion_words.KNOWN_AS[column.other_opinion_known]
        yield Row(KNOWN, card_words.SEEN_KNOWN, right=known)
        additions = OpinionEditor(self.session, column).shown_additions()
        if additions:
            yield Row("additions", card_words.ADDITIONS, mood="strong", selectable=False)
        yield from (addition_row(self.room.state.table, each, lead="   ") for each in additions)

    def act(self, key: str) -> None:
        """Tick a record, or change whether the other opinion was known."""
        editor = OpinionEditor(self.session, self._column)
        if key == KNOWN:
            editor.next_known()
        else:
            editor.toggle_record(key)
