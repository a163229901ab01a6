"""The items and the running text of one file of a pack."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from companion.domain.pack import Problem

if TYPE_CHECKING:
    from collections.abc import Sequence

    from companion.domain.pack import PackItem


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph, or an item with its fields; it must name its own sources."""

    line: int
    """Where it begins, from 1."""
    sentences: tuple[str, ...]
    sources: tuple[str, ...] = ()
    """Sources named in `source` fields."""
    urgent: bool = False
    """Whether it must be read before others; then each sentence is judged by its length."""
    situations: tuple[tuple[str, int], ...] = ()
    """Situations it is aimed at, by id, each with its line."""
    aspects: tuple[tuple[str, int], ...] = ()
    """Rows of the comparison that it speaks to, by id, each with its line."""

    @property
    def text(self) -> str:
        """The sentences on one line."""
        return " ".join(self.sentences)


@dataclass(slots=True)
class PackFile:
    """One file of a pack; what stands in it is added while it is read."""

    name: str
    """Name inside the pack's folder, with forward slashes."""
    pack: str
    """The pack's id."""
    kind: str
    """Its kind; `about` for `pack.md`."""
    title: str
    position: int = 0
    """Its position among the pack's files."""
    items: list[PackItem] = field(default_factory=list)
    """Its items, top to bottom."""
    passages: list[Passage] = field(default_factory=list)
    """Its paragraphs and items, top to bottom."""
    introduction: PackItem | None = None
    """What stands above the first item of a list."""
    problems: list[Problem] = field(default_factory=list)

    def report(self, line: int, rule: str, sentence: str) -> None:
        """Add a problem."""
        self.problems.append(Problem(self.name, line, rule, sentence))


def full_id(pack: str, item: str) -> str:
    """Return an item's id with its pack: `pack/item`."""
    return f"{pack}/{item}"


def words_of(sentences: Sequence[str]) -> int:
    """Return how many words the sentences have."""
    return sum(len(sentence.split()) for sentence in sentences)
