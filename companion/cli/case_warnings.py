"""Warnings about what was found while a case was read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.cli.io import on_one_line, say
from companion.storage.findings import FindingKind
from companion.words import commands as words

if TYPE_CHECKING:
    from companion.services.case.session import CaseSession

TOLD = frozenset(FindingKind) - {FindingKind.TORN, FindingKind.PREVIOUS, FindingKind.NEWER}
"""Findings that every command tells: two states of a case, or words that may be missing."""


def warn_about(session: CaseSession) -> None:
    """Name the visits of a case that cannot be read, and those of which there are two states."""
    for visit_id, error in session.unreadable.items():
        say(words.unreadable_visit(visit_id, str(error)))
    for finding in session.findings:
        if finding.kind in TOLD:
            say(on_one_line(words.found_in_case(session.case_id, finding.sentence)))
