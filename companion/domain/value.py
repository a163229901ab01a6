"""The base of the values of the domain: frozen, compared by their fields, cheap to make and copy.

A class of them costs the start of the program a hundredth of a frozen dataclass, and a copy with
one field changed, of which every typed letter makes several, a fortieth.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, dataclass_transform

from msgspec import Struct, field
from msgspec.structs import asdict, astuple

if TYPE_CHECKING:
    # Of this one type checkers know that it takes the fields of the value, and their types.
    from dataclasses import replace
else:
    from msgspec.structs import replace

__all__ = ["Value", "asdict", "astuple", "field", "replace"]


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
class Value(Struct, frozen=True):
    """A value: two of one class with equal fields are equal."""
