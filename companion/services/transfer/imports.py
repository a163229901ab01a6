"""Imports files into cases: a case as JSON, a calendar, a list of questions."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from companion.domain.case import Case, CaseFile
from companion.domain.changes import with_added
from companion.domain.question_rows import next_position
from companion.domain.text import clean, from_argument
from companion.domain.visit_selection import by_time, next_planned
from companion.exchange.calendar.mail import calendar_in
from companion.exchange.calendar.read import read_calendar
from companion.exchange.errors import ImportRefusedError
from companion.exchange.file_kinds import FileKind, kind_of
from companion.exchange.json.case_import import first_look, read_case
from companion.exchange.json.import_merge import joined
from companion.exchange.json.strict_json import MOST_BYTES
from companion.exchange.papers.paper_context import planned_in_words
from companion.exchange.questions.question_file import read_list
from companion.exchange.questions.question_list import new_questions
from companion.exchange.redaction import known_ids
from companion.files import file_name
from companion.files.zone import local_zone
from companion.services.case.bulk_visits import make_visits, refuse_too_large
from companion.services.case.library import NewCase
from companion.services.transfer.calendar_visits import add_appointments
from companion.storage.codec import UnreadableDocumentError
from companion.storage.errors import StoreError
from companion.storage.store import MOST_IN_A_STORE
from companion.words import exchange as words
from companion.words.home import NO_TITLE

if TYPE_CHECKING:
    from collections.abc import Callable

    from companion.domain.changes import FileT
    from companion.domain.visit import VisitFile
    from companion.exchange.json.case_import import FirstLook, Imported
    from companion.exchange.json.import_merge import Joined
    from companion.exchange.questions.question_list import ImportedQuestions, NewQuestions
    from companion.packs.catalogue import Catalogue
    from companion.services.case.library import CaseLibrary
    from companion.services.case.session import CaseSession

__all__ = ["MOST_BYTES", "ImportReport", "import_file"]

_LARGE = MOST_IN_A_STORE // 12
"""Bytes of JSON from which a store may get too large."""


@dataclass(frozen=True, slots=True)
class ImportReport:
    """Result of an import."""

    case_id: str
    """The case that was made or added to."""
    remarks: tuple[str, ...]
    """Sentences for the user; the first one says how much was imported."""


def import_file(
    library: CaseLibrary,
    name: str,
    data: bytes,
    into: str | None = None,
    catalogue: Catalogue | None = None,
    *,
    update: bool = False,
) -> ImportReport:
    """Import a file; its content says of which kind it is, else its name.

    Args:
        library: The cases here.
        name: The file's name.
        data: Its content.
        into: The case to add to; None for the file's own case, or else a new one.
        catalogue: Every pack there is, for a new case.
        update: Whether to change visits that are here to what a calendar says.

    Raises:
        ImportRefusedError: One sentence; nothing was imported.
        Busy: Another window has the case.
        StoreError: A store cannot be read, made or written.
    """
    kind = kind_of(name, data)
    if kind is FileKind.MAIL:
        calendar = calendar_in(data)
        kind, data = (kind, data) if calendar is None else (FileKind.CALENDAR, calendar)
    if kind is FileKind.CASE:
        return _import_case(library, first_look(data), into, large=len(data) > _LARGE)
    if kind is FileKind.CALENDAR:
        return _import_calendar(library, name, data, into, catalogue, update=update)
    if kind is not FileKind.TEXT:
        raise ImportRefusedError(words.of_another_kind(kind))
    found = read_list(name, data)
    if not found.questions:
        raise ImportRefusedError(words.no_questions(found.left_out))
    session = _open_or_create(library, name, into, catalogue)
    return _finish_after(session, lambda: (_add_questions(session, found),))


def _import_calendar(
    library: CaseLibrary,
    name: str,
    data: bytes,
    into: str | None,
    catalogue: Catalogue | None,
    *,
    update: bool,
) -> ImportReport:
    calendar = read_calendar(data, _local(), library.context.now())
    if into is None and not calendar.appointments:
        off = calendar.called_off[0]
        when = planned_in_words(off.at, off.zone) if off.at else ""
        raise ImportRefusedError(words.only_called_off(off.name, when))
    session = _open_or_create(library, name, into, catalogue)
    return _finish_after(
        session,
        lambda: add_appointments(session, calendar, _everything(session), update=update),
    )


def _local() -> ZoneInfo | None:
    """Return the laptop's time zone; None where the system does not name it."""
    name = local_zone()
    return ZoneInfo(name) if name else None


