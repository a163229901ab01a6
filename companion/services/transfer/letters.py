"""The letters of the guidance: of each paper the one that fits the case best."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain.pack import PAPER
from companion.packs.catalogue import Catalogue

if TYPE_CHECKING:
    from collections.abc import Iterable

    from companion.domain.pack import Pack, PackItem


def letters_of(packs: tuple[Pack, ...], chosen: Iterable[str]) -> dict[str, PackItem]:
    """The letters of a case by the paper they are, in the order of the packs.

    The letter of the illness wins over the one for everybody. One that names no paper is a paper
    of its own, by its id.

    Args:
        packs: Every pack there is.
        chosen: Ids of the case's packs.
    """
    found: dict[str, PackItem] = {}
    for pack in Catalogue(packs).chosen(chosen):
        for letter in pack.of_kind("letter"):
            own = letter.id.rpartition("/")[2].removeprefix("letter-")
            found[letter.first(PAPER) or own] = letter
    return found
