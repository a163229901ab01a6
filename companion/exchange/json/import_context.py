"""State of reading one file: ids met, references to check, unknown fields, error paths."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field
from typing import Any, NoReturn

from companion.domain.entity import is_id
from companion.exchange.errors import ImportRefusedError
from companion.words import exchange as words

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
