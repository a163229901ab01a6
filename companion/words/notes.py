"""Words that stand beside a note wherever it is told."""

from __future__ import annotations

FIRST_WRITTEN = "first written"
"""Before what a note said until the doctor put it right."""
CHANGED_SINCE = "changed since to"
"""Before what a note says where somebody changed it after the doctor put it right."""
CORRECTED = "corrected"
"""Beside a note that the doctor put right."""


def corrected(now: str, before: str, label: str = FIRST_WRITTEN) -> str:
    """A note that was put right, in one text: what holds, then what was written."""
    return f"{now} ({label}: {before})" if before else now


def corrected_since(now: str, text: str) -> str:
    """Words that rest on a note which was put right after they were written."""
    return f"{now} (corrected since; here it says: {text})"
