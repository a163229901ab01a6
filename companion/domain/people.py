"""People of a case: the patient, companions and clinicians."""

from __future__ import annotations

from enum import StrEnum

from companion.domain.entity import Entity


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
