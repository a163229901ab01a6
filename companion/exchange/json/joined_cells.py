"""Cells of a file: several on one row of a table become one, line by line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator


class JoinedCell(NamedTuple):
    """What is said on one row."""

    row_id: str
    text: str
    note_ids: tuple[str, ...]


def joined_cells(cells: Any, row_name: str) -> Iterator[JoinedCell]:  # noqa: ANN401
    """Yield a cell for each row, in the order of the file; cells of no row stay apart.

    Args:
        cells: The shapes of the cells, as the file has them.
        row_name: The name of the field that says which row a cell stands on.
    """
    together: dict[str, list[Any]] = {}
    for place, cell in enumerate(cells):
        together.setdefault(getattr(cell, row_name) or f"none {place}", []).append(cell)
    for same in together.values():
        texts = dict.fromkeys(cell.text for cell in same if cell.text)
        notes = dict.fromkeys(note for cell in same for note in cell.note_ids)
        yield JoinedCell(getattr(same[0], row_name) or "", "\n".join(texts), tuple(notes))
