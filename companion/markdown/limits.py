"""Limits of Markdown, so that no file can hold the program up.

markdown-it-py is quadratic on a few inputs (a page of `[`, fifty lists on one line). Size, lines
and the length of one paragraph are capped before; the rest is caught by a time limit that the
parser's own rules check. A thread with a time limit would not do: it cannot be ended.
"""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from companion.words import markdown as words

if TYPE_CHECKING:
    from collections.abc import Callable

MAXIMUM_BYTES = 256 * 1024
"""Largest text read, in bytes of UTF-8."""
MAXIMUM_LINES = 5_000
"""Most lines read."""
MAXIMUM_PARAGRAPH = 16_000
"""Longest paragraph, in characters: the steps after the inline rules have no time limit."""
MAXIMUM_NESTING = 100
"""Deepest nesting of the parser's tokens; a list takes two levels."""
EVERY = 16
"""Of so many looks one reads the clock."""
SECONDS = 1.0
"""Longest time for one text."""


class TextRefusedError(ValueError):
    """A text that is refused.

    Attributes:
        sentence: What is wrong and what to do.
        line: The line where it was noticed, from 1.
    """

    def __init__(self, sentence: str, line: int = 1) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.line = line


@dataclass(slots=True)
class Watch:
    """Time limit of one text."""

    clock: Callable[[], float] = time.thread_time
    """Processor seconds of this thread: a busy laptop refuses nothing."""
    seconds: float = SECONDS
    """How long the text may take."""
    ends_at: float = field(init=False)
    """When, on that clock, the time is over."""
    looks: int = 0
    """How often it was asked; the clock itself takes a quarter of the time of a usual text."""

    def __post_init__(self) -> None:
        self.ends_at = self.clock() + self.seconds

    def look(self) -> None:
        """Refuse the text if its time is over.

        Raises:
            TextRefusedError: The time is over.
        """
        self.looks += 1
        if self.looks % EVERY == 1 and self.clock() > self.ends_at:
            raise TextRefusedError(words.TOO_TANGLED)


def check_size(text: str) -> None:
    """Refuse a text that is too large before it is parsed.

    Raises:
        TextRefusedError: It has too many bytes or lines.
    """
    if len(text) > MAXIMUM_BYTES or len(text.encode("utf-8", "replace")) > MAXIMUM_BYTES:
        raise TextRefusedError(words.too_big(MAXIMUM_BYTES // 1024))
    if text.count("\n") > MAXIMUM_LINES:
        raise TextRefusedError(words.too_many_lines(MAXIMUM_LINES), MAXIMUM_LINES + 1)
