"""Another program put a different file in place while ours was open (sync tools, restores)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from companion.storage.checkpoint import NotOursError, NotReadableError, decode
from companion.storage.layout import Layout

if TYPE_CHECKING:
    from collections.abc import Collection

    from companion.files import Files, Info

_ENDING = ".json"


@dataclass(frozen=True, slots=True)
class Underneath:
    """What lies where our checkpoint was put."""

    info: Info | None
    """Which file it is now."""
    damaged: bool = False
    """It can no longer be read; ours is still whole in memory."""
    copy: Layout | None = None
    """Theirs is another state: where ours goes on."""


def look_underneath(
    files: Files, layout: Layout, known: Info | None, ours: Collection[tuple[int, str]]
) -> Underneath:
    """Compare what lies there with what we put there (`ours`: generations with checksums)."""
    try:
        info = files.info(layout.main)
    except FileNotFoundError:
        return Underneath(None)
    if info == known:
        return Underneath(info)
    try:
        theirs = decode(files.read(layout.main))
    except NotReadableError:
        return Underneath(info, damaged=True)
    except NotOursError:
        return Underneath(info, copy=_copy(files, layout))
    if theirs.intact and (theirs.generation, theirs.crc32) in ours:
        return Underneath(info)
    return Underneath(info, copy=_copy(files, layout))


def move_journals(files: Files, theirs: Layout, ours: Layout) -> None:
    """Take the journal of our state away from beside theirs; all it says is in our copy."""
    for source, target in (
        (theirs.journal_previous, ours.journal_previous),
        (theirs.journal, ours.journal_previous),
    ):
        try:
            files.replace(source, target)
        except OSError:
            # It does no harm there: it names another checksum, so it is never carried out.
            continue


def _copy(files: Files, layout: Layout) -> Layout:
    stem = layout.main.removesuffix(_ENDING)
    number = 1
    while files.exists(f"{stem}.conflict-{number}{_ENDING}"):
        number += 1
    return Layout(f"{stem}.conflict-{number}{_ENDING}")
