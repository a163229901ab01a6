"""The pack that the rules look at."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from companion.domain.pack import Pack, PackItem
    from companion.packs.pack_files import PackReading
    from companion.packs.pack_items import PackFile, Passage

_WORD = re.compile(r"[A-Za-z]+")


@dataclass(frozen=True, slots=True)
class Subject:
    """A pack to check, and what it builds on."""

    reading: PackReading
    parents: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Every known pack by id, with those it builds on."""
    below: tuple[Pack, ...] = ()
    """The packs it builds on, as far as they are there."""

    @property
    def language(self) -> str:
        """The language of its wording; English when it does not say."""
        return self.reading.head.language if self.reading.head else "en"

    @property
    def items(self) -> Iterator[PackItem]:
        """Every item of its files."""
        return (item for file in self.reading.files for item in file.items)

    @property
    def items_below(self) -> Iterator[PackItem]:
        """Every item of the packs it builds on."""
        return (item for pack in self.below for item in pack.items)

    @property
    def passages(self) -> Iterator[tuple[PackFile, Passage]]:
        """Every paragraph and item of its files, with its file."""
        return ((file, passage) for file in self.reading.files for passage in file.passages)

    @property
    def own_terms(self) -> frozenset[str]:
        """The single words of its own glossary and of the packs it builds on, in lower case."""
        return frozenset(
            word.lower()
            for item in (*self.items, *self.items_below)
            if item.kind == "glossary"
            for word in _WORD.findall(item.text)
        )

    @property
    def situations(self) -> frozenset[str]:
        """The ids of the situations that its items may name."""
        own = self.reading.head.situations if self.reading.head else ()
        named = (situation for pack in self.below for situation in pack.situations)
        return frozenset(situation.id for situation in (*own, *named))

    @property
    def aspects(self) -> frozenset[str]:
        """The ids of the rows of the comparison that its questions may name."""
        named = (*self.items, *self.items_below)
        return frozenset(item.id.partition("/")[2] for item in named if item.kind == "aspects")


def all_below(extends: Iterable[str], parents: Mapping[str, Iterable[str]]) -> set[str]:
    """Return the ids of the packs that these are, and of all that those build on."""
    found: set[str] = set()
    waiting = [*extends]
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting.extend(parents.get(name, ()))
    return found
