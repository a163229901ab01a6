"""Time zones of a calendar file, and the right instant of its times.

A zone is found by a known name, else by the file's own rules.
"""

from __future__ import annotations

import re
import warnings
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from functools import cache
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

from companion.domain.moments import at_clock, here
from companion.domain.text import clean
from companion.exchange.calendar.values import can_be_read, read_any_time, read_offset, read_time

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import tzinfo

    from companion.exchange.calendar.lines import CalendarLines, Component, PropertyLine

_UTC_NAMES = frozenset({"UTC", "Etc/UTC"})
"""Zones of times that were written for people anywhere."""
_OFFSET = re.compile(r"(?:UTC|GMT)?\s*([+-])(\d{1,2})(?::?(\d{2}))?\Z", re.IGNORECASE)
_SHOWN = re.compile(r"\((?:UTC|GMT)(?:[+-]\d{1,2}:?\d{2})?\)\s*(.+)", re.IGNORECASE)
"""A zone as Windows shows it."""
_TIME_OF = re.compile(r" Time(?: \([^()]*\))?\Z", re.IGNORECASE)
_NO_PLACES = frozenset({"Etc", "SystemV", "US", "Canada", "Brazil", "Mexico", "Chile"})
"""Other names of zones, which stand under the name of a city too."""
_BROKEN = (ValueError, TypeError, LookupError, AttributeError, OverflowError, RecursionError)
"""Errors of the library on broken rules; it documents only the first."""


def known_zone(name: str) -> ZoneInfo | None:
    """Return the zone with an IANA name; None for an unknown one."""
    try:
        return ZoneInfo(name) if name else None
    except (ZoneInfoNotFoundError, ValueError, OSError):
        # The last where the name is that of a folder, or too long for a file.
        return None


def zone_called(name: str) -> tzinfo | None:
    """Return the zone that a name clearly means, in any case; None when there is none."""
    found = known_zone(name) or next(
        (zone for each in _names(name) if (zone := known_zone(each))), None
    )
    return found or _offset_of(name)


def _offset_of(name: str) -> tzinfo | None:
    """Return the zone of `UTC+2`, `GMT+0100`, `+05:30`: one offset all year."""
    found = _OFFSET.match(name.strip())
    if found is None:
        return None
    return read_offset(f"{found[1]}{int(found[2]):02}{found[3] or '00'}")


def zone_name(at: datetime, written: str) -> str | None:
    """Return the name of a time's zone; a zone of the file's own may have one too."""
    if isinstance(at.tzinfo, ZoneInfo):
        return None if at.tzinfo.key in _UTC_NAMES else at.tzinfo.key
    for name in _names(written):
        zone = known_zone(name)
        if zone is not None and at.astimezone(zone).utcoffset() == at.utcoffset():
            return name
    return None


def _names(written: str) -> Iterator[str]:
    """Return the names that a name in a calendar may stand for: of Windows, or without a prefix."""
    windows = _windows_name(written)
    if windows:
        yield windows
    _, *parts = written.split("/")
    for place in range(len(parts) - 1):
        name = "/".join(parts[place:])
        yield name
        yield _in_our_case().get(name.casefold(), "")
    if parts and parts[-1].casefold() == "utc":
        yield "UTC"
    yield _in_our_case().get(written.casefold(), "")
    shown = _SHOWN.match(written)
    if shown is not None:
        cities = (city.strip().replace(" ", "_") for city in shown[1].split(","))
        yield next((zone for city in cities if (zone := _by_city().get(city.casefold()))), "")


@cache
def _in_our_case() -> dict[str, str]:
    """Return the known names, by their lower case."""
    return {name.casefold(): name for name in available_timezones()}


@cache
def _by_city() -> dict[str, str]:
    """Return the zones of cities, by city, without cities that two zones have."""
    found: dict[str, str] = {}
    for name in sorted(available_timezones()):
        place, slash, city = name.rpartition("/")
        if slash and place not in _NO_PLACES:
            found[city.casefold()] = "" if city.casefold() in found else name
    return found


