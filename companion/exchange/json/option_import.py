"""The options of an imported case: rows, options, what is said of each, and how much it matters."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from companion.domain.option import CareOption, Criterion, OptionCell, OptionStars
from companion.domain.options_table import WAIT_ID
from companion.domain.value import replace
from companion.exchange.json.from_json import made, with_ids

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from companion.exchange.json.model import Shape

PlacedT = TypeVar("PlacedT", CareOption, Criterion)


@dataclass(frozen=True, slots=True, kw_only=True)
class OptionParts:
    """The options of a file, table by table."""

    criteria: tuple[Criterion, ...]
    """The rows."""
    options: tuple[CareOption, ...]
    cells: tuple[OptionCell, ...]
    """What is said of each."""
    stars: tuple[OptionStars, ...]
    """How much it matters, and to whom."""


def option_parts(scope: str, options: Sequence[Shape], criteria: Sequence[Shape]) -> OptionParts:
    """Return the options of one file.

    Args:
        scope: The case.
        options: The options, each with its cells and stars.
        criteria: The rows.
    """
    return OptionParts(
        criteria=_in_order(tuple(made(Criterion, each) for each in criteria)),
        options=_in_order(tuple(made(CareOption, each) for each in options)),
        cells=with_ids(scope, (cell for each in options for cell in _cells(each))),
        stars=with_ids(
            scope,
            (
                made(
                    OptionStars,
                    star,
                    id="",
                    option_id=each.id,
                    criterion_id=star.criterion_id or "",
                )
                for each in options
                for star in each.stars
            ),
        ),
    )


def _in_order(things: tuple[PlacedT, ...]) -> tuple[PlacedT, ...]:
    """Return things that say nothing of their order in the order of the file."""
    placed = [each for each in things if each.id != WAIT_ID]
    if any(each.position for each in placed):
        return things
    places = {each.id: float(place) for place, each in enumerate(placed, 1)}
    return tuple(replace(each, position=places.get(each.id, 0.0)) for each in things)


def _cells(option: Shape) -> Iterator[OptionCell]:
    """Return a cell for each row; several on one row become one, line by line."""
    together: dict[str, list[Shape]] = {}
    for place, cell in enumerate(option.cells):
        together.setdefault(cell.criterion_id or f"none {place}", []).append(cell)
    for cells in together.values():
        texts = dict.fromkeys(cell.text for cell in cells if cell.text)
        notes = dict.fromkeys(note for cell in cells for note in cell.note_ids)
        yield OptionCell(
            id="",
            option_id=option.id,
            criterion_id=cells[0].criterion_id or "",
            text="\n".join(texts),
            note_ids=tuple(notes),
        )
