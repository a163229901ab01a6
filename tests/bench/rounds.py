"""Programs started in turn, in another order each round, and compared within each round."""

from __future__ import annotations

import random
import statistics
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from tests.bench.instrument.session import MeasuringError, Session

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.bench.programs import Program

Figures = dict[str, float]
_GIVEN_UP_AFTER = 2
"""Failures of one program, after which it is left out."""


class Spread(NamedTuple):
    """A median and what lies around it."""

    median: float
    low: float
    high: float

    def __format__(self, how: str) -> str:
        how = how or ".2f"
        return f"{self.median:{how}} [{self.low:{how}}–{self.high:{how}}]"


def spread(values: list[float]) -> Spread:
    """The median of values, the smallest and the greatest."""
    return Spread(statistics.median(values), min(values), max(values))


@dataclass(frozen=True)
class Entrant:
    """One that takes part in each round."""

    name: str
    program: Callable[[], Program]
    """Called before each start, so that it can bring a fresh home."""
    measure: Callable[[Session, int], Figures]
    """Given the running program and the number of the round."""


def always(program: Program) -> Callable[[], Program]:
    """The same program at each start."""
    return lambda: program


@dataclass
class Results:
    """The figures of each entrant, round by round."""

    figures: dict[str, dict[int, Figures]] = field(default_factory=dict)
    failures: list[str] = field(default_factory=list)

    def has(self, *names: str) -> bool:
        """Whether all of them were measured."""
        return all(self.figures.get(name) for name in names)

    def values(self, name: str, figure: str) -> list[float]:
        """One figure of one entrant in all rounds."""
        return [each[figure] for each in self.figures[name].values() if figure in each]

    def of(self, name: str, figure: str) -> Spread:
        """One figure of one entrant."""
        return spread(self.values(name, figure))

    def ratios(self, name: str, to: str, figure: str) -> list[float]:
        """How one compares to another in a figure, in each round that has both."""
        other = self.figures[to]
        return [
            each[figure] / other[number][figure]
            for number, each in self.figures[name].items()
            if other.get(number, {}).get(figure)
        ]


def interleave(
    entrants: list[Entrant], rounds: int, say: Callable[[str], None], *, seed: int = 1
) -> Results:
    """Run all entrants so many times, in random order within each round."""
    chance = random.Random(seed)  # noqa: S311 - to be repeated, not to be secret
    results = Results()
    failed: dict[str, int] = {}
    for number in range(rounds):
        for entrant in chance.sample(entrants, len(entrants)):
            if failed.get(entrant.name, 0) >= _GIVEN_UP_AFTER:
                continue
            try:
                with Session(entrant.program()) as session:
                    figures = entrant.measure(session, number)
            except MeasuringError as error:
                failed[entrant.name] = failed.get(entrant.name, 0) + 1
                results.failures.append(f"{entrant.name}: {error}")
                say(results.failures[-1])
                continue
            results.figures.setdefault(entrant.name, {})[number] = figures
            told = " ".join(f"{name} {value:.2f}" for name, value in figures.items())
            say(f"round {number + 1} of {rounds}, {entrant.name}: {told}")
    return results
