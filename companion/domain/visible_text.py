"""Text as it may reach a terminal: a mark for all that would be hidden, or act on it.

What is kept is never changed by this; only what is shown.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

MARK_CONTROL: Final = "\ufffd"
"""Shown for a control character or half a character."""
MARK_DIRECTION: Final = "↔"
"""Shown for a character that would turn the direction of the text around."""
MARK_INVISIBLE: Final = "¦"
"""Shown for a character without any width."""

_CONTROLS: Final = "\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufff9-\ufffb"
_DIRECTION: Final = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_INVISIBLE: Final = (
    "\u00ad\u034f\u180e\u200b-\u200d\u2060-\u2065\u206a-\u206f\ufeff\U000e0000-\U000e007f"
)
_PRINTABLE_BUT_INVISIBLE: Final = "\u034f"
"""The one of them that Python calls printable."""
_LINE_ENDS_AND_TABS: Final = str.maketrans("\t\n", "  ")


@cache
def _hidden() -> re.Pattern[str]:
    return re.compile(f"[{_CONTROLS}{_DIRECTION}{_INVISIBLE}]")


def _is_printable(text: str) -> bool:
    """Return whether a text surely hides nothing; most have no line end and are told at once."""
    return text.isprintable() and _PRINTABLE_BUT_INVISIBLE not in text


def _mark(found: re.Match[str]) -> str:
    character = found.group()
    if re.match(f"[{_DIRECTION}]", character):
        return MARK_DIRECTION
    return MARK_INVISIBLE if re.match(f"[{_INVISIBLE}]", character) else MARK_CONTROL


def visible(text: str) -> str:
    """Return the text with a mark for every character that would be hidden or act on the terminal.

    One mark for each, so that columns stay what they are; TAB and line ends are kept.
    """
    return text if _is_printable(text) else _hidden().sub(_mark, text)


def visible_on_a_line(text: str) -> str:
    """Return the same on one line: TAB and line ends become blanks."""
    return visible(text.translate(_LINE_ENDS_AND_TABS))


def is_visible(text: str) -> bool:
    """Return whether a line holds nothing that needs a mark."""
    return _is_printable(text) or (
        "\t" not in text and "\n" not in text and _hidden().search(text) is None
    )


def visible_json(text: str) -> str:
    """JSON with the same characters escaped, as JSON allows in every text of it."""
    return text if _is_printable(text) else _hidden().sub(_escape, text)


def _escape(found: re.Match[str]) -> str:
    units = found.group().encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[at]:02x}{units[at + 1]:02x}" for at in range(0, len(units), 2))
