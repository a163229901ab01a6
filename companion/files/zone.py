"""The time zone of this computer, and how days and times are written on it."""

from __future__ import annotations

import os

from companion import system

_LINK = "/etc/localtime"
_FOLDER = "zoneinfo/"
_ASKED = ("LC_ALL", "LC_TIME", "LANG")
"""Environment variables; the first that is set counts, as POSIX says."""


def local_zone() -> str | None:
    """Return the IANA name of the local time zone; None where the system does not say."""
    name = os.environ.get("TZ", "").removeprefix(":")
    if not name:
        try:
            _, found, name = os.readlink(_LINK).partition(_FOLDER)
        except (OSError, AttributeError):
            return None
        if not found:
            return None
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError  # noqa: PLC0415 - once a visit is planned

    try:
        return ZoneInfo(name).key
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None


def time_locale() -> str:
    """Return a name such as `en_US.UTF-8`; `C`, or nothing, where the system does not say."""
    said = next((value for name in _ASKED if (value := os.environ.get(name))), "")
    return said or system.locale_name()
