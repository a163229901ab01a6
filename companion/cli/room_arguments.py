"""The plain arguments that open a room, read without the parser of commands.

Reading that parser takes about a fortieth of the wait for a room. Whatever is not plain is left to
it, so that only it refuses anything.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from companion.commands.catalogue import EVERY_ROOM
from companion.domain.value import Value

if TYPE_CHECKING:
    from collections.abc import Sequence

_NOT_PLAIN = frozenset("*?[]~$%")
"""Characters that a parser may fill in on a system whose shell does not."""
_COMPLETION = "_COMPANION_COMPLETE"
"""The variable with which a shell asks how a line may be completed."""


class RoomArguments(Value):
    """What the plain arguments ask for."""

    home: str | None = None
    """The data folder; None: the user's own."""
    in_case: bool = False
    """Whether a case is opened, and not Home."""
    case: str | None = None
    room: str | None = None


def read_room_arguments(arguments: Sequence[str]) -> RoomArguments | None:
    """Return what `[--home DIR] [open [CASE] [--room ROOM]]` asks for; None for anything else."""
    if _COMPLETION in os.environ or any(not _NOT_PLAIN.isdisjoint(word) for word in arguments):
        return None
    in_case, case = False, None
    options: dict[str, str] = {}
    words = iter(arguments)
    for word in words:
        if word.startswith("-"):
            value = next(words, "")
            if word in options or value.startswith("-") or not _is_plain(word, value, in_case):
                return None
            options[word] = value
        elif not in_case:
            if word != "open":
                return None
            in_case = True
        elif case is None:
            case = word
        else:
            return None
    return RoomArguments(options.get("--home"), in_case, case, options.get("--room"))


def _is_plain(option: str, value: str, in_case: bool) -> bool:  # noqa: FBT001 - a fact
    """Return whether an option has a value that nothing is refused for."""
    if option == "--home":
        return bool(value.strip())
    return option == "--room" and in_case and value in EVERY_ROOM[1:]
