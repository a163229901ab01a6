"""`new-pack`: write the files of a new pack, to be filled in."""

from __future__ import annotations

from datetime import date, timedelta

import click

from companion.cli.errors import RefusedError
from companion.cli.files import refuse_own
from companion.cli.home_option import command_context, with_home
from companion.cli.io import print_path, say
from companion.files import DiskFiles, Files, Places, folder_of, join
from companion.packs.front_matter import PACK_ID
from companion.storage.errors import reason
from companion.words import commands, new_pack

UNTIL_NEXT_REVIEW = timedelta(days=182)
"""How long the wording is good for, unless its writer says otherwise."""


@click.command("new-pack")
@with_home
@click.argument("name")
@click.option("--own", is_flag=True)
def command(name: str, *, own: bool) -> None:
    """Write a folder with the usual files, each with one example; print its path."""
    context, files = command_context(), DiskFiles()
    if not PACK_ID.fullmatch(name):
        raise RefusedError(new_pack.bad_name(name), 2)
    if context.catalogue.pack(name) is not None:
        raise RefusedError(new_pack.name_taken(name))
    around = context.library.context
    folder = join(Places(around.home).packs, name) if own else name
    refuse_own(folder)
    try:
        if files.exists(folder):
            raise RefusedError(new_pack.folder_taken(folder))
        write_skeleton(files, folder, name, around.today())
    except OSError as error:
        raise RefusedError(commands.cannot_write(folder, reason(error))) from error
    print_path(folder)
    say(new_pack.made(folder))


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
    return {name: text.format_map(places) for name, text in new_pack.FILES.items()}


def write_skeleton(files: Files, folder: str, identity: str, today: date) -> None:
    """Write a new pack into a folder that is not there yet.

    Raises:
        OSError: The disk refuses; a part of it may be there.
    """
    for name, text in skeleton(identity, today).items():
        path = join(folder, *name.split("/"))
        files.make_folder(folder_of(path))
        files.write_new(path, text.encode())
