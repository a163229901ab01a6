"""Sentences of the list of test results."""

from __future__ import annotations

from companion.words.days import distance

FIELDS = {
    "text": "Which test",
    "expected_by": "Result expected by",
    "who_tells": "Who tells you",
    "taken_on": "Test done on",
    "why": "Why it was done",
    "arrived_on": "Arrived on",
}
WAITING = "waiting"
LATE = "late"
ARRIVED = "arrived"
OWN = "Which test?"
ADD_OWN = "+ A result you're waiting for"
UNDO_OWN = "test result added"
NONE_YET = "No test results listed."
INTRO = "No news isn't always good news. If the day passes, ask."
ALL_HERE = "All results are here."
OFFERED = "From your notes. Enter adds it to the list."
ASK = "Is my test result back? It was due by now."
NO_DAY = "no date yet"
HINT = "Space arrived · Enter details · F8 own · Esc list · F1 more"
TAKEN = "Added to your test results. Ctrl+Z undoes it."


def undo_added(text: str) -> str:
    """A result was put on the list."""
    return f"test result added: {text}"


def undo_taken_off(text: str) -> str:
    """A result was taken off the list."""
    return f"test result removed: {text}"


def undo_arrived(text: str) -> str:
    """A result arrived, or did not after all."""
    return f"test result arrived or not: {text}"


def arrived_now(*, here: bool) -> str:
    """What was said of a result just now."""
    return "Arrived today." if here else "Not here yet."


def expected(day: str, days: int) -> str:
    """By when a result is expected."""
    return f"was due {day}" if days < 0 else f"by {day}, {distance(days)}"


def by_day(day: str) -> str:
    """By when an offered result would be expected."""
    return f"by {day}"


def from_visit(doctor: str, day: str) -> str:
    """The visit in which it was said when a result comes."""
    return ", ".join(filter(None, (doctor, day)))


def count(late: int, waiting: int) -> str:
    """At the right of the part: how many are late, else how many are waited for."""
    if late:
        return f"{late} late"
    return f"{waiting} to come" if waiting else ""


def offer(day: str) -> str:
    """Below the answer on results: a key puts it on the list."""
    by = f", expected by {day}" if day else ""
    return f"F2 adds it to your test results{by}."
