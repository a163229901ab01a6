"""Which case and which visit are meant: an id, its unique beginning, or a number of `list`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.cli.refusing import RefusedError
from companion.domain.entity import is_id
from companion.domain.visit_times import told_when
from companion.storage.cases import case_folder
from companion.words import commands as words
from companion.words import days

if TYPE_CHECKING:
    from collections.abc import Sequence

    from companion.domain.case import Case
    from companion.domain.visit import VisitFile
    from companion.services.case.library import CaseLibrary
    from companion.services.case.session import CaseSession


def chosen(given: str, ids: Sequence[str], unknown: str) -> str:
    """The id that is meant.

    Raises:
        RefusedError: None fits, or more than one.
    """
    if given in ids:
        return given
    if given.isdecimal() and 1 <= int(given) <= len(ids):
        return ids[int(given) - 1]
    fitting = [each for each in ids if given and each.startswith(given)]
    if len(fitting) > 1:
        raise RefusedError(words.several(given))
    if not fitting:
        raise RefusedError(unknown)
    return fitting[0]


def case_order(library: CaseLibrary) -> tuple[str, ...]:
    """Every case in the order of `list`: as they were made, unreadable ones last."""
    readable, unreadable = library.read_heads()
    return (*(head.case_id for head in readable), *(each.case_id for each in unreadable))


def case_id(library: CaseLibrary, given: str) -> str:
    """The case that is meant.

    Raises:
        RefusedError: No such case, or several.
    """
    if is_id(given) and library.has_case(given):
        return given
    return chosen(given, case_order(library), words.no_such_case(given))


def case_folder_id(library: CaseLibrary, given: str) -> str:
    """The case that is meant, also one of which no store is left.

    Raises:
        RefusedError: No such case, or several.
    """
    context = library.context
    if is_id(given) and context.files.exists(case_folder(context.home, given)):
        return given
    return case_id(library, given)


def visit_id(session: CaseSession, given: str) -> str:
    """The visit that is meant.

    Raises:
        RefusedError: No such visit, or several.
    """
    if session.has_visit(given):
        return given
    ids = [visit.id for visit in session.case.visits]
    return chosen(given, ids, words.no_such_visit(given))


def visit_name(case: Case, visit: VisitFile) -> str:
    """A visit in words: with whom and when."""
    everybody = (*case.file.people, *visit.people)
    with_whom = next(
        (one.name for one in everybody if one.id == visit.head.clinician_id and one.name), ""
    )
    when = told_when(visit.head, days.long_date)
    return ", ".join(part for part in (with_whom, when, visit.id) if part)
