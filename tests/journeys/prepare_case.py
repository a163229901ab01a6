"""Ways through the Prepare room, for the tests that press its keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.support.panes import cursor_row

if TYPE_CHECKING:
    from companion.domain.case import Case
    from companion.services.case.library import CaseLibrary
    from companion.ui.app import CompanionApp

PARTS = (
    *("time", "reasons", "goal", "telling", "records", "questions", "matters", "opinion"),
    *("people", "opening", "medicines", "history", "numbers", "role", "expectation"),
    *("visit", "page", "enough"),
)
"""The parts in the order in which one key goes through them."""
LISTED = (*PARTS[:-2], "results", *PARTS[-2:])
"""Everything that can be opened in the list, from top to bottom."""


def keys_to(part: str) -> tuple[str, ...]:
    """From anywhere in the list of parts into one of them."""
    return ("home", *["down"] * LISTED.index(part), "enter")


def case_of(app: CompanionApp) -> Case:
    """The case as it stands."""
    assert app.product.session is not None
    return app.product.session.case


def read_again(library: CaseLibrary, case_id: str) -> Case:
    """The case as it is kept."""
    return library.open_readonly(case_id).case


def row_at_cursor(app: CompanionApp) -> str:
    """The line of the screen that the keys act on in the part."""
    return cursor_row(app, "PartPane #rows")
