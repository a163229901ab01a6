"""Folders of packs: the user's own, the installed program's, the checkout's."""

from __future__ import annotations

from importlib import resources
from typing import TYPE_CHECKING

from companion.files import folder_of, join
from companion.packs.paths import is_folder

if TYPE_CHECKING:
    from companion.files import Files


def own_packs(home: str) -> str:
    """Return the folder of the user's own packs; it need not exist."""
    return join(home, "packs")


def our_packs(files: Files) -> str | None:
    """Return the folder of the packs that come with the program: installed, else the checkout's."""
    program = str(resources.files("companion"))
    for folder in (join(program, "_content"), join(folder_of(program), "content")):
        if is_folder(files, folder):
            return folder
    return None


def roots(files: Files, home: str | None) -> tuple[str, ...]:
    """Return every folder of packs; where two packs have one id, the earlier folder wins."""
    own = own_packs(home) if home else None
    found = (own if own and is_folder(files, own, through_link=True) else None, our_packs(files))
    return tuple(folder for folder in found if folder)
