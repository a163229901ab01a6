"""Finds a case or a visit by its id, a unique beginning of it, or its number in `list`.

Says too what is wrong with the files of the case that was found.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.cli.errors import RefusedError
from companion.cli.io import on_one_line, say
from companion.domain.entity import is_id
from companion.domain.visit_times import told_when
from companion.storage.cases import case_folder
from companion.storage.findings import FindingKind
from companion.words import commands as words
from companion.words import days

if TYPE_CHECKING:
    from collections.abc import Sequence

    from companion.domain.visit import VisitFile
    from companion.services.case.library import CaseLibrary
    from companion.services.case.session import CaseSession

TOLD = frozenset(FindingKind) - {FindingKind.TORN, FindingKind.PREVIOUS, FindingKind.NEWER}
"""Findings that every command tells: two states of a case, or words that may be missing."""


def matching_id(
    given: str, ids: Sequence[str], unknown: str, *, numbered: int | None = None
) -> str:
    """Return the id that was given whole, by its beginning, or by its number in a list.

    Args:
        given: What was typed.
        ids: The ids there are.
        unknown: The sentence where none fits.
        numbered: How many of them have a number, the first ones; None for all.

    Raises:
        RefusedError: None fits, or more than one.
    """
    if given in ids:
        return given
    if given.isdecimal() and 1 <= int(given) <= (len(ids) if numbered is None else numbered):
        return ids[int(given) - 1]
    fitting = [each for each in ids if given and each.startswith(given)]
    if len(fitting) > 1:
        raise RefusedError(words.several(given))
    if not fitting:
        raise RefusedError(unknown)
    return fitting[0]


def listed_case_ids(library: CaseLibrary) -> tuple[str, ...]:
    """Return every case in the order of `list`: as they were made, unreadable ones last."""
    readable, unreadable = library.read_heads()
    return (*(head.case_id for head in readable), *(each.case_id for each in unreadable))


def find_case_id(library: CaseLibrary, given: str) -> str:
    """Return the id of the case that was given.

    Raises:
        RefusedError: No such case, or several.
    """
    if is_id(given) and library.has_case(given):
        return given
    return matching_id(given, listed_case_ids(library), words.no_such_case(given))


def find_case_folder_id(library: CaseLibrary, given: str) -> str:
    """Return the id of the case that was given, also of one of which no store is left.

    Raises:
        RefusedError: No such case, or several.
    """
    around = library.context
    if is_id(given) and around.files.exists(case_folder(around.home, given)):
        return given
    return find_case_id(library, given)


def find_visit_id(session: CaseSession, given: str) -> str:
    """Return the id of the visit that was given.

    Raises:
        RefusedError: No such visit, or several.
    """
    if session.has_visit(given):
        return given
    ids = [visit.id for visit in session.case.visits]
    return matching_id(given, ids, words.no_such_visit(given))


def visit_name(doctor: str, visit: VisitFile) -> str:
    """Return a visit in words: with whom, when, its id."""
    when = told_when(visit.head, days.long_date)
    return ", ".join(part for part in (doctor, when, visit.id) if part)


def warn_about(session: CaseSession) -> None:
    """Name the visits of a case that cannot be read, and those of which there are two states."""
    for visit_id, error in session.unreadable.items():
        say(words.unreadable_visit(visit_id, str(error)))
    for finding in session.findings:
        if finding.kind in TOLD:
            say(on_one_line(words.found_in_case(session.case_id, finding.sentence)))
