"""Commands as Textual's bindings, and keys as the user reads them."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from textual.binding import Binding

from companion.commands.catalogue import of_room
from companion.words.rooms import BETWEEN, LABELS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from companion.commands.catalogue import Command

_OWN_TO_WIDGETS = frozenset(
    {
        *("up", "down", "left", "right", "enter", "escape", "space", "delete", "backspace"),
        *("slash", "backslash", "comma", "minus", "plus", "asterisk", "colon", "semicolon"),
        "tilde",
    }
)
"""Keys that the widget with the focus looks at first: they move, edit or write there."""


_KEY_NAMES = {
    "pagedown": "PgDn",
    "pageup": "PgUp",
    "slash": "/",
    "underscore": "_",
    "question_mark": "?",
    "asterisk": "*",
    "plus": "+",
    "minus": "-",
    "full_stop": ".",
    "comma": ",",
    "escape": "Esc",
}


def key_name(key: str) -> str:
    """Return a key as it stands on the keyboard: `ctrl+n` is Ctrl+N, `pagedown` is PgDn."""
    *modifiers, last = key.split("+")
    name = _KEY_NAMES.get(last) or (last if len(last) == 1 and not modifiers else last.capitalize())
    return "+".join([*(modifier.capitalize() for modifier in modifiers), name])


def reaches_everywhere(key: str) -> bool:
    """Return whether a key is taken before the widget with the focus sees it."""
    plain = "+" not in key
    letter = plain and len(key) == 1
    named = plain and "_" in key
    return not (letter or named or key in _OWN_TO_WIDGETS)


def bindings_for(room: str) -> list[Binding]:
    """Return the bindings of a room's commands, each with its command's id for the keymap."""
    return [
        Binding(
            ",".join(command.keys),
            f"run('{command.id}')",
            show=False,
            id=command.id,
            priority=all(reaches_everywhere(key) for key in command.keys),
        )
        for command in of_room(room)
        if command.keys
    ]


_AS_EVER: Mapping[str, str] = MappingProxyType({})


def hint(
    command: Command, keys: Mapping[str, tuple[str, ...]], now: Mapping[str, str] = _AS_EVER
) -> str:
    """Return key and label of a command, as in `F2 answered`; the label alone without a key."""
    its_keys, label = keys.get(command.id, ()), now.get(command.id, LABELS[command.id])
    return f"{key_name(its_keys[0])} {label}" if its_keys else label


def footer(
    room: str,
    keys: Mapping[str, tuple[str, ...]],
    first: str = "",
    now: Mapping[str, str] = _AS_EVER,
) -> str:
    """Return the footer of a room: commands with a label, in the order of the list.

    Args:
        room: The room.
        keys: The keys in force, by command id.
        first: What stands first.
        now: Labels of commands that do something else now.
    """
    hints = [hint(command, keys, now) for command in of_room(room) if command.id in LABELS]
    return BETWEEN.join([*([first] if first else []), *hints])
