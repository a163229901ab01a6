"""The Compare room, as far as its parts and cards know it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from textual.screen import ModalScreen

    from companion.domain.comparison import Aspect
    from companion.services.draft import Draft
    from companion.ui.compare.state import CompareState
    from companion.ui.rooms.case_control import CaseControl
    from companion.ui.rooms.navigation import Navigation


class CompareContext(Protocol):
    """The room, as parts and cards know it."""

    state: CompareState
    navigation: Navigation
    case_control: CaseControl

    def say(self, sentence: str) -> None:
        """Say in one line what just happened."""

    def may_change(self) -> bool:
        """Return whether anything can be changed here; says so when not."""

    def write(self, draft: Draft) -> None:
        """Open the field for a draft, where anything can be changed."""

    def show_row(self, page: str, key: str) -> None:
        """Show a page with the cursor on one of its lines."""

    def show_topic(self, aspect: Aspect, key: str = "") -> None:
        """Show a row of the comparison from its top, with the cursor on one of its lines."""

    def show_page(self, page: str) -> None:
        """Show a page; its cursor is where it was left."""

    def show_card(self, card: ModalScreen[None]) -> None:
        """Lay a card over the room; the room is shown again when it goes."""

    def open_visit(self, visit_id: str) -> None:
        """Go to a visit; what stands in the field is kept."""

    def open_paper(self, name: str = "") -> None:
        """Show one paper of the case."""
