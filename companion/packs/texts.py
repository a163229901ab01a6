"""The items and the running text of one file of a pack."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from companion.domain.pack import Problem

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from companion.domain.pack import PackItem


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph, or an item with its fields; it must name its own sources."""

    line: int
    """Where it begins, from 1."""
    sentences: tuple[str, ...]
    """Its running text."""
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


@dataclass(frozen=True, slots=True)
class FileText:
    """Content of one file."""

    name: str
    """Name inside the pack's folder, with forward slashes."""
    kind: str
    """Its kind; `about` for `pack.md`."""
    title: str
    position: int
    """Its position among the pack's files."""
    reviewed: date | None
    """When its wording was last reviewed, if the file has a day of its own."""
    items: tuple[PackItem, ...] = ()
    """Its items, top to bottom."""
    passages: tuple[Passage, ...] = ()
    """Its paragraphs and items, top to bottom."""
    introduction: PackItem | None = None
    """What stands above the first item of a list."""


@dataclass(slots=True)
class PackFile:
    """A file of a pack while it is being read."""

    name: str
    pack: str
    """The pack's id."""
    kind: str
    title: str
    items: list[PackItem] = field(default_factory=list)
    passages: list[Passage] = field(default_factory=list)
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
