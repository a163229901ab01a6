"""Pictures of all states: `python -m tests.look FOLDER --state compare --size 80x24 --theme dark`.

Each option can be given several times; a state is chosen by any part of its name. Beside the
pictures there are sheets of twelve for each size and theme.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import re
import sys
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from tests.look.showing import COLORS, dress
from tests.look.states import SIZES, STATES
from tests.shoot import FAMILY, NO_FONTS, as_png, fonts, in_utc, showing, tidy

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

COLUMNS, ON_ONE = 3, 12
"""Pictures beside each other on a sheet, and on all of it: larger ones cannot be read."""
GAP, LABEL = 16, 28
WIDE = 640
"""What a picture on a sheet measures at most, so that its words can be read."""
BOX = re.compile(r'viewBox="0 0 ([\d.]+) ([\d.]+)"')


def sheet_of(pictures: Sequence[tuple[str, str]]) -> str:
    """One picture of many, each with its name above it."""
    boxes = [BOX.search(svg) for _, svg in pictures]
    sizes = [(float(box[1]), float(box[2])) for box in boxes if box]
    scale = min(1.0, WIDE / max(width for width, _ in sizes))
    cell = max(width for width, _ in sizes) * scale + GAP
    tall = max(height for _, height in sizes) * scale + LABEL + GAP
    parts = []
    for place, ((name, svg), (width, height)) in enumerate(zip(pictures, sizes, strict=True)):
        x, y = GAP + place % COLUMNS * cell, GAP + place // COLUMNS * tall
        parts.append(
            f'<text x="{x}" y="{y + 14}" font-family="{FAMILY}" font-size="14">{name}</text>'
            f'<svg x="{x}" y="{y + LABEL}" width="{width * scale}" height="{height * scale}" '
            + svg[svg.index("viewBox") :]
        )
    across = GAP + min(COLUMNS, len(pictures)) * cell
    down = GAP + -(-len(pictures) // COLUMNS) * tall
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {across} {down}">'
        f'<rect width="{across}" height="{down}" fill="#777"/>{"".join(parts)}</svg>'
    )


@contextmanager
def without_color(wanted: bool) -> Iterator[None]:
    """NO_COLOR is set or not while a program begins."""
    if wanted:
        os.environ["NO_COLOR"] = "1"
    try:
        yield
    finally:
        os.environ.pop("NO_COLOR", None)


async def pictures_of(name: str, size: tuple[int, int], themes: Sequence[str]) -> dict[str, str]:
    """One state in one size, a picture for each theme."""
    taken = {}
    for plain in (False, True):
        here = [theme for theme in themes if (theme == "no-color") is plain]
        if not here:
            continue
        shot = replace(STATES[name], size=size, theme="dark")
        with without_color(plain):
            async with showing(shot) as pilot:
                for theme in here:
                    await dress(pilot, theme)
                    taken[theme] = tidy(pilot.app.export_screenshot(title=f"{name} {theme}"))
    return taken


def size_of(text: str) -> tuple[int, int]:
    """Columns and rows from `80x24`."""
    columns, _, rows = text.partition("x")
    return int(columns), int(rows)


def main() -> None:
    """Take the pictures that are asked for."""
    parser = argparse.ArgumentParser(prog="python -m tests.look", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--state", action="append", default=[])
    parser.add_argument("--size", action="append", type=size_of, default=[])
    parser.add_argument("--theme", action="append", choices=COLORS, default=[])
    parser.add_argument("--sheets-only", action="store_true")
    asked = parser.parse_args()
    font_files = fonts()
    if font_files is None:
        sys.exit(NO_FONTS)
    asked.folder.mkdir(parents=True, exist_ok=True)
    names = [
        name for name in STATES if not asked.state or any(part in name for part in asked.state)
    ]
    themes = asked.theme or COLORS
    for size in asked.size or SIZES:
        taken: dict[str, list[tuple[str, str]]] = {theme: [] for theme in themes}
        for name in names:
            with in_utc():
                each = asyncio.run(pictures_of(name, size, themes))
            for theme, svg in each.items():
                taken[theme].append((name, svg))
                if not asked.sheets_only:
                    path = asked.folder / f"{name}-{size[0]}x{size[1]}-{theme}.png"
                    path.write_bytes(as_png(svg, font_files))
        for theme, several in taken.items():
            for begins in range(0, len(several), ON_ONE):
                number = begins // ON_ONE + 1
                sheet = asked.folder / f"sheet-{size[0]}x{size[1]}-{theme}-{number}.png"
                here = several[begins : begins + ON_ONE]
                sheet.write_bytes(as_png(sheet_of(here), font_files))
                sys.stdout.write(f"{sheet}\n")


if __name__ == "__main__":
    main()
