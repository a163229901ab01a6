"""What somebody types in these tests, and what the last line says of it."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.terminal.screen import Terminal

SAID = ("the", "level", "falls", "too", "low", "by", "day", "three", "doses", "more", "often")


def sentences(count: int, seed: int) -> list[str]:
    """Notes as somebody types them."""
    chance = random.Random(seed)  # noqa: S311 - the same every time
    return [" ".join(chance.choices(SAID, k=chance.randint(2, 9))) for _ in range(count)]


def kill(terminal: Terminal) -> None:
    """End it without a word."""
    terminal.kill()
    terminal.wait_for_end()


def is_saved(terminal: Terminal) -> bool:
    """Whether the last line says so."""
    return terminal.lines[-1].endswith(" saved") and "not saved" not in terminal.lines[-1]
