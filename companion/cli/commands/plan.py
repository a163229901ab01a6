"""`plan`: add a visit."""

from __future__ import annotations

import click

from companion.cli.home_option import command_context, with_home
from companion.cli.io import given_or_asked, print_id
from companion.cli.lookup import find_case_id
from companion.cli.times import MINUTES, read_when
from companion.domain.moments import local_day
from companion.services.visit.plan import NewVisit, plan_visit
from companion.words import commands as words


@click.command("plan")
@with_home
@click.argument("case")
@click.option("--with", "clinician", metavar="NAME")
@click.option(
    "--at",
    "when",
    required=True,
    metavar="WHEN",
)
@click.option("--minutes", type=MINUTES, metavar="N")
@click.option("--phone", is_flag=True)
def command(
    case: str, clinician: str | None, when: str, minutes: int | None, *, phone: bool
) -> None:
    """Add a visit to a case and print its id alone on one line."""
    library = command_context().library
    at, zone = read_when(when, local_day(library.context.now()))
    case_id = find_case_id(library, case)
    name = given_or_asked(clinician, words.ASK_WITH)
    session = library.open_to_write(case_id)
    visit_id = plan_visit(
        session, NewVisit(clinician=name, at=at, zone=zone, minutes=minutes, phone=phone)
    )
    session.finish()
    print_id(visit_id)
