"""How days and hours are told in different countries, and whose habit this run follows.

The month's name stays English; whether it stands before the day, and whether clocks have twelve
hours, is the habit of a country. The country is taken from the name of a locale: `en_US.UTF-8`.

Source: Unicode CLDR 44.1. Twelve hours where `timeData` prefers `h`; the month first where the
English pattern for a day and a month is `MMMM d`, and English has a pattern of its own there.
"""

from __future__ import annotations

import re
from typing import NamedTuple


def _countries(codes: str) -> frozenset[str]:
    return frozenset(codes.split())


_MONTH_FIRST = _countries("AS CA GU MH MP PH PR UM US VI")
_TWELVE_HOURS = _countries(
    "AE AG AL AR AS AU BB BD BH BM BN BO BS BT CA CL CO CR CU CY DJ DM DO DZ EC EG EH ER "
    "ET FJ FM GD GH GM GR GT GU GY HK HN IN IQ JM JO KH KI KN KP KR KW KY LB LC LR LS LY "
    "MH MO MP MR MW MX MY NA NI NZ OM PA PE PG PH PK PR PS PW PY QA SA SB SD SG SL SO SS "
    "SV SY SZ TC TD TN TO TT TW UM US UY VC VE VG VI VU WS YE ZM"
)
_OTHERWISE = frozenset({"fr_CA"})
"""Locales that do not do as the rest of their country: day first, 24 hours."""
_NO_COUNTRY = frozenset({"C", "POSIX"})
_NAME = r"([A-Za-z]{2,3})(?:[_-][A-Za-z]{4})?[_-]([A-Za-z]{2})(?=[.@]|\Z)"


class Habit(NamedTuple):
    """Form of days and hours in a country; by default `3 December` and `14:05`."""

    month_first: bool = False
    """`December 3`; and `12/3` means the same."""
    twelve_hours: bool = False
    """`2:05 pm`."""


def habit_of(locale: str) -> Habit | None:
    """Return the habit of a locale's country; None for a name without a country."""
    if locale.partition(".")[0] in _NO_COUNTRY:
        return Habit()
    found = re.match(_NAME, locale.strip())
    if found is None:
        return None
    language, country = found[1].lower(), found[2].upper()
    if f"{language}_{country}" in _OTHERWISE:
        return Habit()
    return Habit(month_first=country in _MONTH_FIRST, twelve_hours=country in _TWELVE_HOURS)


class Following:
    """The habit that this run follows; chosen once, before anything is shown."""

    def __init__(self) -> None:
        self.habit = Habit()
        """The habit."""

    def follow(self, *locales: str) -> None:
        """Follow the first of these locales that names a country, if there is one."""
        found = (habit_of(locale) for locale in locales)
        self.habit = next((habit for habit in found if habit is not None), Habit())


HERE = Following()
"""The habit that all formatting asks."""
