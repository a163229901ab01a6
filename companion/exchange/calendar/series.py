"""Recurring events of a calendar; their rules are followed with a limit on effort."""

from __future__ import annotations

import calendar
import heapq
import re
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from companion.exchange.calendar.values import read_time, read_times

if TYPE_CHECKING:
    from collections.abc import Iterator

    from companion.exchange.calendar.lines import Component
    from companion.exchange.calendar.zones import Setting

DAILY, WEEKLY, MONTHLY, YEARLY = "DAILY", "WEEKLY", "MONTHLY", "YEARLY"
_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_WEEK = len(_WEEKDAYS)
_MONTHS = 12
_BY_DAY = re.compile(r"([+-]?\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)\Z")
_NUMBER = re.compile(r"[+-]?\d{1,3}\Z")
_PARTS = frozenset(
    {"FREQ", "INTERVAL", "COUNT", "UNTIL", "BYDAY", "BYMONTHDAY", "BYMONTH", "BYSETPOS", "WKST"}
)
_DAYS_IN = {DAILY: 1.0, WEEKLY: 7.0, MONTHLY: 30.4, YEARLY: 365.2}
_FIRST_FEW = 40
"""Periods that are searched from the start before the search goes on near today."""
MOST_PERIODS = 2_000_000
"""Limit of days, weeks, months or years that are searched for the rules of one file."""


class RuleError(ValueError):
    """A rule that cannot be read."""


