"""A text cut short where it has no room: the cut is marked, no word or number is cut in two."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from companion.words.letters import CUT

if TYPE_CHECKING:
    from collections.abc import Callable

_NUMBER_AT_THE_END = re.compile(
    r"(?:\s+[^\w\s]*\d\S*(?:\s+(?:[^\w\s]+|of|in|out|to|and|or|x|per|times|a))*)+\s*\Z",
    re.IGNORECASE,
)
"""A number at the end: what it counts, or is out of, would stand behind the cut."""
_FIRST_TRY = 64


def cut_short(text: str, fits: Callable[[str], bool]) -> str:
    """Return the longest beginning of a text that fits with the mark of the cut.

    Args:
        text: On one line.
        fits: Tells whether a text has room; a longer one never has where a shorter one has not.
    """
    least, most = 0, min(_FIRST_TRY, len(text))
    while most < len(text) and fits(text[:most] + CUT):
        least, most = most, min(2 * most, len(text))
    while least < most:
        middle = (least + most + 1) // 2
        if fits(text[:middle] + CUT):
            least = middle
        else:
            most = middle - 1
    shown = text[:least]
    whole = shown.rpartition(" ")[0] if " " in shown[least // 2 :] else shown
    whole = whole or shown
    return (_NUMBER_AT_THE_END.sub("", whole) or whole).rstrip() + CUT
