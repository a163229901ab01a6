"""The order in which pieces of guidance are read: urgent ones first, those aimed at few last."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain.pack import GENERAL, NOT_URGENT, SITUATION, PackItem
from companion.domain.value import Value

if TYPE_CHECKING:
    from collections.abc import Iterable

    from companion.domain.case import CopiedText


class ItemGroup(Value):
    """Pieces of guidance that stand under one heading."""

    heading: str
    """The heading; empty when there is none."""
    items: tuple[PackItem, ...]
    urgent: bool = False
    """Whether they must be read before all others."""


def urgency_rank(item: PackItem) -> int:
    """Return where an item stands, by its urgency and its pack.

    What stands above all is first, then what is urgent with the illness, then what is urgent for
    everybody, then the rest.
    """
    if item.urgency == NOT_URGENT:
        return NOT_URGENT + 1
    return item.urgency + (item.urgency > 0 and _pack_of(item) == GENERAL)


def in_reading_order(items: Iterable[PackItem]) -> tuple[PackItem, ...]:
    """Return items as they are read: urgent ones first, those of the most special pack on top.

    Args:
        items: The items of several packs; a pack's own after those of the packs it builds on.
    """
    every = tuple(items)
    packs = tuple(dict.fromkeys(_pack_of(item) for item in every))
    depth = {pack: -place for place, pack in enumerate(packs)}

    def rank(item: PackItem) -> tuple[int, int]:
        return urgency_rank(item), depth[_pack_of(item)] if item.urgency < NOT_URGENT else 0

    return tuple(sorted(every, key=rank))


def _pack_of(item: PackItem) -> str:
    return item.id.partition("/")[0]


def item_groups(items: Iterable[PackItem]) -> tuple[ItemGroup, ...]:
    """Return items in reading order under their headings.

    Those for one situation only stand last, under a sentence that says it; urgent ones always
    stand on top.
    """
    every = in_reading_order(items)
    urgent = tuple(item for item in every if item.urgency < NOT_URGENT)
    rest = every[len(urgent) :]
    groups: dict[str, list[PackItem]] = {}
    for item in rest:
        if not item.first(SITUATION):
            groups.setdefault(item.group, []).append(item)
    aimed: dict[str, list[PackItem]] = {}
    for item in rest:
        if item.first(SITUATION):
            aimed.setdefault(situation_heading(item.first(SITUATION)), []).append(item)
    found = [ItemGroup(urgent[0].group, urgent, urgent=True)] if urgent else []
    found += [ItemGroup(name, tuple(each)) for name, each in (*groups.items(), *aimed.items())]
    return tuple(found)


def item_of(text: CopiedText) -> PackItem:
    """Return a case's own copy as the piece of guidance it was made from."""
    fields: dict[str, tuple[str, ...]] = {}
    for name, value in text.fields:
        fields[name] = (*fields.get(name, ()), value)
    return PackItem(text.source, text.kind, text.text, "", 1, text.group, fields)


def situation_heading(sentence: str) -> str:
    """Return a situation as a heading."""
    return sentence.rstrip(".")
