"""`new`, `plan`, `change`, `undo`."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import click

from companion.cli import choosing, times
from companion.cli.asking import asked, print_id, say, written
from companion.cli.desk import desk, with_home
from companion.cli.refusing import RefusedError
from companion.domain.changes import added, altered, with_rows
from companion.domain.moments import local_day
from companion.services.case.library import NewCase
from companion.services.visit.plan import NewVisit, find_clinician, plan_visit
from companion.words import commands as words
from companion.words import visit as visit_words

if TYPE_CHECKING:
    from companion.domain.case import CaseFile
    from companion.domain.people import Person
    from companion.domain.visit import VisitFile
    from companion.services.case.session import CaseSession

MOST_MINUTES = 24 * 60


@click.command("new", short_help="Make a case, print its id.")
@with_home
@click.option("--title", metavar="T", help="What it is about; asked for when absent or -.")
@click.option("--pack", "packs", multiple=True, metavar="P", help="Guidance to use; repeatable.")
def new(title: str | None, packs: tuple[str, ...]) -> None:
    """Make a case and print its id alone on one line."""
    catalogue = desk().packs_named(packs)
    session = desk().library.create(
        NewCase(title=asked(title, words.ASK_TITLE), packs=catalogue.chosen(packs))
    )
    session.finish()
    print_id(session.case_id)


@click.command("plan", short_help="Add a visit, print its id.")
@with_home
@click.argument("case")
@click.option("--with", "clinician", metavar="NAME", help="Asked for when absent or -.")
@click.option(
    "--at",
    "when",
    required=True,
    metavar="WHEN",
    help="2026-12-03T14:00, local; or in words.",
)
@click.option("--minutes", type=click.IntRange(1, MOST_MINUTES), metavar="N")
@click.option("--phone", is_flag=True, help="A call, not a meeting.")
def plan(case: str, clinician: str | None, when: str, minutes: int | None, *, phone: bool) -> None:
    """Add a visit to a case and print its id alone on one line."""
    at, zone = times.read_when(when, local_day(desk().library.context.now()))
    case_id = choosing.case_id(desk().library, case)
    name = asked(clinician, words.ASK_WITH)
    session = desk().library.open_to_write(case_id)
    visit_id = plan_visit(
        session, NewVisit(clinician=name, at=at, zone=zone, minutes=minutes, phone=phone)
    )
    session.finish()
    print_id(visit_id)


_OF_A_CASE = frozenset({"title", "decide_by"})
"""What belongs to a case; all else that can be changed belongs to a visit."""


@click.command("change", short_help="Change a case or a visit.")
@with_home
@click.argument("which", metavar="CASE[/V]")
@click.option("--title", metavar="T", help="The case's title.")
@click.option("--decide-by", metavar="DAY", help="When a decision is wanted.")
@click.option("--at", "when", metavar="WHEN", help="The visit's time.")
@click.option("--with", "clinician", metavar="NAME", help="Whom the visit is with.")
@click.option("--minutes", type=click.IntRange(1, MOST_MINUTES), metavar="N")
@click.option("--place", metavar="P", help="Where the visit is.")
@click.option("--goal", metavar="G", help="What the visit is for.")
@click.option("--cancel", is_flag=True, help="Call the visit off.")
def change(which: str, **wanted: Any) -> None:  # noqa: ANN401
    """Change a case's title or last day, or a visit's time, clinician, place; or cancel it."""
    case, slash, visit = which.partition("/")
    case_id = choosing.case_id(desk().library, case)
    given = {name: value for name, value in wanted.items() if value not in (None, False)}
    if slash and _OF_A_CASE & given.keys():
        raise RefusedError(words.OF_A_CASE, 2)
    if not slash and given.keys() - _OF_A_CASE:
        raise RefusedError(words.OF_A_VISIT, 2)
    session = desk().library.open_to_write(case_id)
    try:
        if slash:
            _change_visit(session, choosing.visit_id(session, visit), given)
        else:
            _change_case(session, given)
    finally:
        session.finish()


def _change_case(session: CaseSession, given: dict[str, Any]) -> None:
    values: dict[str, Any] = {}
    if "title" in given:
        values["title"] = asked(given["title"], words.ASK_TITLE)
    if "decide_by" in given:
        values["decide_by"] = times.read_day(given["decide_by"], local_day(session.now()))
    if not values:
        raise RefusedError(words.NOTHING_CHANGED, 2)

    def change(file: CaseFile) -> CaseFile:
        return with_rows(file, {"about": (replace(file.head, **values),)})

    session.change_case(words.UNDO_CASE, change)


def _change_visit(session: CaseSession, visit_id: str, given: dict[str, Any]) -> None:
    values: dict[str, Any] = {
        name: written(given[name]) for name in ("place", "goal") if name in given
    }
    if "minutes" in given:
        values["minutes"] = given["minutes"]
    if "when" in given:
        about, today = session.visit(visit_id).head, local_day(session.now())
        values["at"], values["zone"] = times.read_when(given["when"], today, about)
    if "cancel" in given:
        values["cancelled_at"] = session.now()
    person: Person | None = None
    if "clinician" in given:
        name = asked(given["clinician"], words.ASK_WITH)
        values["clinician_id"], person = find_clinician(session, name)
    if not values:
        raise RefusedError(words.NOTHING_CHANGED, 2)

    def change(visit: VisitFile) -> VisitFile:
        if person is not None:
            visit = added(visit, "people", person)
        return altered(visit, "about", visit_id, **values)

    session.change_visit(visit_id, visit_words.UNDO_VISIT, change)


@click.command("undo", short_help="Take back the last change.")
@with_home
@click.argument("case")
def undo(case: str) -> None:
    """Take back the last change of a case, whichever of its files it was in."""
    session = desk().library.open_to_write(choosing.case_id(desk().library, case))
    try:
        session.open_all()
        past = session.undo()
    finally:
        session.finish()
    if past is None:
        raise RefusedError(words.NOTHING_TO_UNDO)
    say(words.undone(past.sentence))
