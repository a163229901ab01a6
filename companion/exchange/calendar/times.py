"""Times of calendar events: the right instant, and its zone by a known name."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from companion.domain.moments import at_clock, here
from companion.exchange.calendar.values import read_offset, read_time
from companion.exchange.calendar.zones import zone_called, zone_name

if TYPE_CHECKING:
    from companion.exchange.calendar.lines import Component, PropertyLine
    from companion.exchange.calendar.zones import Zones

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
