"""The table of keys in the README: `python -m tests.readme` writes it again."""

from __future__ import annotations

from pathlib import Path

from companion.commands.catalogue import COMMANDS, EVERY_ROOM, Command
from companion.ui.rooms.bindings import key_name
from companion.words import command_help
from companion.words.rooms import NAMES

README = Path(__file__).parents[1] / "README.md"
BEGIN = "<!-- keys: made by `python -m tests.readme` -->\n"
END = "<!-- end of keys -->\n"
EVERYWHERE = "Everywhere"


def _row(command: Command) -> str:
    keys = " or ".join(key_name(key) for key in command.keys)
    title, sentence = command_help.title(command.id), command_help.sentence(command.id)
    return f"| {keys.replace('|', chr(92) + '|')} | {title} | {sentence} |"


def _table(heading: str, commands: list[Command]) -> str:
    rows = "\n".join(_row(command) for command in commands)
    return f"### {heading}\n\n| key | what | |\n|---|---|---|\n{rows}\n"


def key_tables() -> str:
    """Every command that has a key, room by room, as Markdown."""
    with_key = [command for command in COMMANDS if command.keys]
    places = {EVERYWHERE: [each for each in with_key if each.rooms == EVERY_ROOM]}
    for room in EVERY_ROOM:
        here = [each for each in with_key if each.rooms != EVERY_ROOM and room in each.rooms]
        places[NAMES[room]] = here
    return "\n".join(_table(name, here) for name, here in places.items() if here)


def around_keys(text: str) -> tuple[str, str, str]:
    """The README before its key tables, the tables, and what follows."""
    before, _, rest = text.partition(BEGIN)
    tables, _, after = rest.partition(END)
    return before, tables, after


def main() -> None:
    """Write the tables into the README."""
    before, _, after = around_keys(README.read_text(encoding="utf-8"))
    README.write_text(f"{before}{BEGIN}\n{key_tables()}\n{END}{after}", encoding="utf-8")


if __name__ == "__main__":
    main()
