"""Letters of the guidance: for each paper the one that fits the case best."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain.pack import PAPER
from companion.packs.catalogue import Catalogue

if TYPE_CHECKING:
    from collections.abc import Iterable

    from companion.domain.pack import Pack, PackItem


def letters_of(packs: tuple[Pack, ...], chosen: Iterable[str]) -> dict[str, PackItem]:
    """Return the letters of a case by paper, in the order of the packs.

    The letter of the illness replaces the general one. A letter that names no paper is a paper of
    its own, by its id.

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
