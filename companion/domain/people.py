"""People of a case: the patient, companions and clinicians; whose name is meant."""

from __future__ import annotations

from enum import StrEnum

from companion.domain.entity import Entity
from companion.domain.folded_text import folded


class Role(StrEnum):
    """The role of a person in this case."""

    PATIENT = "patient"
    COMPANION = "companion"
    CLINICIAN = "clinician"


class Person(Entity, kw_only=True):
    """A person who takes part."""

    name: str = ""
    """As people call them; for a clinician with title: `Dr Okafor`."""
    role: Role = Role.CLINICIAN
    place: str = ""
    """Where a clinician works."""


WRITERS = (Role.PATIENT, Role.COMPANION)
"""The roles of those who may write in a visit."""


def takes_part(person: Person, writer_id: str | None) -> bool:
    """Return whether a patient or companion is waited for where each writes first alone.

    A place for somebody whom nobody has named is not; the user is, named or not.
    """
    return person.role in WRITERS and (bool(person.name.strip()) or person.id == writer_id)


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
