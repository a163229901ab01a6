"""How a screen is kept: its words, and the style of each cell."""

from __future__ import annotations

import os
import string
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from rich.style import Style
    from textual.app import App


def compare(kept: Path, now: str) -> None:
    """The screen is as it was kept; `COMPANION_SNAPSHOTS=1` keeps it anew."""
    if os.environ.get("COMPANION_SNAPSHOTS"):
        kept.write_text(now, encoding="utf-8")
    assert now == kept.read_text(encoding="utf-8")


def styles_of(app: App[None]) -> str:
    """A letter a cell for its style, and what each letter means."""
    letters: dict[str, str] = {}
    rows = []
    for strip in app.screen._compositor.render_strips(app.size):
        row = ""
        for text, style, _ in strip:
            told = told_style(style)
            letter = letters.setdefault(told, string.ascii_letters[len(letters)])
            row += letter * len(text)
        rows.append(row)
    legend = [f"{letter}  {told}" for told, letter in letters.items()]
    return "\n".join([*rows, "", *legend]) + "\n"


def told_style(style: Style | None) -> str:
    """Colours and what is added to them."""
    if style is None:
        return "plain"
    ink = style.color.name if style.color else "none"
    ground = style.bgcolor.name if style.bgcolor else "none"
    added = [name for name in ("bold", "dim", "reverse", "underline") if getattr(style, name)]
    return " ".join([ink, "on", ground, *added])
