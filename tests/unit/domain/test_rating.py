from __future__ import annotations

from companion.domain.case import Case, CaseAbout, CaseFile
from companion.domain.comparison import Opinion, Rated, Rating
from companion.domain.people import Person, Role
from companion.domain.rating import gaps, may_be_seen, raters, sides_done

ALVA = Person(id="alva0000", name="Alva", role=Role.PATIENT)
SAM = Person(id="sam00000", name="Sam", role=Role.COMPANION)
OPINION = Opinion(id="opinion1")


def case(*people: Person, stars: dict[str, tuple[int, ...]]) -> Case:
    ratings = tuple(
        Rating(id=f"{by}{n}", opinion_id="opinion1", what=what, by_id=by, stars=given)
        for by, every in stars.items()
        for n, (what, given) in enumerate(zip(Rated, every, strict=False))
    )
    about = CaseAbout(id="case0001")
    file = CaseFile(
        id="case0001", about=(about,), people=people, opinions=(OPINION,), ratings=ratings
    )
    return Case(file=file)


def test_nothing_is_shown_until_everybody_has_rated_the_first_sides() -> None:
    half = case(ALVA, SAM, stars={"alva0000": (5, 5, 5, 5), "sam00000": (1,)})
    assert sides_done(half, "opinion1") == ()
    assert gaps(half, "opinion1") == ()
    assert not any(may_be_seen(half, "opinion1", what) for what in Rated)


def test_another_side_is_shown_once_everybody_has_rated_that() -> None:
    most = case(ALVA, SAM, stars={"alva0000": (5, 5, 5, 5), "sam00000": (1, 1, 1)})
    assert sides_done(most, "opinion1") == (Rated.TRUST, Rated.DAILY_LIFE, Rated.WHAT_MATTERS)
    assert not may_be_seen(most, "opinion1", Rated.TALK)
    assert {gap.what for gap in gaps(most, "opinion1")} == {*sides_done(most, "opinion1")}


def test_who_rates_alone_sees_what_is_there_so_far() -> None:
    assert may_be_seen(case(ALVA, stars={"alva0000": (5,)}), "opinion1", Rated.TALK)


def test_the_widest_gap_stands_first() -> None:
    both = case(ALVA, SAM, stars={"alva0000": (5, 4, 3, 5), "sam00000": (5, 4, 4, 2)})
    assert [gap.what for gap in gaps(both, "opinion1")][:2] == [Rated.TALK, Rated.WHAT_MATTERS]


def test_a_companion_without_a_name_is_not_waited_for() -> None:
    nobody = Person(id="sam00000", role=Role.COMPANION)
    alone = case(ALVA, nobody, stars={"alva0000": (5, 4, 3, 5)})
    assert raters(alone) == (ALVA,)
    assert sides_done(alone, "opinion1") == tuple(Rated)
