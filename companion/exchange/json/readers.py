"""Readers of the JSON export, one for each kind of value; a wrong value is named with its path."""

from __future__ import annotations

import hashlib
import json
import math
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime
from types import UnionType
from typing import (
    TYPE_CHECKING,
    Annotated,
    Any,
    Literal,
    NoReturn,
    Union,
    get_args,
    get_origin,
    get_type_hints,
)

from msgspec import Struct

from companion.domain.date_input import FIRST_YEAR, LAST_YEAR, can_be_meant
from companion.domain.entity import is_id
from companion.domain.field_types import Refers, Timed, Within
from companion.domain.text import clean
from companion.exchange.errors import ImportRefusedError
from companion.exchange.json.model import Own
from companion.words import exchange as words

if TYPE_CHECKING:
    from enum import StrEnum

MOST_ENTITIES = 100_000
"""Most things in one file."""

Path = tuple[Any, Any] | None
"""Where a value stands: what holds it, and its name or number there."""


def written_path(path: Path) -> str:
    """Return a path as people write it: `$.visits[3].notes[17].text`."""
    parts: list[str] = []
    while path is not None:
        path, key = path
        parts.append(f"[{key}]" if isinstance(key, int) else f".{key}")
    return "$" + "".join(reversed(parts))


def refuse(path: Path, why: str) -> NoReturn:
    """Refuse the file because of the value at a path.

    Raises:
        ImportRefusedError: Always.
    """
    raise ImportRefusedError(words.refused(written_path(path), why))


def derived_id(case_id: str, old: str) -> str:
    """Return the id that stands for one not of our form; the same at every import."""
    text = f"{case_id}/{old}".encode("utf-8", "surrogatepass")
    return hashlib.sha256(text).hexdigest()[:24]


@dataclass(slots=True)
class ImportContext:
    """State of reading one file."""

    case_id: str
    """The case as it will be called here."""
    entities: int = 0
    """Things met so far."""
    unknown: int = 0
    """Fields met that no shape has."""
    own: dict[str, set[str]] = field(default_factory=dict)
    """Ids met, by the list they stand in."""
    references: list[tuple[str, str, Path]] = field(default_factory=list)
    """List, id and place of each reference met."""
    _like: dict[tuple[str, str], int] = field(default_factory=dict)

    def our_id(self, old: str) -> str:
        """Return the id as it is kept here."""
        return old if is_id(old) else derived_id(self.case_id, old)

    def given_id(self, table: str, value: object) -> str:
        """Return an id for an entity without one: from its content, counting equal ones."""
        text = json.dumps(value, sort_keys=True)
        number = self._like.get((table, text), 0)
        self._like[table, text] = number + 1
        return derived_id(self.case_id, f"{table}/{number}/{text}")

    def count(self, path: Path) -> None:
        """Count one more entity.

        Raises:
            ImportRefusedError: There are too many.
        """
        self.entities += 1
        if self.entities > MOST_ENTITIES:
            refuse(path, words.too_many(MOST_ENTITIES))

    def check_references(self, known: dict[str, set[str]]) -> None:
        """Refuse the first reference that leads nowhere.

        Args:
            known: Ids that the case here already has, by list.

        Raises:
            ImportRefusedError: There is one.
        """
        for kind, name, path in self.references:
            if name not in self.own.get(kind, ()) and name not in known.get(kind, ()):
                refuse(path, words.leads_nowhere(kind))


MOST_TEXT = 1024 * 1024
"""Longest string, in bytes of UTF-8."""

Read = Callable[[Any, Path, ImportContext], Any]
"""Takes a value, where it stands, and what is known; gives the value as it is kept."""


def read_text(value: Any, path: Path, reading: ImportContext) -> str:  # noqa: ANN401, ARG001
    """Return a string as it is kept."""
    if not isinstance(value, str):
        refuse(path, words.wrong_type("text"))
    if len(value) * 4 > MOST_TEXT and len(value.encode("utf-8", "surrogatepass")) > MOST_TEXT:
        refuse(path, words.TEXT_TOO_LONG)
    return clean(value)


def _truth(value: Any, path: Path, _: ImportContext) -> bool:  # noqa: ANN401
    if not isinstance(value, bool):
        refuse(path, words.wrong_type("true or false"))
    return value


def _whole(value: Any, path: Path, _: ImportContext) -> int:  # noqa: ANN401
    if not isinstance(value, int) or isinstance(value, bool):
        refuse(path, words.wrong_type("a whole number"))
    return value


def _number(value: Any, path: Path, _: ImportContext) -> float:  # noqa: ANN401
    if isinstance(value, bool) or not isinstance(value, int | float):
        refuse(path, words.wrong_type("a number"))
    try:
        number = float(value)
    except OverflowError:
        number = math.inf
    if not math.isfinite(number):
        refuse(path, words.wrong_type("a number"))
    return number


def _time(marker: Timed) -> Read:
    wanted = "a day (2026-12-03)" if not marker.time else "a time with offset"

    def read(value: Any, path: Path, reading: ImportContext) -> str:  # noqa: ANN401
        text = read_text(value, path, reading)
        at = _day_or_time(text, marker)
        if at is None:
            refuse(path, words.wrong_type(wanted))
        if not can_be_meant(at):
            refuse(path, words.out_of_years(FIRST_YEAR, LAST_YEAR))
        return _as_kept(at, text)

    return read


