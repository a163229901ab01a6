"""How rows and their pieces look: each mood in the colors of the theme in force."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from rich.style import Style
from textual.color import Color

from companion.domain.value import Value

if TYPE_CHECKING:
    from textual.app import App


class _Look(Value):
    """How a mood looks; colors are variables of the theme, and empty where it has none."""

    color: str = ""
    background: str = ""
    """Without any color, the sign is reversed instead."""
    bold: bool = False


_LOOKS: Final = {
    # May be passed over.
    "muted": _Look(color="text-muted"),
    "strong": _Look(color="foreground", bold=True),
    # Says where one is.
    "heading": _Look(color="secondary", bold=True),
    # Asks for a look.
    "mark": _Look(color="secondary", bold=True),
    # Can be pressed, or quotes someone.
    "key": _Look(color="accent", bold=True),
    # Can be said aloud.
    "quote": _Look(color="accent"),
    # Done.
    "good": _Look(color="text-success"),
    # A filled cell of a number.
    "happens": _Look(color="background", background="secondary"),
    # Above the first row of a group.
    "rule": _Look(color="border-blurred"),
    # The row the keys act on, and that row while they act elsewhere.
    "cursor": _Look(color="block-cursor-foreground", background="block-cursor-background"),
    "here": _Look(bold=True),
}


def mood_style(mood: str, app: App[object]) -> Style:
    """Return how a piece of a row looks on top of the list's own look; empty without a mood."""
    if not mood:
        return Style.null()
    look, colors = _LOOKS[mood], app.theme_variables
    return _style(
        colors.get(look.color, ""),
        colors.get(look.background, ""),
        bold=look.bold,
        reverse=bool(look.background) and app.no_color,
    )


@lru_cache(256)
def _style(color: str, background: str, *, bold: bool, reverse: bool) -> Style:
    return Style(
        color=Color.parse(color).rich_color if color else None,
        bgcolor=Color.parse(background).rich_color if background else None,
        bold=bold or None,
        reverse=reverse or None,
    )
