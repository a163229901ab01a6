"""The story of the made-up case while it is told: whose words come when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from companion.domain.case import CopiedText
    from companion.domain.comparison import Aspect
    from companion.services.case.session import CaseSession
    from companion.words.example_opinions import SaidOn


@dataclass(slots=True)
class StoryClock:
    """A clock that the teller puts forward."""

    at: datetime

    def __call__(self) -> datetime:
        """Return the time it shows."""
        return self.at


@dataclass(frozen=True, slots=True)
class StoryDays:
    """The days of the story, in local time."""

    opinion: datetime
    """When the present doctor gave an opinion."""
    visit: datetime
    """When the other doctor was seen."""
    call: datetime
    """When the present doctor is to be called."""


@dataclass(frozen=True, slots=True)
class Story:
    """A case that is filled as its people would, through the services their keys reach."""

    session: CaseSession
    clock: StoryClock
    days: StoryDays

    def day(self, days: int | None) -> str:
        """Return the day so many days after the visit, as it can be typed; blank for None."""
        if days is None:
            return ""
        return (self.days.visit + timedelta(days=days)).date().isoformat()

    def person_id(self, name: str) -> str | None:
        """Return the id of a person of the case by first name."""
        return next((one.id for one in self.session.file.people if one.name == name), None)

    def guidance(self, source: str) -> CopiedText | None:
        """Return the case's copy of a piece of guidance; None where its pack is not there."""
        return next((text for text in self.session.file.texts if text.source == source), None)

    def aspect(self, said: SaidOn) -> Aspect | None:
        """Return a row of the comparison."""
        rows = self.session.file.aspects
        return next(
            (row for row in rows if said.source == row.source or said.name == row.text), None
        )

    def record_ids(self, *texts: str) -> tuple[str, ...]:
        """Return the ids of some records."""
        return tuple(record.id for record in self.session.file.records if record.text in texts)
