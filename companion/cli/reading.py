"""`list`, `show`, `search`: they change nothing and take no lock."""

from __future__ import annotations

import gc
from dataclasses import asdict
from datetime import UTC, datetime
from functools import cache
from typing import TYPE_CHECKING, Any

import click

from companion.cli import choosing
from companion.cli.asking import (
    asked,
    on_one_line,
    print_json,
    print_json_text,
    print_line,
    print_lines,
    print_text,
    say,
)
from companion.cli.desk import desk, with_home
from companion.domain.case_queries import name_of
from companion.domain.moments import local_day
from companion.domain.question_rows import visit_list
from companion.domain.visit_times import told_when
from companion.storage.findings import FindingKind
from companion.words import commands as words
from companion.words import days

TOLD = frozenset(FindingKind) - {FindingKind.TORN, FindingKind.PREVIOUS, FindingKind.NEWER}
"""What is told wherever a case is read: more than one state of it, or words that may be missing."""
_QUARTER = 900
"""Seconds in a quarter of an hour."""

if TYPE_CHECKING:
    from companion.domain.case import Case
    from companion.domain.visit import VisitFile
    from companion.services.case.session import CaseSession
    from companion.services.search.fields import Hit


def warn_about(session: CaseSession) -> None:
    """Name the visits of a case that cannot be read, and those of which there are two states."""
    for visit_id, error in session.unreadable.items():
        say(words.unreadable_visit(visit_id, str(error)))
    for finding in session.findings:
        if finding.kind in TOLD:
            say(on_one_line(words.found_in_case(session.case_id, finding.sentence)))


def _visit_row(number: int, case: Case, visit: VisitFile) -> dict[str, Any]:
    head = visit.head
    return {
        "number": number,
        "id": visit.id,
        "clinician": name_of(case, head.clinician_id),
        "at": head.at or None,
        "started_at": head.started_at.isoformat() if head.started_at else None,
        "ended_at": head.ended_at.isoformat() if head.ended_at else None,
        "cancelled_at": head.cancelled_at.isoformat() if head.cancelled_at else None,
        "questions": len(visit_list(visit, {})),
        "notes": len(visit.live_notes),
    }


def _case_row(number: int, case: Case, now: datetime) -> dict[str, Any]:
    from companion.cli.standing import standing_row

    head = case.file.head
    return {
        "number": number,
        "id": case.file.id,
        "title": head.title,
        "packs": list(head.packs),
        "decide_by": head.decide_by,
        "visits": [_visit_row(place, case, visit) for place, visit in enumerate(case.visits, 1)],
        "unreadable": list(case.unreadable),
        **standing_row(case, now),
    }


@click.command("list", short_help="All cases and their visits.")
@with_home
@click.option("--json", "as_json", is_flag=True, help=words.JSON_HELP)
def list_cases(*, as_json: bool) -> None:
    """List all cases and their visits, with the numbers that other commands take."""
    from companion.services.case.maintenance import what_went_astray

    sessions, unreadable = desk().library.read_heads()
    now = desk().library.context.now()
    rows = [_case_row(number, session.case, now) for number, session in enumerate(sessions, 1)]
    if as_json:
        print_json(rows)
    else:
        for row, session in zip(rows, sessions, strict=True):
            _print_case(row, session.case, now)
    for session in sessions:
        warn_about(session)
    for each in unreadable:
        say(words.unreadable_case(each.case_id, str(each.error)))
    astray = what_went_astray(desk().library, sessions)
    for sentence in astray:
        say(on_one_line(sentence))
    if not rows and not unreadable and not astray:
        say(words.NO_CASES)


def _print_case(row: dict[str, Any], case: Case, now: datetime) -> None:
    from companion.cli.standing import standing

    print_line(f"{row['number']}  {row['id']}  {on_one_line(row['title'])}")
    for line in standing(case, now):
        print_line(f"   {line}")
    for visit, about in zip(row["visits"], (each.head for each in case.visits), strict=True):
        with_whom = on_one_line(visit["clinician"])
        when = told_when(about, days.short_date) if about.at else ""
        print_line(f"   {visit['number']}  {visit['id']}  {when}  {with_whom}")


