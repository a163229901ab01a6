"""`list`: print all cases and their visits. It changes nothing and takes no lock."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from companion.cli.case_status import status_lines, status_row
from companion.cli.home_option import command_context, with_home
from companion.cli.io import on_one_line, print_json, print_line, say
from companion.cli.lookup import warn_about
from companion.domain.case_queries import name_of
from companion.domain.moments import local_day
from companion.domain.question_rows import visit_list
from companion.domain.visit_times import told_when
from companion.services.case.maintenance import what_went_astray
from companion.words import commands as words
from companion.words import days
from companion.words.home import NO_TITLE

if TYPE_CHECKING:
    from datetime import datetime

    from companion.domain.case import Case
    from companion.domain.visit import VisitFile


@click.command("list")
@with_home
@click.option("--json", "as_json", is_flag=True)
def command(*, as_json: bool) -> None:
    """List all cases and their visits, with the numbers that other commands take."""
    library = command_context().library
    sessions, unreadable = library.read_heads()
    now = library.context.now()
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
    astray = what_went_astray(library, sessions)
    for sentence in astray:
        say(on_one_line(sentence))
    if not rows and not unreadable and not astray:
        say(words.NO_CASES)


def _case_row(number: int, case: Case, now: datetime) -> dict[str, Any]:
    head = case.file.head
    return {
        "number": number,
        "id": case.file.id,
        "title": head.title,
        "packs": list(head.packs),
        "decide_by": head.decide_by,
        "visits": [_visit_row(place, case, visit) for place, visit in enumerate(case.visits, 1)],
        "unreadable": list(case.unreadable),
        **status_row(case, now),
    }


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


def _print_case(row: dict[str, Any], case: Case, now: datetime) -> None:
    title = on_one_line(row["title"]).strip() or NO_TITLE
    print_line(f"{row['number']}  {row['id']}  {title}")
    for line in status_lines(case, now):
        print_line(f"   {line}")
    today = local_day(now)
    for visit, about in zip(row["visits"], (each.head for each in case.visits), strict=True):
        with_whom = on_one_line(visit["clinician"])
        when = told_when(about, lambda day: days.short_day(day, today)) if about.at else ""
        print_line(f"   {visit['number']}  {visit['id']}  {when}  {with_whom}")
