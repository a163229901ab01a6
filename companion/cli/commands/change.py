"""`change`: change a case or a visit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from companion.cli.errors import RefusedError
from companion.cli.home_option import command_context, with_home
from companion.cli.io import given_or_asked, typed_text
from companion.cli.lookup import find_case_id, find_visit_id
from companion.cli.times import MINUTES, read_day, read_when
from companion.domain.changes import with_added, with_changed, with_head
from companion.services.visit.plan import find_or_new_clinician
from companion.words import commands as words
from companion.words import visit as visit_words

if TYPE_CHECKING:
    from companion.domain.people import Person
    from companion.domain.visit import VisitFile
    from companion.services.case.session import CaseSession

_OF_A_CASE = frozenset({"title", "decide_by"})
"""Options of a case; all others are options of a visit."""


@click.command("change")
@with_home
@click.argument("which", metavar="CASE[/V]")
@click.option("--title", metavar="T")
@click.option("--decide-by", metavar="DAY")
@click.option("--at", "when", metavar="WHEN")
@click.option("--with", "clinician", metavar="NAME")
@click.option("--minutes", type=MINUTES, metavar="N")
@click.option("--place", metavar="P")
@click.option("--goal", metavar="G")
@click.option("--cancel", is_flag=True)
def command(which: str, **wanted: Any) -> None:  # noqa: ANN401
    """Change a case's title or last day, or a visit's time, clinician, place; or cancel it."""
    library = command_context().library
    case, slash, visit = which.partition("/")
    case_id = find_case_id(library, case)
    given = {name: value for name, value in wanted.items() if value not in (None, False)}
    if slash and _OF_A_CASE & given.keys():
        raise RefusedError(words.OF_A_CASE, 2)
    if not slash and given.keys() - _OF_A_CASE:
        raise RefusedError(words.OF_A_VISIT, 2)
    session = library.open_to_write(case_id)
    try:
        if slash:
            _change_visit(session, find_visit_id(session, visit), given)
        else:
            _change_case(session, given)
    finally:
        session.finish()


def _change_case(session: CaseSession, given: dict[str, Any]) -> None:
    values: dict[str, Any] = {}
    if "title" in given:
        values["title"] = given_or_asked(given["title"], words.ASK_TITLE)
    if "decide_by" in given:
        values["decide_by"] = read_day(given["decide_by"], session.context.today())
    if not values:
        raise RefusedError(words.NOTHING_CHANGED, 2)

    session.change_case(words.UNDO_CASE, lambda file: with_head(file, **values))


def _change_visit(session: CaseSession, visit_id: str, given: dict[str, Any]) -> None:
    values: dict[str, Any] = {
        name: typed_text(given[name]) for name in ("place", "goal") if name in given
    }
    if "minutes" in given:
        values["minutes"] = given["minutes"]
    if "when" in given:
        about, today = session.visit(visit_id).head, session.context.today()
        values["at"], values["zone"] = read_when(given["when"], today, about)
    if "cancel" in given:
        values["cancelled_at"] = session.now()
    person: Person | None = None
    if "clinician" in given:
        name = given_or_asked(given["clinician"], words.ASK_WITH)
        values["clinician_id"], person = find_or_new_clinician(session, name)
    if not values:
        raise RefusedError(words.NOTHING_CHANGED, 2)

    def change(visit: VisitFile) -> VisitFile:
        if person is not None:
            visit = with_added(visit, "people", person)
        return with_changed(visit, "about", visit_id, **values)

    session.change_visit(visit_id, visit_words.UNDO_VISIT, change)
