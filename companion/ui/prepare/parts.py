"""Every part of the room by name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.ui.prepare.answering import People, Telling, Time
from companion.ui.prepare.choosing import Goal, Matters, Reasons
from companion.ui.prepare.closing import Enough
from companion.ui.prepare.lines import History, Medicines
from companion.ui.prepare.opinion import PresentOpinion
from companion.ui.prepare.page import Page
from companion.ui.prepare.questions import Questions
from companion.ui.prepare.records import Records
from companion.ui.prepare.visits import TheVisit
from companion.ui.prepare.wishes import Expectation, Numbers, Opening, RoleWanted

if TYPE_CHECKING:
    from companion.services.case.session import CaseSession
    from companion.ui.prepare.part import Part

_KINDS: tuple[type[Part], ...] = (
    Time,
    Reasons,
    Goal,
    Telling,
    Records,
    Questions,
    Matters,
    PresentOpinion,
    People,
    Opening,
    Medicines,
    History,
    Numbers,
    RoleWanted,
    Expectation,
    TheVisit,
    Page,
    Enough,
)


def all_parts(session: CaseSession) -> dict[str, Part]:
    """The parts of a case by name."""
    return {kind.NAME: kind(session) for kind in _KINDS}
