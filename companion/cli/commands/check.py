"""`check`: check guidance that the user wrote."""

from __future__ import annotations

import click

from companion.cli.home_option import command_context, with_home
from companion.cli.io import print_json, print_line, say
from companion.domain.value import asdict
from companion.files import DiskFiles
from companion.packs import folders
from companion.packs.check import check, due


@click.command("check")
@with_home
@click.argument("path")
@click.option("--json", "as_json", is_flag=True)
def command(path: str, *, as_json: bool) -> int:
    """Check a file, a pack or a folder of packs; prints `file:line: sentence`."""
    files = DiskFiles()
    around = command_context().library.context
    roots = folders.roots(files, around.home)
    problems = check(files, path, roots=roots)
    if as_json:
        print_json([asdict(problem) for problem in problems])
    else:
        for problem in problems:
            print_line(str(problem))
    for remark in due(files, path, around.today()):
        say(str(remark))
    return 1 if problems else 0
