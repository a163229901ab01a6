"""Fields for a day or a time: their text, how it is read, what is said back."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from companion.domain.date_input import Expected, Read, day_of, read, read_day
from companion.domain.moments import here, kept_time
from companion.domain.text import is_blank
from companion.domain.visit import VisitAbout
from companion.domain.visit_times import (
    day_here,
    day_of_visit,
    moment_of,
    named_zone,
    told_when,
    zone_of,
)
from companion.files.zone import local_zone
from companion.words import appointment as words
from companion.words import days

if TYPE_CHECKING:
    from datetime import date

    from companion.services.case.session import CaseSession
    from companion.services.draft import Draft


@dataclass(frozen=True, slots=True)
class DayField:
    """A field for a day."""

    today: date
    """The day on which the user types."""
    past: bool = False
    """Whether only a day in the past can be meant."""

    def text(self, kept: str | None) -> str:
        """Return a saved day as text, with its year, as it can be typed too."""
        return days.told_text(kept, days.plain_date)

    def read(self, text: str) -> str | None:
        """Return the value to save: empty for a blank text, None when it cannot be read."""
        return "" if is_blank(text) else read_day(text, self.today, past=self.past)

    def echo(self, text: str) -> str:
        """Return the day that was understood, with its weekday; else how to write one."""
        day = day_of(self.read(text))
        if day is None:
            return words.day_form()
        return words.echo(days.long_day(day, self.today), (day - self.today).days)


def as_day(draft: Draft, session: CaseSession, key: str, *, past: bool = False) -> Draft:
    """Return a field with a day in it: read as it is typed, said back, waiting to be put right.

    Args:
        draft: The field, with the day as it is saved.
        session: The case.
        key: What a text that cannot be read waits under.
        past: Whether only a day in the past can be meant.
    """
    field = DayField(session.context.today(), past=past)
    return replace(
        draft,
        text=field.text(draft.text),
        read=field.read,
        echo=field.echo,
        unread=words.day_unread(),
        key=key,
        waits=session.unread,
    )


@dataclass(frozen=True, slots=True)
class WhenField:
    """A field for the day and hour of a visit, in the time zone in which it is shown."""

    about: VisitAbout
    """The visit as it was when the field was opened."""
    today: date
    """The day on which the user types."""
    past: bool = False
    """Whether the visit was already."""

    def text(self) -> str:
        """Return the day and the hour that are shown for the visit."""
        at, day = moment_of(self.about), day_of_visit(self.about)
        if not self.about.at or at is None or day is None:
            return ""
        hour = days.hour(at) if "T" in self.about.at else ""
        return ", ".join(part for part in (days.plain_date(day), hour) if part)

    def taken(self, text: str) -> Read | None:
        """Return how a text is understood; None when it cannot be read."""
        head = self.about
        was = self.past or head.started_at is not None or head.ended_at is not None
        return read(text, Expected(self.today, day_of_visit(head), zone_of(head), past=was))

    def read(self, text: str) -> str | None:
        """Return the value to save: empty for a blank text, None when it cannot be read."""
        if is_blank(text):
            return ""
        taken = self.taken(text)
        return taken.kept if taken is not None else None

    def zone(self, kept: str) -> str | None:
        """Return the zone to save with a time: the visit's, else the local one, else None."""
        own = zone_of(self.about)
        if not kept or "T" not in kept:
            return local_zone() if kept else None
        at = kept_time(kept)
        if own is not None and here(at, own).utcoffset() == at.utcoffset():
            return self.about.zone if named_zone(self.about.zone or "") is not None else None
        return local_zone() if here(at).utcoffset() == at.utcoffset() else None

    def echo(self, text: str) -> str:
        """Return the day, hour and place that were understood; else how to write them."""
        taken = self.taken(text)
        if taken is None:
            return words.when_form()
        about = VisitAbout(id="", at=taken.kept, zone=self.zone(taken.kept))
        told = told_when(about, lambda day: days.long_day(day, self.today))
        if taken.skipped is not None:
            told = words.skipped(told, days.hour(taken.skipped))
        elif taken.twice:
            told = words.first_of_two(told)
        day = day_here(about)
        return words.echo(told, (day - self.today).days) if day is not None else told
