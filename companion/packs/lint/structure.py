"""Rules: ids are unique, packs build on packs that exist, and what is urgent comes first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain.pack import (
    GENERAL,
    INSTEAD_OF,
    NOT_URGENT,
    URGENT,
    URGENT_FIRST,
    Problem,
    stands_for,
)
from companion.packs.file_kinds import PACK_FILE
from companion.packs.lint.subject import all_below
from companion.words import packs as words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from companion.domain.pack import PackItem
    from companion.packs.lint.subject import Subject

STAY = "stay"
"""Id of the path that changes nothing."""


def ids_are_used_once(subject: Subject) -> Iterator[Problem]:
    """Require that an item's id is unique in its pack."""
    first: dict[str, PackItem] = {}
    for item in subject.items:
        other = first.setdefault(item.id, item)
        if other is not item:
            name = item.id.partition("/")[2]
            sentence = words.repeated_id(name, other.file, other.line)
            yield Problem(item.file, item.line, "repeated-id", sentence)


def packs_build_on_packs(subject: Subject) -> Iterator[Problem]:
    """Require that every pack in `extends` exists, and that none leads back to the pack itself."""
    head = subject.reading.head
    if not head:
        return
    for parent in head.extends:
        if parent not in subject.parents and parent != head.id:
            sentence = words.unknown_parent(parent)
            yield Problem(PACK_FILE, head.extends_line, "unknown-parent", sentence)
    if head.id in all_below(head.extends, subject.parents):
        sentence = words.parent_circle(head.id)
        yield Problem(PACK_FILE, head.extends_line, "parent-circle", sentence)


def situations_are_known(subject: Subject) -> Iterator[Problem]:
    """Require that a situation named by its id is one of this pack or of one it builds on."""
    known = subject.situations
    for file, passage in subject.passages:
        for name, line in passage.situations:
            if name not in known:
                yield Problem(file.name, line, "unknown-situation", words.unknown_situation(name))


def aspects_are_known(subject: Subject) -> Iterator[Problem]:
    """Require that a question names rows of this pack or of one it builds on."""
    known = subject.aspects
    for file, passage in subject.passages:
        for name, line in passage.aspects:
            if name not in known:
                yield Problem(file.name, line, "unknown-aspect", words.unknown_aspect(name))


def hidden_items_may_be_hidden(subject: Subject) -> Iterator[Problem]:
    """Require that `hides` names items of the packs it builds on, and none that is urgent."""
    head = subject.reading.head
    if not head:
        return
    items = {item.id: item for item in subject.items_below}
    for name, line in head.hides_lines.items():
        if name not in items:
            yield Problem(PACK_FILE, line, "hides-nothing", words.hides_nothing(name))
        elif items[name].urgency < NOT_URGENT:
            yield Problem(PACK_FILE, line, "hides-urgent", words.hides_urgent(name))


def only_urgent_items_stand_for_urgent_ones(subject: Subject) -> Iterator[Problem]:
    """Require of `instead of` that both items are urgent, and one of a pack it builds on."""
    items = {item.id: item for item in subject.items_below}
    for item in subject.items:
        for name in item.fields.get(INSTEAD_OF, ()):
            if name not in items:
                sentence = words.instead_of_nothing(name)
                yield Problem(item.file, item.line, "instead-of-nothing", sentence)
            elif not stands_for(item, items[name]):
                sentence = words.not_instead_of(name)
                yield Problem(item.file, item.line, "not-instead-of", sentence)


# What comes first


def urgent_is_first(subject: Subject) -> Iterator[Problem]:
    """Require that in a list about time all urgent items come first, and that there is one."""
    for file in subject.reading.files:
        if file.kind != "time" or not file.items:
            continue
        urgent = [item.urgency < NOT_URGENT for item in file.items]
        if not any(urgent):
            yield Problem(file.name, file.items[0].line, "urgent-first", words.NO_URGENT)
        for item, is_urgent, before in zip(file.items[1:], urgent[1:], urgent, strict=False):
            if is_urgent and not before:
                yield Problem(file.name, item.line, "urgent-first", words.URGENT_FIRST)


def general_alone_comes_first(subject: Subject) -> Iterator[Problem]:
    """Require that no other pack than the one for everybody puts items above all that is urgent."""
    if subject.reading.id == GENERAL:
        return
    for item in subject.items:
        if item.first(URGENT) == URGENT_FIRST:
            yield Problem(item.file, item.line, "first-elsewhere", words.FIRST_GENERAL_ONLY)


def staying_is_first(subject: Subject) -> Iterator[Problem]:
    """Require that among paths, staying with the present plan comes first: an equal path."""
    for file in subject.reading.files:
        if file.kind != "paths":
            continue
        for item in file.items[1:]:
            if item.id.endswith(f"/{STAY}"):
                yield Problem(file.name, item.line, "stay-first", words.STAY_FIRST)
