"""`backup`, `restore`, `erase`."""

from __future__ import annotations

import click

from companion.cli import choosing
from companion.cli.asking import asked, say
from companion.cli.desk import desk, with_home
from companion.cli.files import read_file, write_file
from companion.cli.refusing import RefusedError
from companion.services.backup import MOST_BYTES, BackupError, make_backup, restore_backup
from companion.services.keeping import erase_case, title_of
from companion.services.search_index import SearchIndex
from companion.words import commands as words
from companion.words import keeping as keeping_words


@click.command("backup", short_help="All cases in one zip file.")
@with_home
@click.argument("file")
def backup(file: str) -> None:
    """Write every case into a zip file that only you can read."""
    shelf = desk().shelf
    write_file(file, make_backup(shelf))
    say(keeping_words.made(file, len(shelf.case_ids())))


@click.command("restore", short_help="Bring back the cases of a backup that are not here.")
@with_home
@click.argument("file")
def restore(file: str) -> None:
    """Add the cases of a backup that are not here; nothing that is here is touched."""
    data = read_file(file, MOST_BYTES)
    try:
        done = restore_backup(desk().shelf, data)
    except BackupError as error:
        raise RefusedError(str(error)) from error
    if done.added:
        # Read once now, so that the first search need not wait for it.
        SearchIndex(desk().shelf).read()
    say(keeping_words.restored(len(done.added), len(done.there)))


@click.command("erase", short_help="Erase a case for ever.")
@with_home
@click.argument("case")
@click.option("--yes", is_flag=True, help="Do not ask for the title.")
def erase(case: str, *, yes: bool) -> None:
    """Erase a case and every earlier version of it; asks for its title first."""
    shelf = desk().shelf
    case_id = choosing.case_id(shelf, case)
    if not yes and asked(None, words.ASK_ERASE) != title_of(shelf, case_id):
        raise RefusedError(words.ERASE_NOT_CONFIRMED)
    erase_case(shelf, case_id)
    say(words.ERASED)
