"""Renders a table as CSV that spreadsheets open without asking, and without running anything."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

FORMULA = ("=", "+", "-", "@", "\t")
"""Beginnings of a cell that may be taken for a formula."""
_BOM = "\ufeff"


def write_csv(rows: Iterable[tuple[str, ...]], *, raw: bool = False) -> tuple[bytes, int]:
    """Return the table as CSV: UTF-8 with BOM, CRLF, every cell quoted.

    Args:
        rows: The header and the rows.
        raw: Leave the apostrophe off.

    Returns:
        The bytes, and how many cells got an apostrophe in front.
    """
    guarded = 0
    out = io.StringIO(newline="")
    writer = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    for row in rows:
        cells = []
        for cell in row:
            guard = not raw and cell.startswith(FORMULA)
            guarded += guard
            cells.append(f"'{cell}" if guard else cell)
        writer.writerow(cells)
    return (_BOM + out.getvalue()).encode(), guarded
