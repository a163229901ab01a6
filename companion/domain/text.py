"""What becomes of typed, pasted, imported and loaded text."""

from __future__ import annotations

import codecs
import re

_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029]")
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\ud800-\udfff]")
_REPLACEMENT = "\ufffd"
_SPEAKER = re.compile(r"([^\W\d_][\w.'’\-]*(?: [\w.'’\-]+){0,3}):\s")
_LONGEST_SPEAKER = 40


def clean(text: str) -> str:
    """Text as it is kept: line ends become LF, other controls but TAB become U+FFFD.

    Everything else is kept code point for code point, blanks at both ends included.
    """
    return _CONTROLS.sub(_REPLACEMENT, _LINE_ENDS.sub("\n", text))


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


def is_blank(text: str) -> bool:
    """Whether nothing would be left after taking away blanks and line ends."""
    return not text.strip()


def one_line(text: str) -> str:
    """The text on one line, for lists and labels."""
    return " ".join(text.split())


def speaker(text: str) -> str:
    """The name in front of a colon (`Dr Okafor: …`), or an empty string."""
    found = _SPEAKER.match(text)
    if found is None or len(found.group(1)) > _LONGEST_SPEAKER or not found.group(1)[0].isupper():
        return ""
    return found.group(1)
