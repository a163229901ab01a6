"""JSON as stores are written in it, read so that nothing in it can stop a later reading.

Python takes more than JSON has (`NaN`), and numbers that become infinite; other parts of the
program, and other programs, do not. None of them is ever written here, so a text that has one is
not a store of ours.
"""

from __future__ import annotations

import json
from math import isfinite
from typing import Any

MOST = 2**53 - 1
"""The greatest whole number that every program reads exactly."""
FAR = 2**52
"""Nothing counts upwards from here: a store that has got so far is only read."""
MOST_DIGITS = 15
"""Digits that a document's number may have."""


def is_number(value: object, least: int = 0) -> bool:
    """Return whether a value is a whole number that can be counted on from."""
    return isinstance(value, int) and not isinstance(value, bool) and least <= value <= MOST


def is_document_number(key: object) -> bool:
    """Return whether a key is the number of a document, written as TinyDB writes it."""
    return (
        isinstance(key, str)
        and 0 < len(key) <= MOST_DIGITS
        and key.isascii()
        and key.isdecimal()
        and key[0] != "0"
    )


def _fraction(text: str) -> float:
    number = float(text)
    if not isfinite(number):
        raise ValueError(text[:MOST_DIGITS])
    return number


def _constant(text: str) -> float:
    raise ValueError(text)


_DECODER = json.JSONDecoder(parse_float=_fraction, parse_constant=_constant)


def loads(raw: bytes) -> Any:  # noqa: ANN401 - whatever stands there
    """The value of a JSON text in UTF-8.

    Raises:
        ValueError: No JSON, or a number that is never written.
    """
    try:
        return _DECODER.decode(raw.decode("utf-8"))
    except RecursionError as error:
        raise ValueError from error
