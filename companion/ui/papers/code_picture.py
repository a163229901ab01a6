"""A QR code in half blocks: two modules in each cell, dark on light in every theme."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.segment import Segment
from textual.strip import Strip
from textual.widget import Widget

from companion.ui.terminal.output_filter import PICTURE

if TYPE_CHECKING:
    from textual.geometry import Size

    from companion.exchange.render.qr_code import QrCode

_CELLS = {(False, False): " ", (True, False): "▀", (False, True): "▄", (True, True): "█"}
"""The sign for what is dark in the upper and the lower half of a cell."""


def code_lines(code: QrCode) -> tuple[str, ...]:
    """Return the lines of a code; below an odd last row all is light."""
    light = (False,) * code.side
    rows = (*code.rows, light)
    return tuple(
        "".join(_CELLS[pair] for pair in zip(rows[at], rows[at + 1], strict=True))
        for at in range(0, code.side, 2)
    )


class CodePicture(Widget):
    """The code; nothing of it can be focused."""

    DEFAULT_CSS = "CodePicture { width: auto; height: auto; }"

    def __init__(self) -> None:
        super().__init__()
        self._lines: tuple[str, ...] = ()

    def show(self, code: QrCode | None) -> None:
        """Show a code, or none."""
        self._lines = code_lines(code) if code is not None else ()
        self.display = bool(self._lines)
        self.refresh(layout=True)

    def get_content_width(self, container: Size, viewport: Size) -> int:
        """Return the width of the code."""
        del container, viewport
        return len(self._lines[0]) if self._lines else 0

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return the height of the code."""
        del container, viewport, width
        return len(self._lines)

    def render_line(self, y: int) -> Strip:
        """Draw one line."""
        if y >= len(self._lines):
            return Strip.blank(self.size.width)
        return Strip([Segment(self._lines[y], PICTURE)])
