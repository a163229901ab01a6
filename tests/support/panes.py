"""The panes of a screen, found by the open rules above them: their titles, and who has the `>`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from textual.strip import Strip

if TYPE_CHECKING:
    from companion.ui.app import CompanionApp

RULE = "─"
CURSOR = re.compile(r"(?:^|(?<=  )) ?>(?=[ \[(])")


def screen_lines(app: CompanionApp) -> list[str]:
    """What stands on the screen, a line each."""
    lines = app.screen._compositor.render_strips(app.size)
    return ["".join(segment.text for segment in line).rstrip() for line in lines]


def rules_of(app: CompanionApp) -> str:
    """The lines that are open rules, with their titles."""
    return "\n".join(line for line in screen_lines(app) if RULE * 3 in line)


def said(line: str) -> str:
    """Return what a rule says at its left, without the rule."""
    return line.strip().strip(RULE).strip().partition(f" {RULE}")[0].partition("  ")[0].strip()


def cursors_of(app: CompanionApp) -> int:
    """How many `>` stand at the beginning of a row or of a pane."""
    return sum(len(CURSOR.findall(line)) for line in screen_lines(app))


def pane_lines(app: CompanionApp, selector: str) -> list[str]:
    """The lines of the screen on which a pane stands, cut to its columns."""
    x, y, width, height = app.screen.query_one(selector).region
    strips = app.screen._compositor.render_strips(app.size)[y : y + height]
    return [Strip.join([strip]).crop(x, x + width).text.rstrip() for strip in strips]


def pane_words(app: CompanionApp, selector: str) -> str:
    """What a pane says, its lines joined."""
    return " ".join(" ".join(pane_lines(app, selector)).split())


def cursor_row(app: CompanionApp, selector: str) -> str:
    """The line of a pane that its keys act on."""
    return next(line for line in pane_lines(app, selector) if line.startswith(">"))