@click.command("show", short_help="One case, whole.")
@with_home
@click.argument("case")
@click.option("--set-aside", "set_aside", is_flag=True, help=words.SET_ASIDE_HELP)
@click.option("--json", "as_json", is_flag=True, help=words.JSON_HELP)
def show(case: str, *, set_aside: bool, as_json: bool) -> None:
    """Show a case: where it stands, then everything in it."""
    from companion.cli.standing import standing
    from companion.services.transfer.exports import ExportRequest, export

    if set_aside:
        _show_set_aside(choosing.case_folder_id(desk().library, case), as_json=as_json)
        return
    session = desk().library.open_readonly(choosing.case_id(desk().library, case))
    if not as_json:
        print_lines((*standing(session.case, session.now()), ""))
    wanted = ExportRequest(format="json" if as_json else "text", now=session.now(), on_screen=True)
    done = export(session.case, wanted)
    if as_json:
        print_json_text(done.data.decode())
    else:
        print_text(done.data)
    for remark in done.remarks:
        say(remark)
    warn_about(session)


def _show_set_aside(case_id: str, *, as_json: bool) -> None:
    """The texts in files that lie beside the stores of a case, file by file."""
    from companion.services.case.set_aside import set_aside_of

    files = set_aside_of(desk().library.context, case_id)
    if as_json:
        print_json([asdict(each) for each in files])
    for each in () if as_json else files:
        print_line(on_one_line(each.name))
        lines = [line for text in each.texts for line in text.split("\n")]
        print_lines(f"   {line}" for line in lines or [words.NOTHING_READABLE])
    for each in files:
        if each.problem:
            say(on_one_line(each.problem))
    hidden = sum(each.hidden for each in files)
    if hidden:
        say(words.set_aside_hidden(hidden))
    if not files:
        say(words.NOTHING_SET_ASIDE)


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
def _day(quarter: int) -> str:
    """The day here; every quarter of an hour lies in one, and many notes lie in one quarter."""
    return days.plain_date(local_day(datetime.fromtimestamp(quarter * _QUARTER, UTC)))


def _hit_line(hit: Hit) -> str:
    """Where it is, as other commands take it, what it is, what it says, of whom and when."""
    where = f"{hit.case_id}/{hit.visit_id}" if hit.visit_id else hit.case_id
    day = _day(int(hit.at.timestamp() // _QUARTER)) if hit.at else ""
    said = ", ".join(part for part in (hit.doctor, day) if part)
    return f"{where}  {hit.kind}  {hit.text}" + (f"  ({said})" if said else "")


@click.command("search", short_help="Look through all notes, answers and steps.")
@with_home
@click.argument("wanted", nargs=-1, metavar="[WORDS]")
@click.option("--json", "as_json", is_flag=True, help=words.JSON_HELP)
def search(wanted: tuple[str, ...], *, as_json: bool) -> None:
    """Find words, as typed one after the other, in every note, answer, question and step."""
    from companion.exchange.json.json_list import json_rows
    from companion.services.search.index import MANY, SearchIndex

    # Nothing here becomes garbage that has to be looked for: all that is kept is needed to the end.
    gc.disable()
    phrase = asked(" ".join(wanted) or None, words.ASK_WORDS)
    index = SearchIndex(desk().library)
    if index.stale > MANY:
        say(words.getting_ready(index.stale))
    index.read()
    found = index.find(phrase)
    if as_json:
        for part in json_rows(_hit_row(hit) for hit in found.hits()):
            print_json_text(part.decode())
    else:
        print_lines(_hit_line(hit) for hit in found.hits())
    say(words.found(found.count, found.visits))
    for case in index.cases:
        for visit_id, error in case.unreadable.items():
            say(words.unreadable_visit(visit_id, str(error)))
    for each in index.unreadable:
        say(words.unreadable_case(each.case_id, str(each.error)))
