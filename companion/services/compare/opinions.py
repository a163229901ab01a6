"""One opinion of a comparison as it is changed: its cells, additions, and what its doctor knew.

An opinion given in a visit, and all that belongs to it, is kept in that visit's file; one from
before the visits in the case's own. Once it was set down its cells stay as they are: later words,
and changes of what its doctor knew, become dated additions.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from companion.domain.changes import FileT, find_by_id, not_deleted, with_added, with_changed
from companion.domain.comparison import Addition, Cell, Opinion, OtherOpinionKnown, addition_begins
from companion.domain.comparison_table import holds_nothing
from companion.domain.proposals import DoorAnswer
from companion.domain.text import is_blank
from companion.domain.value import replace
from companion.domain.veil import Veil, veil_of
from companion.services.draft import Draft
from companion.words import comparison as words
from companion.words import opinion as opinion_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from companion.domain.changes import StoreFile
    from companion.domain.comparison import Aspect
    from companion.domain.comparison_table import Column
    from companion.domain.proposals import Proposal
    from companion.services.case.session import CaseSession

_NEXT_KNOWN = {
    OtherOpinionKnown.UNKNOWN: OtherOpinionKnown.YES,
    OtherOpinionKnown.YES: OtherOpinionKnown.NO,
    OtherOpinionKnown.NO: OtherOpinionKnown.UNKNOWN,
}


class PairedChange(Protocol):
    """A change that fits a case's own file and a visit's."""

    def __call__(self, file: FileT) -> FileT:
        """Return the file after the change."""


class OpinionSentences(NamedTuple):
    """A room's sentences for the fields of an opinion and for undo."""

    cell: Callable[[str, str], str]
    """The label of a cell, from the aspect's name and the doctor's."""
    addition: str
    """The label of an addition."""
    undo_cell: str
    """The sentence when undo takes back a cell."""
    undo_known: str
    """The sentence when undo takes back whether another opinion was known."""


IN_COMPARE = OpinionSentences(words.cell, words.ADDITION, words.UNDO_CELL, words.UNDO_KNOWN)


