"""`restore`: bring back the cases of a backup."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from companion.cli.errors import RefusedError
from companion.cli.files import ask_disk
from companion.cli.home_option import command_context, with_home
from companion.cli.io import say
from companion.files import DiskFiles
from companion.services.search.index import SearchIndex
from companion.services.transfer.restoration import restore_backup
from companion.storage.backup_contents import (
    BackupContents,
    FolderSource,
    NoBackupError,
    ZipSource,
)
from companion.words import commands as words
from companion.words import maintenance as maintenance_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from companion.storage.backup_contents import BackupSource


@click.command("restore")
@with_home
@click.argument("file")
def command(file: str) -> int:
    """Bring back what a backup has and this laptop has not, or cannot read.

    FILE is a backup, or the folder it was unpacked to. What can be read here is never touched;
    what cannot be is kept beside.
    """
    library = command_context().library
    try:
        with _source(file) as source:
            done = restore_backup(library, BackupContents(source))
    except NoBackupError as error:
        raise RefusedError(str(error)) from error
    if done.added or done.mended:
        # Read once now, so that the first search need not wait for it.
        SearchIndex(library).read()
    for sentence in (*done.problems, *done.mended, *done.more):
        say(sentence)
    say(maintenance_words.restored(len(done.added), len(done.there), mended=bool(done.mended)))
    return 1 if done.problems else 0


@contextmanager
def _source(name: str) -> Iterator[BackupSource]:
    """Open a backup, zipped or unpacked.

    Raises:
        RefusedError: It is missing, or no regular file and no folder.
    """
    files = DiskFiles()

    def why(reason: str) -> str:
        return words.cannot_read(name, reason)

    if ask_disk(lambda: files.info(name).folder, why):
        yield FolderSource(files, name)
        return
    with ask_disk(lambda: files.reader(name), why) as stream:
        yield ZipSource(stream)
