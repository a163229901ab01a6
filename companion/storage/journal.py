"""The journal: one checksummed line a transaction, after a line that names its generation.

```
crc32 {"base":7,"crc32":"…","s":41}              which checkpoint it goes on from, and which change
crc32 {"s":42,"g":7,"ops":[["notes","3",{…}]]}   one change of one or more documents; null removes
crc32 {"d":42,"g":7}                             everything up to change 42 is on the disk itself
crc32 {"next":8,"crc32":"…","g":7}               which checkpoint these changes lead to
```

Changes are counted without a hole. A hole up to the last `d` is damage to text that was safe:
what stands after it counts, and the loss is told. A hole beyond it is what a power cut left:
nothing after it counts, so that the state is one that was once on the screen.
"""

from __future__ import annotations

import json
import zlib
from dataclasses import dataclass
from typing import Any

from companion.storage.checkpoint import dump

_PREFIX = 9
"""Eight digits of the checksum and a blank."""

Line = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Record:
    """One transaction."""

    number: int
    """Counts the changes of this store."""
    operations: list[list[Any]]
    """`[table, id, document or null]` in order; a fourth part is the splice of a document."""


@dataclass(frozen=True, slots=True)
class Journal:
    """A journal as it was read."""

    base: int | None
    """The generation it goes on from; None when no line of it says so."""
    crc32: str | None
    """The checksum of that generation; None when the first line is damaged."""
    start: int | None
    """The number of the last change in that generation; None when the first line is damaged."""
    records: tuple[Record, ...]
    """The transactions that count."""
    gaps: bool
    """Lines that were safe are damaged."""
    torn: bool
    """After the last transaction that counts stands something that is no whole line."""
    size: int
    """Bytes."""
    leads_to: tuple[int, str] | None = None
    """Generation and checksum of the checkpoint that was made of it; None while there is none."""

    @property
    def clean(self) -> bool:
        """Whether it may be appended to."""
        return self.crc32 is not None and not self.gaps and not self.torn


def head_line(generation: int, crc32: str, number: int) -> bytes:
    """The first line of a journal."""
    return _seal(dump({"base": generation, "crc32": crc32, "s": number}))


def record_line(number: int, generation: int, operations: str) -> bytes:
    """One transaction; `operations` is the JSON text of the list."""
    return _seal(f'{{"s":{number},"g":{generation},"ops":{operations}}}')


def durable_line(number: int, generation: int) -> bytes:
    """The mark that everything up to change `number` is on the disk itself."""
    return _seal(dump({"d": number, "g": generation}))


def closing_line(generation: int, following: int, crc32: str) -> bytes:
    """The mark that the next generation was made of these changes, and which one it is."""
    return _seal(dump({"next": following, "crc32": crc32, "g": generation}))


def parse(raw: bytes) -> Journal:
    """Read a journal; damage is told, never raised."""
    *whole, rest = raw.split(b"\n")
    lines = [_line(text) for text in whole]
    head = lines[0] if lines and lines[0] and "base" in lines[0] else {}
    durable = max((line["d"] for line in lines if line and "d" in line), default=-1)
    if not head and durable < 0:
        # The first line is synced before any other is: without it nothing here was ever safe.
        lines = []
    records, hole, ended = _counting(lines, head.get("s"), durable)
    reached = records[-1].number if records else head.get("s", -1)
    gaps = hole or reached < durable
    return Journal(
        base=head.get("base", _generation(lines)),
        crc32=head.get("crc32"),
        start=head.get("s"),
        records=tuple(records),
        gaps=gaps or (not head and durable >= 0),
        torn=ended or bool(rest) or not lines or (None in lines and not gaps),
        size=len(raw),
        leads_to=closing(raw),
    )


def closing(raw: bytes) -> tuple[int, str] | None:
    """Return the checkpoint that a journal led to, reading nothing else of it; None when none.

    Edits may stand after that line; the next journal has them too.
    """
    # No text can hold these bytes: a quotation mark in one is written with a backslash.
    at = raw.rfind(b' {"next":')
    if at < 0:
        return None
    line = _line(raw[raw.rfind(b"\n", 0, at) + 1 :].partition(b"\n")[0])
    if not line:
        return None
    following, crc32 = line.get("next"), line.get("crc32")
    return (following, crc32) if isinstance(following, int) and isinstance(crc32, str) else None


def _counting(
    lines: list[Line | None], start: int | None, durable: int
) -> tuple[list[Record], bool, bool]:
    """The transactions that count, whether one that was safe is missing, whether some end early."""
    records: list[Record] = []
    last, hole = start, False
    for line in lines:
        if line is None or "ops" not in line:
            continue
        number = line["s"]
        if last is not None and number != last + 1:
            if number <= last:
                continue
            if number > durable:
                return records, hole, True
            hole = True
        records.append(Record(number, line["ops"]))
        last = number
    return records, hole, False


def _seal(text: str) -> bytes:
    raw = text.encode("ascii")
    return b"%08x %s\n" % (zlib.crc32(raw), raw)


def _line(text: bytes) -> Line | None:
    """The content of one line; None when it is damaged. A CR added by a tool does no harm."""
    text = text.removesuffix(b"\r")
    try:
        if int(text[: _PREFIX - 1], 16) != zlib.crc32(text[_PREFIX:]):
            return None
        line = json.loads(text[_PREFIX:])
    except (ValueError, RecursionError):
        return None
    return line if isinstance(line, dict) else None


def _generation(lines: list[Line | None]) -> int | None:
    return next((line["g"] for line in lines if line and "g" in line), None)
