"""The journal: one checksummed line a transaction, after a line that names its generation.

```
crc32 {"base":7,"crc32":"…","s":41}              the checkpoint it goes on from, and its last change
crc32 {"s":42,"g":7,"ops":[["notes","3",{…}]]}   one change of one or more documents; null removes
crc32 {"d":42,"g":7}                             everything up to change 42 is on the disk itself
crc32 {"next":8,"crc32":"…","g":7}               the checkpoint that these changes lead to
```

Changes are counted without a hole. A hole up to the last `d` is damage to text that was safe:
changes after it count, and the loss is told. A hole beyond it was left by a power cut: nothing
after it counts, so that the state is one that was once on the screen.

A line with a right checksum whose content is none of these was written by a later version, or by
hand. The part that can be understood counts; the rest is left out, and the journal says that it
holds more than is known here, so that no later write replaces it.

`JournalFile` is the journal in use, to which these lines are appended.
"""

from __future__ import annotations

import errno
import os
import zlib
from typing import TYPE_CHECKING, Any, NamedTuple

from msgspec import Struct

from companion.domain.value import Value
from companion.storage.checkpoint import META, check_readable, dump
from companion.storage.layout import free_name
from companion.storage.plain_json import is_document_number, is_number, loads
from companion.storage.text_delta import is_splice

if TYPE_CHECKING:
    from collections.abc import Callable

    from companion.files import Files
    from companion.storage.layout import StoreFiles

_PREFIX = 9
"""Characters: eight digits of the checksum and a blank."""

Line = dict[str, Any]


class Transaction(Value):
    """One change of one or more documents."""

    number: int
    """Counts the changes of this store."""
    operations: list[list[Any]]
    """`[table, id, document or null]` in order; a fourth part is the splice of a document."""


class Journal(Value):
    """A journal as it was read."""

    base: int | None
    """The generation it goes on from; None when no line of it says so."""
    crc32: str | None
    """The checksum of that generation; None when the first line is damaged."""
    start: int | None
    """The number of the last change in that generation; None when the first line is damaged."""
    records: tuple[Transaction, ...]
    """The transactions that count."""
    gaps: bool
    """Lines that were safe are damaged."""
    torn: bool
    """After the last transaction that counts follows something that is not a whole line."""
    size: int
    """Bytes."""
    leads_to: tuple[int, str] | None = None
    """Generation and checksum of the checkpoint made of it; None while there is none."""
    newer: bool = False
    """It holds something that is not known here."""

    @property
    def clean(self) -> bool:
        """Return whether it may be appended to."""
        whole = self.crc32 is not None and not self.gaps and not self.torn
        return whole and not self.newer


def head_line(generation: int, crc32: str, number: int) -> bytes:
    """Return the first line of a journal."""
    return _seal(dump({"base": generation, "crc32": crc32, "s": number}))


def record_line(number: int, generation: int, operations: str) -> bytes:
    """Return the line of one transaction; `operations` is the JSON text of the list."""
    return _seal(f'{{"s":{number},"g":{generation},"ops":{operations}}}')


def durable_line(number: int, generation: int) -> bytes:
    """Return the line that says that everything up to change `number` is on the disk itself."""
    return _seal(dump({"d": number, "g": generation}))


def closing_line(generation: int, following: int, crc32: str) -> bytes:
    """Return the line that names the next generation, made of these changes."""
    return _seal(dump({"next": following, "crc32": crc32, "g": generation}))


