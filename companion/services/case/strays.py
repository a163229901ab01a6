"""Files that are not where they belong, a sentence each: copies, placeholders, lost visits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain.case_queries import missed
from companion.storage import strays
from companion.storage.cases import case_folder, listed_names
from companion.storage.codec import UnreadableDocumentError
from companion.storage.conflict_copies import Copied, copied_folders, copies_in
from companion.storage.errors import StoreError
from companion.words import maintenance as words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from companion.domain.visit import VisitFile
    from companion.services.case.library import CaseLibrary
    from companion.services.case.session import CaseSession
    from companion.services.context import AppContext

_STATES = frozenset({Copied.CONFLICT})
"""Copies with words that may be in no other file."""


def strays_of_home(library: CaseLibrary) -> tuple[str, ...]:
    """Return copies of whole cases, and cases without any store; looks at names alone.

    Raises:
        Unreadable: A folder cannot be listed.
    """
    context = library.context
    folders = copied_folders(context.files, context.home)
    away = strays.cases_without_store(context.files, context.home)
    beside = strays.copies_of_home(context.files, context.home)
    return (
        *map(words.copy_of_home, beside),
        *(words.copied_folder(path, case_id) for path, case_id in folders),
        *(sentence for case_id in away for sentence in strays_of_case(context, case_id)),
    )


def strays_of_case(context: AppContext, case_id: str) -> tuple[str, ...]:
    """Return copies beside the stores of a case, and missing stores; looks at names alone."""
    names = listed_names(context.files, case_folder(context.home, case_id))
    copied = copies_in(names).items()
    told = (
        *(words.conflict_copy(name, case_id) for name, (_, kind) in copied if kind in _STATES),
        *(words.elsewhere(name) for name in strays.files_in_the_cloud(names)),
        *(words.left_over(name) for name in strays.stores_left_over(names)),
    )
    return _of_case(told, case_id)


def missing_of(session: CaseSession) -> tuple[str, ...]:
    """Return the visits that a case refers to and that have no file; reads all visits.

    Empty while a file cannot be read: the missing thing may be in it.
    """
    visits: list[VisitFile] = []
    context, case_id = session.context, session.case_id
    for visit_id in context.visit_ids(case_id):
        try:
            visits.append(session.visit(visit_id))
        except (StoreError, UnreadableDocumentError):
            return ()
    found = missed(session.file, visits)
    if found.visits:
        return _of_case(map(words.missing_visit, found.visits), case_id)
    if not found.things:
        return ()
    names = listed_names(context.files, case_folder(context.home, case_id))
    explained = strays.files_in_the_cloud(names) or strays.stores_left_over(names)
    return () if explained else _of_case([words.MISSING_SOMETHING], case_id)


def has_strays(library: CaseLibrary) -> bool:
    """Return whether there are copies or missing stores, going by names alone.

    Raises:
        Unreadable: A folder cannot be listed.
    """
    context = library.context
    if strays_of_home(library):
        return True
    return any(strays_of_case(context, case_id) for case_id in library.case_ids())


def strangers_of_home(library: CaseLibrary) -> tuple[str, ...]:
    """Return files among the cases that are neither ours, nor copies of ours, nor the system's.

    Raises:
        Unreadable: A folder cannot be listed.
    """
    context = library.context
    return tuple(map(words.stranger, strays.unknown_paths(context.files, context.home)))


def _of_case(sentences: Iterable[str], case_id: str) -> tuple[str, ...]:
    """Return the sentences, each with the case it is about."""
    return tuple(words.case_problem(case_id, sentence) for sentence in sentences)
