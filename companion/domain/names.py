"""Whose name is meant: one doctor is one person, however the name is written."""

from __future__ import annotations

from companion.domain.folded_text import folded

TITLES = frozenset(
    {
        *("dr", "doctor", "doktor", "prof", "professor", "med", "md", "phd", "mr", "mrs", "ms"),
        *("miss", "frau", "herr", "fr", "hr", "dott", "dra", "drs", "sir", "dipl"),
    }
)
"""Words before or after a name that people leave out."""


def _words(name: str) -> list[str]:
    """Return the words of a name, folded, without signs."""
    return "".join(sign if sign.isalnum() else " " for sign in folded(name)).split()


def is_same_name(one: str, other: str) -> bool:
    """Return whether two names are one in other letters: `Dr Brandt`, `dr. brandt`."""
    return _words(one) == _words(other) != []


def may_be_same_name(one: str, other: str) -> bool:
    """Return whether two names may be one person's: the same without titles, as in `Brandt`."""
    first, second = ([word for word in _words(name) if word not in TITLES] for name in (one, other))
    return first == second != [] and not is_same_name(one, other)
