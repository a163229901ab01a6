"""Titles in open rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len

from companion.ui.terminal.output_filter import verbatim
from companion.ui.widgets.one_line import RULE, fit

if TYPE_CHECKING:
    from textual.content import Content

CORNERS = 2
"""Cells of the rule that stand at both ends of its title."""


def rule_title(text: str, right: str = "", width: int = 0, *, focused: bool = True) -> Content:
    """Return a title as it stands in an open rule: with a blank on each side, as in a box.

    Args:
        text: The title; cut where it has no room beside the words at the other end.
        right: Words at the other end of the rule, which goes on between them; stars among them
            have the color of what asks for a look.
        width: Cells of the pane.
        focused: Whether the rule has the color of what the keys act on.
    """
    if not right:
        return verbatim(f" {text} ")
    right = fit(right, min(cell_len(right), width - CORNERS))
    room = width - CORNERS - cell_len(right) - len("  ") - 1
    text = fit(text, max(0, min(cell_len(text), room - len("  "))))
    between = RULE * max(1, room - cell_len(text) - len("  ") + 1)
    whole = f" {text} {between} {right} "
    begins = len(text) + len("  ")
    ends = begins + len(between)
    color = "$border" if focused else "$border-blurred"
    content = verbatim(whole).stylize(f"not bold {color}", begins, ends)
    content = content.stylize("not bold $text-muted", ends, len(whole))
    given = whole.find("*", ends)
    return content.stylize("bold $secondary", given, whole.rfind("*") + 1) if given > 0 else content
