"""The notes and answers behind a row's verdict and its stars, opinion by opinion."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain.proposals import DOOR, DoorAnswer
from companion.domain.text import one_line
from companion.domain.visit_times import note_stamp
from companion.ui.compare.aspect_view import title_of
from companion.ui.compare.cards.card import CompareCard
from companion.ui.compare.cards.notes import note_line
from companion.ui.widgets.row import Row
from companion.words import compare as words
from companion.words import compare_cards as card_words
from companion.words.rooms import BETWEEN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from companion.domain.comparison import Aspect
    from companion.domain.comparison_table import Said
    from companion.domain.proposals import Proposal
    from companion.ui.compare.context import CompareContext

NOTE = "note"
"""Keys of notes: `note/OPINION/NOTE`."""


class EvidenceCard(CompareCard):
    """The notes and answers behind one row; Enter goes to one where it was written."""

    HINT = card_words.EVIDENCE_HINT

    def __init__(self, room: CompareContext, aspect: Aspect) -> None:
        super().__init__(room)
        self._aspect = aspect

    def heading(self) -> str:
        """Return which row it is."""
        return f"{card_words.EVIDENCE_TITLE}: {one_line(self._aspect.text)}"

    def top_line(self) -> tuple[str, str]:
        """Return the case; how the row was judged, and how much it matters."""
        left, _ = super().top_line()
        row = self.room.state.table.rows.get(self._aspect.id)
        verdict = row.verdict if row is not None else None
        judged = words.VERDICTS[verdict] if verdict is not None else words.NOT_LOOKED_AT
        stars = row.stars if row is not None else None
        return left, f"{judged}{BETWEEN}{words.MATTERS_SHORT} {words.star_word(stars)}"

    def rows(self) -> list[Row]:
        """Return the notes and answers, opinion by opinion, those not used yet last."""
        table = self.room.state.table
        return [row for said in table.line(self._aspect) for row in self._opinion(said)]

    def _opinion(self, said: Said) -> Iterator[Row]:
        column = said.column
        yield Row(
            f"title/{column.key}",
            title_of(self.room.state.table, column),
            mood="strong",
            selectable=False,
        )
        if text := said.text or (words.COVERED if said.hidden else ""):
            yield Row(f"cell/{column.key}", one_line(text), lead="   ", selectable=False)
        yield from (_source(said, each) for each in said.notes)
        yield from (_source(said, each) for each in said.answers)
        yield from (_source(said, each, card_words.NOT_USED) for each in said.proposed)
        if said.gone:
            gone = card_words.gone(said.gone)
            yield Row(f"gone/{column.key}", gone, lead="   ", mood="muted", selectable=False)
        elif not (said.notes or said.answers or said.proposed):
            visit = column.visit
            why = card_words.EVIDENCE_NONE if visit is not None else card_words.WRITTEN_BEFORE
            yield Row(f"none/{column.key}", why, lead="   ", mood="muted", selectable=False)

    def choose(self, key: str) -> None:
        """Go to the note or the answer, which changes nothing."""
        kind, opinion, name = key.split("/", 2)
        if kind == NOTE:
            self.go_to_note(name)
        else:
            self.go_to_visit(f"{kind}/{name}", opinion)


def _source(said: Said, source: Proposal, beside: str = "") -> Row:
    """Return a note, or an answer before leaving, that leads to where it was written."""
    column = said.column
    if isinstance(source, DoorAnswer):
        key, text, at = f"{DOOR}/{column.key}/{source.name}", source.text, ""
        beside = beside or words.BEFORE_YOU_LEAVE
    else:
        key, text = f"{NOTE}/{column.key}/{source.id}", note_line(source)
        at = f"{note_stamp(source.at, column.visit.head)} " if column.visit is not None else ""
    return Row(key, text, lead=f"   {at}", right=beside, right_mood="muted")
