"""Cleaning of typed, pasted, imported and loaded text, whole or as it comes."""

from __future__ import annotations

import codecs
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from codecs import IncrementalDecoder

# Patterns as text: `re` keeps what it made of them, and most of what is typed needs none.
_LINE_ENDS = "\r\n|[\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029]"
_CONTROLS = "[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\ud800-\udfff]"
_REPLACEMENT = "\ufffd"
_SPEAKER = r"([^\W\d_][\w.'’\-]*(?: [\w.'’\-]+){0,3}):\s"
_LONGEST_SPEAKER = 40


def clean(text: str) -> str:
    """Text as it is kept: line ends become LF, other controls but TAB become U+FFFD.

    Everything else is kept code point for code point, blanks at both ends included.
    """
    if text.isprintable():
        return text
    return re.sub(_CONTROLS, _REPLACEMENT, re.sub(_LINE_ENDS, "\n", text))


def _as_cp1252(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    wrong = error.object[error.start : error.end]
    return wrong.decode("cp1252", "replace"), error.end


CP1252 = "companion-cp1252"
"""Name of what becomes of bytes that are no UTF-8."""
codecs.register_error(CP1252, _as_cp1252)


def decode(raw: bytes) -> str:
    """UTF-8 bytes as text; a byte that is not UTF-8 becomes its cp1252 character or U+FFFD."""
    return raw.decode("utf-8", CP1252)


BYTE_ORDER_MARK = "\ufeff"
"""Byte order marks that some programs write before the text."""
AT_THE_START = 4
"""Bytes from which the encoding of a file can be told."""
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
"""The longer mark first: one begins with another."""
_UNMARKED = (
    (re.compile(rb"[^\0]\0[^\0]\0", re.DOTALL), "utf-16-le"),
    (re.compile(rb"\0[^\0]\0[^\0]", re.DOTALL), "utf-16-be"),
)
"""Western letters in UTF-16 that has no mark; no UTF-8 text holds a NUL."""


def encoding_of(start: bytes) -> tuple[str, int]:
    """Tell the encoding of a file from its first bytes.

    Args:
        start: The first four bytes, or more.

    Returns:
        Python's name of the encoding, and the length of the byte order mark.
    """
    for mark, name in _MARKS:
        if start.startswith(mark):
            return name, len(mark)
    return next((name for two, name in _UNMARKED if two.match(start)), "utf-8"), 0


def decode_file(raw: bytes) -> str:
    """Decode a whole file: UTF-8, UTF-16 or UTF-32, without its byte order mark."""
    name, mark = encoding_of(raw[:AT_THE_START])
    text = raw[mark:]
    return decode(text) if name == "utf-8" else text.decode(name, "replace")


_BYTES = re.compile("[\udc80-\udcff]+")


def from_argument(text: str) -> str:
    """A word of the command line; a byte that is not UTF-8 becomes what `decode` makes of it.

    Python hands such bytes on as halves of characters, which name files and are no text.
    """
    return _BYTES.sub(lambda found: decode(found[0].encode("utf-8", "surrogateescape")), text)


def is_blank(text: str) -> bool:
    """Return whether nothing would be left after taking away blanks and line ends."""
    return not text.strip()


def one_line(text: str) -> str:
    """Return the text on one line, for lists and labels."""
    return " ".join(text.split())


def speaker(text: str) -> str:
    """Return the name in front of a colon (`Dr Okafor: …`), or an empty string."""
    found = re.match(_SPEAKER, text)
    if found is None or len(found.group(1)) > _LONGEST_SPEAKER or not found.group(1)[0].isupper():
        return ""
    return found.group(1)


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
