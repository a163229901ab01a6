"""`new-pack`: write the files of a new pack, to be filled in."""

from __future__ import annotations

import click

from companion.cli.errors import RefusedError
from companion.cli.files import refuse_own
from companion.cli.home_option import command_context, with_home
from companion.cli.io import print_path, say
from companion.files import DiskFiles, Places, join
from companion.packs.heads import PACK_ID
from companion.packs.skeleton import write_skeleton
from companion.storage.errors import reason
from companion.words import commands, new_pack


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
