"""The notice of a room: one line, and a second one where a sentence needs it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len

from companion.ui.terminal.output_filter import verbatim, visible
from companion.ui.widgets.one_line import OneLine, fit

if TYPE_CHECKING:
    from textual.content import Content

BAR = "▌"
"""Stands before a warning."""
MOST_LINES = 2
"""Lines that a sentence may take; every sentence of ours fits in so many, 58 columns wide."""
EDGES = 2
"""Columns left free at both sides together."""


def broken(text: str, width: int, most: int = MOST_LINES) -> list[str]:
    """Return a text in lines of whole words; the last one is marked if it is cut.

    Args:
        text: The sentence.
        width: Columns of a line.
        most: Lines there are.
    """
    lines = [""]
    words = text.split()
    for place, word in enumerate(words):
        longer = f"{lines[-1]} {word}".strip()
        if not lines[-1] or cell_len(longer) <= width:
            lines[-1] = longer
        elif len(lines) < most:
            lines.append(word)
        else:
            lines[-1] = fit(" ".join((lines[-1], *words[place:])), width)
            break
    return [fit(line, width) if cell_len(line) > width else line for line in lines]


class Notice(OneLine):
    """Grows by a line only while a sentence is longer than one; a warning stands out."""

    DEFAULT_CSS = """
    Notice.-warns { background: $panel; color: $text-warning; text-style: bold; }
    """

    def show(self, left: str, right: str = "") -> None:
        """Show what just happened."""
        self.remove_class("-warns")
        super().show(left, right)

    def warn(self, sentence: str) -> None:
        """Show what has to be known: something is not saved, or cannot be."""
        self.set_class(bool(sentence), "-warns")
        super().show(sentence)

    @property
    def _lines(self) -> list[str]:
        return broken(visible(self.left), max(1, self.size.width - EDGES))

    def _settle(self) -> None:
        """Take as many lines as the sentence needs."""
        height = len(self._lines) if self.size.width else 1
        if self.styles.height is None or self.styles.height.value != height:
            self.styles.height = height

    def watch_left(self) -> None:
        """Show another sentence."""
        if self.is_mounted:
            self._settle()

    def on_resize(self) -> None:
        """Fit the sentence to the new width."""
        self._settle()

    def render(self) -> Content:
        """The sentence; a bar beside a warning, as raised ground alone is not seen by everyone."""
        width, edge = max(0, self.size.width - EDGES), BAR if self.has_class("-warns") else " "
        return verbatim("\n".join(f"{edge}{fit(line, width)} " for line in self._lines))
