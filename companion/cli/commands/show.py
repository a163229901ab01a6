"""`show`: print one case. It changes nothing and takes no lock."""

from __future__ import annotations

from dataclasses import asdict

import click

from companion.cli.case_status import status_lines
from companion.cli.home_option import command_context, with_home
from companion.cli.io import (
    on_one_line,
    print_json,
    print_json_text,
    print_line,
    print_lines,
    print_text,
    say,
)
from companion.cli.lookup import find_case_folder_id, find_case_id, warn_about
from companion.exchange.papers.catalogue import ExportRequest
from companion.services.case.set_aside import set_aside_of
from companion.services.transfer.exports import export
from companion.words import commands as words


@click.command("show")
@with_home
@click.argument("case")
@click.option("--set-aside", "set_aside", is_flag=True)
@click.option("--json", "as_json", is_flag=True)
def command(case: str, *, set_aside: bool, as_json: bool) -> None:
    """Show a case: where it stands, then everything in it."""
    library = command_context().library
    if set_aside:
        _show_set_aside(find_case_folder_id(library, case), as_json=as_json)
        return
    session = library.open_readonly(find_case_id(library, case))
    if not as_json:
        print_lines((*status_lines(session.case, session.now()), ""))
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
    """Print the texts in files that lie beside the stores of a case, file by file."""
    files = set_aside_of(command_context().library.context, case_id)
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
