"""`packs`, `check`, `keys`, `where`, `self-check`."""

from __future__ import annotations

import click

from companion.cli.asking import print_json, print_line, print_path, say
from companion.cli.desk import desk, with_home
from companion.commands.catalogue import COMMANDS
from companion.commands.keymap import read_keymap
from companion.files import DiskFiles
from companion.packs import locations
from companion.services.case.maintenance import problems_of_home
from companion.services.settings import SettingsFile
from companion.words import commands as words
from companion.words import keymap as keymap_words


@click.command("packs", short_help="The guidance there is.")
@with_home
@click.option("--json", "as_json", is_flag=True, help=words.JSON_HELP)
def packs(*, as_json: bool) -> None:
    """List the packs, your own included."""
    catalogue = desk().catalogue
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


@click.command("check", short_help="What is wrong with a pack.")
@with_home
@click.argument("path")
@click.option("--json", "as_json", is_flag=True, help=words.JSON_HELP)
def check(path: str, *, as_json: bool) -> int:
    """Check a file, a pack or a folder of packs; prints `file:line: sentence`."""
    from companion.packs.check import check as check_path

    files = DiskFiles()
    roots = locations.roots(files, desk().library.context.home)
    problems = check_path(files, path, roots=roots)
    if as_json:
        print_json(
            [
                {
                    "file": problem.file,
                    "line": problem.line,
                    "rule": problem.rule,
                    "sentence": problem.sentence,
                }
                for problem in problems
            ]
        )
    else:
        for problem in problems:
            print_line(f"{problem.file}:{problem.line}: {problem.sentence}")
    return 1 if problems else 0


@click.command("keys", short_help="Every act and its keys.")
@with_home
@click.option("--json", "as_json", is_flag=True, help=words.JSON_HELP)
def keys(*, as_json: bool) -> None:
    """List everything that can be done, with its keys and rooms; your own keys included."""
    settings = SettingsFile(desk().library.context)
    keymap = read_keymap(settings.keymap_text())
    rows = [
        {
            "id": command.id,
            "keys": list(keymap.keys[command.id]),
            "rooms": list(command.rooms),
            "sentence": command.sentence,
        }
        for command in COMMANDS
    ]
    if as_json:
        print_json(rows)
    else:
        its_keys = {command.id: ", ".join(keymap.keys[command.id]) for command in COMMANDS}
        wide = max(map(len, its_keys)), max(map(len, its_keys.values()))
        for command in COMMANDS:
            said = f"{command.id:<{wide[0]}}  {its_keys[command.id]:<{wide[1]}}  {command.sentence}"
            print_line(said)
    for sentence in settings.problems:
        say(sentence)
    for problem in keymap.problems:
        say(keymap_words.report(settings.keymap_path, problem.line, problem.sentence))


@click.command("where", short_help="Where everything is kept.")
@with_home
def where() -> None:
    """Print the data folder."""
    print_path(desk().library.context.home)


@click.command("self-check", short_help="Is everything readable?")
@with_home
def self_check() -> int:
    """Read every case, pack and key file, and say what is wrong."""
    context = desk().library.context
    problems = [*problems_of_home(desk().library)]
    settings = SettingsFile(context)
    problems += settings.problems
    problems += [
        keymap_words.report(settings.keymap_path, problem.line, problem.sentence)
        for problem in read_keymap(settings.keymap_text()).problems
    ]
    problems += [
        f"{problem.file}:{problem.line}: {problem.sentence}"
        for problem in desk().catalogue.problems
    ]
    for sentence in problems:
        print_line(sentence)
    if not problems:
        say(words.HEALTHY)
    return 1 if problems else 0
