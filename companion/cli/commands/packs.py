"""`packs`: list the guidance."""

from __future__ import annotations

import click

from companion.cli.context import command_context, with_home
from companion.cli.help import HelpedCommand
from companion.cli.io import print_json, print_line, say


@click.command("packs", cls=HelpedCommand)
@with_home
@click.option("--json", "as_json", is_flag=True)
def command(*, as_json: bool) -> None:
    """List the packs, your own included."""
    catalogue = command_context().catalogue
    if as_json:
        print_json(
            [
                {
                    "id": pack.id,
                    "title": pack.title,
                    "language": pack.language,
                    "extends": list(pack.extends),
                    "reviewed": str(pack.reviewed or ""),
                    "path": pack.path,
                    "items": [
                        {
                            "id": item.id,
                            "kind": item.kind,
                            "text": item.text,
                            "file": item.file,
                            "line": item.line,
                        }
                        for item in pack.items
                    ],
                }
                for pack in catalogue.packs
            ]
        )
    else:
        for pack in catalogue.packs:
            print_line(f"{pack.id}  {pack.title}  {len(pack.items)} items, {pack.reviewed}")
    for problem in catalogue.problems:
        say(f"{problem.file}:{problem.line}: {problem.sentence}")