@cache
def _windows_names() -> dict[str, str]:
    from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON  # noqa: PLC0415 - slow

    return {name.casefold(): zone for name, zone in WINDOWS_TO_OLSON.items()}


def _windows_name(written: str) -> str:
    """Return the IANA name for a name of Windows, or for what Windows shows."""
    bare = _SHOWN.sub(r"\1", written).strip()
    usual = _TIME_OF.sub(" Standard Time", bare)
    names = _windows_names()
    return names.get(written.casefold()) or names.get(usual.casefold(), "")


class Zones:
    """The zones that a calendar file names."""

    def __init__(self, lines: CalendarLines) -> None:
        self._rules: dict[str, Component] = {}
        for calendar in lines.calendars:
            for part in calendar.walk("VTIMEZONE"):
                self._rules.setdefault(_folded(part.text("TZID")), part)
        self._known: dict[str, tzinfo | None] = {}

    def find(self, written: str) -> tzinfo | None:
        """Return the zone of that name; None for an unknown one: any instant would be a guess."""
        if written not in self._known:
            self._known[written] = self._find(written)
        return self._known[written]

    def _find(self, written: str) -> tzinfo | None:
        rules = self._rules.get(_folded(written))
        found: tzinfo | None = known_zone(written) or known_zone(_windows_name(written))
        if found is None and rules is not None:
            found = _zone_of(rules) or known_zone(rules.text("X-LIC-LOCATION"))
        if found is None:
            # Without rules, the place behind a maker's name is unmistakable.
            found = zone_called(written)
        return found


def _folded(written: str) -> str:
    return written.strip().strip('"').casefold()


def _zone_of(rules: Component) -> tzinfo | None:
    """Return the zone of a file's own rules, without lines of them that cannot be read."""
    observances = [part for part in rules.parts if part.name in {"STANDARD", "DAYLIGHT"}]
    zone = _read_zone("".join(_observance(part) for part in observances))
    if zone is None and len(observances) == 1:
        # It has one offset all the year, whatever its rule says.
        zone = _read_zone(_observance(observances[0], without=("RRULE", "RDATE")))
    return zone


def _read_zone(observances: str) -> tzinfo | None:
    # The library takes a quarter of a second to import: only who imports a calendar pays it.
    from icalendar import Timezone  # noqa: PLC0415

    text = f"BEGIN:VTIMEZONE\r\nTZID:{_NAME}\r\n{observances}END:VTIMEZONE\r\n"
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # guesses about time zone names, said on stderr
            rules: Any = Timezone.from_ical(text)
            zone: tzinfo = rules.to_tz(lookup_tzid=False)
    except _BROKEN:
        return None
    return zone if observances else None


_NAME = "companion-own"
"""Given to the library, which would trust a name that it knows more than the rules."""
_NEEDED = frozenset({"DTSTART", "TZOFFSETFROM", "TZOFFSETTO", "RRULE", "RDATE", "TZNAME"})


def _observance(part: Component, without: tuple[str, ...] = ()) -> str:
    """Return standard or summer time for the library; empty when it cannot be used."""
    kept: dict[str, str] = {}
    for line in part.lines:
        value = clean(line.value).replace("\n", " ").strip()
        if line.name in _NEEDED.difference(without) and can_be_read(line.name, value):
            more = line.name == "RDATE" and "RDATE" in kept
            kept[line.name] = f"{kept['RDATE']},{value}" if more else kept.get(line.name, value)
    if "TZOFFSETTO" not in kept:
        return ""
    # Only the one moment at which clocks change rests on it.
    kept.setdefault("TZOFFSETFROM", kept["TZOFFSETTO"])
    if read_any_time(kept.get("DTSTART", "")) is None:
        kept["DTSTART"] = "19700101T000000"
    lines = (f"{name}:{value}\r\n" for name, value in kept.items())
    return f"BEGIN:{part.name}\r\n{''.join(lines)}END:{part.name}\r\n"


