"""`export`: write a case as a document."""

from __future__ import annotations

from typing import Any

import click

from companion.cli.errors import RefusedError
from companion.cli.files import STANDARD_OUTPUT, write_file
from companion.cli.home_option import command_context, with_home
from companion.cli.io import say, write_out
from companion.cli.lookup import find_case_id, find_visit_id, warn_about
from companion.exchange.errors import ExportRefusedError
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
def command(
    case: str | None,
    kind: str | None,
    target: str | None,
    visit: str | None,
    schema: bool,  # noqa: FBT001 - as click gives it
    **wanted: Any,  # noqa: ANN401 - of which paper, for whom and how it is written
) -> None:
    """Write a case as a document, or print it."""
    if schema:
        from companion.exchange.json.model import export_schema

        write_out(export_schema())
        return
    if case is None or kind is None:
        raise click.UsageError(words.EXPORT_NEEDS)
    context = command_context()
    session = context.library.open_readonly(find_case_id(context.library, case))
    chosen = session.file.head.packs
    request = ExportRequest(
        format=kind,
        now=session.now(),
        letters=context.catalogue.letters(chosen) if needs_letter(wanted["paper"]) else {},
        visit_id=find_visit_id(session, visit) if visit else None,
        **wanted,
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
