"""Recurring events of a calendar."""

from __future__ import annotations

import heapq
import re
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TYPE_CHECKING

from companion.exchange.calendar.rules import RuleError, read_rule
from companion.exchange.calendar.values import read_time, read_times

if TYPE_CHECKING:
    from collections.abc import Iterator

    from companion.exchange.calendar.lines import Component
    from companion.exchange.calendar.rules import Effort, Rule
    from companion.exchange.calendar.times import Setting

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