def parse(raw: bytes) -> Journal:
    """Read a journal; damage is returned, never raised."""
    *whole, rest = raw.split(b"\n")
    read = [_read(text) for text in whole]
    lines = [each.line for each in read]
    head = lines[0] if lines and lines[0] and "base" in lines[0] else {}
    durable = max((line["d"] for line in lines if line and "d" in line), default=-1)
    if not head and durable < 0:
        # The first line is synced before any other is: without it nothing here was ever safe.
        lines = []
    records, hole, ended = _counting(lines, head.get("s"), durable)
    reached = records[-1].number if records else head.get("s", -1)
    # What is odd was written by somebody: it is told, and the file is kept.
    gaps = hole or reached < durable or any(each.odd for each in read)
    return Journal(
        base=head.get("base", _generation(lines)),
        crc32=head.get("crc32"),
        start=head.get("s"),
        records=tuple(records),
        gaps=gaps or (not head and durable >= 0),
        torn=ended or bool(rest) or not lines or (None in lines and not gaps),
        size=len(raw),
        leads_to=checkpoint_led_to(raw),
        newer=any(each.more for each in read),
    )


def checkpoint_led_to(raw: bytes) -> tuple[int, str] | None:
    """Return the checkpoint that a journal led to, reading nothing else of it; None when none.

    Edits may follow that line; the next journal has them too.
    """
    # No text can hold these bytes: a quotation mark in one is written with a backslash.
    at = raw.rfind(b' {"next":')
    if at < 0:
        return None
    line = _read(raw[raw.rfind(b"\n", 0, at) + 1 :].partition(b"\n")[0]).line
    return (line["next"], line["crc32"]) if line and "next" in line else None


def _counting(
    lines: list[Line | None], start: int | None, durable: int
) -> tuple[list[Transaction], bool, bool]:
    """Return the transactions that count, whether a safe one is missing, whether some end early."""
    records: list[Transaction] = []
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
        records.append(Transaction(number, line["ops"]))
        last = number
    return records, hole, False


def _seal(text: str) -> bytes:
    raw = text.encode("ascii")
    return b"%08x %s\n" % (zlib.crc32(raw), raw)


class _Read(NamedTuple):
    """One line as it was read."""

    line: Line | None
    """Its known fields; None when it is damaged."""
    odd: bool = False
    """Its checksum is right, and it is not one of the lines that are written here."""
    more: bool = False
    """It holds something that is not known here."""


_DAMAGED = _Read(None)
_ODD = _Read(None, odd=True)


def _read(text: bytes) -> _Read:
    """Read one line; a CR added by a tool does no harm."""
    text = text.removesuffix(b"\r")
    try:
        if int(text[: _PREFIX - 1], 16) != zlib.crc32(text[_PREFIX:]):
            return _DAMAGED
    except ValueError:
        return _DAMAGED
    try:
        line = loads(text[_PREFIX:])
    except ValueError:
        return _ODD
    return _judged(line) if isinstance(line, dict) else _ODD


def _judged(line: Line) -> _Read:
    """Return the known part of a line; one with values of wrong types is odd."""
    fields = next((names for name, names in _FIELDS.items() if name in line), None)
    if fields is None:
        return _Read(None, more=True)
    if not all(name in line and fits(line[name]) for name, fits in fields.items()):
        return _ODD
    more = line.keys() != fields.keys()
    if "ops" in line:
        known = [each for each in line["ops"] if _is_operation(each)]
        more = more or len(known) != len(line["ops"])
        line = {**line, "ops": known}
    return _Read(line, more=more)


def _is_operation(operation: object) -> bool:
    """Return whether it changes a document, whole or by a splice, or makes or drops a table."""
    if not isinstance(operation, list) or not 3 <= len(operation) <= 4:  # noqa: PLR2004
        return False
    table, key, document, *splice = operation
    if not isinstance(table, str) or table == META:
        return False
    if key is None:
        return document in (None, {}) and not splice
    if not is_document_number(key):
        return False
    if splice:
        return document is None and is_splice(splice[0])
    return document is None or isinstance(document, dict)


def _is_text(value: object) -> bool:
    return isinstance(value, str)


def _is_list(value: object) -> bool:
    return isinstance(value, list)


