"""Shapes to entities: same fields by name, times as times, ids where the export has none."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar, get_args, get_type_hints

from companion.domain.case import CopiedText
from companion.domain.changes import rows, table_names, with_rows
from companion.domain.comparison import (
    Cell,
    ChosenPath,
    ComparisonRow,
    Confidence,
    Decision,
    Leaning,
    Rating,
)
from companion.domain.entity import EVERY_FIELD, IMPORTED
from companion.domain.option import OptionCell, OptionStars
from companion.domain.question import ListedQuestion
from companion.domain.value import replace
from companion.domain.visit import Debrief
from companion.exchange.json.readers import derived_id

if TYPE_CHECKING:
    from collections.abc import Iterable

    from companion.domain.changes import FileT
    from companion.domain.entity import Entity
    from companion.exchange.json.model import Shape

KindT = TypeVar("KindT")
EntityT = TypeVar("EntityT", bound="Entity")

NATURAL: dict[type[Entity], tuple[str, ...]] = {
    ListedQuestion: ("question_id",),
    Debrief: ("prompt", "at", "by_id"),
    Cell: ("opinion_id", "aspect_id"),
    Rating: ("opinion_id", "what", "by_id"),
    ComparisonRow: ("aspect_id",),
    ChosenPath: ("path", "at"),
    Confidence: ("at", "by_id"),
    Leaning: ("at", "by_id"),
    Decision: (),
    CopiedText: ("source",),
    OptionCell: ("option_id", "criterion_id"),
    OptionStars: ("option_id", "criterion_id", "by_id"),
}
"""The fields that identify an entity; the export gives it no id."""


def time_of(text: str) -> datetime:
    """Return an ISO 8601 time with offset as UTC, cut to the millisecond."""
    at = datetime.fromisoformat(text).astimezone(UTC)
    return at.replace(microsecond=at.microsecond // 1000 * 1000)


@cache
def _times(kind: Any) -> frozenset[str]:  # noqa: ANN401 - a class of entities
    hints = get_type_hints(kind)
    names: tuple[str, ...] = kind.__struct_fields__
    return frozenset(name for name in names if datetime in (hints[name], *get_args(hints[name])))


@cache
def _plan(kind: Any, shape: Any) -> tuple[tuple[str, bool], ...]:  # noqa: ANN401 - two classes
    """Return the fields both have, and which of them are times."""
    times = _times(kind)
    return tuple((name, name in times) for name in kind.__struct_fields__ if hasattr(shape, name))


def made(kind: type[KindT], shape: Any, **own: object) -> KindT:  # noqa: ANN401
    """Make a domain value from the fields of the same name, but for those given."""
    values: dict[str, Any] = {}
    both: tuple[Any, Any] = kind, type(shape)
    for name, timed in _plan(*both):
        if name not in own:
            value = getattr(shape, name)
            values[name] = time_of(value) if timed and value is not None else value
    return kind(**values, **own)


def dated(file: FileT, made_at: datetime | None) -> FileT:
    """Return the file with each thing stamped with the latest time it knows of itself.

    Args:
        file: An imported case or visit.
        made_at: When its case was made, for things that know no time.
    """
    tables = {
        table: tuple(_dated(entity, made_at) for entity in rows(file, table))
        for table in table_names(type(file))
    }
    return with_rows(file, tables)


def _dated(entity: Entity, made_at: datetime | None) -> Entity:
    kind: Any = type(entity)
    times = (getattr(entity, name) for name in _times(kind))
    known = [at for at in times if at is not None]
    last = max(known, default=made_at)
    milliseconds = int(last.timestamp() * 1000) if last is not None else 0
    return replace(entity, stamps={EVERY_FIELD: (max(0, milliseconds), IMPORTED, 0)})


def named(pairs: Iterable[Shape]) -> tuple[tuple[str, str], ...]:
    """Named texts as pairs."""
    return tuple((each.name, each.value) for each in pairs)


def natural_key(entity: Entity) -> tuple[Any, ...]:
    """Return the values that make two of them the same."""
    return tuple(getattr(entity, name) for name in NATURAL[type(entity)])


def with_ids(scope: str, entities: Iterable[EntityT]) -> tuple[EntityT, ...]:
    """Return the entities with ids made from what makes each the same as another.

    Args:
        scope: The case, and the visit if they stand in one.
        entities: Entities whose ids are empty.
    """
    met: dict[str, int] = {}
    result = []
    for entity in entities:
        key = f"{type(entity).__name__}/{natural_key(entity)}"
        number = met[key] = met.get(key, -1) + 1
        result.append(replace(entity, id=derived_id(scope, f"{key}/{number}")))
    return tuple(result)
