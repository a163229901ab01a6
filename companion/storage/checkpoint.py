"""One generation of a store: plain TinyDB JSON with its own checksum in `_meta`.

How it is written and read, and the steps by which it is put in place.
"""

from __future__ import annotations

import errno
import json
import os
import zlib
from typing import TYPE_CHECKING, Any, TypeAlias

from companion.domain.value import Value, replace
from companion.files import READ_LIMIT
from companion.storage.layout import free_name
from companion.storage.plain_json import is_document_number, is_number, loads

if TYPE_CHECKING:
    from collections.abc import Callable

    from companion.files import Files, Info
    from companion.storage.layout import StoreFiles

META = "_meta"
"""The table that carries schema, generation and checksum."""
_META_FIELDS = {"schema", "generation", "crc32"}
_NO_LINKS = {errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.EMLINK}
"""Errors of disks without hard links (FAT, some network disks)."""

Document: TypeAlias = dict[str, Any]
"""One TinyDB document: plain JSON."""
Tables: TypeAlias = dict[str, dict[str, Document]]
"""Table names to document ids, as TinyDB writes them (text), to documents."""


class NotReadableError(ValueError):
    """Bytes that are not JSON, or whose `_meta` is not in order."""


class NotOursError(ValueError):
    """JSON, but not a store of ours: no `_meta`, or no tables of documents."""


class Checkpoint(Value):
    """A generation as it was read."""

    tables: Tables
    """All but `_meta`."""
    generation: int
    """Counts the checkpoints of this store, from 1."""
    schema: int
    """Version of the fields."""
    crc32: str
    """The checksum in `_meta`."""
    intact: bool
    """Whether the content agrees with the checksum."""
    size: int
    """Bytes."""


_ENCODER = json.JSONEncoder(separators=(",", ":"), allow_nan=False)


def dump(value: object) -> str:
    """Return the one JSON form of a value: compact, ASCII, so that any tool in any locale reads it.

    Raises:
        ValueError: Not a number (NaN, Infinity), which is not JSON.
    """
    return _ENCODER.encode(value)


def checksum(body: str | bytes) -> str:
    """Return the CRC-32 in eight hexadecimal digits."""
    return f"{zlib.crc32(body.encode() if isinstance(body, str) else body):08x}"


def serialise(tables: Tables) -> dict[str, dict[str, str]]:
    """Return every document as its JSON text."""
    return {
        table: {key: dump(document) for key, document in rows.items()}
        for table, rows in tables.items()
    }


def encode(
    serialised: dict[str, dict[str, str]], schema: int, generation: int
) -> tuple[bytes, str]:
    """Return the bytes of a checkpoint and its checksum, from documents as JSON text."""
    tables = ",".join(
        f"{dump(table)}:{{{','.join(f'{dump(key)}:{text}' for key, text in rows.items())}}}"
        for table, rows in serialised.items()
    )
    crc32 = checksum("{" + tables + "}")
    meta = dump({"1": {"schema": schema, "generation": generation, "crc32": crc32}})
    return f'{{"{META}":{meta}{"," if tables else ""}{tables}}}'.encode("ascii"), crc32


_MORE_AFTER_IT = "Extra data"


def decode(raw: bytes) -> Checkpoint:
    """Read a checkpoint; one with a wrong checksum is returned, and says so.

    Bytes that something added to its end do no harm, as the checksum says that everything is there.

    Raises:
        NotReadableError: Not JSON, or `_meta` is not in order.
        NotOursError: JSON without `_meta`, or not tables of documents.
    """
    try:
        tables = loads(raw)
    except json.JSONDecodeError as error:
        whole = decode(raw[: error.pos]) if error.msg == _MORE_AFTER_IT else None
        if whole is None or not whole.intact:
            raise NotReadableError from error
        return replace(whole, size=len(raw))
    except ValueError as error:
        raise NotReadableError from error
    if not isinstance(tables, dict) or META not in tables:
        raise NotOursError
    meta = _meta(tables.pop(META))
    if not all(_is_table(table) for table in tables.values()):
        raise NotOursError
    return Checkpoint(
        tables=tables,
        generation=meta["generation"],
        schema=meta["schema"],
        crc32=meta["crc32"],
        intact=_is_intact(raw, tables, meta),
        size=len(raw),
    )


def _is_intact(raw: bytes, tables: Tables, meta: dict[str, Any]) -> bool:
    """Return whether the content was written by us: byte for byte, or at least value for value."""
    try:
        start = f'{{"{META}":{dump({"1": meta})},'.encode("ascii")
    except RecursionError:
        return False
    if raw.startswith(start) and checksum(b"{" + raw[len(start) :]) == meta["crc32"]:
        return True
    return bool(_crc32(tables) == meta["crc32"])


def _crc32(tables: Tables) -> str:
    try:
        return checksum(dump(tables))
    except (ValueError, RecursionError):
        return ""


def _meta(table: object) -> dict[str, Any]:
    """Return the one document of `_meta`; further fields are those of a newer version."""
    meta = table.get("1") if isinstance(table, dict) else None
    if not isinstance(meta, dict) or not meta.keys() >= _META_FIELDS:
        raise NotReadableError
    if not all(is_number(meta[field], least=1) for field in ("schema", "generation")):
        raise NotReadableError
    if not isinstance(meta["crc32"], str):
        raise NotReadableError
    return meta


def _is_table(table: object) -> bool:
    return isinstance(table, dict) and all(
        is_document_number(key) and isinstance(document, dict) for key, document in table.items()
    )


# Putting a generation in place


def check_readable(size: int, path: str) -> None:
    """Make sure that a file of so many bytes could be read back.

    Raises:
        OSError: `EFBIG`: it could not.
    """
    if size > READ_LIMIT:
        raise OSError(errno.EFBIG, os.strerror(errno.EFBIG), path)


def _yes() -> bool:
    return True


def write_beside(
    files: Files, layout: StoreFiles, raw: bytes, may_come_back: Callable[[], bool] = _yes
) -> Info:
    """Write the next generation beside the present one, down to the disk itself.

    Args:
        files: The interface to files.
        layout: Where.
        raw: The generation.
        may_come_back: Asked before a folder that is gone is made again.

    Raises:
        OSError: The disk refuses, or the folder is gone for good; `EFBIG` where the file would be
            too large to be read back.
    """
    check_readable(len(raw), layout.main)
    try:
        files.unlink_if_there(layout.beside)
        files.write_new(layout.beside, raw)
    except FileNotFoundError:
        if not may_come_back():
            raise
        files.make_folder(layout.folder)
        files.write_new(layout.beside, raw)
    return files.info(layout.beside)


def install(files: Files, layout: StoreFiles, *, bad: bool) -> None:
    """Put the new generation in place and keep the present one as the previous one.

    A damaged present one never takes the place of a good previous one; it is set aside.
    """
    if bad and files.exists(layout.main):
        files.replace(layout.main, free_name(files, layout.main, "damaged"))
    elif not bad:
        _keep_previous(files, layout)
    files.replace(layout.beside, layout.main)
    files.sync_folder(layout.folder)


def _keep_previous(files: Files, layout: StoreFiles) -> None:
    if not files.exists(layout.main):
        return
    files.unlink_if_there(layout.previous)
    try:
        files.link(layout.main, layout.previous)
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        files.replace(layout.main, layout.previous)
