"""A new pack: the usual files with one example each, which pass the check."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from companion.files import folder_of, join
from companion.words.new_pack import FILES

if TYPE_CHECKING:
    from datetime import date

    from companion.files import Files

UNTIL_NEXT_REVIEW = timedelta(days=182)
"""How long the wording is good for, unless its writer says otherwise."""


def title_of(identity: str) -> str:
    """Return the title of a pack that has none yet: its id, in words."""
    return identity.replace("-", " ").capitalize()


def skeleton(identity: str, today: date) -> dict[str, str]:
    """Return the files of a new pack by their names in its folder."""
    places = {
        "id": identity,
        "title": title_of(identity),
        "today": today.isoformat(),
        "next_review": (today + UNTIL_NEXT_REVIEW).isoformat(),
        "year": str(today.year),
    }
    return {name: text.format_map(places) for name, text in FILES.items()}


def write_skeleton(files: Files, folder: str, identity: str, today: date) -> None:
    """Write a new pack into a folder that is not there yet.

    Raises:
        OSError: The disk refuses; a part of it may be there.
    """
    for name, text in skeleton(identity, today).items():
        path = join(folder, *name.split("/"))
        files.make_folder(folder_of(path))
        files.write_new(path, text.encode())
