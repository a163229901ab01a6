"""People of a case: the patient, companions and clinicians."""

from __future__ import annotations

from enum import StrEnum

from companion.domain.entity import Entity


class Role(StrEnum):
    """What a person is in this case."""

    PATIENT = "patient"
    COMPANION = "companion"
    CLINICIAN = "clinician"


class Person(Entity, kw_only=True):
    """Somebody who takes part."""

    name: str = ""
    """As people call them; for a clinician with title: `Dr Okafor`."""
    role: Role = Role.CLINICIAN
    """Patient, companion or clinician."""
    place: str = ""
    """Where a clinician works."""
