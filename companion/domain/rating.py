"""How patient and companion found each opinion, each for themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain.case_queries import all_people, all_ratings
from companion.domain.comparison import Rated, Rating
from companion.domain.people import Person, Role
from companion.domain.value import Value

if TYPE_CHECKING:
    from companion.domain.case import Case


FIRST_RATED = (Rated.TRUST, Rated.DAILY_LIFE)
"""The sides that are asked for first; the others only if one likes."""


def raters(case: Case) -> tuple[Person, ...]:
    """Return the patient and the companion, as far as they have names; at least one of them."""
    both = [one for one in all_people(case) if one.role is not Role.CLINICIAN]
    named = [one for one in both if one.name.strip()]
    return tuple(named or both[:1])


def rater_at(case: Case, turn: int) -> Person | None:
    """Return the person whose turn it is to give stars; None in a case of nobody."""
    people = raters(case)
    return people[turn % len(people)] if people else None


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


def sides_done(case: Case, opinion_id: str) -> tuple[Rated, ...]:
    """Return the sides of an opinion that everybody has rated: only their stars may be shown.

    Those that are asked first come first: as long as anybody has still to give one of them, none
    of the others counts as done either.
    """
    done = tuple(
        what
        for what in Rated
        if all(is_given(case, opinion_id, what, one.id) for one in raters(case))
    )
    return done if all(what in done for what in FIRST_RATED) else ()


def may_be_seen(case: Case, opinion_id: str, what: str) -> bool:
    """Return whether no rating of a side can sway a person who has still to give theirs."""
    return len(raters(case)) == 1 or what in sides_done(case, opinion_id)


def is_begun(case: Case, opinion_id: str, what: str) -> bool:
    """Return whether anybody has given stars or written words there."""
    return any(
        each.stars is not None or each.words
        for each in all_ratings(case)
        if (each.opinion_id, each.what) == (opinion_id, what)
    )


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
    """Return the sides of an opinion that everybody has rated, the widest gap first."""
    every = [
        RatingGap(
            what,
            tuple(
                (one, rating)
                for one in raters(case)
                if (rating := rating_of(case, opinion_id, what, one.id)) is not None
            ),
        )
        for what in sides_done(case, opinion_id)
    ]
    return tuple(sorted(every, key=lambda gap: -gap.width))
