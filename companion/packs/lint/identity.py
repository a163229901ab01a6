"""Rules: ids are unique, and packs build on packs that exist."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain.pack import INSTEAD_OF, NOT_URGENT, Problem, stands_for
from companion.packs.file_kinds import PACK_FILE
from companion.words import packs as words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from companion.domain.pack import PackItem
    from companion.packs.lint.subject import Subject
    from companion.packs.texts import Passage


def ids_are_used_once(subject: Subject) -> Iterator[Problem]:
    """Require that an item's id is unique in its pack."""
    first: dict[str, PackItem] = {}
    for file in subject.reading.files:
        for item in file.items:
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
    if _leads_to(subject, head.id, head.extends):
        sentence = words.parent_circle(head.id)
        yield Problem(PACK_FILE, head.extends_line, "parent-circle", sentence)


def situations_are_known(subject: Subject) -> Iterator[Problem]:
    """Require that a situation named by its id is one of this pack or of one it builds on."""
    known = subject.situations
    for file, name, line in _named(subject, lambda passage: passage.situations):
        if name not in known:
            yield Problem(file, line, "unknown-situation", words.unknown_situation(name))


def aspects_are_known(subject: Subject) -> Iterator[Problem]:
    """Require that a question names rows of this pack or of one it builds on."""
    known = subject.aspects
    for file, name, line in _named(subject, lambda passage: passage.aspects):
        if name not in known:
            yield Problem(file, line, "unknown-aspect", words.unknown_aspect(name))


def _named(
    subject: Subject, names: Callable[[Passage], Iterable[tuple[str, int]]]
) -> Iterator[tuple[str, str, int]]:
    """Yield what passages name, with its file and line."""
    for file in subject.reading.files:
        for passage in file.passages:
            for name, line in names(passage):
                yield file.name, name, line


def hidden_items_may_be_hidden(subject: Subject) -> Iterator[Problem]:
    """Require that `hides` names items of the packs it builds on, and none that is urgent."""
    head = subject.reading.head
    if not head:
        return
    items = {item.id: item for pack in subject.below for item in pack.items}
    for name, line in head.hides.items():
        if name not in items:
            yield Problem(PACK_FILE, line, "hides-nothing", words.hides_nothing(name))
        elif items[name].urgency < NOT_URGENT:
            yield Problem(PACK_FILE, line, "hides-urgent", words.hides_urgent(name))


def only_urgent_items_stand_for_urgent_ones(subject: Subject) -> Iterator[Problem]:
    """Require of `instead of` that both items are urgent, and one of a pack it builds on."""
    items = {item.id: item for pack in subject.below for item in pack.items}
    for file in subject.reading.files:
        for item in file.items:
            for name in item.fields.get(INSTEAD_OF, ()):
                if name not in items:
                    sentence = words.instead_of_nothing(name)
                    yield Problem(file.name, item.line, "instead-of-nothing", sentence)
                elif not stands_for(item, items[name]):
                    sentence = words.not_instead_of(name)
                    yield Problem(file.name, item.line, "not-instead-of", sentence)


def _leads_to(subject: Subject, target: str, parents: tuple[str, ...]) -> bool:
    seen: set[str] = set()
    waiting = list(parents)
    while waiting:
        name = waiting.pop()
        if name == target:
            return True
        if name not in seen:
            seen.add(name)
            waiting.extend(subject.parents.get(name, ()))
    return False
