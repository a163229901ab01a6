"""`packs`: list the guidance."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from companion.cli.home_option import command_context, with_home
from companion.cli.io import print_json, print_line, say
from companion.domain.pack import ASPECT, INSTEAD_OF, SITUATION, URGENT
from companion.words import guidance as words

if TYPE_CHECKING:
    from companion.domain.pack import Source


def _source(source: Source) -> dict[str, str | int]:
    return {
        "name": source.name,
        "title": source.title,
        "where": source.where,
        "year": source.year,
        "read": str(source.read or ""),
        "caveat": source.caveat,
        "seen": source.seen,
    }


@click.command("packs")
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
                    "reviewer": pack.reviewer,
                    "next_review": str(pack.next_review or ""),
                    "funding": pack.funding,
                    "country": list(pack.country),
                    "hides": list(pack.hides),
                    "situations": [
                        {"id": each.id, "title": each.title} for each in pack.situations
                    ],
                    "sources": [_source(each) for each in pack.sources],
                    "path": pack.path,
                    "items": [
                        {
                            "id": item.id,
                            "kind": item.kind,
                            "text": item.text,
                            "file": item.file,
                            "line": item.line,
                            "urgent": item.first(URGENT),
                            "instead_of": list(item.fields.get(INSTEAD_OF, ())),
                            "situations": list(item.fields.get(SITUATION, ())),
                            "aspects": list(item.fields.get(ASPECT, ())),
                        }
                        for item in pack.items
                    ],
                }
                for pack in catalogue.packs
            ]
        )
    else:
        for pack in catalogue.packs:
            print_line(
                words.listed(
                    pack.id,
                    pack.title,
                    len(pack.items),
                    words.checked(pack.reviewed, pack.reviewer),
                )
            )
    for problem in catalogue.problems:
        say(str(problem))
