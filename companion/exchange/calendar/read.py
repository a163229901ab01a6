"""Reads the appointments of a calendar file.

Every event of the file becomes a visit, or is left out with a sentence that names it. Of several
versions of one event the newest counts; of a series, the next time that has not passed.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from companion.exchange.calendar.event import (
    CalendarEvent,
    basic_form,
    description_of,
    is_called_off,
    length_of,
    link_of,
    minutes_of,
    organizer_of,
    parameter_of,
    said_twice,
    says_a_call,
    time_of,
    version_of,
    why_no_length,
)
from companion.exchange.calendar.lines import read_lines
from companion.exchange.calendar.series import Effort, series_of
from companion.exchange.calendar.values import OUR_UIDS, STEP_UID
from companion.exchange.calendar.zones import Floating, Zones, setting_of
from companion.exchange.errors import ImportRefusedError
from companion.exchange.papers.paper_context import planned_in_words
from companion.words import exchange as words
from companion.words.days import hour

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import tzinfo

    from companion.exchange.calendar.lines import CalendarLines, Component, PropertyLine
    from companion.exchange.calendar.series import Series
    from companion.exchange.calendar.zones import Setting

MOST_BYTES = 16 * 1024 * 1024
"""Largest calendar file read."""
_NO_VISITS = {
    "VTODO": words.A_TO_DO,
    "VJOURNAL": words.A_JOURNAL,
    "VFREEBUSY": words.FREE_BUSY,
    "VAVAILABILITY": words.FREE_BUSY,
}


@dataclass(frozen=True, slots=True)
class CalendarEntry:
    """An appointment of a calendar file, ready to become a visit."""

    name: str
    """SUMMARY, unchanged: the clinician."""
    place: str
    """LOCATION."""
    uid: str
    """UID and RECURRENCE-ID."""
    at: str
    """ISO 8601 with offset, or a day alone."""
    zone: str | None
    """IANA name of its time zone, where known."""
    minutes: int | None
    phone: bool = False
    """Whether place or summary say that it is a call."""
    description: str = ""
    """DESCRIPTION, and other text for people."""
    organizer: str = ""
    """ORGANIZER: name and address."""
    url: str = ""
    """URL, else the link of a video call."""
    series: str = ""
    """UID alone, where it is one time of a series."""
    slot: str = ""
    """Its time in the series, as `at`; empty where it is not in one."""


@dataclass(frozen=True, slots=True)
class CalendarRead:
    """The appointments of a calendar file, and remarks on what was left out."""

    appointments: tuple[CalendarEntry, ...]
    """Those that take place, in the order of the file."""
    called_off: tuple[CalendarEntry, ...] = ()
    """Those that are called off; without `at` where the file does not say when they were."""
    taken_out: tuple[CalendarEntry, ...] = ()
    """Single times that a series leaves out, planned or not."""
    left_out: int = 0
    """Entries that are not visits; `remarks` names each."""
    remarks: tuple[str, ...] = ()
    """Remarks on entries left out, skipped or interpreted, one sentence each."""


class _CalendarReader:
    """Reads one calendar file: chooses versions and times, and collects remarks."""

    def __init__(self, lines: CalendarLines, local: tzinfo | None, now: datetime | None) -> None:
        self._lines = lines
        self._local = local
        self._now = now
        self._zones = Zones(lines)
        self._effort = Effort()
        self._entries: list[CalendarEvent] = []
        self.found: list[CalendarEntry] = []
        self.off: list[CalendarEntry] = []
        self.taken_out: list[CalendarEntry] = []
        self.left_out: list[tuple[str, str]] = []
        self._remarks: list[str] = []
        self._floating: dict[str, int] = {}

    # Events as they stand

    def take_all(self) -> None:
        """Read every event, or remember why it is left out."""
        for calendar in self._lines.calendars:
            floating = Floating(calendar, self._local)
            for event in calendar.walk("VEVENT"):
                self._entries.append(self._entry(event, calendar, floating))
            for part in calendar.walk(*_NO_VISITS):
                self.left_out.append((part.text("SUMMARY"), _NO_VISITS[part.name]))
        by_uid: dict[str, list[CalendarEvent]] = {}
        for entry in self._entries:
            by_uid.setdefault(entry.uid, []).append(entry)
        for entries in by_uid.values():
            self._take(entries)

    def _entry(self, event: Component, calendar: Component, floating: Floating) -> CalendarEvent:
        name = event.text("SUMMARY")
        line = event.first("DTSTART")
        start = time_of(line)
        uid = event.text("UID").strip()
        why = ""
        setting = None
        if line is None:
            why = words.NO_START
        elif start is None:
            why = words.BAD_START
        else:
            setting = setting_of(line, start, self._zones, floating)
            if setting is None:
                why = words.no_zone(parameter_of(line, "TZID"))
        if uid.startswith(STEP_UID) and uid.endswith(OUR_UIDS):
            why = words.OUR_STEP
        wall = setting.wall(start) if setting is not None and start is not None else None
        if not uid:
            at = setting.kept(wall)[0] if setting is not None and wall is not None else ""
            uid = hashlib.sha256(f"{at}\n{name}".encode()).hexdigest()
        off = is_called_off(event, calendar, name)
        slot = self._slot(event.first("RECURRENCE-ID"))
        return CalendarEvent(event, name, uid, version_of(event), off, wall, setting, slot, why)

    def _slot(self, line: PropertyLine | None) -> date | datetime | None:
        slot = time_of(line)
        if isinstance(slot, datetime) and slot.tzinfo is None:
            zone = self._zones.find(parameter_of(line, "TZID").strip())
            return slot.replace(tzinfo=zone)
        return slot

    # Versions

    def _take(self, entries: list[CalendarEvent]) -> None:
        """Take in the events that share a UID."""
        by_slot: dict[object, list[CalendarEvent]] = {}
        for entry in entries:
            by_slot.setdefault(entry.slot_key, []).append(entry)
        newest = {slot: self._newest(versions) for slot, versions in by_slot.items()}
        whole = newest.pop(None, [])
        others = [entry for found in newest.values() for entry in found]
        ended = max((entry.version for entry in whole if entry.off), default=None)
        if ended is not None and not any(not entry.off for entry in whole):
            others = [replace(each, off=each.off or each.version <= ended) for each in others]
        taken = [self._take_whole(entry, others) for entry in whole]
        for entry in others:
            if not any(entry is each for each in taken):
                self._keep(entry)

    def _newest(self, versions: list[CalendarEvent]) -> list[CalendarEvent]:
        """Return the newest versions of one event; more than one only where none is newer."""
        most = max(entry.version for entry in versions)
        ties = [entry for entry in versions if entry.version == most]
        off = {entry.start_key: entry for entry in ties if entry.off}
        on = {
            entry.start_key: entry
            for entry in ties
            if not entry.off and "" not in off and entry.start_key not in off
        }
        kept = [*on.values(), *off.values()]
        for entry in versions:
            if not any(entry is each for each in kept):
                again = any(entry.has_lines_of(each) for each in kept)
                why = words.TWICE if again else words.OLDER_VERSION
                self.left_out.append((entry.name, why))
        return kept

    # Series

    def _take_whole(
        self, entry: CalendarEvent, others: list[CalendarEvent]
    ) -> CalendarEvent | None:
        """Take in what has no RECURRENCE-ID.

        Returns:
            The one of `others` that is its next time, where there is one; it was taken too.
        """
        wall, setting = entry.wall, entry.setting
        series = None
        if wall is not None and setting is not None and not (entry.off or entry.why_not):
            series = series_of(entry.component, wall, setting)
        if series is None or wall is None or setting is None:
            self._keep(entry)
            return None
        moved = {each.wall_slot(setting): each for each in others}
        minutes = minutes_of(entry.component, wall, setting, self._zones)
        lasts = timedelta(days=1) if setting.whole else timedelta(minutes=minutes or 0)
        found = self._next(series, moved, lasts, setting)
        if found is None:
            self.off.append(self._appointment(entry, wall, series=False, minutes=minutes))
            return None
        self._take_out(entry, series, setting)
        at, ahead = found
        other = moved.get(at) or moved.get(at.date())
        if series.unread:
            self._say(entry.name, words.RULE_UNREAD)
        elif not ahead:
            self._say(entry.name, words.ALL_PASSED)
        else:
            first = at == wall and other is None
            when = _told_entry(other) if other is not None else _told(at, setting)
            self._say(entry.name, words.FIRST_ONLY if first else words.next_only(when))
        if other is not None:
            # The event for this one time counts for it; the series is in it.
            self.left_out.append((entry.name, words.NEXT_IS_MOVED))
            self._keep(other)
            return other
        self._add(entry, at, series=True, minutes=minutes)
        if at == wall:
            # As an event that happens once: it may have become a series later.
            self.found[-1] = replace(self.found[-1], uid=entry.uid)
        return None

    def _take_out(self, entry: CalendarEvent, series: Series, setting: Setting) -> None:
        """Take in the times that a series leaves out: one of them may be planned."""
        start = series.start.time()
        out = series.out | {datetime.combine(day, start) for day in series.days_out}
        if out:
            like = self._appointment(entry, series.start, series=True)
            for at in sorted(out):
                uid, slot = self._uid_and_slot(entry, at)
                when = setting.kept(at)[0]
                self.taken_out.append(replace(like, uid=uid, slot=slot, at=when))

    def _next(
        self,
        series: Series,
        moved: Mapping[date, CalendarEvent],
        lasts: timedelta,
        setting: Setting,
    ) -> tuple[datetime, bool] | None:
        """Return the next time of a series that has not passed, else the first.

        Returns:
            The time, and whether it lies ahead; None where it never takes place.
        """
        first: datetime | None = None
        now = setting.wall(self._now) if self._now is not None else None
        for at in series.times(now, self._effort):
            other = moved.get(at) or moved.get(at.date())
            if other is not None and (other.off or other.wall is None or other.setting is None):
                continue
            if self._is_ahead(other, at, lasts, setting):
                return at, True
            first = at if first is None else first
        return (first, False) if first is not None else None

    def _is_ahead(
        self, other: CalendarEvent | None, at: datetime, lasts: timedelta, setting: Setting
    ) -> bool:
        """Whether a time of a series has not passed."""
        if self._now is None:
            return True
        if other is not None and other.wall is not None and other.setting is not None:
            at, setting = other.wall, other.setting
        return setting.instant(at + lasts) > self._now

    # What is kept

    def _keep(self, entry: CalendarEvent) -> None:
        """Take in an event that happens once, or remember why it is left out."""
        if entry.off and entry.why_not != words.OUR_STEP:
            self.off.append(self._appointment(entry, entry.wall, series=entry.slot is not None))
        elif entry.why_not or entry.wall is None or entry.setting is None:
            self.left_out.append((entry.name, entry.why_not or words.BAD_START))
        else:
            self._add(entry, entry.wall, series=entry.slot is not None)

    def _add(
        self, entry: CalendarEvent, wall: datetime, *, series: bool, minutes: int | None = None
    ) -> None:
        found = self._appointment(entry, wall, series=series, minutes=minutes)
        self.found.append(found)
        setting = entry.setting
        if setting is None:
            return
        if setting.skipped(wall):
            there = setting.wall(setting.instant(wall))
            self._say(entry.name, words.skipped_hour(hour(wall), hour(there)))
        lasts = length_of(entry.component, entry.wall or wall, setting, self._zones)
        for why in (why_no_length(lasts, setting), *said_twice(entry.component)):
            if why:
                self._say(entry.name, why)
        if setting.floating:
            name = found.zone or ""
            self._floating[name] = self._floating.get(name, 0) + 1

    def _appointment(
        self,
        entry: CalendarEvent,
        wall: datetime | None,
        *,
        series: bool,
        minutes: int | None = None,
    ) -> CalendarEntry:
        event, setting = entry.component, entry.setting
        at, zone, slot = "", None, ""
        uid = entry.uid
        if wall is not None and setting is not None:
            at, zone = setting.kept(wall)
            minutes = minutes or minutes_of(event, wall, setting, self._zones)
        if series:
            uid, slot = self._uid_and_slot(entry, wall)
        place = event.text("LOCATION")
        return CalendarEntry(
            entry.name,
            place,
            uid,
            at,
            zone,
            minutes,
            phone=says_a_call(place) or says_a_call(entry.name),
            description=description_of(event),
            organizer=organizer_of(event),
            url=link_of(event),
            series=entry.uid if series else "",
            slot=slot,
        )

    def _uid_and_slot(self, entry: CalendarEvent, wall: datetime | None) -> tuple[str, str]:
        """Return the UID of one time of a series, and its time in the series."""
        line = entry.component.first("RECURRENCE-ID")
        setting = entry.setting
        if line is not None and entry.slot is not None:
            slot = entry.slot.isoformat()
            if setting is not None and isinstance(entry.slot, datetime):
                slot = setting.instant(setting.wall(entry.slot)).isoformat()
            return entry.uid + basic_form(time_of(line) or entry.slot), slot
        if wall is None or setting is None:
            return entry.uid, ""
        at = wall.date() if setting.whole else setting.instant(wall)
        written = at if setting.whole or setting.zone is UTC else wall
        return entry.uid + basic_form(written), at.isoformat()

    def _say(self, name: str, what: str) -> None:
        self._remarks.append(words.appointment(name, what))

    # Results

    def read(self) -> CalendarRead:
        """Return the appointments and the remarks."""
        remarks = [words.appointment(name, why) for name, why in self.left_out]
        remarks += self._remarks
        for zone, count in self._floating.items():
            remarks.append(words.floating(count, zone))
        if self._lines.skipped:
            remarks.append(words.lines_skipped(self._lines.skipped))
        if self._lines.cut_off:
            remarks.append(words.CUT_OFF)
        return CalendarRead(
            tuple(self.found),
            tuple(self.off),
            tuple(self.taken_out),
            len(self.left_out),
            tuple(remarks),
        )

    def refusal(self) -> str:
        """Return one sentence that says why there is nothing to import."""
        whys = {why for _, why in self.left_out}
        if whys <= {words.OUR_STEP}:
            return words.NO_APPOINTMENT if self._lines.calendars else words.BROKEN_CALENDAR
        again = {words.TWICE, words.OLDER_VERSION}
        first = next((one for one in self.left_out if one[1] not in again), self.left_out[0])
        return words.none_taken(*first, len(self.left_out) - 1)


def _told(wall: datetime, setting: Setting) -> str:
    """Return a time of a series in words."""
    return planned_in_words(*setting.kept(wall))


def _told_entry(entry: CalendarEvent) -> str:
    """Return the time of an event in words; empty where it has none."""
    return _told(entry.wall, entry.setting) if entry.wall and entry.setting else ""


def read_calendar(
    data: bytes, local: tzinfo | None = None, now: datetime | None = None
) -> CalendarRead:
    """Read the appointments of a calendar file.

    Args:
        data: The file.
        local: The zone of times that name none; None for the laptop's own.
        now: The time, for what repeats; None takes its first time.

    Raises:
        ImportRefusedError: It is too large, or holds nothing that is or was a visit.
    """
    if len(data) > MOST_BYTES:
        raise ImportRefusedError(words.too_large(MOST_BYTES // (1024 * 1024), "MB"))
    reader = _CalendarReader(read_lines(data), local, now)
    reader.take_all()
    if reader.found or reader.off:
        return reader.read()
    raise ImportRefusedError(reader.refusal())