class OpinionEditor:
    """Changes one opinion; each change writes one file.

    An opinion of which nothing is written yet is made with its first words.
    """

    def __init__(
        self, session: CaseSession, column: Column, sentences: OpinionSentences = IN_COMPARE
    ) -> None:
        self.session = session
        self.column = column
        self._sentences = sentences
        visit = column.visit
        self._opinion = column.opinion or session.new(
            Opinion,
            visit_id=visit.id if visit is not None else None,
            clinician_id=visit.head.clinician_id if visit is not None else None,
        )

    # Reading

    @property
    def _file(self) -> StoreFile:
        visit = self.column.visit
        return self.session.file if visit is None else self.session.visit(visit.id)

    def cell(self, aspect_id: str) -> Cell | None:
        """Return the cell of one aspect, if anything was put into it."""
        mine = self._opinion.id, aspect_id
        every = [c for c in not_deleted(self._file.cells) if (c.opinion_id, c.aspect_id) == mine]
        return every[-1] if every else None

    def additions(self) -> tuple[Addition, ...]:
        """Return everything that was added after the opinion was set down."""
        mine = self._opinion.id
        return tuple(each for each in not_deleted(self._file.additions) if each.opinion_id == mine)

    def shown_additions(self) -> tuple[Addition, ...]:
        """Return the additions that are not hidden."""
        veil = self.veil
        return tuple(each for each in self.additions() if not veil.hides(each))

    @property
    def veil(self) -> Veil:
        """Return the veil over the opinion; other visits are read only where a cell needs them."""
        if any(cell.note_ids for cell in not_deleted(self._file.cells)):
            return veil_of(self.session.case)
        veil = Veil(covering=self.session.covering)
        return veil.over((self._file,), not_deleted(self.session.file.aspects))

    def hides(self, aspect_id: str) -> bool:
        """Return whether the words of a cell are hidden, so that no field may show them."""
        cell = self.cell(aspect_id)
        return cell is not None and not is_blank(cell.text) and self.veil.rests_hidden(cell)

    # Changing the file that holds the opinion

    def change(self, sentence: str, change: PairedChange) -> None:
        """Change the file that holds the opinion."""
        visit = self.column.visit
        if visit is None:
            self.session.change_case(sentence, lambda file: self.without_empty(change(file)))
        else:
            self.session.change_visit(visit.id, sentence, change)

    def without_empty(self, file: FileT) -> FileT:
        """Return the file without the opinion where it has neither a doctor nor any words."""
        opinion = find_by_id(not_deleted(file.opinions), self._opinion.id)
        if opinion is None or opinion.clinician_id or not holds_nothing(file, opinion):
            return file
        return with_changed(file, "opinions", opinion.id, deleted=True)

    def with_opinion(self, file: FileT) -> tuple[FileT, Opinion]:
        """Return the file with the opinion in it, and the opinion as it stands there."""
        known = find_by_id(file.opinions, self._opinion.id)
        if known is None:
            return with_added(file, "opinions", self._opinion), self._opinion
        if known.deleted:
            file = with_changed(file, "opinions", known.id, deleted=False)
        return file, known

    # Cells

    def _cell(self, aspect: Aspect) -> Cell:
        return self.cell(aspect.id) or self.session.new(Cell, aspect_id=aspect.id)

    def _with_cell(self, file: FileT, cell: Cell, **values: Any) -> FileT:  # noqa: ANN401
        file, opinion = self.with_opinion(file)
        if find_by_id(file.cells, cell.id) is not None:
            return with_changed(file, "cells", cell.id, **{"deleted": False, **values})
        return with_added(file, "cells", replace(cell, opinion_id=opinion.id, **values))

    def cell_draft(self, aspect: Aspect) -> Draft:
        """Return a field for the words of one aspect; for an addition once it is set down."""
        if self.column.frozen:
            return self.addition_draft(addition_begins(aspect))
        cell = self._cell(aspect)

        def write(sentence: str, text: str) -> None:
            def change(file: FileT) -> FileT:
                if is_blank(text) and find_by_id(file.cells, cell.id) is None:
                    return file
                gone = is_blank(text) and not cell.note_ids
                return self._with_cell(file, cell, text=text, deleted=gone)

            self.change(sentence, change)

        label = self._sentences.cell(aspect.text, self.column.doctor)
        return Draft(label, cell.text, write, self._sentences.undo_cell)

    def addition_draft(self, begin: str = "") -> Draft:
        """Return a field for an addition, dated today.

        Args:
            begin: Words it opens with: the aspect it belongs to, if it belongs to one.
        """
        made = self.session.new(Addition, opinion_id=self._opinion.id, at=self.session.now())

        def write(sentence: str, text: str) -> None:
            empty = text.strip() in {"", begin.strip()}

            def change(file: FileT) -> FileT:
                if find_by_id(file.additions, made.id) is not None:
                    return with_changed(file, "additions", made.id, text=text, deleted=empty)
                return file if empty else with_added(file, "additions", replace(made, text=text))

            self.change(sentence, change)

        return Draft(self._sentences.addition, begin, write, words.UNDO_ADDITION)

    def toggle_note(self, aspect: Aspect, note_id: str) -> bool:
        """Put a note behind a cell, or take it away from there.

        Returns:
            False when nothing was done: words that rest on a hidden note would show without it.
        """
        cell = self._cell(aspect)
        if note_id in cell.note_ids and note_id in self.veil.notes and self.hides(aspect.id):
            return False
        note_ids = _toggled(cell.note_ids, note_id)

        def change(file: FileT) -> FileT:
            return self._with_cell(file, cell, note_ids=note_ids)

        self.change(words.UNDO_NOTES, change)
        return True

    def toggle_answer(self, aspect: Aspect, answer: DoorAnswer) -> bool:
        """Put an answer before leaving into the words of a cell, or take it out of them.

        Returns:
            False when nothing was done: its words are hidden.
        """
        cell = self._cell(aspect)
        if self.hides(aspect.id):
            return False
        text = "\n".join(_toggled(_lines_of(cell), answer.text))

        def change(file: FileT) -> FileT:
            return self._with_cell(file, cell, text=text)

        self.change(words.UNDO_NOTES, change)
        return True

    def take(self, aspect: Aspect, proposed: Iterable[Proposal]) -> None:
        """Put what proposed itself behind a cell, after what is there, in one change.

        Of a note its id is kept; the words of an answer before leaving become words of the cell.
        """
        cell = self._cell(aspect)
        note_ids, lines = [*cell.note_ids], [*_lines_of(cell)]
        for each in proposed:
            if isinstance(each, DoorAnswer):
                lines.append(each.text)
            else:
                note_ids.append(each.id)
        together = {"note_ids": tuple(dict.fromkeys(note_ids)), "text": "\n".join(lines)}

        def change(file: FileT) -> FileT:
            return self._with_cell(file, cell, **together)

        self.change(words.UNDO_NOTES, change)

    # The opinion as a whole

    def freeze(self) -> bool:
        """Set the opinion down, dated now; False when nothing is written, or it was before."""
        opinion = self.column.opinion
        if opinion is None or opinion.frozen_at or holds_nothing(self._file, opinion):
            return False
        now = self.session.now()

        def change(file: FileT) -> FileT:
            return with_changed(file, "opinions", opinion.id, frozen_at=now)

        self.change(words.UNDO_SET_DOWN, change)
        return True

    def toggle_record(self, record_id: str) -> None:
        """Say that the doctor had seen a record, or had not."""
        record = find_by_id(self.session.file.records, record_id)
        what = opinion_words.seen(record.text if record is not None else "")

        def change(file: FileT) -> FileT:
            file, opinion = self.with_opinion(file)
            seen = _toggled(opinion.records_seen, record_id)
            file = with_changed(file, "opinions", opinion.id, records_seen=seen)
            return self._dated(file, opinion, what, opinion_words.SEEN_AS[record_id in seen])

        self.change(words.UNDO_SEEN, change)

    def next_known(self) -> None:
        """Say whether the other opinion was known: after *not known* yes, then no."""

        def change(file: FileT) -> FileT:
            file, opinion = self.with_opinion(file)
            known = _NEXT_KNOWN[opinion.other_opinion_known]
            file = with_changed(file, "opinions", opinion.id, other_opinion_known=known)
            as_said = opinion_words.KNOWN_AS[known.value]
            return self._dated(file, opinion, opinion_words.KNOWN, as_said)

        self.change(self._sentences.undo_known, change)

    def _dated(self, file: FileT, opinion: Opinion, what: str, now: str) -> FileT:
        """Return the file with a dated line about a change, where the opinion was set down.

        Changing the same thing again on the same day changes that line.
        """
        if opinion.frozen_at is None:
            return file
        at, text = self.session.now(), f"{what} {now}"
        for each in reversed(self.additions()):
            if each.at is not None and each.at.date() == at.date() and each.text.startswith(what):
                return with_changed(file, "additions", each.id, text=text)
        line = self.session.new(Addition, opinion_id=opinion.id, at=at, text=text)
        return with_added(file, "additions", line)


def _lines_of(cell: Cell) -> tuple[str, ...]:
    """Return the words of a cell, a line each; none where it has none."""
    return tuple(cell.text.split("\n")) if cell.text else ()


def _toggled(ids: tuple[str, ...], wanted: str) -> tuple[str, ...]:
    """Return the ids without one, or with it at the end where it is not among them."""
    if wanted in ids:
        return tuple(each for each in ids if each != wanted)
    return (*ids, wanted)