_A_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Setting:
    """The zone in which the times of one event are written."""

    zone: tzinfo | None
    """The zone; None for the laptop's own, where the system does not name it."""
    written: str = ""
    """Its name in the file."""
    floating: bool = False
    """Whether the file names no zone."""
    whole: bool = False
    """Whether the event takes whole days."""

    def wall(self, at: date | datetime) -> datetime:
        """Return a day or a time as a clock there shows it."""
        if not isinstance(at, datetime):
            return datetime.combine(at, time())
        return at if at.tzinfo is None else here(at, self.zone).replace(tzinfo=None)

    def instant(self, wall: datetime) -> datetime:
        """Return the instant at which a clock there shows this time."""
        if self.zone is None:
            return at_clock(wall)
        return _that_is_there(wall.replace(tzinfo=self.zone))

    def kept(self, wall: datetime) -> tuple[str, str | None]:
        """Return ISO 8601, and the IANA name of the zone where there is one."""
        if self.whole:
            return wall.date().isoformat(), None
        at = self.instant(wall)
        return at.isoformat(), None if self.zone is None else zone_name(at, self.written)

    def skipped(self, wall: datetime) -> bool:
        """Whether clocks there never show this time."""
        return not self.whole and self.wall(self.instant(wall)) != wall


def _that_is_there(at: datetime) -> datetime:
    """Return the time; one that clocks skip has the offset before, as RFC 5545 3.3.5 says."""
    if isinstance(at.tzinfo, ZoneInfo):
        return at.astimezone(UTC).astimezone(at.tzinfo)
    # A zone of the file's own tells its offsets right, but not always the way back from UTC.
    before, offset = (at - _A_DAY).utcoffset(), at.utcoffset()
    if before is None or offset is None or offset <= before:
        return at
    skipped = offset - before
    return at + skipped if (at - skipped).utcoffset() == before else at


class Floating:
    """The zone of times that name none: the calendar's own, else the laptop's.

    Args:
        calendar: The calendar.
        local: The laptop's zone; None where the system does not name it.
    """

    def __init__(self, calendar: Component, local: tzinfo | None) -> None:
        self._local = zone_called(calendar.text("X-WR-TIMEZONE").strip()) or local
        self._offset = read_offset(calendar.text("TZ").strip())
        self._summers = [_summer(line.value) for line in calendar.every("DAYLIGHT")]

    def zone(self, wall: datetime) -> tzinfo | None:
        """Return the zone of a time that names none."""
        if self._offset is None:
            return self._local
        # vCalendar 1.0: an offset, and the summers that have another.
        for summer in filter(None, self._summers):
            if summer[0] <= wall < summer[1]:
                return summer[2]
        return self._offset


def _summer(value: str) -> tuple[datetime, datetime, tzinfo] | None:
    """Parse `TRUE;+02;20260329T020000;20261025T030000;CET;CEST`."""
    there, offset, begins, ends, *_ = [*value.split(";"), "", "", "", ""]
    zone = read_offset(offset if len(offset) > len("+02") else f"{offset}00")
    first, last = read_time(begins), read_time(ends)
    if there.upper() != "TRUE" or zone is None:
        return None
    if not (isinstance(first, datetime) and isinstance(last, datetime)):
        return None
    return first.replace(tzinfo=None), last.replace(tzinfo=None), zone


def setting_of(
    line: PropertyLine, at: date | datetime, zones: Zones, floating: Floating
) -> Setting | None:
    """Return the setting of a start.

    Returns:
        None for a time in an unknown zone: any instant would be a guess.
    """
    if not isinstance(at, datetime) or line.parameters.get("VALUE", "").upper() == "DATE":
        return Setting(None, whole=True)
    if at.tzinfo is not None:
        return Setting(at.tzinfo)
    written = line.parameters.get("TZID", "").strip()
    if not written:
        return Setting(floating.zone(at), floating=True)
    zone = zones.find(written)
    return Setting(zone, written) if zone is not None else None
