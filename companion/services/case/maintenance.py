"""Erasing a case, and looking whether all that is kept is as it should be."""

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
from companion.words import keeping as words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from companion.services.case.library import CaseLibrary
    from companion.services.case.session import Session

_DAMAGED = ".damaged-"
"""In the name of a file that could not be read whole; what was taken over whole needs no look."""


def title_of(shelf: CaseLibrary, case_id: str) -> str:
    """The title that has to be typed to erase a case; empty when none is known."""
    if shelf.has_case(case_id):
        try:
            return shelf.peek(case_id).file.head.title
        except (StoreError, UnreadableDocumentError):
            return ""
    return next((each.title for each in in_trash(shelf) if each.case_id == case_id), "")


def erasable_ids(shelf: CaseLibrary) -> tuple[str, ...]:
    """Cases in no list of which something is there: in the trash, or left by an erasing."""
    around = shelf.surroundings
    discarded = {item.case_id for item in trash.discarded(around.files, around.home)}
    folders = names_in(around.files, Places(around.home).cases)
    left = {found[0] for name in folders if (found := left_of(name))}
    emptied = {name for name in folders if is_id(name)}
    derived = names_in(around.files, Places(around.home).derived)
    emptied |= {case_id for name in derived if is_id(case_id := name.partition(".")[0])}
    return tuple(sorted((discarded | left | emptied) - set(shelf.case_ids())))


def erase_case(shelf: CaseLibrary, case_id: str) -> None:
    """Remove every generation of a case for ever, also out of the trash.

    Raises:
        Busy: Another window has it; nothing was changed.
        Missing: Nothing of such a case is there.
        NotAllErased: Something of it is still there.
        StoreError: The disk refuses; nothing was changed.
    """
    around = shelf.surroundings
    has_folder = around.files.exists(case_folder(around.home, case_id))
    with shelf.held(case_id, wait=COMMAND_WAIT) if has_folder else nullcontext() as lock:
        trash.erase_case(around.files, around.home, case_id, lock)


def problems_of_home(shelf: CaseLibrary) -> tuple[str, ...]:
    """What is not as it should be in the data folder, a sentence each; changes nothing."""
    problems: list[str] = []
    readable, unreadable = shelf.read_heads()
    for session in readable:
        _ = session.case
        problems += [
            words.case_problem(session.case_id, str(error)) for error in session.unreadable.values()
        ]
        problems += [
            words.case_problem(session.case_id, finding.sentence) for finding in session.findings
        ]
    problems += [words.case_problem(each.case_id, str(each.error)) for each in unreadable]
    problems += what_went_astray(shelf, readable)
    return (
        *problems,
        *strangers_of_home(shelf),
        *_beside_the_stores(shelf),
        *_open_to_others(shelf),
    )


def what_went_astray(shelf: CaseLibrary, sessions: Iterable[Session]) -> tuple[str, ...]:
    """Copies that other programs made, and visits that are missing, a sentence each.

    Args:
        shelf: The data folder.
        sessions: The cases that can be read.
    """
    around = shelf.surroundings
    told = [*strays_of_home(shelf)]
    for case_id in shelf.case_ids():
        told += strays_of_case(around, case_id)
    for session in sessions:
        told += missing_of(session)
    return tuple(told)


def _beside_the_stores(shelf: CaseLibrary) -> Iterator[str]:
    """What lies beside the stores of cases, and beside the cases."""
    around = shelf.surroundings
    cases = Places(around.home).cases
    for name in names_in(around.files, cases):
        left = left_of(name)
        if left is not None:
            told = words.left_by_erasing if left[1] == "erased" else words.left_by_restoring
            yield told(join(cases, name))
        elif is_id(name) and around.files.info(join(cases, name)).folder:
            aside = [each for each in names_in(around.files, join(cases, name)) if _DAMAGED in each]
            if aside:
                yield words.set_aside(name, aside)
    yield from (
        words.left_by_erasing(join(Places(around.home).trash, name))
        for name in trash.being_erased(around.files, around.home)
    )


def _open_to_others(shelf: CaseLibrary) -> Iterator[str]:
    """Which folders and files other accounts can open."""
    around = shelf.surroundings
    for found in open_to_others(around.files, around.home):
        if found.itself:
            yield (words.open_folder if found.ours else words.open_other_folder)(found.path)
        if found.files:
            yield words.open_files(found.path, len(found.files))
