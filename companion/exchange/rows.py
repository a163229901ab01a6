"""A long list as JSON: a row a line, as fast as it can be written."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from collections.abc import Iterable


def json_rows(rows: Iterable[object]) -> bytes:
    """The rows as a JSON list, UTF-8."""
    encode = msgspec.json.Encoder().encode
    lines = b",\n".join(encode(row) for row in rows)
    return b"[\n%s\n]\n" % lines if lines else b"[]\n"
