"""Create many visits at once: each store is written whole, with one sync instead of five."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain.changes import stamped
from companion.domain.entity import Clock
from companion.domain.visit import VisitFile
from companion.domain.visit_selection import is_over
from companion.files import folder_of
from companion.storage.checkpoint import encode, serialise
from companion.storage.codec import SCHEMA, to_tables
from companion.storage.errors import TooLarge, unwritable
from companion.storage.layout import StoreFiles
from companion.storage.store import MOST_IN_A_STORE

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from companion.domain.changes import StoreFile
    from companion.services.case.session import CaseSession

FIRST_GENERATION = 1


def _bytes(file: StoreFile) -> bytes:
    tables = {
        name: {str(number): document for number, document in documents.items()}
        for name, documents in to_tables(file).items()
        if documents
    }
    raw = encode(serialise(tables), SCHEMA, FIRST_GENERATION)[0]
    if len(raw) > MOST_IN_A_STORE:
        raise TooLarge
    return raw


def refuse_too_large(files: Iterable[StoreFile]) -> None:
    """Check that stores can hold these values, before anything is made.

    Raises:
        TooLarge: One of them is too large to be read back.
    """
    for file in files:
        _bytes(file)


def make_visits(session: CaseSession, visits: Sequence[VisitFile]) -> None:
    """Write the stores of visits that have none yet; the session must hold the case's lock.

    Raises:
        TooLarge: A visit is too large for a store; the visits before it are written.
        Unwritable: The disk refuses; the visits before it are written.
    """
    context, case_id = session.context, session.case_id
    files, clock = context.files, Clock(context.device)
    session.before_bulk_create(visit.id for visit in visits if not is_over(visit.head))
    folder, made = "", []
    for visit in visits:
        layout = StoreFiles(context.visit_path(case_id, visit.id))
        empty = VisitFile(id=visit.id, about=())
        kept, _, clock = stamped(empty, visit, clock, context.now_ms())
        folder = folder_of(layout.main)
        with unwritable(layout.main):
            files.unlink_if_there(layout.beside)
            files.write_new(layout.beside, _bytes(kept))
            files.replace(layout.beside, layout.main)
        made.append(kept)
    session.after_bulk_create(made)
    if folder:
        with unwritable(folder):
            files.sync_folder(folder)
