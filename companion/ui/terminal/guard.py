"""Nothing but text reaches the terminal, whatever the content holds."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from rich.segment import Segment
from textual.content import Content
from textual.filter import LineFilter

if TYPE_CHECKING:
    from rich.style import Style
    from textual.color import Color

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
_HIDDEN: Final = re.compile(f"[{_CONTROLS}{_DIRECTION}{_INVISIBLE}]")
_HIDDEN_ON_A_LINE: Final = re.compile(f"[{_CONTROLS}{_DIRECTION}{_INVISIBLE}\t\n]")
_TURNS: Final = re.compile(f"[{_DIRECTION}]")
_IS_CONTROL: Final = re.compile(f"[{_CONTROLS}]")


def _mark(found: re.Match[str]) -> str:
    character = found.group()
    if character in "\t\n":
        return " "
    if _IS_CONTROL.match(character):
        return MARK_CONTROL
    return MARK_DIRECTION if _TURNS.match(character) else MARK_INVISIBLE


def visible(text: str) -> str:
    """The text with a mark for every character that would be hidden or act on the terminal.

    One mark for each, so that columns stay what they are; TAB and line ends are kept.
    """
    return _HIDDEN.sub(_mark, text) if _HIDDEN.search(text) else text


def verbatim(text: str) -> Content:
    """What a person or a pack wrote, to be shown as it is: no markup, no links, no controls.

    Every widget takes this for such text; a plain string would be read as markup.
    """
    return Content(visible(text))


@lru_cache(4096)
def _without_link(style: Style) -> Style:
    return style.update_link(None)


@lru_cache(4096)
def _without_colour(style: Style) -> Style:
    return style.without_color.update_link(None)


class Guard(LineFilter):
    """The last look at every painted line: marks for controls, no links."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002
        """The segments as they may reach the terminal."""
        return [segment if _is_plain(segment) else self._plain(segment) for segment in segments]

    @staticmethod
    def _plain(segment: Segment) -> Segment:
        style = None if segment.style is None else _without_link(segment.style)
        return Segment(_HIDDEN_ON_A_LINE.sub(_mark, segment.text), style)


def _is_plain(segment: Segment) -> bool:
    linked = segment.style is not None and segment.style.link is not None
    return not linked and _HIDDEN_ON_A_LINE.search(segment.text) is None


class Colourless(LineFilter):
    """Takes every colour off; bold, reverse and underline stay (NO_COLOR)."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002
        """The segments without colours."""
        return [
            segment
            if segment.style is None
            else Segment(segment.text, _without_colour(segment.style))
            for segment in segments
        ]
