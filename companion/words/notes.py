"""Words that stand beside a note in all rooms and papers."""

from __future__ import annotations

FIRST_WRITTEN = "first written"
"""Put before the text of a note before its correction."""
CHANGED_SINCE = "later changed to"
"""Put before the text of a note that was changed after its correction."""
CORRECTED = "corrected"
"""Beside a note that the doctor corrected."""


def corrected(now: str, before: str, label: str = FIRST_WRITTEN) -> str:
    """A corrected note in one text: what holds, then what was written."""
    return f"{now} ({label}: {before})" if before else now


def corrected_since(now: str, text: str) -> str:
    """Words that rest on a note which was corrected after they were written."""
    return f"{now} (corrected since; here it says: {text})"


# Figures of a number card that are not drawn

UNDRAWN = {
    "not_in_figures": "not drawn: it isn't one plain number.",
    "no_out_of": "not drawn yet. Ask: out of how many?",
    "uneven": "not drawn: it isn't a whole number out of 100.",
    "negative": "less than 0 can't be right. Ask again: how many?",
    "more_than_all": "more than everyone can't be right. Ask again: how many?",
    "out_of_nobody": "out of 0 can't be right. Ask again: out of how many?",
}
