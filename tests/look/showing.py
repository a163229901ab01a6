"""Dressing a running program in other colors: four themes, sixteen colors, none."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from companion.ui import themes
from tests.shoot import THEMES

if TYPE_CHECKING:
    from textual.pilot import Pilot

SIXTEEN: Final = {"sixteen-dark": themes.DARK.name, "sixteen-light": themes.LIGHT.name}
COLORS: Final = (*THEMES, *SIXTEEN, "no-color")
"""What a screen can be looked at in; for `no-color` the program begins with NO_COLOR."""


async def dress(pilot: Pilot[None], colors: str) -> None:
    """Let the program wear other colors, as it would had it begun with them."""
    app = pilot.app
    sixteen = colors in SIXTEEN
    for theme in themes.SIXTEEN if sixteen else themes.ALL:
        app.register_theme(theme)
    wanted = SIXTEEN.get(colors) or THEMES.get(colors, themes.DARK.name)
    # The same name may stand for other colors now, and a theme that stays is not read again.
    app.theme = next(name for name in themes.NAMES if name != wanted)
    app.theme = wanted
    await pilot.pause()
