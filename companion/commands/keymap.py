"""The user's own keys: read, checked, and applied as far as possible.

One command a line: `visit.new_question: f8, ctrl+n`. A line that begins with `#` is a comment.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from companion.commands.catalogue import BY_ID, COMMANDS
from companion.words import settings as words

_ARROWS = ("up", "down", "left", "right", "home", "end", "pageup", "pagedown")
_EDITING = ("insert", "delete", "backspace", "enter", "tab", "escape", "space")
_SIGNS = (
    *("slash", "backslash", "comma", "full_stop", "minus", "plus", "asterisk", "equals_sign"),
    *("question_mark", "exclamation_mark", "number_sign", "tilde", "colon", "semicolon"),
    *("underscore", "less_than_sign", "greater_than_sign"),
)
_NAMED = frozenset({*_ARROWS, *_EDITING, *_SIGNS})
_FUNCTION_KEY = re.compile(r"f([1-9]|1[0-9]|2[0-4])\Z")
_MODIFIERS = frozenset({"ctrl", "shift", "alt", "super"})
NEEDED = ("app.help", "app.quit")
"""Commands that always keep a key."""

Keys = Mapping[str, tuple[str, ...]]
DEFAULTS: dict[str, tuple[str, ...]] = {command.id: command.keys for command in COMMANDS}


class KeymapProblem(NamedTuple):
    """A line of the keymap file that was not applied."""

    line: int
    """Line of the file, from 1."""
    sentence: str
    """The problem, and how it was dealt with."""


class Keymap(NamedTuple):
    """The keys in force."""

    keys: Keys
    """Keys by command id; every command is there."""
    changed: Keys
    """Only those that the user's file changed."""
    problems: tuple[KeymapProblem, ...]
    """Lines that were not applied."""

    def told(self, path: str) -> tuple[str, ...]:
        """Return the problems of the file at that path, a sentence each."""
        return tuple(words.report(path, each.line, each.sentence) for each in self.problems)


class _WantedKeys(NamedTuple):
    """The keys that one line of the file wants."""

    line: int
    command: str
    keys: tuple[str, ...]


def is_key(name: str) -> bool:
    """Whether a name is a key as Textual names them."""
    *modifiers, key = name.split("+")
    if not set(modifiers) <= _MODIFIERS or len(set(modifiers)) != len(modifiers):
        return False
    return (
        key in _NAMED
        or _FUNCTION_KEY.match(key) is not None
        or (len(key) == 1 and key.isprintable() and not key.isspace())
    )


def _read_line(number: int, line: str) -> _WantedKeys | KeymapProblem | None:
    text = line.strip()
    if not text or text.startswith("#"):
        return None
    name, colon, keys = (part.strip() for part in text.partition(":"))
    if not colon:
        return KeymapProblem(number, words.NO_COLON)
    if name not in BY_ID:
        return KeymapProblem(number, words.unknown_command(name))
    wanted = tuple(key.strip() for key in keys.split(",") if key.strip())
    wrong = next((key for key in wanted if not is_key(key)), None)
    if wrong is not None:
        return KeymapProblem(number, words.not_a_key(wrong))
    if not wanted and name in NEEDED:
        return KeymapProblem(number, words.needs_a_key(name))
    return _WantedKeys(number, name, wanted)


def clash(keys: Keys) -> tuple[str, str, str] | None:
    """Return a key that two commands of one room share, and both commands, if there is one."""
    taken: dict[tuple[str, str], str] = {}
    for command_id, its_keys in keys.items():
        for room in BY_ID[command_id].rooms:
            for key in its_keys:
                other = taken.setdefault((room, key), command_id)
                if other != command_id:
                    return key, other, command_id
    return None


def _refused(wishes: list[_WantedKeys], found: tuple[str, str, str]) -> KeymapProblem:
    key, one, other = found
    guilty = max(
        (wish for wish in wishes if wish.command in {one, other} and key in wish.keys),
        key=lambda wish: wish.line,
    )
    wishes.remove(guilty)
    rival = other if guilty.command == one else one
    return KeymapProblem(guilty.line, words.key_taken(key, guilty.command, rival))


def read_keymap(text: str) -> Keymap:
    """Return the keys in force with a user's file; lines that cannot be applied are reported."""
    lines = [_read_line(number, line) for number, line in enumerate(text.splitlines(), 1)]
    problems = [line for line in lines if isinstance(line, KeymapProblem)]
    wishes = [line for line in lines if isinstance(line, _WantedKeys)]
    while True:
        changed = {wish.command: wish.keys for wish in wishes}
        keys = {**DEFAULTS, **changed}
        found = clash(keys)
        if found is None:
            break
        problems.append(_refused(wishes, found))
    return Keymap(keys, changed, tuple(sorted(problems, key=lambda problem: problem.line)))
