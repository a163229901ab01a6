"""`export`: write a case as a document."""

from __future__ import annotations

import click

from companion.cli.case_warnings import warn_about
from companion.cli.context import command_context, with_home
from companion.cli.errors import RefusedError
from companion.cli.files import STANDARD_OUTPUT, write_file
from companion.cli.io import say, write_out
from companion.cli.lookup import find_case_id, find_visit_id
from companion.exchange.errors import ExportRefusedError
from companion.exchange.json.schema import export_schema
from companion.exchange.papers.catalogue import FORMATS, ExportRequest, needs_letter
from companion.exchange.redaction import Audience
from companion.services.transfer.exports import export
from companion.words import commands as words


@click.command("export")
@with_home
@click.argument("case", required=False)
@click.option("--format", "kind", type=click.Choice(FORMATS))
@click.option("--paper", default="case")
@click.option("--visit", metavar="V")
@click.option(
    "--for", "audience", type=click.Choice([str(each) for each in Audience]), default="me"
)
@click.option("--large-print", "large", is_flag=True)
@click.option("--all-questions", "every", is_flag=True)
@click.option("-o", "target", metavar="FILE")
@click.option("--raw", is_flag=True)
@click.option("--schema", is_flag=True)
def command(case: str | None, kind: str | None, target: str | None, **wanted: str | bool) -> None:
    """Write a case as a document, or print it."""
    if wanted.pop("schema"):
        write_out(export_schema())
        return
    if case is None or kind is None:
        raise click.UsageError(words.EXPORT_NEEDS)
    context = command_context()
    session = context.library.open_readonly(find_case_id(context.library, case))
    visit, paper = wanted["visit"], str(wanted["paper"])
    chosen = session.file.head.packs
    letters = context.catalogue.letters(chosen) if needs_letter(paper) else {}
    request = ExportRequest(
        format=kind,
        paper=paper,
        audience=str(wanted["audience"]),
        raw=bool(wanted["raw"]),
        now=session.now(),
        letters=letters,
        visit_id=find_visit_id(session, str(visit)) if visit else None,
        large=bool(wanted["large"]),
        every=bool(wanted["every"]),
    )
    try:
        done = export(session.case, request)
    except ExportRefusedError as error:
        raise RefusedError(str(error)) from error
    for remark in done.remarks:
        say(remark)
    warn_about(session)
    if target in (None, STANDARD_OUTPUT):
        write_out(done.data)
    else:
        private = write_file(target, done.data)
        say(words.exported_to(target, private=private))
