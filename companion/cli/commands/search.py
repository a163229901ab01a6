"""`search`: find words in all cases. It changes nothing and takes no lock."""

from __future__ import annotations

import gc
from datetime import UTC, datetime
from functools import cache
from typing import TYPE_CHECKING, Any

import click

from companion.cli.home_option import command_context, with_home
from companion.cli.io import given_or_asked, print_json_text, print_lines, say
from companion.domain.moments import local_day
from companion.exchange.json.json_list import json_rows
from companion.services.search.index import MANY, SearchIndex
from companion.words import commands as words
from companion.words import days

if TYPE_CHECKING:
    from datetime import date

    from companion.services.search.fields import Hit

_QUARTER = 900
"""Seconds in a quarter of an hour."""


@click.command("search")
@with_home
@click.argument("wanted", nargs=-1, metavar="[WORDS]")
@click.option("--json", "as_json", is_flag=True)
def command(wanted: tuple[str, ...], *, as_json: bool) -> None:
    """Find words, as typed one after the other, in every note, answer, question and step."""
    # Nothing here becomes garbage that has to be looked for: all that is kept is needed to the end.
    gc.disable()
    phrase = given_or_asked(" ".join(wanted) or None, words.ASK_WORDS)
    index = SearchIndex(command_context().library)
    if index.stale > MANY:
        say(words.getting_ready(index.stale))
    index.read()
    found = index.find(phrase)
    if as_json:
        for part in json_rows(_hit_row(hit) for hit in found.hits()):
            print_json_text(part.decode())
    else:
        today = command_context().library.context.today()
        print_lines(_hit_line(hit, today) for hit in found.hits())
    say(words.found(found.count, found.visits))
    for case in index.cases:
        for visit_id, error in case.unreadable.items():
            say(words.unreadable_visit(visit_id, str(error)))
    for each in index.unreadable:
        say(words.unreadable_case(each.case_id, str(each.error)))


def _hit_row(hit: Hit) -> dict[str, Any]:
    return {
        "case_id": hit.case_id,
        "title": hit.title,
        "visit_id": hit.visit_id,
        "clinician": hit.doctor,
        "kind": hit.kind,
        "id": hit.id or None,
        "text": hit.text,
        "at": hit.at.isoformat() if hit.at else None,
        "room": hit.room,
    }


@cache
def _day(quarter: int, today: date) -> str:
    """The day here; every quarter of an hour lies in one, and many notes lie in one quarter."""
    return days.plain_day(local_day(datetime.fromtimestamp(quarter * _QUARTER, UTC)), today)


def _hit_line(hit: Hit, today: date) -> str:
    """The place of a hit as other commands take it, its kind, text, doctor and day."""
    where = f"{hit.case_id}/{hit.visit_id}" if hit.visit_id else hit.case_id
    day = _day(int(hit.at.timestamp() // _QUARTER), today) if hit.at else ""
    said = ", ".join(part for part in (hit.doctor, day) if part)
    return f"{where}  {hit.kind}  {hit.text}" + (f"  ({said})" if said else "")
