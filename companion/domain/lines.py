"""Bytes that come a few at a time, as the lines of text they hold."""

from __future__ import annotations

import codecs

from companion.domain.text import CP1252, clean

BYTE_ORDER_MARK = "\ufeff"
"""What some programs write before the first letter; no part of the text."""


class Lines:
    """Takes bytes as they come and gives the lines that are whole.

    However the bytes are cut, the lines are those of the text as it is decoded and cleaned in one
    go; only a byte order mark before the first letter is dropped.
    """

    def __init__(self) -> None:
        self._decoder = codecs.getincrementaldecoder("utf-8")(CP1252)
        self._begun = False
        self._half: list[str] = []
        self._after_return = False

    def take(self, data: bytes) -> list[str]:
        """The lines that these bytes complete."""
        return self._split(self._decoder.decode(data))

    def end(self) -> list[str]:
        """The last lines: what stands after the last line end is one as well."""
        lines = self._split(self._decoder.decode(b"", final=True))
        rest = "".join(self._half)
        self._half = []
        return [*lines, rest] if rest else lines

    def _split(self, text: str) -> list[str]:
        if not text:
            return []
        if not self._begun:
            self._begun = True
            text = text.removeprefix(BYTE_ORDER_MARK)
        if self._after_return:
            # The line has ended with the CR; what came now is the other half of its end.
            text = text.removeprefix("\n")
        self._after_return = text.endswith("\r")
        first, *others = clean(text).split("\n")
        self._half.append(first)
        if not others:
            return []
        whole = ["".join(self._half), *others[:-1]]
        self._half = [others[-1]]
        return whole
