"""What an independent reader sees in a code, from the cells that were painted on a screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import zxingcpp
from textual.color import Color

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import App

Cell = tuple[str, int, int]
"""A sign, and how bright its ink and its ground are, 0 to 255."""
_HALVES = {" ": (0, 0), "▀": (1, 0), "▄": (0, 1), "█": (1, 1)}
"""Which halves of a cell the ink covers, the upper one first."""
_PIXELS = 4
"""Pixels of the side of half a cell."""


def cells_of(app: App[None]) -> list[list[Cell]]:
    """Every cell of the screen, with the colors that the filters leave."""
    lines: list[list[Cell]] = []
    for strip in app.screen._compositor.render_strips(app.size):
        line: list[Cell] = []
        segments = list(strip)
        for each in app._filters:
            segments = each.apply(segments, Color(0, 0, 0))
        for text, style, _ in segments:
            ink = style.color if style is not None else None
            ground = style.bgcolor if style is not None else None
            # A terminal without colors of ours: light on dark, as most begin.
            bright = tuple(
                Color.from_rich_color(each).rgb[1] if each is not None else usual
                for each, usual in ((ink, 255), (ground, 0))
            )
            line += [(sign, bright[0], bright[1]) for sign in text]
        lines.append(line)
    return lines


def scanned(lines: Sequence[Sequence[Cell]]) -> list[bytes]:
    """The bytes of every code in a picture of these cells, as a reader finds them."""
    width = max(map(len, lines)) * _PIXELS
    rows: list[bytes] = []
    for line in lines:
        for half in (0, 1):
            row = bytearray()
            for sign, ink, ground in line:
                # A letter is neither dark nor light as a whole; no code has one.
                covered = _HALVES.get(sign, (0, 0))[half]
                row += bytes([ink if covered else ground]) * _PIXELS
            rows += [bytes(row.ljust(width, b"\0"))] * _PIXELS
    picture = memoryview(b"".join(rows)).cast("B", (len(rows), width))
    found = zxingcpp.read_barcodes(picture, try_invert=False, try_downscale=False)
    return [bytes(each.bytes) for each in found]
