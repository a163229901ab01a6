"""Appointments from a calendar file.

Every entry of the file becomes a visit, or is left out with a sentence that names it. Of several
versions of one entry the newest counts; of one that repeats, the next time that has not passed.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from companion.exchange.calendar.lines import read_lines
from companion.exchange.calendar.rules import Effort
from companion.exchange.calendar.series import series_of
from companion.exchange.calendar.times import Floating, setting_of
from companion.exchange.calendar.values import read_length, read_number, read_time
from companion.exchange.calendar.words import (
    is_html,
    means_called_off,
    says_a_call,
    says_called_off,
    words_of_html,
)
from companion.exchange.calendar.zones import Zones
from companion.exchange.errors import ImportRefusedError
from companion.exchange.papers.paper_context import planned_in_words
from companion.words import exchange as words
from companion.words.days import hour

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import tzinfo

    from companion.exchange.calendar.lines import CalendarLines, Component, PropertyLine
    from companion.exchange.calendar.series import Series
    from companion.exchange.calendar.times import Setting

MOST_BYTES = 16 * 1024 * 1024
"""Largest calendar file read."""
MOST_MINUTES = 7 * 24 * 60
"""A longer appointment has no length worth a clock."""
MOST_DETAILS = 100_000
"""Characters of a description that are kept."""
STEP_UID = "step-"
"""How the UIDs of exported steps begin."""
OUR_UIDS = "@companion.invalid"
"""How the UIDs of exported visits and steps end; `.invalid` names no computer."""
_NO_VISITS = {
    "VTODO": words.A_TO_DO,
    "VJOURNAL": words.A_JOURNAL,
    "VFREEBUSY": words.FREE_BUSY,
    "VAVAILABILITY": words.FREE_BUSY,
}
_LINKS = (
    "URL",
    "CONFERENCE",
    "X-GOOGLE-CONFERENCE",
    "X-MICROSOFT-SKYPETEAMSMEETINGURL",
    "X-MICROSOFT-ONLINEMEETINGCONFLINK",
    "X-MICROSOFT-ONLINEMEETINGEXTERNALLINK",
    "X-ZOOM-MEETING-URL",
)
_MEANT_FOR_PEOPLE = ("COMMENT", "CONTACT")
"""What else an entry says to people: who will call is often a contact."""
_LONG_AGO = datetime(1, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class CalendarEntry:
    """One entry of a calendar."""

    name: str
    """SUMMARY, verbatim: with whom."""
    place: str
    """LOCATION."""
    uid: str
    """UID and RECURRENCE-ID."""
    at: str
    """ISO 8601 with offset, or a day alone."""
    zone: str | None
    """IANA name of its time zone, where known."""
    minutes: int | None
    """How long."""
    phone: bool = False
    """Whether place or summary say that it is a call."""
    description: str = ""
    """DESCRIPTION, and what else is said to people."""
    organizer: str = ""
    """ORGANIZER: name and address."""
    url: str = ""
    """URL, else the link of a video call."""
    series: str = ""
    """UID alone, where it is one time of several."""
    slot: str = ""
    """The time it has in its series, as `at`; empty where it is the only one."""


@dataclass(frozen=True, slots=True)
class CalendarRead:
    """What a calendar file holds."""

    appointments: tuple[CalendarEntry, ...]
    """What takes place, in the order of the file."""
    called_off: tuple[CalendarEntry, ...] = ()
    """What is called off, as far as it is known; without `at` where the file does not say."""
    taken_out: tuple[CalendarEntry, ...] = ()
    """Single times that a series leaves out, whether they were planned or not."""
    left_out: int = 0
    """Entries that are no visit; `remarks` names each."""
    remarks: tuple[str, ...] = ()
    """What was left out, skipped or understood in some way, one sentence each."""

    @property
    def entries(self) -> int:
        """How many entries the file holds."""
        return len(self.appointments) + len(self.called_off) + self.left_out


@dataclass(frozen=True, slots=True)
class _Entry:
    """One VEVENT, as it stands."""

    event: Component
    """Its lines."""
    name: str
    """SUMMARY."""
    uid: str
    """UID, or what stands for it."""
    version: tuple[int, datetime, datetime]
    """The greater, the newer."""
    off: bool
    """Whether it is called off."""
    wall: datetime | None = None
    """Its start by the clocks of its zone."""
    setting: Setting | None = None
    """The zone of its start."""
    slot: date | datetime | None = None
    """RECURRENCE-ID, in its own zone where it names one."""
    why_not: str = ""
    """Why it can be no visit, if it cannot."""


def _parameter_text(line: PropertyLine | None, name: str) -> str:
    return line.parameters.get(name, "") if line is not None else ""


def _time_of(line: PropertyLine | None) -> date | datetime | None:
    """The day or time of a property."""
    if line is None:
        return None
    at = read_time(line.value)
    whole = line.parameters.get("VALUE", "").upper() == "DATE"
    return at.date() if whole and isinstance(at, datetime) else at


def _version(event: Component) -> tuple[int, datetime, datetime]:
    """SEQUENCE, then LAST-MODIFIED or DTSTAMP."""
    stamped = _instant(event.first("DTSTAMP"))
    changed = _instant(event.first("LAST-MODIFIED"))
    sequence = event.first("SEQUENCE")
    number = read_number(sequence.value) if sequence is not None else 0
    return number, max(changed, stamped), stamped


def _instant(line: PropertyLine | None) -> datetime:
    at = read_time(line.value) if line is not None else None
    if not isinstance(at, datetime):
        return _LONG_AGO
    return at if at.tzinfo is not None else at.replace(tzinfo=UTC)


def _is_off(event: Component, calendar: Component, name: str) -> bool:
    methods = (*calendar.every("METHOD"), *event.every("METHOD"))
    return (
        any(line.value.strip().upper().startswith("CANCEL") for line in methods)
        or any(means_called_off(line.text.strip()) for line in event.every("STATUS"))
        or says_called_off(name.strip())
    )


def _minutes(event: Component, wall: datetime, setting: Setting, zones: Zones) -> int | None:
    lasts = None if setting.whole else _lasts(event, wall, setting, zones)
    if lasts is None:
        return None
    minutes = lasts // timedelta(minutes=1)
    return minutes if 0 < minutes <= MOST_MINUTES else None


def _lasts(event: Component, wall: datetime, setting: Setting, zones: Zones) -> timedelta | None:
    """How long an entry says that it lasts, whether that can be or not."""
    line = event.first("DTEND")
    end, length = _time_of(line), event.first("DURATION")
    lasts = read_length(length.value) if length is not None else None
    if isinstance(end, datetime) and line is not None:
        zone = zones.find(line.parameters["TZID"]) if line.parameters.get("TZID") else None
        if end.tzinfo is None and zone is not None:
            end = end.replace(tzinfo=zone)
        if end.tzinfo is None:
            lasts = end - wall
        else:
            lasts = end.astimezone(UTC) - setting.instant(wall).astimezone(UTC)
    elif end is not None and setting.whole:
        lasts = setting.wall(end) - wall
    return lasts


def _no_length(lasts: timedelta | None, setting: Setting) -> str:
    """Why a length was not taken; empty where it was, or none is named."""
    if lasts is None:
        return ""
    if lasts < timedelta():
        return words.ENDS_BEFORE
    if setting.whole:
        return words.several_days(lasts.days) if lasts.days > 1 else ""
    return words.TOO_LONG if lasts > timedelta(minutes=MOST_MINUTES) else ""


def _said_twice(event: Component) -> Iterator[str]:
    """What an entry says in two ways, of which one was taken."""
    for name in words.SAID_ONCE:
        taken = event.text(name)
        for line in event.every(name):
            if line.text.strip() not in ("", taken.strip()):
                yield words.said_twice(name, taken, line.text)


def _description(event: Component) -> str:
    """What an entry says to people, as plain words."""
    text = event.text("DESCRIPTION", "STYLED-DESCRIPTION") or event.text("X-ALT-DESC")
    if is_html(text):
        text = words_of_html(text)
    parts = [text]
    for line in event.every(*_MEANT_FOR_PEOPLE):
        said = words_of_html(line.text) if is_html(line.text) else line.text
        if said.strip() and said.strip() not in text:
            parts.append(words.contact(said) if line.name == "CONTACT" else said)
    whole = "\n".join(part for part in parts if part.strip())
    return whole if len(whole) <= MOST_DETAILS else f"{whole[:MOST_DETAILS]}…"


def _organizer(event: Component) -> str:
    line = event.first("ORGANIZER")
    name = _parameter_text(line, "CN").strip()
    address = line.value.strip() if line is not None else ""
    if address.lower().startswith("mailto:"):
        address = address[len("mailto:") :]
    if "@" not in address or address == name or address.endswith(OUR_UIDS):
        address = ""
    return f"{name} ({address})" if name and address else name or address


def _link(event: Component) -> str:
    return next((found for name in _LINKS if (found := event.text(name).strip())), "")


class _CalendarReader:
    """One reading of a calendar."""

    def __init__(self, lines: CalendarLines, local: tzinfo | None, now: datetime | None) -> None:
        self._lines = lines
        self._local = local
        self._now = now
        self._zones = Zones(lines)
        self._effort = Effort()
        self._entries: list[_Entry] = []
        self.found: list[CalendarEntry] = []
        self.off: list[CalendarEntry] = []
        self.taken_out: list[CalendarEntry] = []
        self.left_out: list[tuple[str, str]] = []
        self._remarks: list[str] = []
        self._floating: dict[str, int] = {}

    # Entries as they stand

    def take_all(self) -> None:
        """Take in every entry, or say why not."""
        for calendar in self._lines.calendars:
            floating = Floating(calendar, self._local)
            for event in calendar.walk("VEVENT"):
                self._entries.append(self._entry(event, calendar, floating))
            for part in calendar.walk(*_NO_VISITS):
                self.left_out.append((part.text("SUMMARY"), _NO_VISITS[part.name]))
        by_uid: dict[str, list[_Entry]] = {}
        for entry in self._entries:
            by_uid.setdefault(entry.uid, []).append(entry)
        for entries in by_uid.values():
            self._take(entries)

    def _entry(self, event: Component, calendar: Component, floating: Floating) -> _Entry:
        name = event.text("SUMMARY")
        line = event.first("DTSTART")
        start = _time_of(line)
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
                why = words.no_zone(_parameter_text(line, "TZID"))
        if uid.startswith(STEP_UID) and uid.endswith(OUR_UIDS):
            why = words.OUR_STEP
        wall = setting.wall(start) if setting is not None and start is not None else None
        if not uid:
            at = setting.kept(wall)[0] if setting is not None and wall is not None else ""
            uid = hashlib.sha256(f"{at}\n{name}".encode()).hexdigest()
        off = _is_off(event, calendar, name)
        slot = self._slot(event.first("RECURRENCE-ID"))
        return _Entry(event, name, uid, _version(event), off, wall, setting, slot, why)

    def _slot(self, line: PropertyLine | None) -> date | datetime | None:
        slot = _time_of(line)
        if isinstance(slot, datetime) and slot.tzinfo is None:
            zone = self._zones.find(_parameter_text(line, "TZID").strip())
            return slot.replace(tzinfo=zone)
        return slot

    # Versions

    def _take(self, entries: list[_Entry]) -> None:
        """Take in the entries that share a UID."""
        by_slot: dict[object, list[_Entry]] = {}
        for entry in entries:
            by_slot.setdefault(_slot_key(entry), []).append(entry)
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

    def _newest(self, versions: list[_Entry]) -> list[_Entry]:
        """The newest versions of one entry; more than one only where none is the newer."""
        most = max(entry.version for entry in versions)
        ties = [entry for entry in versions if entry.version == most]
        off = {_start_key(entry): entry for entry in ties if entry.off}
        on = {
            _start_key(entry): entry
            for entry in ties
            if not entry.off and "" not in off and _start_key(entry) not in off
        }
        kept = [*on.values(), *off.values()]
        for entry in versions:
            if not any(entry is each for each in kept):
                again = any(_same_lines(entry, each) for each in kept)
                why = words.TWICE if again else words.OLDER_VERSION
                self.left_out.append((entry.name, why))
        return kept

    # Series

    def _take_whole(self, entry: _Entry, others: list[_Entry]) -> _Entry | None:
        """Take in what has no RECURRENCE-ID.

        Returns:
            The one of the others that is its next time, where there is one; it was taken too.
        """
        wall, setting = entry.wall, entry.setting
        series = None
        if wall is not None and setting is not None and not (entry.off or entry.why_not):
            series = series_of(entry.event, wall, setting)
        if series is None or wall is None or setting is None:
            self._keep(entry)
            return None
        moved = {_wall_slot(each, setting): each for each in others}
        minutes = _minutes(entry.event, wall, setting, self._zones)
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
            # What is written for this one time counts for it; the series is in it.
            self.left_out.append((entry.name, words.NEXT_IS_MOVED))
            self._keep(other)
            return other
        self._add(entry, at, series=True, minutes=minutes)
        if at == wall:
            # As an entry that happens once: it may have become a series later.
            self.found[-1] = replace(self.found[-1], uid=entry.uid)
        return None

    def _take_out(self, entry: _Entry, series: Series, setting: Setting) -> None:
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
        moved: Mapping[date, _Entry],
        lasts: timedelta,
        setting: Setting,
    ) -> tuple[datetime, bool] | None:
        """The next time of a series that has not passed, else the first, and which of them it is.

        Returns:
            None where it never takes place.
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
        self, other: _Entry | None, at: datetime, lasts: timedelta, setting: Setting
    ) -> bool:
        """Whether a time of a series has not passed."""
        if self._now is None:
            return True
        if other is not None and other.wall is not None and other.setting is not None:
            at, setting = other.wall, other.setting
        return setting.instant(at + lasts) > self._now

    # What is kept

    def _keep(self, entry: _Entry) -> None:
        """Take in an entry that happens once, or say why not."""
        if entry.off and entry.why_not != words.OUR_STEP:
            self.off.append(self._appointment(entry, entry.wall, series=entry.slot is not None))
        elif entry.why_not or entry.wall is None or entry.setting is None:
            self.left_out.append((entry.name, entry.why_not or words.BAD_START))
        else:
            self._add(entry, entry.wall, series=entry.slot is not None)

    def _add(
        self, entry: _Entry, wall: datetime, *, series: bool, minutes: int | None = None
    ) -> None:
        found = self._appointment(entry, wall, series=series, minutes=minutes)
        self.found.append(found)
        setting = entry.setting
        if setting is None:
            return
        if setting.skipped(wall):
            there = setting.wall(setting.instant(wall))
            self._say(entry.name, words.skipped_hour(hour(wall), hour(there)))
        lasts = _lasts(entry.event, entry.wall or wall, setting, self._zones)
        for why in (_no_length(lasts, setting), *_said_twice(entry.event)):
            if why:
                self._say(entry.name, why)
        if setting.floating:
            name = found.zone or ""
            self._floating[name] = self._floating.get(name, 0) + 1

    def _appointment(
        self, entry: _Entry, wall: datetime | None, *, series: bool, minutes: int | None = None
    ) -> CalendarEntry:
        event, setting = entry.event, entry.setting
        at, zone, slot = "", None, ""
        uid = entry.uid
        if wall is not None and setting is not None:
            at, zone = setting.kept(wall)
            minutes = minutes or _minutes(event, wall, setting, self._zones)
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
            description=_description(event),
            organizer=_organizer(event),
            url=_link(event),
            series=entry.uid if series else "",
            slot=slot,
        )

    def _uid_and_slot(self, entry: _Entry, wall: datetime | None) -> tuple[str, str]:
        """The UID of one time of a series, and when in the series that is."""
        line = entry.event.first("RECURRENCE-ID")
        setting = entry.setting
        if line is not None and entry.slot is not None:
            slot = entry.slot.isoformat()
            if setting is not None and isinstance(entry.slot, datetime):
                slot = setting.instant(setting.wall(entry.slot)).isoformat()
            return entry.uid + _basic(_time_of(line) or entry.slot), slot
        if wall is None or setting is None:
            return entry.uid, ""
        at = wall.date() if setting.whole else setting.instant(wall)
        written = at if setting.whole or setting.zone is UTC else wall
        return entry.uid + _basic(written), at.isoformat()

    def _say(self, name: str, what: str) -> None:
        self._remarks.append(words.appointment(name, what))

    # What is to be said

    def read(self) -> CalendarRead:
        """What was taken in, and what is to be said."""
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
        """One sentence that says why there is nothing to import."""
        whys = {why for _, why in self.left_out}
        if whys <= {words.OUR_STEP}:
            return words.NO_APPOINTMENT if self._lines.calendars else words.BROKEN_CALENDAR
        again = {words.TWICE, words.OLDER_VERSION}
        first = next((one for one in self.left_out if one[1] not in again), self.left_out[0])
        return words.none_taken(*first, len(self.left_out) - 1)


