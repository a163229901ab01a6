"""The name of this computer's time zone."""

from __future__ import annotations

import os
import zoneinfo

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
    try:
        return zoneinfo.ZoneInfo(name).key
    except (zoneinfo.ZoneInfoNotFoundError, ValueError, OSError):
        return None
