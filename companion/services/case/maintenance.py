"""Erase a case; check the data folder."""

from __future__ import annotations

from contextlib import nullcontext
from typing import TYPE_CHECKING

from companion.domain.entity import is_id
from companion.files import Places, join
from companion.services.case.strays import (
    missing_of,
    strangers_of_home,
    strays_of_case,
    strays_of_home,
)
from companion.services.case.trash import in_trash
from companion.storage import trash
from companion.storage.belongings import left_of
from companion.storage.cases import case_folder, names_in
from companion.storage.codec import UnreadableDocumentError
from companion.storage.errors import StoreError
from companion.storage.lock import COMMAND_WAIT
from companion.storage.privacy import open_to_others
from companion.words import maintenance as words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from companion.services.case.library import CaseLibrary
    from companion.services.case.session import CaseSession

_DAMAGED = ".damaged-"
"""Part of the name of a file that could not be read whole."""


def title_of(library: CaseLibrary, case_id: str) -> str:
    """Return the title that the user must type to erase a case; empty when none is known."""
    if library.has_case(case_id):
        try:
            return library.open_readonly(case_id).file.head.title
        except (StoreError, UnreadableDocumentError):
            return ""
    return next((each.title for each in in_trash(library) if each.case_id == case_id), "")


def erasable_ids(library: CaseLibrary) -> tuple[str, ...]:
    """Return the ids of cases in no list: in the trash, or left by an unfinished erasing."""
    context = library.context
    discarded = {item.case_id for item in trash.items_in_trash(context.files, context.home)}
    folders = names_in(context.files, Places(context.home).cases)
    left = {found[0] for name in folders if (found := left_of(name))}
    emptied = {name for name in folders if is_id(name)}
    derived = names_in(context.files, Places(context.home).derived)
    emptied |= {case_id for name in derived if is_id(case_id := name.partition(".")[0])}
    return tuple(sorted((discarded | left | emptied) - set(library.case_ids())))


def erase_case(library: CaseLibrary, case_id: str) -> None:
    """Remove every generation of a case for ever, from the trash too.

    Raises:
        Busy: Another window has it; nothing was changed.
        Missing: There is nothing of such a case.
        NotAllErased: Something of it is still there.
        StoreError: The disk refuses; nothing was changed.
    """
    context = library.context
    has_folder = context.files.exists(case_folder(context.home, case_id))
    with library.locked(case_id, wait=COMMAND_WAIT) if has_folder else nullcontext() as lock:
        trash.erase_case(context.files, context.home, case_id, lock)


def problems_of_home(library: CaseLibrary) -> tuple[str, ...]:
    """Return the problems of the data folder, a sentence each; changes nothing."""
    problems: list[str] = []
    readable, unreadable = library.read_heads()
    for session in readable:
        _ = session.case
        problems += [
            words.case_problem(session.case_id, str(error)) for error in session.unreadable.values()
        ]
        problems += [
            words.case_problem(session.case_id, finding.sentence) for finding in session.findings
        ]
    problems += [words.case_problem(each.case_id, str(each.error)) for each in unreadable]
    problems += what_went_astray(library, readable)
    return (
        *problems,
        *strangers_of_home(library),
        *_beside_the_stores(library),
        *_open_to_others(library),
    )


def what_went_astray(library: CaseLibrary, sessions: Iterable[CaseSession]) -> tuple[str, ...]:
    """Return copies made by other programs, and missing visits, a sentence each.

    Args:
        library: The data folder.
        sessions: The cases that can be read.
    """
    context = library.context
    told = [*strays_of_home(library)]
    for case_id in library.case_ids():
        told += strays_of_case(context, case_id)
    for session in sessions:
        told += missing_of(session)
    return tuple(told)


def _beside_the_stores(library: CaseLibrary) -> Iterator[str]:
    """Yield a sentence for each file left beside the stores of cases, and beside the cases."""
    context = library.context
    cases = Places(context.home).cases
    for name in names_in(context.files, cases):
        left = left_of(name)
        if left is not None:
            told = words.left_by_erasing if left[1] == "erased" else words.left_by_restoring
            yield told(join(cases, name))
        elif is_id(name) and context.files.info(join(cases, name)).folder:
            aside = [
                each for each in names_in(context.files, join(cases, name)) if _DAMAGED in each
            ]
            if aside:
                yield words.set_aside(name, aside)
    yield from (
        words.left_by_erasing(join(Places(context.home).trash, name))
        for name in trash.names_being_erased(context.files, context.home)
    )


def _open_to_others(library: CaseLibrary) -> Iterator[str]:
    """Yield a sentence for each folder or file that other accounts can open."""
    context = library.context
    for found in open_to_others(context.files, context.home):
        if found.itself:
            yield (words.open_folder if found.ours else words.open_other_folder)(found.path)
        if found.files:
            yield words.open_files(found.path, len(found.files))
