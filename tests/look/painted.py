"""What is painted: pieces of one style on each line, and what can be read of them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from rich.cells import cell_len
from textual.color import Color

from companion.ui.terminal.cursor import place_of
from tests.contracts.test_contrast import BORDER, BORDERS, TEXT, least, ratio

if TYPE_CHECKING:
    from textual.app import App
    from textual.geometry import Offset

CURSOR: Final = ">"
CUT: Final = "…"


@dataclass(frozen=True)
class Piece:
    """Cells of one style beside each other."""

    text: str
    x: int
    y: int
    ink: Color | None
    ground: Color | None
    bold: bool
    reverse: bool

    @property
    def ends(self) -> int:
        """The cell behind it."""
        return self.x + cell_len(self.text)


def pieces_of(app: App[None]) -> list[Piece]:
    """Everything on the screen, line by line."""
    found = []
    for y, strip in enumerate(app.screen._compositor.render_strips(app.size)):
        x = 0
        for text, style, _ in strip:
            ink = Color.from_rich_color(style.color) if style and style.color else None
            ground = Color.from_rich_color(style.bgcolor) if style and style.bgcolor else None
            bold, reverse = bool(style and style.bold), bool(style and style.reverse)
            if reverse and ink and ground:
                ink, ground = ground, ink
            found.append(Piece(text, x, y, ink, ground, bold, reverse))
            x += cell_len(text)
    return found


def lines_of(pieces: list[Piece]) -> list[str]:
    """The words alone, a line each."""
    lines: dict[int, str] = {}
    for piece in pieces:
        lines[piece.y] = lines.get(piece.y, "") + piece.text
    return [line.rstrip() for line in lines.values()]


def illegible(app: App[None]) -> list[str]:
    """Pieces whose ink is too near their ground, and how near."""
    found = []
    for piece in pieces_of(app):
        if not piece.text.strip():
            continue
        assert piece.ink is not None, piece
        assert piece.ground is not None, piece
        wanted = least(app.current_theme, BORDER if BORDERS.match(piece.text) else TEXT)
        measured = ratio(piece.ink, piece.ground)
        if measured < wanted:
            found.append(f"{measured:.1f} of {wanted}, line {piece.y + 1}: {piece.text.strip()}")
    return found


def color_of(app: App[None], name: str) -> Color:
    """A color of the theme as it is now."""
    return Color.parse(app.get_css_variables()[name])


def bars_of(app: App[None]) -> list[tuple[range, range]]:
    """Columns and lines of each bar, the ground of the row the keys act on."""
    bar = color_of(app, "block-cursor-background")
    bars: list[tuple[range, range]] = []
    spans: dict[int, tuple[int, int]] = {}
    for piece in pieces_of(app):
        if piece.ground is not None and piece.ground.rgb == bar.rgb and not piece.reverse:
            begins, _ = spans.get(piece.y, (piece.x, 0))
            spans[piece.y] = (begins, piece.ends)
    for y, (begins, ends) in spans.items():
        if bars and bars[-1][1].stop == y and bars[-1][0] == range(begins, ends):
            bars[-1] = (bars[-1][0], range(bars[-1][1].start, y + 1))
        else:
            bars.append((range(begins, ends), range(y, y + 1)))
    return bars


def cuts_of(app: App[None]) -> list[str]:
    """Lines with the sign of a cut."""
    return [line.strip() for line in lines_of(pieces_of(app)) if CUT in line]


def markers_of(app: App[None]) -> list[tuple[int, int]]:
    """Where a `>` stands before a row: at the beginning of a line, or after two blanks."""
    signs = re.compile(rf"(?:^|(?<=  )|(?<=│)) ?{CURSOR}(?=[ \[(\w+])")
    return [
        (found.end() - 1, y)
        for y, line in enumerate(lines_of(pieces_of(app)))
        for found in signs.finditer(line)
    ]


def terminal_cursor(app: App[None]) -> Offset | None:
    """Where the terminal's own cursor is led to."""
    return place_of(app.screen)
