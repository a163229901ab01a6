"""The name of the locale that decides how days and times are written on this computer."""

from __future__ import annotations

import os

from companion import system

_ASKED = ("LC_ALL", "LC_TIME", "LANG")
"""Environment variables; the first that is set counts, as POSIX says."""


def time_locale() -> str:
    """Return a name such as `en_US.UTF-8`; `C`, or nothing, where the system does not say."""
    said = next((value for name in _ASKED if (value := os.environ.get(name))), "")
    return said or system.locale_name()
