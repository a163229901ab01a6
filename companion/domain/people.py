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
    """Patient, companion or clinician."""
    place: str = ""
    """Where a clinician works."""
