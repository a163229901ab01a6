"""Alva's case in memory, and which files an act wrote."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.services.case.library import CaseLibrary, NewCase
from tests.journeys.conftest import StandingClock, all_packs, new_context

if TYPE_CHECKING:
    from collections.abc import Callable

    from companion.services.case.session import CaseSession


def new_session() -> CaseSession:
    chosen = all_packs().chosen(("hemophilia",))
    library = CaseLibrary(new_context(StandingClock()))
    return library.create(NewCase(title="Plan", packs=chosen, patient="Alva", companion="Sam"))


def values(session: CaseSession) -> dict[str, object]:
    """The value of every file of the case."""
    return {"case": session.file} | {visit.id: visit for visit in session.case.visits}


def files_written(session: CaseSession, act: Callable[[], object]) -> set[str]:
    """The files whose values an act changed."""
    before = values(session)
    act()
    after = values(session)
    return {name for name, value in after.items() if before.get(name) != value}
