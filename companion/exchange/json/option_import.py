"""The options of an imported case: rows, options, what is said of each, and how much it matters."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from companion.domain.option import CareOption, Criterion, OptionCell, OptionStars
from companion.domain.options_table import WAIT_ID
from companion.domain.value import replace
from companion.exchange.json.from_json import made, with_ids
from companion.exchange.json.joined_cells import joined_cells

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from companion.exchange.json.model import Shape

PlacedT = TypeVar("PlacedT", CareOption, Criterion)


def option_parts(
    scope: str, options: Sequence[Shape], criteria: Sequence[Shape]
) -> dict[str, tuple[Any, ...]]:
    """Return the options of one case, and all that is said of them, by table."""
    stars = (
        made(OptionStars, star, id="", option_id=each.id, criterion_id=star.criterion_id or "")
        for each in options
        for star in each.stars
    )
    return {
        "criteria": _in_order(tuple(made(Criterion, each) for each in criteria)),
        "options": _in_order(tuple(map(_option, options))),
        "option_cells": with_ids(scope, (cell for each in options for cell in _cells(each))),
        "option_stars": with_ids(scope, stars),
    }


def _option(shape: Shape) -> CareOption:
    """Return an option; the one that is always there is to stay as it is, whatever a file says."""
    return made(CareOption, shape, wait=shape.wait or shape.id == WAIT_ID)


def _in_order(things: tuple[PlacedT, ...]) -> tuple[PlacedT, ...]:
    """Return things that say nothing of their order in the order of the file."""
    placed = [each for each in things if each.id != WAIT_ID]
    if any(each.position for each in placed):
        return things
    places = {each.id: float(place) for place, each in enumerate(placed, 1)}
    return tuple(replace(each, position=places.get(each.id, 0.0)) for each in things)


def _cells(option: Shape) -> Iterator[OptionCell]:
    """Return a cell for each row of the table."""
    for row_id, text, note_ids in joined_cells(option.cells, "criterion_id"):
        yield OptionCell(
            id="", option_id=option.id, criterion_id=row_id, text=text, note_ids=note_ids
        )