def _finish_after(session: CaseSession, act: Callable[[], tuple[str, ...]]) -> ImportReport:
    try:
        report = ImportReport(session.case_id, act())
    finally:
        session.finish()
    return report


def _open_or_create(
    library: CaseLibrary, name: str, into: str | None, catalogue: Catalogue | None
) -> CaseSession:
    """Open the case that is named, or create one called like the file."""
    if into is not None:
        return library.open_to_write(into)
    title = clean(from_argument(file_name(name)).rsplit(".", 1)[0]) or NO_TITLE
    packs = catalogue.chosen(()) if catalogue else ()
    return library.create(NewCase(title=title, packs=packs))


# A case


def _import_case(
    library: CaseLibrary, look: FirstLook, into: str | None, *, large: bool
) -> ImportReport:
    case_id = into or look.case_id
    if case_id not in library.case_ids():
        imported = read_case(look)
        if large:
            refuse_too_large((imported.file, *imported.visits))
        session = library.create_from(imported.file)
        return _finish_after(session, lambda: _add_all(session, imported))
    session = library.open_to_write(case_id)
    return _finish_after(session, lambda: _merge_into(session, look, large=large))


def _add_all(session: CaseSession, imported: Imported) -> tuple[str, ...]:
    make_visits(session, imported.visits)
    nothing = Case(file=CaseFile(id=session.case_id, about=()))
    return _remarks(imported, joined(nothing, imported))


def _everything(session: CaseSession) -> Case:
    """Return the case with its deleted visits: what was deleted does not come back."""
    visits = []
    for visit_id in session.context.visit_ids(session.case_id):
        try:
            visits.append(session.visit(visit_id))
        except (StoreError, UnreadableDocumentError) as error:
            session.unreadable[visit_id] = error
    return Case(
        file=session.file, visits=by_time(tuple(visits)), unreadable=tuple(session.unreadable)
    )


def _merge_into(session: CaseSession, look: FirstLook, *, large: bool) -> tuple[str, ...]:
    case = _everything(session)
    imported = read_case(look, session.case_id, known_ids(case), case)
    # A visit whose store cannot be read is left alone: its store may still be mended.
    readable = tuple(visit for visit in imported.visits if visit.id not in case.unreadable)
    imported = replace(imported, visits=readable)
    result = joined(case, imported)
    refuse_too_large((result.file, *result.changed, *(result.new if large else ())))
    if result.file is not case.file:
        session.change_case(words.UNDO_CASE, lambda _: result.file)
    for visit in result.changed:
        _put(session, visit)
    make_visits(session, result.new)
    return _remarks(imported, result)


def _put(session: CaseSession, visit: VisitFile) -> None:
    session.change_visit(visit.id, words.UNDO_CASE, lambda _: visit)


def _remarks(imported: Imported, result: Joined) -> tuple[str, ...]:
    remarks = [words.case_imported(result.added, result.there, result.differing)]
    if imported.unknown:
        remarks.append(words.unknown_fields(imported.unknown))
    if imported.unreadable:
        remarks.append(words.unreadable_visits(imported.unreadable))
    return tuple(remarks)


# Questions


def _add_questions(session: CaseSession, found: ImportedQuestions) -> str:
    case = _everything(session)
    every = [*case.file.questions, *(each for visit in case.visits for each in visit.questions)]
    visit = next_planned(session.case.visits, session.now())
    new = new_questions(
        found,
        {question.origin.key for question in every if question.origin},
        first=next_position((visit or case.file).listed),
        now=session.now(),
        new_id=session.context.new_id,
    )
    if new.questions and visit is not None:
        session.change_visit(
            visit.id, words.UNDO_QUESTIONS, lambda file: _with_questions(file, new)
        )
    elif new.questions:
        session.change_case(words.UNDO_QUESTIONS, lambda file: _with_questions(file, new))
    return words.questions_imported(len(new.questions), new.there, found.left_out)


def _with_questions(file: FileT, new: NewQuestions) -> FileT:
    return with_added(with_added(file, "questions", *new.questions), "listed", *new.listed)
