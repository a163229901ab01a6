"""How patient and companion found each opinion, each for themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain.case_queries import all_people, all_ratings
from companion.domain.opinion import Rated, Rating
from companion.domain.people import Person, Role
from companion.domain.value import Value

if TYPE_CHECKING:
    from companion.domain.case import Case


def raters(case: Case) -> tuple[Person, ...]:
    """Return the patient and the companion, as far as they have names; at least one of them."""
    both = [one for one in all_people(case) if one.role is not Role.CLINICIAN]
    named = [one for one in both if one.name.strip()]
    return tuple(named or both[:1])


def rating_of(case: Case, opinion_id: str, what: str, by_id: str | None) -> Rating | None:
    """One person's rating of one side of an opinion."""
    return next(
        (
            each
            for each in all_ratings(case)
            if (each.opinion_id, each.what, each.by_id) == (opinion_id, what, by_id)
        ),
        None,
    )


def is_given(case: Case, opinion_id: str, what: str, by_id: str | None) -> bool:
    """Return whether that person gave stars there."""
    rating = rating_of(case, opinion_id, what, by_id)
    return rating is not None and rating.stars is not None


def all_done(case: Case, opinion_id: str) -> bool:
    """Return whether everybody has rated every side of an opinion: only then may stars be shown."""
    return all(is_given(case, opinion_id, what, one.id) for one in raters(case) for what in Rated)


def may_be_seen(case: Case, opinion_id: str) -> bool:
    """Return whether no rating of an opinion can sway a person who has still to give theirs."""
    return len(raters(case)) == 1 or all_done(case, opinion_id)


class RatingGap(Value):
    """One side of an opinion as each found it."""

    what: str
    """trust, daily_life, what_matters or talk."""
    ratings: tuple[tuple[Person, Rating], ...]

    @property
    def width(self) -> int:
        """How far apart the stars are."""
        stars = [rating.stars or 0 for _, rating in self.ratings]
        return max(stars) - min(stars)


def gaps(case: Case, opinion_id: str) -> tuple[RatingGap, ...]:
    """Return every side of an opinion, the widest gap first; empty until everybody is done."""
    if not all_done(case, opinion_id):
        return ()
    every = [
        RatingGap(
            what,
            tuple(
                (one, rating)
                for one in raters(case)
                if (rating := rating_of(case, opinion_id, what, one.id)) is not None
            ),
        )
        for what in Rated
    ]
    return tuple(sorted(every, key=lambda gap: -gap.width))
