"""`keys`: list the commands of the rooms and their keys."""

from __future__ import annotations

import click

from companion.cli.home_option import command_context, with_home
from companion.cli.io import print_json, print_line, say
from companion.commands.catalogue import COMMANDS
from companion.commands.keymap import read_keymap
from companion.words import command_help


@click.command("keys")
@with_home
@click.option("--json", "as_json", is_flag=True)
def command(*, as_json: bool) -> None:
    """List everything that can be done, with its keys and rooms; your own keys included."""
    settings = command_context().settings
    keymap = read_keymap(settings.keymap_text())
    if as_json:
        print_json(
            [
                {
                    "id": each.id,
                    "keys": list(keymap.keys[each.id]),
                    "rooms": list(each.rooms),
                    "sentence": command_help.sentence(each.id),
                }
                for each in COMMANDS
            ]
        )
    else:
        its_keys = {each.id: ", ".join(keymap.keys[each.id]) for each in COMMANDS}
        wide = max(map(len, its_keys)), max(map(len, its_keys.values()))
        for each in COMMANDS:
            shown = f"{each.id:<{wide[0]}}  {its_keys[each.id]:<{wide[1]}}"
            print_line(f"{shown}  {command_help.sentence(each.id)}")
    for sentence in (*settings.problems, *keymap.told(settings.keymap_path)):
        say(sentence)
