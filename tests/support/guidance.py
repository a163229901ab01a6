"""The guidance that comes with the program, for tests that make papers."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from companion.domain.pack import Pack
from companion.domain.reading_order import in_reading_order
from companion.files import DiskFiles
from companion.packs.catalogue import Catalogue, load

if TYPE_CHECKING:
    from collections.abc import Iterable

    from companion.domain.pack import PackHead, PackItem, Problem

CONTENT = Path(__file__).parents[2] / "content"


@cache
def catalogue_at_hand() -> Catalogue:
    """The packs that come with the program, each read at most once."""
    return load(DiskFiles(), [str(CONTENT)])


def packs_at_hand() -> tuple[Pack, ...]:
    """Every pack that comes with the program, whole."""
    return catalogue_at_hand().packs


class PacksInMemory:
    """Packs that were made up for a test, as a catalogue reads them."""

    def pack(self, head: PackHead) -> Pack | None:
        """The pack itself is its head."""
        return head if isinstance(head, Pack) else None

    def problems(self) -> tuple[Problem, ...]:
        """There are none."""
        return ()


def catalogue_of(packs: Iterable[Pack]) -> Catalogue:
    """A catalogue of packs that were made up for a test."""
    return Catalogue(packs, PacksInMemory())


def items_of_kind(catalogue: Catalogue, packs: Iterable[str], kind: str) -> tuple[PackItem, ...]:
    """The items of one kind for a case with those packs, as they are read."""
    return in_reading_order(item for pack in catalogue.chosen(packs) for item in pack.of_kind(kind))


def letters_at_hand(*packs: str) -> dict[str, PackItem]:
    """The letters of a case with those packs."""
    return catalogue_at_hand().letters(packs or ("general",))
