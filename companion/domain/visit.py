"""One appointment or call with one clinician, and everything noted in it."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import ClassVar

from companion.domain.comparison import Addition, Cell, Opinion, Rating
from companion.domain.entity import Entity
from companion.domain.field_types import Minutes, NoteId, PersonId, When
from companion.domain.moments import kept_time, midnight
from companion.domain.note import ComposerLine, Note
from companion.domain.people import Person
from companion.domain.question import ListedQuestion, Question
from companion.domain.value import Value


class VisitAbout(Entity, kw_only=True):
    """When, where, with whom and how a visit is."""

    clinician_id: PersonId | None = None
    at: When = ""
    """Planned for: ISO 8601 with offset, or a date alone for a whole day."""
    zone: str | None = None
    """IANA name of the time zone it was planned in."""
    minutes: Minutes | None = None
    place: str = ""
    phone: bool = False
    """A call, not a meeting."""
    uid: str | None = None
    """UID and RECURRENCE-ID of the calendar entry it was imported from."""
    description: str = ""
    """The text of the invitation: who will call, what to bring, not to eat."""
    organizer: str = ""
    """The sender of the invitation: name and address."""
    url: str = ""
    """The address of a page or a video call."""
    goal: str = ""
    """One sentence: what this visit is for."""
    say_first: str = ""
    """Words to begin a call with."""
    started_at: datetime | None = None
    """When the clock started: the first note, or *the doctor is here*."""
    ended_at: datetime | None = None
    """When the visit was ended by hand."""
    handed_over_at: datetime | None = None
    """When the page was handed to the doctor."""
    cancelled_at: datetime | None = None
    clock: str = "shown"
    """shown, last_five or off."""
    added_minutes: Minutes = 0
    """Minutes added by *more time*."""
    news_at: datetime | None = None
    """When *unexpected news* was switched on; None while it is off."""


class BeforeYouLeave(Entity, kw_only=True):
    """The five answers of the door card."""

    call: str = ""
    """Whom do we call, and for what?"""
    plan: str = ""
    """What is the plan now?"""
    who: str = ""
    """Who does what?"""
    results: str = ""
    """When are the results, and who tells us?"""
    report: str = ""
    """Can we have a copy of the report?"""


class Debrief(Entity, kw_only=True):
    """One answer written while the visit was fresh."""

    prompt: str = ""
    text: str = ""
    at: datetime | None = None
    by_id: PersonId | None = None


class SaidText(Entity, kw_only=True):
    """One part of *what was said*, as it was rewritten by hand."""

    TEXT_FIELDS: ClassVar[frozenset[str]] = frozenset({"text"})

    part: str = ""
    """what, advised, why, next, who, call, open or also."""
    text: str = ""
    """Its lines; empty once it is told from the notes again."""
    note_ids: tuple[NoteId, ...] = ()
    """The notes it was told from then."""
    at: datetime | None = None
    by_id: PersonId | None = None


class VisitFile(Value, kw_only=True):
    """All that one visit's file holds. Every field but `id` is a table of entities."""

    id: str
    about: tuple[VisitAbout, ...]
    """Exactly one."""
    people: tuple[Person, ...] = ()
    """People who first came up here."""
    listed: tuple[ListedQuestion, ...] = ()
    questions: tuple[Question, ...] = ()
    """Questions that first came up here."""
    notes: tuple[Note, ...] = ()
    """In the order entered."""
    before_you_leave: tuple[BeforeYouLeave, ...] = ()
    """The door card, at most one."""
    debrief: tuple[Debrief, ...] = ()
    """Answers in the order written."""
    said: tuple[SaidText, ...] = ()
    """Parts of *what was said* that were rewritten, at most one each."""
    composer: tuple[ComposerLine, ...] = ()
    """The unfinished line, at most one."""
    opinions: tuple[Opinion, ...] = ()
    """The opinion given in this visit, at most one."""
    cells: tuple[Cell, ...] = ()
    """The words of the opinion, by aspect."""
    ratings: tuple[Rating, ...] = ()
    additions: tuple[Addition, ...] = ()

    @property
    def head(self) -> VisitAbout:
        """When, where, with whom."""
        return self.about[0]

    @property
    def live_notes(self) -> tuple[Note, ...]:
        """The notes that are not deleted, in the order entered."""
        return tuple(note for note in self.notes if not note.deleted)

    @property
    def line(self) -> ComposerLine | None:
        """The unfinished line, if there ever was one."""
        return self.composer[0] if self.composer else None


def was_over(about: VisitAbout) -> bool:
    """Return whether a visit was over before anything was noted: it is written from memory."""
    ended, started = about.ended_at, about.started_at
    return ended is not None and (started is None or ended < started)


def ended_before(at: datetime) -> datetime:
    """Return the end of a visit of which nothing was written before that time."""
    return at - timedelta(milliseconds=1)


def planned_for(about: VisitAbout) -> datetime | None:
    """Return the planned time, aware; midnight local for a whole day; None when not planned."""
    if not about.at:
        return None
    if "T" not in about.at:
        return midnight(date.fromisoformat(about.at))
    return kept_time(about.at)
