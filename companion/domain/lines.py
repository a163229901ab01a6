"""Bytes that come a few at a time, as the lines of text they hold."""

from __future__ import annotations

import codecs
from typing import TYPE_CHECKING

from companion.domain.text import AT_THE_START, CP1252, clean, encoding_of

if TYPE_CHECKING:
    from codecs import IncrementalDecoder

_MAY_BE_A_MARK = (0x00, 0xEF, 0xFE, 0xFF)
"""First bytes of a byte order mark, or of UTF-16 without one."""
_SECOND = 2


class LineSplitter:
    """Takes bytes as they come and gives the lines that are whole.

    However the bytes are cut, the lines are those of the text as it is decoded and cleaned in one
    go. UTF-16 is known by its first bytes, and a byte order mark before the first letter is
    dropped.
    """

    def __init__(self) -> None:
        self._decoder: IncrementalDecoder | None = None
        self._start = b""
        self._half: list[str] = []
        self._after_return = False

    def take(self, data: bytes) -> list[str]:
        """Return the lines that these bytes complete."""
        return self._split(self._decoded(data, final=False))

    def end(self) -> list[str]:
        """Return the last lines: what stands after the last line end is one as well."""
        lines = self._split(self._decoded(b"", final=True))
        rest = "".join(self._half)
        self._half = []
        return [*lines, rest] if rest else lines

    def _decoded(self, data: bytes, *, final: bool) -> str:
        """Return the text of these bytes; the first few wait until they tell their encoding."""
        if self._decoder is None:
            self._start += data
            if not (final or _tells(self._start)):
                return ""
            name, mark = encoding_of(self._start)
            errors = CP1252 if name == "utf-8" else "replace"
            self._decoder = codecs.getincrementaldecoder(name)(errors)
            data, self._start = self._start[mark:], b""
        return self._decoder.decode(data, final)

    def _split(self, text: str) -> list[str]:
        if not text:
            return []
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


def _tells(start: bytes) -> bool:
    """Return whether the first bytes tell the encoding; a typed line of two letters can't wait."""
    if len(start) >= AT_THE_START:
        return True
    return len(start) >= _SECOND and start[0] not in _MAY_BE_A_MARK and start[1] != 0
