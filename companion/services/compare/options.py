"""The options of a case as they are changed. Each change is one of the case's own file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from companion.domain.changes import find_by_id, not_deleted, with_added, with_changed, with_text
from companion.domain.field_types import one_star_more
from companion.domain.option import CareOption, Criterion, OptionCell, OptionStars
from companion.domain.options_table import (
    GIVEN_CRITERIA,
    OptionsTable,
    criteria_in_order,
    may_be_dropped,
)
from companion.domain.text import is_blank, one_line
from companion.domain.value import replace
from companion.services.draft import Draft, into_case
from companion.services.entry_table import EntryTable
from companion.words import options as words

if TYPE_CHECKING:
    from companion.domain.case import CaseFile
    from companion.services.case.session import CaseSession


class OptionsEditor:
    """The options of an open case."""

    def __init__(self, session: CaseSession) -> None:
        self.session = session
        self._table: OptionsTable | None = None

    @property
    def table(self) -> OptionsTable:
        """The options as they stand, worked out once for every state of the case."""
        case = self.session.case
        if self._table is None or self._table.case is not case:
            self._table = OptionsTable(case)
        return self._table

    # Options and rows

    def new_option_draft(self) -> Draft:
        """Return a field for another option."""
        last = max((each.position for each in self.session.file.options), default=0.0)
        made = self.session.new(CareOption, position=last + 1)
        return EntryTable(self.session, "options").own_draft(
            words.OPTION_FIELD, made, words.UNDO_OPTION, key=made.id
        )

    def option_draft(self, option: CareOption) -> Draft:
        """Return a field for the name of an option; an emptied name stays as it was."""

        def change(file: CaseFile, text: str) -> CaseFile:
            if is_blank(text):
                return file
            return with_changed(_with_option(file, option), "options", option.id, text=text)

        write = into_case(self.session, change)
        return Draft(words.OPTION_FIELD, option.text, write, words.UNDO_OPTION)

    def drop_option(self, option: CareOption) -> bool:
        """Take an option out, with what is said of it; undo brings it back.

        Returns:
            False for the last one to stay as it is: that one is always there.
        """
        if not may_be_dropped(self.session.file, option):
            return False
        self.session.change_case(
            words.UNDO_OPTION_GONE,
            lambda file: with_changed(file, "options", option.id, deleted=True),
        )
        return True

    def new_criterion_draft(self) -> Draft:
        """Return a field for a row of the user's own."""
        last = max(each.position for each in (*GIVEN_CRITERIA, *self.session.file.criteria))
        made = self.session.new(Criterion, position=last + 1)

        def change(file: CaseFile, text: str) -> CaseFile:
            return (
                file
                if is_blank(text) and find_by_id(file.criteria, made.id) is None
                else (with_text(_with_criteria(file), "criteria", made, text))
            )

        write = into_case(self.session, change)
        return Draft(words.CRITERION_FIELD, "", write, words.UNDO_CRITERION, key=made.id)

    def criterion_draft(self, criterion: Criterion) -> Draft:
        """Return a field for the name of a row; an emptied name stays as it was."""

        def change(file: CaseFile, text: str) -> CaseFile:
            if is_blank(text):
                return file
            return with_changed(_with_criteria(file), "criteria", criterion.id, text=text)

        write = into_case(self.session, change)
        return Draft(words.CRITERION_FIELD, criterion.text, write, words.UNDO_CRITERION)

    def drop_criterion(self, criterion: Criterion) -> bool:
        """Take a row out, where nothing stands on it and another one is left.

        Returns:
            False when it stays.
        """
        table = self.table
        used = any(not table.said(option, criterion).empty for option in table.options)
        if used or len(table.criteria) == 1:
            return False
        self.session.change_case(
            words.UNDO_CRITERION_GONE,
            lambda file: with_changed(_with_criteria(file), "criteria", criterion.id, deleted=True),
        )
        return True

    # Cells

    def hides(self, option: CareOption, criterion: Criterion) -> bool:
        """Return whether the words of a cell come from a hidden note: no field may show them."""
        said = self.table.said(option, criterion)
        return said.rests_hidden and any(not is_blank(each.text) for each in said.cells)

    def cell_draft(self, option: CareOption, criterion: Criterion) -> Draft:
        """Return a field for what is said of an option on a row."""
        cells = self.table.said(option, criterion).cells
        made = cells[0] if cells else self._new_cell(option, criterion)
        others = cells[1:]

        def change(file: CaseFile, text: str) -> CaseFile:
            if is_blank(text) and find_by_id(file.option_cells, made.id) is None:
                return file
            gone = is_blank(text) and not made.note_ids
            file = _with_cell(_with_place(file, option), made, text=text, deleted=gone)
            # What two people began apart is one text from now on.
            for each in others:
                file = with_changed(file, "option_cells", each.id, text="")
            return file

        label = words.cell_field(one_line(criterion.text), one_line(option.text))
        text = "\n".join(each.text for each in cells if each.text)
        return Draft(label, text, into_case(self.session, change), words.UNDO_CELL)

    def clear_cell(self, option: CareOption, criterion: Criterion) -> None:
        """Take away all that stands in a cell; undo brings it back."""
        cells = self.table.said(option, criterion).cells

        def change(file: CaseFile) -> CaseFile:
            for each in cells:
                file = with_changed(file, "option_cells", each.id, deleted=True)
            return file

        self.session.change_case(words.UNDO_CELL, change)

    def toggle_note(self, option: CareOption, criterion: Criterion, note_id: str) -> bool:
        """Put a note behind a cell, or take it away from there.

        Returns:
            False when nothing was done: words that rest on a hidden note would show without it.
        """
        said = self.table.said(option, criterion)
        behind = note_id in said.note_ids
        if behind and note_id in self.table.veil.notes and self.hides(option, criterion):
            return False
        cells = said.cells or (self._new_cell(option, criterion),)

        def change(file: CaseFile) -> CaseFile:
            file = _with_place(file, option)
            for cell in cells if behind else cells[:1]:
                kept = tuple(each for each in cell.note_ids if each != note_id)
                note_ids = kept if behind else (*kept, note_id)
                gone = not note_ids and is_blank(cell.text)
                file = _with_cell(file, cell, note_ids=note_ids, deleted=gone)
            return file

        self.session.change_case(words.UNDO_NOTES, change)
        return True

    def _new_cell(self, option: CareOption, criterion: Criterion) -> OptionCell:
        return self.session.new(OptionCell, option_id=option.id, criterion_id=criterion.id)

    # Stars

    def add_star(self, option: CareOption, criterion: Criterion, by_id: str | None) -> None:
        """Say that a cell matters one star more to a person; after five it has none.

        What they gave it on two laptops becomes one, the most they gave first.
        """
        place = option.id, criterion.id, by_id
        given = [
            each
            for each in not_deleted(self.session.file.option_stars)
            if (each.option_id, each.criterion_id, each.by_id) == place
        ]
        have = max(given, key=lambda each: each.stars or 0, default=None)
        wanted = one_star_more(have.stars if have is not None else None)
        made = self.session.new(
            OptionStars,
            option_id=option.id,
            criterion_id=criterion.id,
            by_id=by_id,
            stars=wanted,
        )

        def change(file: CaseFile) -> CaseFile:
            file = _with_place(file, option)
            for each in given:
                if each is not have:
                    file = with_changed(file, "option_stars", each.id, deleted=True)
            if have is not None:
                return with_changed(file, "option_stars", have.id, stars=wanted)
            return with_added(file, "option_stars", made)

        self.session.change_case(words.UNDO_STARS, change)


def _with_option(file: CaseFile, option: CareOption) -> CaseFile:
    """Return the file with an option in it; the one that is always there may have to be added."""
    known = find_by_id(file.options, option.id)
    if known is None:
        return with_added(file, "options", replace(option, text=""))
    return with_changed(file, "options", option.id, deleted=False) if known.deleted else file


def _with_criteria(file: CaseFile) -> CaseFile:
    """Return the file with the rows that it shows, also those that every case begins with."""
    for each in criteria_in_order(file):
        known = find_by_id(file.criteria, each.id)
        if known is None:
            file = with_added(file, "criteria", each)
        elif known.deleted:
            file = with_changed(file, "criteria", each.id, deleted=False)
    return file


def _with_place(file: CaseFile, option: CareOption) -> CaseFile:
    """Return the file with an option and the rows, so that what is said of it has its place."""
    return _with_criteria(_with_option(file, option))


def _with_cell(file: CaseFile, cell: OptionCell, **values: Any) -> CaseFile:  # noqa: ANN401
    if find_by_id(file.option_cells, cell.id) is not None:
        return with_changed(file, "option_cells", cell.id, **{"deleted": False, **values})
    return with_added(file, "option_cells", replace(cell, **values))