_FIELDS: dict[str, dict[str, Callable[[object], bool]]] = {
    "base": {"base": is_number, "crc32": _is_text, "s": is_number},
    "ops": {"s": is_number, "g": is_number, "ops": _is_list},
    "d": {"d": is_number, "g": is_number},
    "next": {"next": is_number, "crc32": _is_text, "g": is_number},
}
"""The fields of each kind of line, by the field that names the kind."""


def _generation(lines: list[Line | None]) -> int | None:
    return next((line["g"] for line in lines if line and "g" in line), None)


# The file in use


class Taken(OSError):  # noqa: N818 - the state it is in
    """Another program writes to this journal: one of the two lost the case's lock."""


class JournalFile(Struct):
    """The journal in use; opened when first needed."""

    files: Files
    path: str
    """Where it was made or found."""
    generation: int
    """The generation it goes on from."""
    inode: int
    """Identifies the file, also when it is renamed."""
    size: int = 0
    """Bytes."""
    records: int = 0
    """Transactions in it."""
    handle: int | None = None
    """Open for appending; None while it is closed."""

    def append(self, data: bytes, records: int = 0) -> None:
        """Add lines in one write.

        Raises:
            OSError: Part of it may have been written; never append again. `ESTALE` when the file
                was replaced or changed, so that the lines would not be read; `EFBIG` where the
                journal would get too large to be read back; `Taken`.
        """
        check_readable(self.size + len(data), self.path)
        handle = self.open_handle()
        self.check()
        self.files.write_all(handle, data)
        self.size += len(data)
        self.records += records

    def check(self) -> None:
        """Make sure that the name still leads to this file, and that no other program wrote to it.

        Raises:
            OSError: `ESTALE` when not.
        """
        if not self.files.is_same_file(self.path, self.inode, self.size):
            raise OSError(errno.ESTALE, os.strerror(errno.ESTALE), self.path)

    def datasync(self) -> None:
        """Return once all of it is on the disk itself."""
        self.files.datasync(self.open_handle())

    def sync(self) -> None:
        """As `datasync`, with the file's own entry, for a new file."""
        self.files.sync(self.open_handle())

    def close(self) -> None:
        """Close the handle; an error no longer matters."""
        if self.handle is None:
            return
        handle, self.handle = self.handle, None
        try:
            self.files.close(handle)
        except OSError:
            # All that counts was synced before, or is written again elsewhere.
            return

    def open_handle(self) -> int:
        """Return the handle, opened now if it was not.

        Raises:
            OSError: `ESTALE` when another file has its name; `Taken`.
        """
        if self.handle is None:
            self.check()
            handle = self.files.open_append(self.path)
            if not self.files.try_lock_open(handle):
                self.files.close(handle)
                raise Taken(errno.EBUSY, os.strerror(errno.EBUSY), self.path)
            self.handle = handle
        return self.handle


def set_journal_aside(files: Files, layout: StoreFiles, journal: JournalFile, *, bad: bool) -> None:
    """Move the journal to the place of the previous one; a damaged or strange one is set aside.

    No edit may come in meanwhile: the journal is closed for the move, as Windows moves no open
    file, and the next edit opens it at its new place.
    """
    try:
        found = files.info(layout.journal)
    except FileNotFoundError:
        return
    journal.close()
    if bad or (found.inode, found.size) != (journal.inode, journal.size):
        files.replace(layout.journal, free_name(files, layout.journal, "damaged"))
    else:
        files.replace(layout.journal, layout.journal_previous)
        journal.path = layout.journal_previous


def make_journal(files: Files, layout: StoreFiles, generation: int, head: bytes) -> JournalFile:
    """Return a new journal with its first line; nothing is synced yet."""
    handle = files.create(layout.journal)
    journal = JournalFile(files, layout.journal, generation, 0, handle=handle)
    try:
        files.try_lock_open(handle)
        journal.inode = files.info(layout.journal).inode
        journal.append(head)
    except OSError:
        journal.close()
        raise
    return journal
