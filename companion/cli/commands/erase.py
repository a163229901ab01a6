"""`erase`: erase a case for ever."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

import click

from companion.cli.errors import RefusedError
from companion.cli.home_option import command_context, with_home
from companion.cli.io import given_or_asked, say
from companion.cli.lookup import listed_case_ids
from companion.domain.text import one_line
from companion.services.case.maintenance import erasable_ids, erase_case, title_of
from companion.words import commands as words
from companion.words import maintenance as maintenance_words

if TYPE_CHECKING:
    from companion.services.case.library import CaseLibrary


@click.command("erase")
@with_home
@click.argument("case")
@click.option("--yes", is_flag=True)
def command(case: str, *, yes: bool) -> None:
    """Erase a case and every earlier version of it, also out of the trash; asks for its title."""
    library = command_context().library
    case_id = _find_erasable(library, case)
    if not yes:
        _confirm(library, case_id)
    erase_case(library, case_id)
    say(maintenance_words.ERASED)


def _find_erasable(library: CaseLibrary, given: str) -> str:
    """Return the id of the case that is meant; one that `list` does not show has no number.

    Raises:
        RefusedError: There is none, or several.
    """
    others, listed = erasable_ids(library), listed_case_ids(library)
    if given not in others and given.isdecimal() and 1 <= int(given) <= len(listed):
        return listed[int(given) - 1]
    every = (*listed, *others)
    fitting = [each for each in every if given and each.startswith(given)]
    if given in every:
        return given
    if len(fitting) == 1:
        return fitting[0]
    raise RefusedError(words.several(given) if fitting else words.no_such_case(given))


def _confirm(library: CaseLibrary, case_id: str) -> None:
    """Ask for the title, or for the id where there is no title to be typed.

    Raises:
        RefusedError: Something else was given, or nothing at all.
    """
    title = _comparable(one_line(title_of(library, case_id)))
    question = maintenance_words.ASK_TITLE if title else maintenance_words.ask_id(case_id)
    typed = _comparable(one_line(given_or_asked(None, question)))
    if not typed:
        raise RefusedError(maintenance_words.NOTHING_TYPED)
    if typed not in {title, case_id}:
        other = maintenance_words.NOT_CONFIRMED if title else maintenance_words.NOT_CONFIRMED_BY_ID
        raise RefusedError(other)


def _comparable(text: str) -> str:
    """Return a title without the blanks at its ends, accents written in one way."""
    return unicodedata.normalize("NFC", text).strip()
