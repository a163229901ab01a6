"""`backup`, `restore`, `erase`."""

from __future__ import annotations

import errno
import os
import unicodedata
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from companion.cli import choosing
from companion.cli.asking import asked, say
from companion.cli.desk import desk, with_home
from companion.cli.files import STANDARD_OUTPUT, asked_of_disk, new_file, refuse_own
from companion.cli.refusing import RefusedError
from companion.domain.text import one_line
from companion.files import DiskFiles
from companion.services.case.maintenance import erasable_ids, erase_case, title_of
from companion.services.search.index import SearchIndex
from companion.services.transfer.backup import is_backup, write_backup
from companion.services.transfer.restoration import restore_backup
from companion.storage.backup_contents import (
    BackupContents,
    FolderSource,
    NoBackupError,
    ZipSource,
)
from companion.storage.layout import free_name
from companion.words import commands as words
from companion.words import keeping as keeping_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from companion.services.case.library import CaseLibrary
    from companion.storage.backup_contents import BackupSource


@click.command("backup", short_help="All cases in one zip file.")
@with_home
@click.argument("file")
@click.option("--replace", is_flag=True, help=keeping_words.REPLACE_HELP)
def backup(file: str, *, replace: bool) -> int:
    """Write every case into one zip file; what cannot be read is named, and stops nothing else."""
    if file == STANDARD_OUTPUT:
        raise click.UsageError(keeping_words.NEEDS_A_FILE)
    files = DiskFiles()
    refuse_own(file)
    there = asked_of_disk(lambda: _is_there(files, file), lambda why: words.cannot_write(file, why))
    if there and not replace:
        told = keeping_words.backup_there if is_backup(files, file) else keeping_words.file_there
        raise RefusedError(told(file))
    with new_file(file) as give:
        done = write_backup(desk().library, give)
        if there and done.missing:
            # What the one before has, this one may not.
            kept = free_name(files, file, "kept")
            files.replace(file, kept)
            say(keeping_words.earlier_kept(kept))
    for sentence in done.missing:
        say(sentence)
    if done.missing:
        say(keeping_words.made_in_part(file, done.cases, len(done.missing)))
        return 1
    say(keeping_words.made(file, done.cases))
    return 0


def _is_there(files: DiskFiles, path: str) -> bool:
    """Whether a file stands there.

    Raises:
        OSError: Something stands there that is no file, or the disk refuses.
    """
    if not files.exists(path):
        return False
    found = files.info(path)
    if not found.regular:
        number = errno.EISDIR if found.folder else errno.ELOOP if found.link else errno.EINVAL
        raise OSError(number, os.strerror(number), path)
    return True


@click.command("restore", short_help="Bring back the cases of a backup that are not here.")
@with_home
@click.argument("file")
def restore(file: str) -> int:
    """Bring back what a backup has and this laptop has not, or cannot read.

    FILE is a backup, or the folder it was unpacked to. What can be read here is never touched;
    what cannot be is kept beside.
    """
    library = desk().library
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
    say(keeping_words.restored(len(done.added), len(done.there), mended=bool(done.mended)))
    return 1 if done.problems else 0


@contextmanager
def _source(name: str) -> Iterator[BackupSource]:
    """What a backup is read from.

    Raises:
        RefusedError: It is missing, or no regular file and no folder.
    """
    files = DiskFiles()

    def why(reason: str) -> str:
        return words.cannot_read(name, reason)

    if asked_of_disk(lambda: files.info(name).folder, why):
        yield FolderSource(files, name)
        return
    with asked_of_disk(lambda: files.reader(name), why) as stream:
        yield ZipSource(stream)


@click.command("erase", short_help="Erase a case for ever.")
@with_home
@click.argument("case")
@click.option("--yes", is_flag=True, help=keeping_words.YES_HELP)
def erase(case: str, *, yes: bool) -> None:
    """Erase a case and every earlier version of it, also out of the trash; asks for its title."""
    library = desk().library
    case_id = _erasable(library, case)
    if not yes:
        _confirm(library, case_id)
    erase_case(library, case_id)
    say(keeping_words.ERASED)


def _erasable(library: CaseLibrary, given: str) -> str:
    """The case that is meant; one that is in no list by its id, or its unique beginning.

    Raises:
        RefusedError: There is none, or several.
    """
    others, listed = erasable_ids(library), choosing.case_order(library)
    if given not in others and given.isdecimal() and 1 <= int(given) <= len(listed):
        return listed[int(given) - 1]
    every = (*listed, *others)
    fitting = [each for each in every if given and each.startswith(given)]
    if given in every:
        return given
    if len(fitting) == 1:
        return fitting[0]
    # Numbers are those of the list: what is in no list has none.
    raise RefusedError(words.several(given) if fitting else words.no_such_case(given))


def _confirm(library: CaseLibrary, case_id: str) -> None:
    """Ask for the title, or for the id where there is no title to be typed.

    Raises:
        RefusedError: Something else was given, or nothing at all.
    """
    title = _compared(one_line(title_of(library, case_id)))
    question = keeping_words.ASK_TITLE if title else keeping_words.ask_id(case_id)
    typed = _compared(one_line(asked(None, question)))
    if not typed:
        raise RefusedError(keeping_words.NOTHING_TYPED)
    if typed not in {title, case_id}:
        other = keeping_words.NOT_CONFIRMED if title else keeping_words.NOT_CONFIRMED_BY_ID
        raise RefusedError(other)


def _compared(text: str) -> str:
    """A title as it is compared: blanks at its ends are not seen, nor how accents are put on."""
    return unicodedata.normalize("NFC", text).strip()
