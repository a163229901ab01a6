"""The veil: notes that are hidden, and everything taken from them.

A cell of the comparison or of the options, a step, a rating, an addition or a question may say what
a note says. So while the note is hidden, what rests on it is hidden too, wherever it lies and
whenever it was written. What rests on no note is hidden for what it says, where the patient chose
that (`covering`). This is the one place that says so: screens, searches, papers and copies all ask
here.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING

from companion.domain.changes import not_deleted
from companion.domain.comparison import Addition, Cell, Rating, Step, addition_begins
from companion.domain.cover_choice import Covering, covering_of
from companion.domain.note import Note
from companion.domain.option import CareOption, Criterion, OptionCell
from companion.domain.preparation import AwaitedResult, Covered
from companion.domain.question import Question
from companion.domain.value import Value, field, replace
from companion.domain.visit import Debrief, SaidText
from companion.words.options import GIVEN

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from companion.domain.case import Case, CaseFile
    from companion.domain.changes import StoreFile
    from companion.domain.comparison import Aspect
    from companion.domain.entity import Entity
    from companion.domain.question_rows import NumberedQuestion
    from companion.domain.visit import VisitFile

FROM_NOTE = "note"
"""Kind of origin of a question that was an unclear note."""


def notes_behind(entity: Entity) -> tuple[str, ...]:
    """Return the ids of the notes that something was taken from."""
    if isinstance(entity, Cell | OptionCell | Step | SaidText):
        return entity.note_ids
    if isinstance(entity, Rating):
        return (entity.note_id,) if entity.note_id else ()
    if isinstance(entity, Question) and entity.origin is not None:
        return (entity.origin.key,) if entity.origin.kind == FROM_NOTE else ()
    return ()


def covered_in(visit: VisitFile) -> frozenset[str]:
    """Return the notes of a visit that are covered; those that were deleted stay so."""
    return frozenset(note.id for note in visit.notes if note.covered)


class Veil(Value):
    """Notes that are hidden, and how to tell what is hidden with them."""

    notes: Collection[str] = frozenset()
    """The ids of the hidden notes."""
    known: Collection[str] | None = None
    """Every note that could be looked at; what rests on another one is hidden, for nobody knows
    whether that is. None when all could be."""
    begins: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Opinion id to how the additions to its hidden cells begin."""

    covering: Covering = field(default_factory=Covering)
    """Entities hidden for their own words."""
    open_texts: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Note id to the words of a note that is not hidden: what says the same is not either."""
    pinned: frozenset[str] = frozenset()
    """The ids of what is hidden whatever is said of it now (`pinned_over`)."""

    def hides(self, entity: Entity) -> bool:
        """Return whether something is hidden."""
        if entity.id in self.pinned:
            return True
        return self.rests_hidden(entity) or self._says_it(entity)

    def _says_it(self, entity: Entity) -> bool:
        """Return whether something is hidden for what it says itself."""
        if isinstance(entity, Question):
            return self.covering.takes_question(entity)
        if isinstance(
            entity, Cell | Step | Addition | Debrief | CareOption | OptionCell | SaidText
        ):
            text = entity.text
        elif isinstance(entity, Criterion):
            # What every case begins with asks; it tells nothing.
            text = entity.text if entity.text not in GIVEN.values() else ""
        elif isinstance(entity, Rating | AwaitedResult):
            text = entity.words
        else:
            return False
        for note_id in notes_behind(entity):
            for each in self.open_texts.get(note_id, ()):
                text = text.replace(each, " ")
        return self.covering.takes_text(text)

    def rests_hidden(self, entity: Entity) -> bool:
        """Return whether something was taken from a hidden note, or is one."""
        if isinstance(entity, Note):
            return entity.id in self.notes
        if isinstance(entity, Addition):
            return entity.text.startswith(self.begins.get(entity.opinion_id, ()))
        if isinstance(entity, Step) and entity.id in self.notes:
            return True
        return any(map(self._hides_note, notes_behind(entity)))

    def _hides_note(self, note_id: str) -> bool:
        return note_id in self.notes or (self.known is not None and note_id not in self.known)

    def over(self, stores: Iterable[StoreFile], aspects: Iterable[Aspect] | None = None) -> Veil:
        """Return the same veil, which knows the additions to hidden cells.

        Args:
            stores: Where the cells stand.
            aspects: The rows of the comparison, by whose names an addition tells which it is about;
                without them every addition to an opinion with a hidden cell is hidden.
        """
        names = {each.id: addition_begins(each) for each in aspects} if aspects else {}
        begins: dict[str, tuple[str, ...]] = {}
        for store in stores:
            for cell in not_deleted(store.cells):
                if self.hides(cell):
                    begin = names.get(cell.aspect_id, "")
                    begins[cell.opinion_id] = (*begins.get(cell.opinion_id, ()), begin)
        return replace(self, begins=begins)

    def pinned_over(self, stores: Iterable[StoreFile]) -> Veil:
        """Return the same veil for stores whose references to notes are about to be taken away."""
        every = tuple(stores)
        hidden = {
            entity.id
            for store in every
            for name in (
                *("cells", "ratings", "additions", "questions", "steps"),
                *("options", "criteria", "option_cells", "said"),
            )
            for entity in getattr(store, name, ())
            if self.hides(entity)
        }
        for store in every:
            hidden |= _cells_under(getattr(store, "option_cells", ()), hidden)
        return replace(self, pinned=self.pinned | hidden)

    def over_options(self, file: CaseFile) -> Veil:
        """Return the same veil, which hides what stands under a hidden option or row too."""
        names = not_deleted(file.options), not_deleted(file.criteria)
        hidden = {each.id for named in names for each in named if self.hides(each)}
        return replace(self, pinned=self.pinned | _cells_under(file.option_cells, hidden))


def _cells_under(cells: Iterable[OptionCell], hidden: Collection[str]) -> set[str]:
    """Return the cells of the options that stand under one of these options or rows."""
    return {each.id for each in cells if each.option_id in hidden or each.criterion_id in hidden}


def covered_elsewhere(
    visits: Iterable[VisitFile], *, all_read: bool = True
) -> frozenset[str] | None:
    """Return the covered notes of these visits, for a case without them.

    Args:
        visits: Visits that are left out of it.
        all_read: Whether every visit could be read.
    """
    return frozenset().union(*map(covered_in, visits)) if all_read else None


def is_covered(note: Note) -> bool:
    """Return whether a note is hidden on every screen."""
    return note.covered


def is_private(note: Note) -> bool:
    """Return whether a note is in no letter, whoever writes it."""
    return note.covered or note.mine_only


def veil_of(case: Case, hidden: Callable[[Note], bool] = is_covered) -> Veil:
    """Return the veil over a case.

    Args:
        case: The case; deleted notes and visits count as well.
        hidden: Which notes are hidden: those that are covered, or for copies further ones.
    """
    notes = {note.id for visit in case.visits for note in visit.notes if hidden(note)}
    elsewhere, known = case.covered_elsewhere, None
    if elsewhere is None:
        known = {note.id for visit in case.visits for note in visit.notes}
    else:
        notes |= elsewhere
    covering = covering_of(case.file)
    open_texts = {} if covering.choice is Covered.SHOW else _open_texts(case, notes)
    veil = Veil(notes, known, covering=covering, open_texts=open_texts)
    return veil.over((case.file, *case.visits), not_deleted(case.file.aspects))


def _open_texts(case: Case, hidden: Collection[str]) -> dict[str, tuple[str, ...]]:
    """Return the words of the notes that are not hidden, and what was put right in them."""
    return {
        note.id: tuple(each for each in _words_of(note) if each)
        for visit in case.visits
        for note in visit.notes
        if note.id not in hidden
    }


def _words_of(note: Note) -> tuple[str, ...]:
    return (note.text, note.teach_back.text if note.teach_back is not None else "")


def veiled(rows: tuple[NumberedQuestion, ...], veil: Veil) -> tuple[NumberedQuestion, ...]:
    """Return a question list that tells which of its questions are hidden."""
    return tuple(
        replace(row, covered=True) if row.question is not None and veil.hides(row.question) else row
        for row in rows
    )


def notes_elsewhere(store: StoreFile, own: Collection[str]) -> Iterator[str]:
    """Return the notes of other stores that something in a store was taken from.

    Args:
        store: The store.
        own: The ids of the notes that stand in it.
    """
    tables = (getattr(store, name, ()) for name in ("cells", "questions", "steps", "option_cells"))
    for table in tables:
        for entity in not_deleted(table):
            yield from (each for each in notes_behind(entity) if each not in own)
