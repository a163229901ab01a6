"""Files set aside beside the stores, and damaged ones, read as far as possible.

Nothing here is relied on: a checksum may be wrong, a line torn, a file half of one. Everything that
looks like a document of ours is returned, and of a broken one the strings that can still be read.
"""

from __future__ import annotations

import json
import re
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from companion.storage.checkpoint import META
from companion.storage.conflict_copies import Copied, copy_of
from companion.storage.errors import Unreadable
from companion.storage.text_delta import apply_splice, is_splice

if TYPE_CHECKING:
    from collections.abc import Iterator

    from companion.files import Files

_DOCUMENT = re.compile(r'(?:"([a-z_]+)"\s*:\s*\{\s*)?"\d+"\s*:\s*\{|\["([a-z_]+)","\d+",\{')
"""The beginning of a document: in a checkpoint, perhaps the first of its table, or in a journal."""
_STRING = re.compile(r'"([a-z_]+)"\s*:\s*"((?:[^"\\]|\\.)*)', re.DOTALL)
_COVERED = re.compile(r'"covered"\s*:\s*true')
_NOTE_IDS = re.compile(r'"note_ids"\s*:\s*\[([^\]]*)')
_SEALED = re.compile(r"[0-9a-f]{8} (\{.*)", re.DOTALL)
_HALF_ESCAPE = re.compile(r"\\(?:u[0-9a-fA-F]{0,3})?\Z")
_NO_TEXTS = frozenset({Copied.PLACEHOLDER})
_ENDINGS = (".json", ".prev", ".journal", ".tmp")


@dataclass(frozen=True, slots=True)
class Piece:
    """A document, or what is left of one."""

    table: str
    """Its table; empty where that is unknown."""
    fields: dict[str, Any]
    """Its fields as they were stored; of a broken one the strings of each in a list."""
    whole: bool = True


@dataclass(frozen=True, slots=True)
class Aside:
    """One file that was set aside, or is damaged."""

    path: str
    pieces: tuple[Piece, ...] = ()
    """Everything that could be read, in order."""
    error: Unreadable | None = None
    """Why the disk does not give it."""


def is_set_aside(name: str) -> bool:
    """Return whether a file in a case's folder is a copy, or half a file, that may hold words."""
    found = copy_of(name)
    if found is None:
        return name.endswith(".json.tmp")
    return found[1] not in _NO_TEXTS and not name.endswith(".lock")


def read_aside(files: Files, path: str) -> Aside:
    """Return everything in a file that can still be read."""
    try:
        raw = files.read(path)
    except OSError as error:
        return Aside(path, error=Unreadable(path, error))
    return Aside(path, tuple(pieces_of(raw)))


def is_damaged(files: Files, path: str) -> bool:
    """Return whether a file of a store holds something that opening the store leaves out."""
    if not path.endswith(_ENDINGS):
        return False
    try:
        raw = files.read(path)
    except OSError:
        # It is named where it is read.
        return True
    if ".journal" in path.rpartition(".json")[2]:
        return not all(map(_is_sealed, raw.split(b"\n")))
    tables = _json(raw.decode("utf-8", "replace"))
    return bool(raw) and not (isinstance(tables, dict) and META in tables)


def _is_sealed(line: bytes) -> bool:
    """Return whether a journal's line agrees with its checksum; the end after the last is empty."""
    line = line.removesuffix(b"\r")
    return not line or line[:8] == b"%08x" % zlib.crc32(line[9:])


def pieces_of(raw: bytes) -> Iterator[Piece]:
    """Return the documents in the bytes of a checkpoint or a journal, whole or not."""
    text = raw.decode("utf-8", "replace")
    whole = _json(text)
    if isinstance(whole, dict):
        yield from _of_tables(whole)
    elif any(map(_SEALED.match, text.split("\n"))):
        yield from _of_lines(text)
    else:
        yield from _of_fragments(text)


def _json(text: str) -> object:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


def _of_tables(tables: dict[str, Any]) -> Iterator[Piece]:
    for table, rows in tables.items():
        if table == META or not isinstance(rows, dict):
            continue
        yield from (Piece(table, each) for each in rows.values() if isinstance(each, dict))


def _of_lines(text: str) -> Iterator[Piece]:
    """Read a journal: each line as far as it goes, whatever its checksum says."""
    documents: dict[tuple[str, str], dict[str, Any]] = {}
    for line in text.split("\n"):
        sealed = _SEALED.search(line)
        content = _json(sealed[1]) if sealed else None
        operations = content.get("ops") if isinstance(content, dict) else None
        if isinstance(operations, list):
            yield from _of_operations(operations, documents)
        else:
            yield from _of_fragments(line)


def _of_operations(
    operations: list[Any], documents: dict[tuple[str, str], dict[str, Any]]
) -> Iterator[Piece]:
    for operation in operations:
        match operation:
            case [str(table), str(key), dict(document)]:
                documents[table, key] = document
            case [str(table), str(key), _, dict(splice)]:
                document = _spliced(documents.get((table, key), {}), splice)
                documents[table, key] = document
            case _:
                continue
        yield Piece(table, document)


def _spliced(document: dict[str, Any], splice: dict[str, Any]) -> dict[str, Any]:
    """Return a document after a splice; where it does not fit, at least the text put in."""
    spliced = apply_splice(document, splice) if is_splice(splice) else None
    if spliced is None:
        texts = splice.get("text")
        put_in = texts.items() if isinstance(texts, dict) else ()
        kept = splice.get("set")
        return {
            **document,
            **(kept if isinstance(kept, dict) else {}),
            **{name: cut[-1] for name, cut in put_in if isinstance(cut, list) and cut},
        }
    return spliced


def _of_fragments(text: str) -> Iterator[Piece]:
    """Return whole documents in a text that is not; of broken ones their strings."""
    table, at = "", 0
    decoder = json.JSONDecoder(strict=False)
    while (found := _DOCUMENT.search(text, at)) is not None:
        yield from _broken(table, text[at : found.start()])
        table = found[1] or found[2] or table
        begin = found.end() - 1
        try:
            document, at = decoder.raw_decode(text, begin)
        except (ValueError, RecursionError):
            after = _DOCUMENT.search(text, found.end())
            at = after.start() if after is not None else len(text)
            if table != META:
                yield from _broken(table, text[begin:at])
        else:
            if table != META and isinstance(document, dict):
                yield Piece(table, document)
    yield from _broken(table, text[at:])


def _broken(table: str, text: str) -> Iterator[Piece]:
    """Return the rest of a document of which a part is damaged."""
    fields: dict[str, Any] = {}
    for name, written in _STRING.findall(text):
        fields.setdefault(name, []).append(_unescaped(written))
    if not fields:
        return
    if _COVERED.search(text):
        fields["covered"] = True
    if (behind := _NOTE_IDS.search(text)) is not None:
        fields["note_ids"] = re.findall(r"[a-z0-9]{8,40}", behind[1])
    ids = fields.get("id")
    yield Piece(table, {**fields, "id": ids[0] if ids else ""}, whole=False)


def _unescaped(written: str) -> str:
    """Return a string of JSON as text, cut where an escape is torn."""
    whole = _HALF_ESCAPE.sub("", written)
    text = _json(f'"{whole}"')
    return text if isinstance(text, str) else whole
