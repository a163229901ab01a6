"""The name of this computer's time zone."""

from __future__ import annotations

import os

_LINK = "/etc/localtime"
_FOLDER = "zoneinfo/"


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