@dataclass(slots=True)
class Effort:
    """The effort that the rules of a file may still cost."""

    periods: int = MOST_PERIODS
    """Periods that are left."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A recurrence rule, in the clocks of its zone."""

    frequency: str
    """DAILY, WEEKLY, MONTHLY or YEARLY."""
    interval: int = 1
    """Every so many periods."""
    count: int | None = None
    """How often in all."""
    until: datetime | None = None
    """The last possible time."""
    weekdays: tuple[tuple[int, int], ...] = ()
    """Which one of the period, 0 for every one; and the weekday, from 0."""
    month_days: tuple[int, ...] = ()
    """Days of the month; negative ones count from its end."""
    months: tuple[int, ...] = ()
    """Months from 1."""
    positions: tuple[int, ...] = ()
    """Which of the days of a period; negative ones count from its end."""
    week_start: int = 0
    """The weekday on which weeks begin."""

    def times(self, start: datetime, near: datetime, effort: Effort) -> Iterator[datetime]:
        """Yield the times of the rule: the first few, and those near a time.

        Args:
            start: The first time.
            near: Times long before it are skipped, unless the rule counts.
            effort: Reduced by what is spent; when none is left, the times end.
        """
        near = max(start, near)
        last = near + timedelta(days=10 * 366 if self.frequency == YEARLY else 2 * 366)
        ahead = int((near - start).days / (_DAYS_IN[self.frequency] * self.interval)) - 1
        number, given = 0, 0
        while effort.periods > 0 and (self.count is None or given < self.count):
            effort.periods -= 1
            begins, days = self._period(start.date(), number * self.interval)
            if begins > last.date() or (self.until is not None and begins > self.until.date()):
                return
            for day in days:
                at = datetime.combine(day, start.time())
                if at < start:
                    continue
                if self.until is not None and at > self.until:
                    return
                yield at
                given += 1
                if given == self.count:
                    return
            number += 1
            if self.count is None and number == _FIRST_FEW:
                number = max(number, ahead)

    def _period(self, start: date, ahead: int) -> tuple[date, list[date]]:
        """Return the first day of a period, and those of its days that fit the rule."""
        if self.frequency == DAILY:
            begins = start + timedelta(days=ahead)
            days = [begins]
        elif self.frequency == WEEKLY:
            begins = start - timedelta(days=(start.weekday() - self.week_start) % _WEEK)
            begins += timedelta(weeks=ahead)
            wanted = {weekday for _, weekday in self.weekdays} or {start.weekday()}
            week = (begins + timedelta(days=at) for at in range(_WEEK))
            days = [day for day in week if day.weekday() in wanted]
        elif self.frequency == MONTHLY:
            month = start.month - 1 + ahead
            begins = date(start.year + month // _MONTHS, month % _MONTHS + 1, 1)
            days = self._in_month(begins.year, begins.month, start.day)
        else:
            begins = date(start.year + ahead, 1, 1)
            days = self._in_year(begins.year, start)
        found = sorted(day for day in days if self._fits(day))
        return begins, self._at_positions(found)

    def _fits(self, day: date) -> bool:
        if self.months and day.month not in self.months:
            return False
        if self.frequency != DAILY:
            return True
        length = calendar.monthrange(day.year, day.month)[1]
        on = not self.month_days or bool({day.day, day.day - length - 1} & {*self.month_days})
        return on and (not self.weekdays or day.weekday() in {each for _, each in self.weekdays})

    def _in_month(self, year: int, month: int, usual: int) -> list[date]:
        length = calendar.monthrange(year, month)[1]
        every = [date(year, month, day) for day in range(1, length + 1)]
        days = every
        if self.weekdays:
            days = _of_weekdays(every, self.weekdays)
        if self.month_days:
            wanted = {each if each > 0 else length + 1 + each for each in self.month_days}
            return [day for day in days if day.day in wanted]
        return days if self.weekdays else [day for day in every if day.day == usual]

    def _in_year(self, year: int, start: date) -> list[date]:
        if self.weekdays and not self.months and not self.month_days:
            first = date(year, 1, 1)
            length = 365 + calendar.isleap(year)
            return _of_weekdays([first + timedelta(days=at) for at in range(length)], self.weekdays)
        months = self.months or (range(1, _MONTHS + 1) if self.month_days else (start.month,))
        return [day for month in months for day in self._in_month(year, month, start.day)]

    def _at_positions(self, days: list[date]) -> list[date]:
        if not self.positions:
            return days
        places = {each - 1 if each > 0 else len(days) + each for each in self.positions}
        return [day for place, day in enumerate(days) if place in places]


def _of_weekdays(days: list[date], wanted: tuple[tuple[int, int], ...]) -> list[date]:
    """Return the days with such weekdays: each one, or the second, or the last."""
    found: set[date] = set()
    for number, weekday in wanted:
        fitting = [day for day in days if day.weekday() == weekday]
        if number == 0:
            found.update(fitting)
        elif abs(number) <= len(fitting):
            found.add(fitting[number - 1 if number > 0 else number])
    return sorted(found)


def read_rule(parts: dict[str, str], until: datetime | None) -> Rule:
    """Parse an RRULE.

    Args:
        parts: In capitals, by name.
        until: UNTIL by the clocks of the entry's zone.

    Raises:
        RuleError: A part is unknown, or says what no rule can.
    """
    if not parts.keys() <= _PARTS or parts.get("FREQ") not in _DAYS_IN:
        raise RuleError
    interval, count = (_numbers(parts, name, 1, 999) for name in ("INTERVAL", "COUNT"))
    return Rule(
        parts["FREQ"],
        interval[0] if interval else 1,
        count[0] if count else None,
        until,
        tuple(_weekday(each) for each in parts["BYDAY"].split(",")) if "BYDAY" in parts else (),
        _numbers(parts, "BYMONTHDAY", -31, 31),
        _numbers(parts, "BYMONTH", 1, _MONTHS),
        _numbers(parts, "BYSETPOS", -366, 366),
        _weekday(parts.get("WKST", "MO"))[1],
    )


def _numbers(parts: dict[str, str], name: str, least: int, most: int) -> tuple[int, ...]:
    if name not in parts:
        return ()
    written = [each.strip() for each in parts[name].split(",")]
    if not all(_NUMBER.match(each) or each.isdecimal() for each in written):
        raise RuleError(name)
    found = tuple(int(each) for each in written)
    if not all(least <= each <= most and each for each in found):
        raise RuleError(name)
    return found


def _weekday(written: str) -> tuple[int, int]:
    found = _BY_DAY.match(written.strip())
    if found is None:
        raise RuleError(written)
    return int(found[1] or 0), _WEEKDAYS.index(found[2])


_OLD_RULE = re.compile(r"(D|W|MP|MD|YM)(\d{1,3})\Z")
_OLD_FREQUENCIES = {"D": "DAILY", "W": "WEEKLY", "MP": "MONTHLY", "MD": "MONTHLY", "YM": "YEARLY"}
_OLD_LISTS = {"W": "BYDAY", "MD": "BYMONTHDAY", "YM": "BYMONTH"}


@dataclass(slots=True)
class Series:
    """A recurring event, in the clocks of its zone."""

    start: datetime
    rules: list[Rule] = field(default_factory=list)
    further: list[datetime] = field(default_factory=list)
    """Times that are listed one by one."""
    out: set[datetime] = field(default_factory=set)
    """Times that are left out."""
    days_out: set[date] = field(default_factory=set)
    """Days that are left out."""
    unread: bool = False
    """Whether a rule cannot be read."""

    def times(self, now: datetime | None, effort: Effort) -> Iterator[datetime]:
        """Yield the times at which it takes place, the first one first."""
        for at in self._every(now, effort):
            if at not in self.out and at.date() not in self.days_out:
                yield at

    def _every(self, now: datetime | None, effort: Effort) -> Iterator[datetime]:
        yield self.start
        near = max(now or self.start, self.start)
        followed = (rule.times(self.start, near, effort) for rule in self.rules)
        before = self.start
        for at in heapq.merge(sorted(self.further), *followed):
            if at not in (before, self.start):
                yield at
            before = at


def series_of(event: Component, start: datetime, setting: Setting) -> Series | None:
    """Read the rules of an event; None when it does not recur."""
    series = Series(start)
    for line in event.every("RRULE"):
        rule = _rule(line.value.strip(), start, setting)
        if rule is None:
            series.unread = True
        else:
            series.rules.append(rule)
    for line in event.every("RDATE"):
        series.further.extend(_wall(at, start, setting) for at in read_times(line.value))
    for line in event.every("EXDATE"):
        for at in read_times(line.value):
            if isinstance(at, datetime):
                series.out.add(setting.wall(at))
            else:
                series.days_out.add(at)
    repeats = series.rules or series.further or series.unread
    return series if repeats else None


def _wall(at: date | datetime, start: datetime, setting: Setting) -> datetime:
    """Return a time by the clocks of the event's zone; a day alone has the event's hour."""
    wall = setting.wall(at)
    return wall if isinstance(at, datetime) else datetime.combine(wall.date(), start.time())


def _rule(value: str, start: datetime, setting: Setting) -> Rule | None:
    """Parse a rule; None when it cannot be read."""
    if "=" not in value:
        value = _new_rule(value)
    pairs = (each.partition("=") for each in value.split(";") if each.strip())
    parts = {name.strip().upper(): text.strip().upper() for name, _, text in pairs}
    parts = {name: text for name, text in parts.items() if not name.startswith("X-")}
    until: datetime | None = None
    if "UNTIL" in parts:
        at = read_time(parts["UNTIL"])
        if at is None:
            return None
        until = setting.wall(at)
        if not isinstance(at, datetime):
            until = max(until, datetime.combine(until.date(), start.time()))
    try:
        return read_rule(parts, until)
    except RuleError:
        return None


def _new_rule(value: str) -> str:
    """Turn a rule of vCalendar 1.0 (`W1 MO TH #10`) into an RRULE; empty when it cannot be read."""
    first, *others = [*value.upper().split(), ""]
    found = _OLD_RULE.match(first)
    if found is None:
        return ""
    kind, parts = found[1], [f"FREQ={_OLD_FREQUENCIES[found[1]]}", f"INTERVAL={found[2]}"]
    listed: list[str] = []
    week = ""
    for each in filter(None, others):
        at = read_time(each)
        if each.startswith("#"):
            parts += [f"COUNT={each[1:]}"] if each[1:].strip("0") else []
        elif at is not None:
            parts.append(f"UNTIL={each}")
        elif kind == "MP" and each[:-1].isdecimal() and each[-1] in "+-":
            week = f"{each[-1].replace('+', '')}{each[:-1]}"
        else:
            listed.append(f"{week}{each.rstrip('+')}" if kind != "MD" or each != "LD" else "-1")
    name = "BYDAY" if kind == "MP" else _OLD_LISTS.get(kind)
    if listed and name:
        parts.append(f"{name}={','.join(listed)}")
    return ";".join(parts)
