"""Every part of the room, in the order of the list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.ui.prepare.parts.answers import ExpectationPart, NumbersPart, OpeningPart, RolePart
from companion.ui.prepare.parts.checklist import PrioritiesPart, ReasonsPart
from companion.ui.prepare.parts.enough import EnoughPart
from companion.ui.prepare.parts.goal import GoalPart
from companion.ui.prepare.parts.lines import HistoryPart, MedicinesPart
from companion.ui.prepare.parts.opinion import OpinionPart
from companion.ui.prepare.parts.page import PagePart
from companion.ui.prepare.parts.people import PeoplePart
from companion.ui.prepare.parts.questions import QuestionsPart
from companion.ui.prepare.parts.records import RecordsPart
from companion.ui.prepare.parts.results import ResultsPart
from companion.ui.prepare.parts.tell_the_doctor import TellingPart
from companion.ui.prepare.parts.time import TimePart
from companion.ui.prepare.parts.visit import VisitPart

if TYPE_CHECKING:
    from companion.services.case.session import CaseSession
    from companion.ui.prepare.part import Part

_PARTS: tuple[type[Part], ...] = (
    TimePart,
    ReasonsPart,
    GoalPart,
    TellingPart,
    RecordsPart,
    QuestionsPart,
    PrioritiesPart,
    OpinionPart,
    PeoplePart,
    OpeningPart,
    MedicinesPart,
    HistoryPart,
    NumbersPart,
    RolePart,
    ExpectationPart,
    VisitPart,
    ResultsPart,
    PagePart,
    EnoughPart,
)


def all_parts(session: CaseSession) -> dict[str, Part]:
    """Return the parts of a case by name."""
    return {part.NAME: part(session) for part in _PARTS}
