"""A line with words at the left and words at the right that are never cut."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rich.cells import cell_len, set_cell_size
from textual.geometry import Offset
from textual.reactive import reactive
from textual.widget import Widget

from companion.ui.terminal.output_filter import verbatim, visible
from companion.words.rooms import BETWEEN, NOT_SAVED

if TYPE_CHECKING:
    from textual.content import Content

CUT = "…"
RULE = "─"
LEAST_RULE = 2
"""Cells that an open rule keeps behind its words, however long they are."""
BACK = "Esc "
MORE = "F1 "


def fit(text: str, width: int) -> str:
    """Return the text in exactly `width` cells; a cut is marked."""
    if cell_len(text) <= width:
        return set_cell_size(text, width)
    return set_cell_size(text, max(0, width - 1)) + CUT[: max(0, width)]


def fit_hints(text: str, width: int) -> str:
    """Return as many whole hints as fit.

    What leads to all the others comes first, then the first hint, the way back, the rest in order.
    """
    hints = text.split(BETWEEN)
    wanted = [
        *(hint for hint in hints if hint.startswith(MORE)),
        hints[0],
        *(hint for hint in hints if hint.startswith(BACK)),
        *hints[1:],
    ]
    kept: list[str] = []
    for hint in dict.fromkeys(wanted):
        if cell_len(BETWEEN.join([*kept, hint])) <= width:
            kept.append(hint)
    return fit(BETWEEN.join(hint for hint in hints if hint in kept) or hints[0], width)


def hints_of(text: str) -> list[str]:
    """Return the hints of a last line, without the one that opens the list of commands."""
    return [hint for hint in text.split(BETWEEN) if hint and not hint.startswith(MORE)]


_ONE_KEY = (
    r"(?:F\d+|Enter|Esc|Tab|Space|Del|Home|End|PgUp|PgDn|[Aa]rrows|Up|Down|Left|Right"
    r"|(?:Ctrl|Shift|Alt)\+\S+|[Nn]umber|[Ll]etter|\d|[a-z/+?*](?! letter))"
)
_KEY = re.compile(
    rf"(?:Press )?(?P<keys>{_ONE_KEY}(?:(?:-| to |/| or |, ){_ONE_KEY}(?=[ ,/]|$))*)(?=[ ]|$)"
)
"""A key, or several, at the beginning of a hint; any number or letter is one, too."""


def keys_in(line: str) -> list[tuple[int, int]]:
    """Return where the keys of a last line begin and end."""
    found, at = [], len(line) - len(line.lstrip())
    for hint in line.strip().split(BETWEEN):
        key = _KEY.match(hint)
        if key is not None:
            found.append((at + key.start("keys"), at + key.end("keys")))
        at += len(hint) + len(BETWEEN)
    return found


class OneLine(Widget):
    """One row: the words at the right are whole, those at the left give way."""

    DEFAULT_CSS = """
    OneLine {
        height: 1;
        width: 100%;
    }
    """

    left: reactive[str] = reactive("", layout=False)
    """Words at the left."""
    right: reactive[str] = reactive("", layout=False)
    """Words at the right."""

    def __init__(
        self,
        left: str = "",
        right: str = "",
        *,
        id: str | None = None,  # noqa: A002 - Textual's name
        classes: str | None = None,
    ) -> None:
        super().__init__(id=id, classes=classes)
        self.set_reactive(OneLine.left, left)
        self.set_reactive(OneLine.right, right)

    @property
    def cursor_screen_offset(self) -> Offset:
        """Where its words begin, where keys answer what it asks."""
        return self.region.offset + Offset(1, 0)

    def show(self, left: str, right: str = "") -> None:
        """Show other words."""
        self.left, self.right = left, right

    def fitted(self, text: str, width: int) -> str:
        """The words at the left in exactly `width` cells."""
        return fit(text, width)

    def render(self) -> Content:
        """The row."""
        left, right = self.halves()
        return verbatim(f" {left}{right} ")

    def halves(self) -> tuple[str, str]:
        """Return the words at the left in all the room there is, and those at the right."""
        width = max(0, self.size.width - 2)
        right = visible(" ".join(self.right.split("\n")))
        room = width - cell_len(right) - (2 if right else 0)
        left = self.fitted(visible(" ".join(self.left.split("\n"))), max(0, room))
        return left, f"  {fit(right, min(width, cell_len(right)))}" if right else ""


class RuleLine(OneLine):
    """A line that parts what stands above it from what stands below: words in an open rule."""

    def fitted(self, text: str, width: int) -> str:
        """The words, cut where nothing of the rule would be left."""
        return fit(fit(text, min(cell_len(text), max(0, width - LEAST_RULE))), width)

    def render(self) -> Content:
        """The row; the rule fills what the words leave."""
        left, right = self.halves()
        words = left.rstrip()
        ends, room = len(words) + 1, cell_len(left) - cell_len(words) - (0 if right else -1)
        rule = " " + RULE * (room - 1) if room > 1 else " " * room
        if right:
            rule, right = rule + (RULE if room > 1 else " "), right[1:]
        return verbatim(f" {words}{rule}{right} ").stylize(
            "not bold $border-blurred", ends, ends + len(rule)
        )


class HintLine(OneLine):
    """The last line: hints that do not fit go whole, none is cut; `not saved` stands out."""

    DEFAULT_CSS = "HintLine { color: $text-muted; }"

    def fitted(self, text: str, width: int) -> str:
        """As many whole hints as there is room for."""
        return fit_hints(text, width)

    def render(self) -> Content:
        """The row, its keys in bold and in the color of what can be done."""
        content = super().render()
        for begins, ends in keys_in(content.plain):
            content = content.stylize("bold $accent", begins, ends)
        if self.right == NOT_SAVED and content.plain.rstrip().endswith(NOT_SAVED):
            ends = len(content.plain.rstrip())
            content = content.stylize("bold $text-warning", ends - len(NOT_SAVED), ends)
        return content
