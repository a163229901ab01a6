"""What a row found out, as the table says it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tests.bench.rounds import spread

if TYPE_CHECKING:
    from tests.bench.rounds import Results, Spread

NOT_HERE = "not installed here"
NOT_MEASURED = "not measured on this system"


@dataclass(frozen=True)
class Finding:
    """One goal, and how it stands."""

    row: int
    """Number of the goal."""
    goal: str
    """What is measured, compared with what."""
    bound: str
    """What it has to be."""
    measured: str
    """What it was, or why it was not measured."""
    met: bool | None
    """None where it was not measured."""

    @property
    def verdict(self) -> str:
        """One or two words."""
        return {True: "ok", False: "not yet", None: "–"}[self.met]


def at_most(row: int, goal: str, value: Spread, bound: float, unit: str = "×") -> Finding:
    """A goal whose median has to stay at or below a bound."""
    near = abs(value.median) < 0.1 or abs(value.median - bound) < 0.01
    places = ".3f" if near else ".2f" if bound < 100 else ".0f"
    said = f"{unit} {bound:g}" if unit == "×" else f"{bound:g} {unit}"
    shown = f"{value:{places}}" if unit == "×" else f"{value:{places}} {unit}"
    return Finding(row, goal, f"≤ {said}", shown, value.median <= bound)


def ratio(
    results: Results, row: int, goal: str, pair: tuple[str, str], figure: tuple[str, float]
) -> Finding:
    """A goal that compares a figure of one entrant with that of another.

    Args:
        results: What was measured.
        row: Number of the goal.
        goal: What is compared, in words.
        pair: Who, and with whom.
        figure: Which figure, and the greatest ratio.
    """
    name, bound = figure
    missing = [each for each in pair if not results.has(each)]
    if missing:
        lost = any(each.startswith(f"{missing[0]}:") for each in results.failures)
        said = f"{missing[0]} failed" if lost else f"{missing[0]} {NOT_HERE}"
        met = False if lost and missing[0] == pair[0] else None
        return Finding(row, goal, f"≤ × {bound:g}", said, met)
    ratios = results.ratios(*pair, name)
    if not ratios:
        return Finding(row, goal, f"≤ × {bound:g}", NOT_MEASURED, None)
    return at_most(row, goal, spread(ratios), bound)
