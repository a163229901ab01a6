"""The outcome of the verdicts together; it never says who is right."""

from __future__ import annotations

from collections import Counter
from enum import StrEnum
from typing import TYPE_CHECKING

from companion.domain.comparison import Aspect, Verdict
from companion.domain.value import Value

if TYPE_CHECKING:
    from companion.domain.comparison_table import ComparisonTable

    Judged = tuple[tuple[Aspect, Verdict | None], ...]


class OutcomeKind(StrEnum):
    """The packs' outcomes, by the last part of their ids."""

    SAME = "same"
    REFINED = "refined"
    NEW_DIAGNOSIS = "new-diagnosis"
    DIFFERENT_TREATMENT = "different-treatment"
    CONTRADICT = "contradict"


DIAGNOSIS = "aspect-diagnosis"
"""The row on what the illness is."""
NAMES = frozenset({DIAGNOSIS, "aspect-kind"})
"""The rows on what it is called."""
TREATMENT = frozenset(
    {
        "aspect-aim",
        "aspect-bleeds",
        "aspect-how-soon",
        "aspect-other-ways",
        "aspect-plan",
        "aspect-transplant",
    }
)
"""The rows on what to do."""
SETTLED = frozenset({Verdict.SAME, Verdict.REFINED, Verdict.DIFFERS})
"""Verdicts that leave nothing open."""
SEVERAL = 3
"""From so many differing rows on they differ on several things."""


class Outcome(Value):
    """The outcome of the verdicts together."""

    kind: OutcomeKind | None
    """None as long as nothing can be said."""
    counts: dict[Verdict, int]
    not_looked_at: int
    """Rows without a verdict."""
    differ: tuple[Aspect, ...]
    not_discussed: tuple[Aspect, ...]
    """Rows that were not spoken of with all."""
    cannot_tell: tuple[Aspect, ...]
    """Rows that were left open."""
    diagnosis_open: tuple[Aspect, ...]
    """The row on what the illness is, as long as it is open."""

    @property
    def so_far(self) -> bool:
        """Whether it holds only for some of the rows."""
        return bool(self.not_looked_at or self.cannot_tell or self.not_discussed)


def short_id(source: str | None) -> str:
    """Return the item's own id in `pack/item`; empty for the user's own."""
    return (source or "").rpartition("/")[2]


def _kind(judged: Judged) -> OutcomeKind | None:
    """Return the outcome; a treatment differs only where the illness has one name."""
    verdicts = frozenset(verdict for _, verdict in judged)
    differ = [aspect for aspect, verdict in judged if verdict is Verdict.DIFFERS]
    if not differ:
        if Verdict.REFINED in verdicts:
            return OutcomeKind.REFINED
        return OutcomeKind.SAME if Verdict.SAME in verdicts else None
    rows = {short_id(aspect.source) for aspect in differ}
    if rows & NAMES:
        return OutcomeKind.NEW_DIAGNOSIS
    if len(differ) >= SEVERAL:
        return OutcomeKind.CONTRADICT
    if rows & TREATMENT and not _diagnosis_open(judged):
        return OutcomeKind.DIFFERENT_TREATMENT
    return OutcomeKind.CONTRADICT if len(differ) > 1 else None


def _diagnosis_open(judged: Judged) -> tuple[Aspect, ...]:
    return tuple(
        aspect
        for aspect, verdict in judged
        if short_id(aspect.source) == DIAGNOSIS and verdict not in SETTLED
    )


def outcome(table: ComparisonTable) -> Outcome:
    """Return the outcome of the verdicts of a case.

    A new diagnosis is named before all else, because it changes what the rest means.
    """
    judged = tuple(
        (aspect, row.verdict if (row := table.rows.get(aspect.id)) is not None else None)
        for aspect in table.aspects
    )
    counts = Counter(verdict for _, verdict in judged if verdict is not None)

    def of(verdict: Verdict) -> tuple[Aspect, ...]:
        return tuple(aspect for aspect, each in judged if each is verdict)

    return Outcome(
        kind=_kind(judged),
        counts=dict(counts),
        not_looked_at=len(judged) - counts.total(),
        differ=of(Verdict.DIFFERS),
        not_discussed=of(Verdict.NOT_DISCUSSED),
        cannot_tell=of(Verdict.CANNOT_TELL_YET),
        diagnosis_open=_diagnosis_open(judged),
    )
