"""Filters for painted lines: only plain text reaches the terminal."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from rich.segment import Segment
from rich.style import Style
from textual.content import Content
from textual.filter import LineFilter

from companion.domain.visible_text import (
    MARK_CONTROL,
    MARK_DIRECTION,
    MARK_INVISIBLE,
    is_visible,
    visible,
    visible_on_a_line,
)

if TYPE_CHECKING:
    from textual.color import Color

__all__ = [
    "MARK_CONTROL",
    "MARK_DIRECTION",
    "MARK_INVISIBLE",
    "PICTURE",
    "Colourless",
    "OutputFilter",
    "verbatim",
    "visible",
]


def verbatim(text: str) -> Content:
    """Return a text of the user or of a pack as content to show: no markup, links or controls.

    Every widget takes this for such text; a plain string would be read as markup.
    """
    return Content(visible(text))


@lru_cache(4096)
def _without_link(style: Style) -> Style:
    return style.update_link(None)


@lru_cache(4096)
def _without_colour(style: Style) -> Style:
    return style.without_color.update_link(None)


class OutputFilter(LineFilter):
    """Filters every painted line: marks for controls, no links."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002
        """Return the segments as they may reach the terminal."""
        return [segment if _is_plain(segment) else self._plain(segment) for segment in segments]

    @staticmethod
    def _plain(segment: Segment) -> Segment:
        style = None if segment.style is None else _without_link(segment.style)
        return Segment(visible_on_a_line(segment.text), style)


def _is_plain(segment: Segment) -> bool:
    linked = segment.style is not None and segment.style.link is not None
    return not linked and is_visible(segment.text)


PICTURE = Style(color="#000000", bgcolor="#ffffff", meta={"picture": True})
"""Dark on light whatever the terminal is like: a camera reads it, and it says nothing by color."""


class Colourless(LineFilter):
    """Takes every colour off but that of a picture; bold, reverse and underline stay (NO_COLOR)."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002
        """Return the segments without colours."""
        return [
            segment
            if segment.style is None or segment.style.meta == PICTURE.meta
            else Segment(segment.text, _without_colour(segment.style))
            for segment in segments
        ]
