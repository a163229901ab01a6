"""Sentences of values over time: the card in the rooms, and the paper."""

from __future__ import annotations

TITLE = "Numbers over time"
HINT = "Enter see the note · Up/Down move · Esc back"
HOW = "In a visit, type: # white cells 24 /nl. The same name again adds to it."
HOW_DATED = "For an earlier date, add it: # white cells 38 /nl on Oct 12."
NONE_YET = "No numbers with a name yet."
NO_NORMAL = "No normal range is shown. Ask the doctor what the numbers mean."
ONCE = "Noted once so far"
UNREAD = "Name or number not clear"
NO_DAY = "no date"
AS_WRITTEN = "as written, not drawn"
WHY = {
    "one": "1 number so far. A chart needs 2.",
    "few": "No chart: it needs 2 plain numbers with dates.",
}
"""Why the values of a name are not drawn."""
NO_UNIT = "none"


def head(count: int, unit: str) -> str:
    """At the right of a name: how many values, and their unit."""
    numbers = "1 number" if count == 1 else f"{count} numbers"
    return f"{numbers}, {unit}" if unit else numbers


def name_and_value(name: str, value: str) -> str:
    """A value that stands alone, behind its name."""
    return f"{name}: {value}"


def units_differ(units: tuple[str, ...]) -> str:
    """Why values with several units are not drawn: which these are."""
    return f"No chart, because the units differ: {', '.join(each or NO_UNIT for each in units)}."


def scale(low: str, high: str, *, from_zero: bool) -> str:
    """What the height of a mark means."""
    if low == high:
        return f"All are {low}."
    return f"Up and down: {low} to {high}" + ("." if from_zero else ", not from 0.")


BY_DATE = "Left to right: by date."
"""What the distance of two marks means."""


def spaced(first: str, last: str) -> str:
    """What the distance of two marks means, and where the longest one is."""
    return f"{BY_DATE} Longest gap: {first} to {last}."


SAME_DAY = "All on one day."
SHARED = "Where some share a place, you see how many."


def newest(count: int, of: int) -> str:
    """Beside a drawing that leaves the oldest out."""
    return f"Drawn: the newest {count} of {of}."


def not_drawn(count: int) -> str:
    """Beside a drawing without some values."""
    return f"{count} as written, not drawn." if count else ""


def taken_as(number: str) -> str:
    """Beside a figure whose thousands stand apart: how it was read."""
    return f"read as {number}"


def caption(unit: str) -> str:
    """Above a drawing on paper, below the name of what is drawn."""
    return f"By date, in {unit}" if unit else "By date"


def with_remarks(value: str, remarks: tuple[str, ...]) -> str:
    """A value on paper, with what is said of it."""
    return f"{value} ({'; '.join(remarks)})" if remarks else value
