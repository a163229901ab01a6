"""Time zones of a calendar file: by a known name, else by the file's own rules."""

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
