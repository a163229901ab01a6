"""A paper that was made: opening it to print it, or printing it at once, and what came of that."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

from companion.files import programs
from companion.words import paper_files as words

if TYPE_CHECKING:
    from collections.abc import Callable

    from companion.files.programs import Started

_WIDTH = 76
"""Letters of a line that a printer has room for."""


def lines_to_print(text: str) -> bytes:
    """Return plain text with no line longer than a sheet is wide; a printer would cut words."""
    lines: list[str] = []
    for line in text.split("\n"):
        indent = " " * (len(line) - len(line.lstrip(" ")))
        parts = textwrap.wrap(
            line, _WIDTH, subsequent_indent=indent, break_on_hyphens=False, drop_whitespace=True
        )
        lines += parts or [""]
    return "\n".join(lines).encode()


class Printing:
    """What can be done with the file of a paper.

    Args:
        path: The file.
        is_page: Whether it is a page for a browser, and not text.
        text: Returns the paper as plain text, for a printer that takes no pages.
    """

    def __init__(self, path: str, text: Callable[[], str], *, is_page: bool) -> None:
        self._path = path
        self._text = text
        self._is_page = is_page
        self._running: Started | None = None
        self._well = self._badly = ""
        self._may_print_words = False
        self._prints = False
        """Whether it is the printer that the file was given to last."""

    @property
    def how(self) -> str:
        """One sentence on how it is printed here."""
        return words.how(opens=programs.can_open(), prints=programs.can_print())

    @property
    def keys(self) -> str:
        """What the last line says of it."""
        return words.keys(opens=programs.can_open(), prints=programs.can_print())

    @property
    def is_under_way(self) -> bool:
        """Whether there may be more to say."""
        return self._running is not None

    def open(self) -> str:
        """Open the file, and return what is said at once."""
        self._may_print_words = self._prints = False
        return self._begun(programs.open_file(self._path), words.OPENED, "", words.NOT_OPENED)

    def print(self) -> str:
        """Print the file, and return what is said at once; not twice while it is being sent."""
        if self._prints and self.is_under_way:
            return words.SENDING
        if not programs.can_print():
            return words.NO_PRINTER if programs.can_open() else words.NEITHER
        self._prints = True
        if not self._is_page and programs.takes_words():
            return self._print_words(words.PRINTED)
        started = programs.print_file(self._path)
        self._may_print_words = self._is_page and programs.takes_words()
        return self._begun(started, words.SENDING, words.PRINTED, words.NOT_PRINTED)

    def _print_words(self, well: str) -> str:
        self._may_print_words = False
        started = programs.print_words(lines_to_print(self._text()))
        return self._begun(started, words.SENDING, well, words.NOT_PRINTED)

    def _begun(self, started: Started | None, now: str, well: str, badly: str) -> str:
        self._running, self._well, self._badly = started, well, badly
        return now if started is not None else badly

    def news(self) -> str:
        """Return what came of it, once; empty as long as there is nothing to say."""
        code = self._running.ended() if self._running is not None else None
        if code is None:
            return ""
        self._running = None
        if code == 0:
            return self._well
        # A printer that takes no pages takes words.
        return self._print_words(words.PRINTED_AS_TEXT) if self._may_print_words else self._badly
