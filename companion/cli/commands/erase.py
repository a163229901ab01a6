"""`erase`: erase a case for ever."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

import click

from companion.cli.errors import RefusedError
from companion.cli.home_option import command_context, with_home
from companion.cli.io import given_or_asked, say
from companion.cli.lookup import listed_case_ids, matching_id
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
    listed = listed_case_ids(library)
    # One that `list` does not show has no number.
    every, unknown = (*listed, *erasable_ids(library)), words.no_such_case(case)
    case_id = matching_id(case, every, unknown, numbered=len(listed))
    if not yes:
        _confirm(library, case_id)
    erase_case(library, case_id)
    say(maintenance_words.ERASED)


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
