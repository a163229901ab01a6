"""JSON text to plain values, refusing what no careful program writes."""

from __future__ import annotations

import json
from typing import Any, NoReturn

from companion.domain.text import AT_THE_START, encoding_of
from companion.exchange.errors import ImportRefusedError
from companion.words import exchange as words

MOST_BYTES = 64 * 1024 * 1024
"""Largest JSON file read."""


class _TwiceError(ValueError):
    """A name that stands twice in one object."""


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        seen: set[str] = set()
        for name, _ in pairs:
            if name in seen:
                raise _TwiceError(name)
            seen.add(name)
    return found


def _no_constant(name: str) -> NoReturn:
    raise ImportRefusedError(words.json_constant(name))


def parse_json(data: bytes) -> dict[str, Any]:
    """Return the object a JSON file holds.

    Raises:
        ImportRefusedError: It is too large, no JSON, no Unicode, nested too deep, holds NaN, a name
            twice, or no object.
    """
    if len(data) > MOST_BYTES:
        raise ImportRefusedError(words.too_large(MOST_BYTES // (1024 * 1024), "MB"))
    try:
        found = json.loads(_text(data), object_pairs_hook=_object, parse_constant=_no_constant)
    except RecursionError as error:
        raise ImportRefusedError(words.NESTED_TOO_DEEP) from error
    except ValueError as error:
        raise ImportRefusedError(_sentence(error)) from error
    if not isinstance(found, dict):
        raise ImportRefusedError(words.NOT_A_CASE)
    return found


def _text(data: bytes) -> str:
    """Return the file as text; JSON in another encoding than it says is refused, not guessed."""
    name, mark = encoding_of(data[:AT_THE_START])
    return data[mark:].decode(name)


def _sentence(error: ValueError) -> str:
    """Return the sentence about a text that is not JSON."""
    if isinstance(error, ImportRefusedError):
        return str(error)
    if isinstance(error, UnicodeDecodeError):
        return words.NOT_UTF8
    if isinstance(error, _TwiceError):
        return words.name_twice(str(error))
    if isinstance(error, json.JSONDecodeError):
        return words.not_json(error.lineno, error.colno)
    return words.NUMBER_TOO_LONG  # of more digits than Python reads
