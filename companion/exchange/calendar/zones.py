"""The time zones of a calendar file: by a name that is known, else by the file's own rules."""

from __future__ import annotations

import re
import warnings
from functools import cache
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

from companion.domain.text import clean
from companion.exchange.calendar.values import can_be_read, read_any_time, read_offset

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime, tzinfo

    from companion.exchange.calendar.lines import CalendarLines, Component

_UTC_NAMES = frozenset({"UTC", "Etc/UTC"})
"""A time in UTC was written for people anywhere."""
_OFFSET = re.compile(r"(?:UTC|GMT)?\s*([+-])(\d{1,2})(?::?(\d{2}))?\Z", re.IGNORECASE)
_SHOWN = re.compile(r"\((?:UTC|GMT)(?:[+-]\d{1,2}:?\d{2})?\)\s*(.+)", re.IGNORECASE)
"""How Windows shows its zones to people."""
_TIME_OF = re.compile(r" Time(?: \([^()]*\))?\Z", re.IGNORECASE)
_NO_PLACES = frozenset({"Etc", "SystemV", "US", "Canada", "Brazil", "Mexico", "Chile"})
"""Second names of zones that are there by the name of a city."""
_BROKEN = (ValueError, TypeError, LookupError, AttributeError, OverflowError, RecursionError)
"""What the library raises on broken rules; it promises only the first."""


def known_zone(name: str) -> ZoneInfo | None:
    """Find the zone with an IANA name; None when nobody here knows it."""
    try:
        return ZoneInfo(name) if name else None
    except (ZoneInfoNotFoundError, ValueError, OSError):
        # The last where the name is that of a folder, or too long for a file.
        return None


def zone_called(name: str) -> tzinfo | None:
    """Find the zone that a name leaves no doubt of, in any case; None when there is none."""
    found = known_zone(name) or next(
        (zone for each in _names(name) if (zone := known_zone(each))), None
    )
    return found or _offset_of(name)


def _offset_of(name: str) -> tzinfo | None:
    """`UTC+2`, `GMT+0100`, `+05:30`: an offset all the year."""
    found = _OFFSET.match(name.strip())
    if found is None:
        return None
    return read_offset(f"{found[1]}{int(found[2]):02}{found[3] or '00'}")


def zone_name(at: datetime, written: str) -> str | None:
    """Name a time's zone; a zone of the file's own has a name if what is written says which."""
    if isinstance(at.tzinfo, ZoneInfo):
        return None if at.tzinfo.key in _UTC_NAMES else at.tzinfo.key
    for name in _names(written):
        zone = known_zone(name)
        if zone is not None and at.astimezone(zone).utcoffset() == at.utcoffset():
            return name
    return None


def _names(written: str) -> Iterator[str]:
    """Names that a name in a calendar may stand for: a Windows one, or one behind a maker's."""
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
    """The names that are known, by what they are in small letters."""
    return {name.casefold(): name for name in available_timezones()}


@cache
def _by_city() -> dict[str, str]:
    """The zones of cities, by the city; one whose name two zones have is none."""
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
    """The IANA name of a name of Windows, or of what Windows shows for it."""
    bare = _SHOWN.sub(r"\1", written).strip()
    usual = _TIME_OF.sub(" Standard Time", bare)
    names = _windows_names()
    return names.get(written.casefold()) or names.get(usual.casefold(), "")


class Zones:
    """The zones that a calendar file names.

    Args:
        lines: The file.
    """

    def __init__(self, lines: CalendarLines) -> None:
        self._rules: dict[str, Component] = {}
        for calendar in lines.calendars:
            for part in calendar.walk("VTIMEZONE"):
                self._rules.setdefault(_folded(part.text("TZID")), part)
        self._known: dict[str, tzinfo | None] = {}

    def find(self, written: str) -> tzinfo | None:
        """Find the zone of that name; None when nobody knows it: any instant would be a guess."""
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
    """The zone that rules of a file's own make; lines of them that cannot be read are dropped."""
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
"""For the library, which would believe a name that it knows more than the rules."""
_NEEDED = frozenset({"DTSTART", "TZOFFSETFROM", "TZOFFSETTO", "RRULE", "RDATE", "TZNAME"})


def _observance(part: Component, without: tuple[str, ...] = ()) -> str:
    """Standard or summer time as the library reads it; empty when it cannot be used."""
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
