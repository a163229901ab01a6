"""One visit as a calendar entry so short that it fits a QR code; every phone reads it."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from companion.domain.moments import after
from companion.domain.text import one_line
from companion.domain.visit import planned_for
from companion.exchange.calendar.write import summary

if TYPE_CHECKING:
    from companion.domain.visit import VisitAbout

_ESCAPED = re.compile(r"([\\;,])")


def phone_entries(about: VisitAbout, doctor: str) -> tuple[str, ...]:
    """Return the entry of a visit that has a day, whole and then with less and less in it."""
    first = (f"SUMMARY:{_text(summary(doctor))}", *_times(about))
    place = (f"LOCATION:{_text(about.place)}",) if about.place else ()
    goal = (f"DESCRIPTION:{_text(about.goal)}",) if about.goal else ()
    forms = ((*first, *place, *goal), (*first, *place), first)
    return tuple(
        dict.fromkeys("\n".join(("BEGIN:VEVENT", *lines, "END:VEVENT")) for lines in forms)
    )


def _text(words: str) -> str:
    return _ESCAPED.sub(r"\\\1", one_line(words))


def _times(about: VisitAbout) -> tuple[str, ...]:
    """Return begin and end; in UTC, so that a phone in any zone shows the right hour."""
    if about.at and "T" not in about.at:
        return (f"DTSTART;VALUE=DATE:{date.fromisoformat(about.at):%Y%m%d}",)
    at = planned_for(about)
    if at is None:
        return ()
    ends = after(at, timedelta(minutes=about.minutes)) if about.minutes else None
    return (f"DTSTART:{_utc(at)}", *([f"DTEND:{_utc(ends)}"] if ends is not None else []))


def _utc(at: datetime) -> str:
    return f"{at.astimezone(UTC):%Y%m%dT%H%M%SZ}"
