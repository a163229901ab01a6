"""Differences between a visit and the appointment of a calendar that it came from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from companion.domain.folded_text import folded
from companion.exchange.calendar.write import description, summary
from companion.exchange.papers.paper_context import planned_in_words
from companion.words import exchange as words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from companion.domain.visit import VisitAbout
    from companion.exchange.calendar.read import CalendarEntry

CLINICIAN = "clinician"
"""Key of the clinician's name among the values; a clinician is a person of the case."""
_TEXTS = ("place", "description", "organizer", "url")
"""Fields that a file may leave empty; the visit's own text is then kept."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One difference between a visit and its appointment."""

    sentence: str
    """The value here and the value in the file, without a full stop."""
    field: str = ""
    """The field of the visit; empty where nothing is to be changed."""
    value: Any = None
    """The value in the file."""


def as_time(at: str) -> date:
    """Read a kept day or time."""
    return datetime.fromisoformat(at) if "T" in at else date.fromisoformat(at)


def same_time(one: str, other: str) -> bool:
    """Whether two kept days or times are the same."""
    if not one or not other or ("T" in one) != ("T" in other):
        return one == other
    return as_time(one) == as_time(other)


def told_time(at: str, zone: str | None) -> str:
    """Return a kept day or time in words; empty where there is none."""
    return planned_in_words(at, zone) if at else ""


def differences(each: CalendarEntry, head: VisitAbout, name: str) -> tuple[Difference, ...]:
    """Compare a visit with its appointment.

    Args:
        each: The appointment.
        head: The visit.
        name: The name of its clinician.
    """
    found = (
        *_called_off(head),
        *_with_whom(each, head, name),
        *_when(each, head),
        *_texts(each, head),
    )
    return (*found, *_call(each, head, found))


def _called_off(head: VisitAbout) -> Iterator[Difference]:
    if head.cancelled_at is not None:
        yield Difference(words.ON_AGAIN, "cancelled_at", None)


def _with_whom(each: CalendarEntry, head: VisitAbout, name: str) -> Iterator[Difference]:
    """Say whether the clinician changed; a name in more words is the same one."""
    ours = head.uid is None and each.name == summary(name)
    here, there = (folded(text) for text in (name, each.name))
    same = here == there or (bool(here) and (here in there or there in here))
    if there and not same and not ours:
        yield Difference(words.other_name(name, each.name), CLINICIAN, each.name)


def _when(each: CalendarEntry, head: VisitAbout) -> Iterator[Difference]:
    if (head.at or head.started_at is None) and not same_time(head.at, each.at):
        here, there = told_time(head.at, head.zone), told_time(each.at, each.zone)
        sentence = words.other_time(here, there)
        if head.started_at is None:
            yield Difference(sentence, "at", each.at)
        else:
            # What was written in a visit was written at its time.
            yield Difference(sentence)
    if each.minutes is not None and each.minutes != head.minutes:
        sentence = words.other_length(head.minutes, each.minutes)
        yield Difference(sentence, "minutes", each.minutes)


def _texts(each: CalendarEntry, head: VisitAbout) -> Iterator[Difference]:
    for name in _TEXTS:
        here, there = getattr(head, name).strip(), getattr(each, name).strip()
        if name == "description" and there == description(head).strip():
            continue
        if there and here != there:
            yield Difference(words.other_text(name, here, there), name, getattr(each, name))
        elif here and not there and head.uid is not None:
            yield Difference(words.no_text(name, here))


def _call(
    each: CalendarEntry, head: VisitAbout, others: tuple[Difference, ...]
) -> Iterator[Difference]:
    """Say whether it became a call or a meeting; a file with the same place does not tell."""
    moved = any(other.field == "place" for other in others)
    if each.phone != head.phone and (each.phone or moved):
        yield Difference(words.OTHER_WAY[each.phone], "phone", each.phone)
