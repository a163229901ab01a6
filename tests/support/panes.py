"""The panes of a screen, found by the open rules above them: their titles, and who has the `>`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

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


def cursors_of(app: CompanionApp) -> int:
    """How many `>` stand at the beginning of a row or of a pane."""
    return sum(len(CURSOR.findall(line)) for line in screen_lines(app))
