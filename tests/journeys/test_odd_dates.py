"""Dates at either end of the calendar are shown in every room; none of them ends one."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

import pytest

from companion.domain.changes import with_changed
from tests.journeys.conftest import SMALL, screen_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from companion.services.case.library import CaseLibrary
    from companion.ui.app import CompanionApp

ENDS = [
    "0001-01-01T00:00:00+14:00",
    "0001-01-01T00:00:00-14:00",
    "0001-01-01",
    "9999-12-31",
    "9999-12-31T23:59:59.999+14:00",
    "9999-12-31T23:59:59.999-14:00",
]


BEGUN = [(at, begun) for at in ENDS for begun in (False, True) if "T" in at or not begun]
"""A day alone is when a visit is planned, and never when it was begun."""


@pytest.mark.parametrize(("at", "begun"), BEGUN)
async def test_every_room_shows_a_visit_at_either_end_of_the_calendar(
    library: CaseLibrary,
    case_id: str,
    open_app: Callable[..., CompanionApp],
    at: str,
    *,
    begun: bool,
) -> None:
    session = library.open_to_write(case_id)
    (visit,) = session.case.visits
    times = {name: datetime.fromisoformat(at) for name in ("started_at", "ended_at")}
    values = times if begun else {}
    session.change_visit(
        visit.id,
        "odd",
        lambda file: with_changed(file, "about", visit.id, at=at, minutes=90, **values),
    )
    session.change_case(
        "odd", lambda file: with_changed(file, "about", case_id, decide_by=at.partition("T")[0])
    )
    session.close()
    for room in ("home", "prepare", "visit", "compare", "guide"):
        where = {} if room == "home" else {"case_id": case_id}
        app = open_app(room=room, **where, **({"visit_id": visit.id} if room == "visit" else {}))
        async with app.run_test(size=SMALL) as pilot:
            for key in ("down", "enter", "escape", "f1", "escape"):
                await pilot.press(key)
            assert screen_text(app).strip()