def _day_or_time(text: str, marker: Timed) -> date | datetime | None:
    """Return the day or time that a text is; None for what is none that may stand there."""
    try:
        if marker.day and "T" not in text:
            return date.fromisoformat(text)
        at = datetime.fromisoformat(text)
    except (ValueError, OverflowError):
        return None
    # A time of a visit without offset is a local one, as calendars write them.
    return at if marker.time and (marker.day or at.tzinfo is not None) else None


def _as_kept(at: date | datetime, text: str) -> str:
    """Return a day or time in the form that a store holds.

    ISO 8601 has other forms for the same day: `20261203`, `2026-W49-4`.
    """
    written = isinstance(at, datetime) and text.startswith(f"{at.date().isoformat()}T")
    return text if written else at.isoformat()


def _within(marker: Within) -> Read:
    def read(value: Any, path: Path, reading: ImportContext) -> int:  # noqa: ANN401
        number = _whole(value, path, reading)
        if not marker.least <= number <= marker.most:
            refuse(path, words.out_of_bounds(marker.least, marker.most))
        return number

    return read


def _reference(marker: Refers) -> Read:
    def read(value: Any, path: Path, reading: ImportContext) -> str | None:  # noqa: ANN401
        text = read_text(value, path, reading)
        if not text:
            return None
        name = reading.our_id(text)
        reading.references.append((marker.to, name, path))
        return name

    return read


def _choice(kind: type[StrEnum]) -> Read:
    members = {str(each): each for each in kind}

    def read(value: Any, path: Path, _: ImportContext) -> StrEnum:  # noqa: ANN401
        if not isinstance(value, str) or value not in members:
            refuse(path, words.wrong_choice(members))
        return members[value]

    return read


def _sequence(hint: Any) -> Read:  # noqa: ANN401
    each = _reader(hint)
    blanks = _may_be_none(hint)

    def read(value: Any, path: Path, reading: ImportContext) -> tuple[Any, ...]:  # noqa: ANN401
        if not isinstance(value, list):
            refuse(path, words.wrong_type("a list"))
        found = (each(item, (path, place), reading) for place, item in enumerate(value))
        # An empty reference leads nowhere, and no list of a store holds one.
        return tuple(found) if blanks else tuple(item for item in found if item is not None)

    return read


def _may_be_none(hint: Any) -> bool:  # noqa: ANN401
    return get_origin(hint) in {Union, UnionType}


def _marked(hint: Any) -> Read:  # noqa: ANN401
    for marker in get_args(hint)[1:]:
        if isinstance(marker, Timed):
            return _time(marker)
        if isinstance(marker, Within):
            return _within(marker)
        if isinstance(marker, Refers):
            return _reference(marker)
    return read_text


_PLAIN: dict[Any, Read] = {str: read_text, bool: _truth, int: _whole, float: _number}


def _reader(hint: Any) -> Read:  # noqa: ANN401
    if get_origin(hint) is Annotated:
        return _marked(hint)
    if _may_be_none(hint):
        inner = _reader(get_args(hint)[0])
        return lambda value, path, reading: None if value is None else inner(value, path, reading)
    if get_origin(hint) is tuple:
        return _sequence(get_args(hint)[0])
    if isinstance(hint, type) and issubclass(hint, Struct):
        return shape_reader(hint)
    if get_origin(hint) is Literal:
        return lambda value, *_: value  # checked before anything else
    return _PLAIN.get(hint) or _choice(hint)


def _own_id(
    own: Own, kind: type[Any], value: dict[str, Any], path: Path, reading: ImportContext
) -> str:
    table = own.table or kind.__name__
    given = value.get("id")
    text = "" if given is None else read_text(given, (path, "id"), reading)
    if text:
        name = reading.our_id(text)
    elif own.grows:
        name = derived_id(reading.case_id, f"{table}[{path[1] if path else 0}]")
    else:
        name = reading.given_id(table, value)
    taken = reading.own.setdefault(table, set())
    if name in taken:
        refuse((path, "id"), words.ID_TWICE)
    taken.add(name)
    return name


_READERS: dict[type[Any], Read] = {}


def shape_reader(kind: type[Any]) -> Read:
    """Return the reader of one shape; unknown fields are counted, null means empty."""
    if kind not in _READERS:
        _READERS[kind] = _new_reader(kind)
    return _READERS[kind]


def _new_reader(kind: type[Any]) -> Read:
    hints = get_type_hints(kind, include_extras=True)
    names = frozenset(kind.__struct_fields__)
    own = next((each for each in get_args(hints.get("id"))[1:] if isinstance(each, Own)), None)
    readers = [(name, _reader(hints[name])) for name in hints if not (name == "id" and own)]

    def read(value: Any, path: Path, reading: ImportContext) -> Any:  # noqa: ANN401
        if not isinstance(value, dict):
            refuse(path, words.wrong_type("an object"))
        reading.unknown += len(value.keys() - names)
        values: dict[str, Any] = {}
        if own:
            reading.count(path)
            values["id"] = _own_id(own, kind, value, path, reading)
        for name, each in readers:
            item = value.get(name)
            if item is not None and (found := each(item, (path, name), reading)) is not None:
                values[name] = found
        return kind(**values)

    return read
