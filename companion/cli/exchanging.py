"""`export` and `import`."""

from __future__ import annotations

import click

from companion.cli import choosing
from companion.cli.asking import print_id, say, standard_input, write_out
from companion.cli.desk import desk, with_home
from companion.cli.files import STANDARD_INPUT, STANDARD_OUTPUT, read_file, write_file
from companion.cli.reading import warn_about
from companion.cli.refusing import RefusedError
from companion.exchange.errors import ExportRefusedError, ImportRefusedError
from companion.services.transfer import exports, imports
from companion.services.transfer.letters import letters_of
from companion.words import commands as words

FORMATS = ("markdown", "text", "html", "json", "csv", "ics")
AUDIENCES = ("me", "doctor", "family")


@click.command("export", short_help="A case as a document.")
@with_home
@click.argument("case", required=False)
@click.option("--format", "kind", type=click.Choice(FORMATS), help="What kind of file.")
@click.option("--paper", default="case", help=words.PAPER_HELP)
@click.option("--visit", metavar="V", help=words.SUMMARY_VISIT_HELP)
@click.option("--for", "audience", type=click.Choice(AUDIENCES), default="me")
@click.option("--large-print", "large", is_flag=True, help=words.LARGE_HELP)
@click.option("-o", "target", metavar="FILE", help=words.TARGET_HELP)
@click.option("--raw", is_flag=True, help="CSV: leave cells that look like formulas alone.")
@click.option("--schema", is_flag=True, help="Print the JSON Schema of the JSON export.")
def export(case: str | None, kind: str | None, target: str | None, **wanted: str | bool) -> None:
    """Write a case as a document, or print it."""
    if wanted.pop("schema"):
        write_out(exports.json_schema())
        return
    if case is None or kind is None:
        raise click.UsageError(words.EXPORT_NEEDS)
    session = desk().library.open_readonly(choosing.case_id(desk().library, case))
    visit, paper = wanted["visit"], str(wanted["paper"])
    packs = desk().catalogue.packs if exports.needs_letter(paper) else ()
    chosen = exports.ExportRequest(
        format=kind,
        paper=paper,
        audience=str(wanted["audience"]),
        raw=bool(wanted["raw"]),
        now=session.now(),
        letters=letters_of(packs, session.file.head.packs),
        visit_id=choosing.visit_id(session, str(visit)) if visit else None,
        large=bool(wanted["large"]),
    )
    try:
        done = exports.export(session.case, chosen)
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


@click.command("import", short_help="A question list, an appointment or a case.")
@with_home
@click.argument("file")
@click.option("--into", metavar="CASE", help="The case to add to; else a new one.")
@click.option("--update", is_flag=True, help=words.UPDATE_HELP)
def import_file(file: str, into: str | None, *, update: bool) -> None:
    """Import a question list (Markdown, text), an appointment (.ics) or a case as JSON.

    FILE - is standard input.
    """
    if update and not into:
        raise click.UsageError(words.UPDATE_NEEDS)
    library = desk().library
    case_id = choosing.case_id(library, into) if into else None
    try:
        done = imports.import_file(
            library,
            "" if file == STANDARD_INPUT else file,
            _read(file),
            case_id,
            desk().catalogue.packs,
            update=update,
        )
    except ImportRefusedError as error:
        raise RefusedError(str(error)) from error
    for remark in done.remarks:
        say(remark)
    print_id(done.case_id)


def _read(file: str) -> bytes:
    """The content of a file, or what stands on standard input."""
    if file == STANDARD_INPUT:
        return standard_input(imports.MOST_BYTES)
    return read_file(file, imports.MOST_BYTES)
