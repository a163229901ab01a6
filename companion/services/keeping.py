"""Erasing a case, emptying the trash, and looking whether everything is readable."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.services.strays import (
    missing_of,
    strangers_of_home,
    strays_of_case,
    strays_of_home,
)
from companion.storage import trash
from companion.storage.codec import UnreadableDocumentError
from companion.storage.errors import StoreError
from companion.storage.lock import COMMAND_WAIT
from companion.words import keeping as words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from companion.services.session import Session
    from companion.services.shelf import Shelf


def title_of(shelf: Shelf, case_id: str) -> str:
    """The title that has to be typed to erase a case; its id when it cannot be read."""
    try:
        return shelf.peek(case_id).file.head.title
    except (StoreError, UnreadableDocumentError):
        return case_id


def erase_case(shelf: Shelf, case_id: str) -> None:
    """Remove every generation of a case for ever.

    Raises:
        Busy: Another window has it; nothing was changed.
        StoreError: The disk refuses.
    """
    around = shelf.surroundings
    with shelf.held(case_id, wait=COMMAND_WAIT):
        trash.erase_case(around.files, around.home, case_id)


def problems_of_home(shelf: Shelf) -> tuple[str, ...]:
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
    return (*problems, *strangers_of_home(shelf))


def what_went_astray(shelf: Shelf, sessions: Iterable[Session]) -> tuple[str, ...]:
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
