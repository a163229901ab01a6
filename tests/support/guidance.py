"""The guidance that comes with the program, for tests that make papers."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from companion.files import DiskFiles
from companion.packs.catalogue import Catalogue, load

if TYPE_CHECKING:
    from companion.domain.pack import Pack, PackItem

CONTENT = Path(__file__).parents[2] / "content"


@cache
def packs_at_hand() -> tuple[Pack, ...]:
    """Every pack that comes with the program."""
    return load(DiskFiles(), [str(CONTENT)]).packs


def letters_at_hand(*packs: str) -> dict[str, PackItem]:
    """The letters of a case with those packs."""
    return Catalogue(packs_at_hand()).letters(packs or ("general",))
