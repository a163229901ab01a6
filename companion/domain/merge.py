"""Bringing two notebooks of the same visit or case together; nothing either holds is lost.

Of two half lines of a visit the later one never takes away the other: which was typed last says
nothing about the other when they come from two laptops. What already stands in the visit, as a note
or as a part of the line, is not repeated.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from companion.domain.changes import (
    FileT,
    Rows,
    field_names,
    rows,
    stamp_of,
    table_names,
    with_rows,
)
from companion.domain.composer import line_of, with_composer
from companion.domain.entity import EVERY_FIELD, Entity, Stamp, Version, newest_of_each, order
from companion.domain.marks import read_mark
from companion.domain.text import is_blank
from companion.domain.value import replace

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from companion.domain.note import ComposerLine
    from companion.domain.visit import VisitFile

BETWEEN = "\n"
"""The separator between two texts that are both kept."""
_TOGETHER = ("text", "covered", "editing_note_id", "question_id")
"""What a half line is: its text is never hidden, shown or entered as another laptop's line is."""


def _versions(entity: Entity, name: str) -> tuple[Version, ...]:
    """Return the texts an entity holds for a field: one, unless several were merged."""
    kept = entity.versions.get(name, ())
    if kept:
        return kept
    return (Version(stamp_of(entity, name), getattr(entity, name), entity.base.get(name, ())),)


def _outdated(version: Version, others: Iterable[Version]) -> bool:
    """Return whether another text was written knowing this one."""
    at = order(version.stamp)
    return any(
        stamp[1] == version.stamp[1] and order(stamp) >= at
        for other in others
        for stamp in other.base
    )


def _texts(one: Entity, other: Entity, name: str) -> tuple[Version, ...]:
    """Return the texts to keep, the latest first."""
    every = {
        (version.stamp, version.text): version
        for version in sorted(
            (*_versions(one, name), *_versions(other, name)), key=lambda each: each.base
        )
    }
    kept = [version for version in every.values() if not _outdated(version, every.values())]
    return tuple(
        sorted(kept, key=lambda version: (order(version.stamp), version.text), reverse=True)
    )


def _newer(one: Entity, other: Entity, name: str) -> Entity:
    first, second = stamp_of(one, name), stamp_of(other, name)
    if first == second:
        return max(one, other, key=lambda entity: repr(getattr(entity, name)))
    return one if order(first) > order(second) else other


def _stamps(one: Entity, other: Entity) -> dict[str, Stamp]:
    """Return the stamp of every field's last change, those of the making under one name."""
    made = max(stamp_of(one, EVERY_FIELD), stamp_of(other, EVERY_FIELD), key=order)
    newest = {
        name: max(stamp_of(one, name), stamp_of(other, name), key=order)
        for name in field_names(type(one))
    }
    return {EVERY_FIELD: made} | {name: at for name, at in newest.items() if at != made}


def merge_entities(one: Entity, other: Entity) -> Entity:
    """Two copies of one entity as one: each field as it was last changed, both texts kept."""
    values: dict[str, Any] = {
        name: getattr(_newer(one, other, name), name) for name in field_names(type(one))
    }
    base: dict[str, tuple[Stamp, ...]] = {}
    versions: dict[str, tuple[Version, ...]] = {}
    for name in one.TEXT_FIELDS:
        kept = _texts(one, other, name)
        values[name] = BETWEEN.join(dict.fromkeys(version.text for version in kept))
        if len(kept) > 1:
            versions[name] = kept
        if joined := newest_of_each((*one.base.get(name, ()), *other.base.get(name, ()))):
            base[name] = joined
    made = min(one, other, key=lambda entity: (str(entity.created_at), entity.created_by))
    return replace(
        one,
        created_at=made.created_at,
        created_by=made.created_by,
        stamps=_stamps(one, other),
        base=base,
        versions=versions,
        **values,
    )


def _merge_rows(one: Rows, other: Rows) -> Rows:
    left, right = {each.id: each for each in one}, {each.id: each for each in other}
    both = {
        name: merge_entities(left[name], right[name])
        if name in left and name in right
        else left.get(name) or right[name]
        for name in {**left, **right}
    }
    return tuple(
        sorted(both.values(), key=lambda each: (order(stamp_of(each, EVERY_FIELD)), each.id))
    )


def merge(one: FileT, other: FileT) -> FileT:
    """Two notebooks of the same case or visit as one.

    Commutative, associative and idempotent; each list stands in the order its things were made.

    Raises:
        ValueError: The two are not of the same case or visit.
    """
    if one.id != other.id or type(one) is not type(other):
        raise ValueError(one.id, other.id)
    return with_rows(
        one,
        {
            table: _merge_rows(rows(one, table), rows(other, table))
            for table in table_names(type(one))
        },
    )


# Half lines


def with_half_lines(merged: VisitFile, states: Iterable[VisitFile]) -> VisitFile:
    """Return what several states were merged to, with the half lines of all of them."""
    lines = [each.line for each in states if each.line is not None]
    if not lines:
        return merged
    newest = max(lines, key=lambda each: (order(stamp_of(each, "text")), each.text))
    line = replace(line_of(merged), **{name: getattr(newest, name) for name in _TOGETHER})
    for each in lines:
        line = _joined(merged, line, each, lines)
    line = _stamped(line, newest)
    return merged if line == line_of(merged) else with_composer(merged, line)


def _stamped(line: ComposerLine, newest: ComposerLine) -> ComposerLine:
    """Return a line with the stamp of no laptop where it says more than any of them wrote.

    Whichever of them writes on has not taken back what it never had in its line.
    """
    if line.text == newest.text:
        return line
    at, _, n = stamp_of(newest, "text")
    return replace(line, stamps={**line.stamps, "text": (at, "", n + 1)})


def _joined(
    visit: VisitFile, line: ComposerLine, other: ComposerLine, lines: Sequence[ComposerLine]
) -> ComposerLine:
    """Return a line with what another says besides; under it one goes on with a new note."""
    words = read_mark(other.text)[1]
    if not _is_known(other, lines, "text") and not _is_in(visit, line, words):
        line = replace(
            line,
            text=f"{line.text}{BETWEEN}{other.text}" if line.text else other.text,
            covered=line.covered or other.covered,
            editing_note_id=None,
        )
    if _is_known(other, lines, "asides"):
        return line
    asides = dict(line.asides)
    for name, text in other.asides:
        if not _is_in(visit, line, text):
            asides[name] = f"{asides[name]} {text}" if asides.get(name) else text
    return replace(line, asides=tuple(asides.items()))


def _is_known(line: ComposerLine, lines: Iterable[ComposerLine], name: str) -> bool:
    """Return whether another line was written on the same laptop, after it."""
    before = stamp_of(line, name)
    return any(
        (at := stamp_of(each, name))[1] == before[1] and order(at) > order(before) for each in lines
    )


def _is_in(visit: VisitFile, line: ComposerLine, text: str) -> bool:
    """Return whether a half line stands somewhere already."""
    if is_blank(text):
        return True
    return any(
        text.strip() in each
        for each in (*_other_texts(visit), line.text, *dict(line.asides).values())
    )


def _other_texts(visit: VisitFile) -> Iterator[str]:
    """Return every text of a visit but its line."""
    for table in table_names(type(visit)):
        for row in rows(visit, table) if table != "composer" else ():
            for name in row.__struct_fields__:
                value = getattr(row, name)
                if isinstance(value, str):
                    yield value
