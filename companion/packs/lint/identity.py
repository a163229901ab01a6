"""Rules: ids are unique, and packs build on packs that exist."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain.pack import INSTEAD_OF, NOT_URGENT, Problem, stands_for
from companion.packs.file_kinds import PACK_FILE
from companion.packs.lint.subject import all_below
from companion.words import packs as words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from companion.domain.pack import PackItem
    from companion.packs.lint.subject import Subject


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
