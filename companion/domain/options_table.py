"""The options as a table: an option a column, a row a criterion, what is said in the cells.

To stay as it is, or to wait, is always one of the options, whether anybody wrote it down or not.
Nothing is added up, and no option is the better one.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from companion.domain.case_queries import all_notes
from companion.domain.changes import not_deleted
from companion.domain.correction import told_beside, told_from
from companion.domain.folded_text import folded
from companion.domain.option import CareOption, Criterion
from companion.domain.rating import raters
from companion.domain.text import is_blank
from companion.domain.value import Value, replace
from companion.domain.veil import Veil, veil_of
from companion.words.options import GIVEN, WAIT

if TYPE_CHECKING:
    from collections.abc import Iterable

    from companion.domain.case import Case, CaseFile
    from companion.domain.note import Note
    from companion.domain.option import OptionCell, OptionStars

WAIT_ID = "optionwait"
"""The id of the option that is always there, in every case."""
GIVEN_CRITERIA = tuple(
    Criterion(id=name, text=text, position=float(place))
    for place, (name, text) in enumerate(GIVEN.items(), 1)
)
"""The rows that every case begins with."""
_WORD = re.compile(r"\w+")
_OWN_WORDS = 4
"""Letters of a word of an option's name that tells it from others."""


def options_in_order(file: CaseFile) -> tuple[CareOption, ...]:
    """Return the options, the one to stay as it is among them."""
    live = not_deleted(file.options)
    if not any(each.wait for each in live):
        live = (*live, CareOption(id=WAIT_ID, wait=True))
    named = (
        replace(each, text=WAIT) if each.wait and is_blank(each.text) else each for each in live
    )
    return tuple(sorted(named, key=lambda each: (each.id == WAIT_ID, each.position)))


def criteria_in_order(file: CaseFile) -> tuple[Criterion, ...]:
    """Return the rows; those that every case begins with, where nobody chose any.

    One of these that was never taken away stays as long as something stands on it.
    """
    live = not_deleted(file.criteria)
    known = {each.id for each in file.criteria}
    used = {cell.criterion_id for cell in not_deleted(file.option_cells)} - known
    given = tuple(each for each in GIVEN_CRITERIA if not live or each.id in used)
    missing = tuple(each for each in given if each.id not in {row.id for row in live})
    return tuple(sorted((*live, *missing), key=lambda each: each.position))


def holds_options(file: CaseFile) -> bool:
    """Return whether anything was written down of the options."""
    tables = file.options, file.criteria, file.option_cells, file.option_stars
    return any(not_deleted(table) for table in tables)


def may_be_dropped(file: CaseFile, option: CareOption) -> bool:
    """Return whether an option can be taken out: one to stay as it is always remains."""
    waits = [each for each in options_in_order(file) if each.wait]
    return not option.wait or len(waits) > 1


class OptionSaid(Value):
    """What is said of one option on one row."""

    option: CareOption
    criterion: Criterion
    cells: tuple[OptionCell, ...]
    """Usually one; two where two people began it apart."""
    notes: tuple[Note, ...]
    """The notes behind it that are still there."""
    hidden: bool
    """Whether it is hidden, so that its words are on no screen."""
    rests_hidden: bool
    """Whether it is for a hidden note that it comes from."""
    stars: tuple[OptionStars, ...] = ()
    """Those that may be seen."""

    @property
    def own(self) -> str:
        """The words that were written here, with what was put right in the notes behind them."""
        told = (
            told_from(cell, [note for note in self.notes if note.id in cell.note_ids])
            for cell in self.cells
        )
        return "" if self.hidden else "\n".join(text for text in told if text)

    @property
    def text(self) -> str:
        """Its words, then those of each note behind it that they do not hold; a line each."""
        own = self.own
        return "\n".join((*([own] if own else []), *told_beside(self.notes, own)))

    @property
    def note_ids(self) -> tuple[str, ...]:
        """The ids of the notes behind it."""
        return tuple(dict.fromkeys(each for cell in self.cells for each in cell.note_ids))

    @property
    def empty(self) -> bool:
        """Whether nothing was put here."""
        return not (self.hidden or self.note_ids or any(cell.text for cell in self.cells))


class OptionsTable:
    """All options of a case, worked out once."""

    def __init__(self, case: Case, veil: Veil | None = None) -> None:
        """Work it out.

        Args:
            case: The case.
            veil: What hides notes and words; that of the screens unless another is given.
        """
        self.case = case
        self.options = options_in_order(case.file)
        self.criteria = criteria_in_order(case.file)
        self.veil = (veil_of(case) if veil is None else veil).over_options(case.file)
        self._notes = all_notes(case)
        self._cells: dict[tuple[str, str], list[OptionCell]] = {}
        for cell in not_deleted(case.file.option_cells):
            self._cells.setdefault((cell.option_id, cell.criterion_id), []).append(cell)

    def option(self, option_id: str) -> CareOption | None:
        """Return the option of that id."""
        return next((each for each in self.options if each.id == option_id), None)

    def criterion(self, criterion_id: str) -> Criterion | None:
        """Return the row of that id."""
        return next((each for each in self.criteria if each.id == criterion_id), None)

    def said(self, option: CareOption, criterion: Criterion, by_id: str | None = "") -> OptionSaid:
        """Return what is said of an option on a row.

        Args:
            option: The option.
            criterion: The row.
            by_id: The person who looks: they see their own stars, whatever others gave.
        """
        cells = tuple(self._cells.get((option.id, criterion.id), ()))
        ids = dict.fromkeys(each for cell in cells for each in cell.note_ids)
        notes = tuple(self._notes[each] for each in ids if each in self._notes)
        rests = any(map(self.veil.rests_hidden, cells))
        hidden = rests or any(map(self.veil.hides, cells))
        stars = tuple(
            each
            for each in self.given(option, criterion)
            if each.by_id == by_id or stars_may_be_seen(self.case, each)
        )
        return OptionSaid(option, criterion, cells, notes, hidden, rests, stars)

    def given(self, option: CareOption, criterion: Criterion) -> tuple[OptionStars, ...]:
        """Return the stars that anybody gave a cell."""
        return _stars_on(self.case.file, option.id, criterion.id)


def stars_may_be_seen(case: Case, given: OptionStars) -> bool:
    """Return whether somebody's stars on a cell can sway no one who has still to give theirs."""
    people = {one.id for one in raters(case)}
    have = {each.by_id for each in _stars_on(case.file, given.option_id, given.criterion_id)}
    return given.by_id not in people or people <= have


def _stars_on(file: CaseFile, option_id: str, criterion_id: str) -> tuple[OptionStars, ...]:
    """Return the stars that anybody gave a cell."""
    return tuple(
        each
        for each in not_deleted(file.option_stars)
        if (each.option_id, each.criterion_id) == (option_id, criterion_id) and each.stars
    )


def notes_about(option: CareOption, notes: Iterable[Note]) -> tuple[Note, ...]:
    """Return the notes that speak of an option: those with a longer word of its name.

    A hidden note tells nobody what it speaks of.
    """
    names = {word for word in _words(option.text) if len(word) >= _OWN_WORDS}
    return tuple(
        note for note in notes if not (note.covered or names.isdisjoint(_words(note.text)))
    )


def _words(text: str) -> list[str]:
    return _WORD.findall(folded(text))
