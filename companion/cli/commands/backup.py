"""`backup`: write all cases into one zip file."""

from __future__ import annotations

import click

from companion.cli.errors import RefusedError
from companion.cli.files import STANDARD_OUTPUT, ask_disk, new_file, refuse_own
from companion.cli.home_option import command_context, with_home
from companion.cli.io import say
from companion.files import DiskFiles, is_file
from companion.services.transfer.backup import is_backup, write_backup
from companion.storage.layout import free_name
from companion.words import commands as words
from companion.words import maintenance as maintenance_words


@click.command("backup")
@with_home
@click.argument("file")
@click.option("--replace", is_flag=True)
def command(file: str, *, replace: bool) -> int:
    """Write every case into one zip file; what cannot be read is named, and stops nothing else."""
    if file == STANDARD_OUTPUT:
        raise click.UsageError(maintenance_words.NEEDS_A_FILE)
    files = DiskFiles()
    refuse_own(file)
    there = ask_disk(lambda: is_file(files, file), lambda why: words.cannot_write(file, why))
    if there and not replace:
        told = (
            maintenance_words.backup_there
            if is_backup(files, file)
            else maintenance_words.file_there
        )
        raise RefusedError(told(file))
    with new_file(file) as give:
        done = write_backup(command_context().library, give)
        if there and done.missing:
            # The backup that is replaced may have what this one misses.
            kept = free_name(files, file, "kept")
            files.replace(file, kept)
            say(maintenance_words.earlier_kept(kept))
    for sentence in done.missing:
        say(sentence)
    if done.missing:
        say(maintenance_words.made_in_part(file, done.cases, len(done.missing)))
        return 1
    say(maintenance_words.made(file, done.cases))
    return 0
