"""Why another opinion."""

from __future__ import annotations

from companion.ui.prepare.parts.checklist import ChecklistPart
from companion.words import prepare as words


class ReasonsPart(ChecklistPart):
    """Why another opinion."""

    NAME = "reasons"
    TABLE = "reasons"
    KIND = "reason"
    LABEL = words.REASON_LABEL
