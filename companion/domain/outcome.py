"""What the verdicts show together; it never says who is right."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from companion.domain.comparison import Aspect, Verdict

if TYPE_CHECKING:
    from companion.domain.columns import Table


class OutcomeKind(StrEnum):
    """The packs' outcomes, by the last part of their ids."""

    SAME = "same"
    REFINED = "refined"
    NEW_DIAGNOSIS = "new-diagnosis"
    DIFFERENT_TREATMENT = "different-treatment"
    CONTRADICT = "contradict"


DIAGNOSIS = "aspect-diagnosis"
"""The row on what the illness is."""
TREATMENT = frozenset({"aspect-aim", "aspect-plan", "aspect-other-ways"})
"""The rows on what to do."""
SEVERAL = 3
"""From so many differing rows on they differ on several things."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the verdicts show together."""

    kind: OutcomeKind | None
    """None as long as nothing can be said."""
    counts: dict[Verdict, int]
    """How many rows have each verdict."""
    not_looked_at: int
    """How many rows nobody judged."""
    differ: tuple[Aspect, ...]
    """Rows on which they differ."""
    not_discussed: tuple[Aspect, ...]
    """Rows that were not spoken of with all."""


def short_id(source: str | None) -> str:
    """The item's own id in `pack/item`; empty for something of one's own."""
    return (source or "").rpartition("/")[2]


def _kind(counts: dict[Verdict, int], differ: tuple[Aspect, ...]) -> OutcomeKind | None:
    if not differ:
        if counts.get(Verdict.REFINED):
            return OutcomeKind.REFINED
        return OutcomeKind.SAME if counts.get(Verdict.SAME) else None
    rows = {short_id(aspect.source) for aspect in differ}
    if DIAGNOSIS in rows:
        return OutcomeKind.NEW_DIAGNOSIS
    if len(differ) >= SEVERAL:
        return OutcomeKind.CONTRADICT
    if rows & TREATMENT:
        return OutcomeKind.DIFFERENT_TREATMENT
    return OutcomeKind.CONTRADICT if len(differ) > 1 else None


def outcome(table: Table) -> Outcome:
    """What the verdicts of a case show together.

    A new diagnosis is named before all else, because it changes what the rest means.
    """
    judged = {
        aspect.id: row.verdict
        for aspect in table.aspects
        if (row := table.rows.get(aspect.id)) is not None and row.verdict is not None
    }
    counts = dict(Counter(judged.values()))

    def of(verdict: Verdict) -> tuple[Aspect, ...]:
        return tuple(each for each in table.aspects if judged.get(each.id) is verdict)

    differ = of(Verdict.DIFFERS)
    return Outcome(
        kind=_kind(counts, differ),
        counts=counts,
        not_looked_at=len(table.aspects) - len(judged),
        differ=differ,
        not_discussed=of(Verdict.NOT_DISCUSSED),
    )