def _basic(at: date | datetime) -> str:
    """A day or time as calendars write it: `20261203T140000Z`."""
    if not isinstance(at, datetime):
        return f"{at:%Y%m%d}"
    if at.tzinfo is None:
        return f"{at:%Y%m%dT%H%M%S}"
    return f"{at.astimezone(UTC):%Y%m%dT%H%M%S}Z"


def _told(wall: datetime, setting: Setting) -> str:
    """A time of a series in words."""
    return planned_in_words(*setting.kept(wall))


def _told_entry(entry: _Entry) -> str:
    """The time of an entry in words; empty where it has none."""
    return _told(entry.wall, entry.setting) if entry.wall and entry.setting else ""


def _slot_key(entry: _Entry) -> object:
    """What tells the times of one series apart."""
    if entry.slot is None:
        return None
    if entry.setting is not None and isinstance(entry.slot, datetime) and not entry.setting.whole:
        return entry.setting.instant(entry.setting.wall(entry.slot)).astimezone(UTC)
    return _basic(entry.slot)


def _wall_slot(entry: _Entry, setting: Setting) -> date | datetime:
    """The time of a series that an entry stands for, by the clocks of the series."""
    slot = entry.slot or date.min
    if not isinstance(slot, datetime):
        return slot
    if slot.tzinfo is None and entry.setting is not None and not entry.setting.whole:
        slot = entry.setting.instant(slot)
    return setting.wall(slot)


def _same_lines(one: _Entry, other: _Entry) -> bool:
    return [line.raw for line in one.event.lines] == [line.raw for line in other.event.lines]


def _start_key(entry: _Entry) -> str:
    if entry.wall is None or entry.setting is None:
        return ""
    return entry.setting.kept(entry.wall)[0]


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
