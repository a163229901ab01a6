"""Medicines and allergies."""

from __future__ import annotations

from typing import ClassVar

from companion.ui.prepare.parts.lines import LinesPart, ListLabels
from companion.words import prepare as words


class MedicinesPart(LinesPart):
    """Medicines and allergies."""

    NAME = "medicines"
    LISTS: ClassVar[dict[str, ListLabels]] = {
        "medicines": ListLabels(words.MEDICINES, words.ADD_MEDICINE),
        "allergies": ListLabels(words.ALLERGIES, words.ADD_ALLERGY),
    }
