"""From the first note on, no question of a visit gets another number."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.domain.note import Note
from companion.domain.question import ListedQuestion, Question, QuestionState
from companion.domain.question_rows import NEWS_GROUP, in_order, numbers_kept, shown_end
from companion.domain.value import replace
from companion.domain.visit import VisitAbout, VisitFile


def visit_of(*listed: ListedQuestion, notes: int = 1) -> VisitFile:
    """A visit with that list."""
    return VisitFile(
        id="visit000",
        about=(VisitAbout(id="visit000"),),
        listed=listed,
        notes=tuple(Note(id=f"note{n:04}", text="a") for n in range(notes)),
    )


def entry(name: str, at: float, *, deleted: bool = False) -> ListedQuestion:
    """A question of the list."""
    return ListedQuestion(id=name, question_id=f"q{name}", position=at, deleted=deleted)


FIVE = tuple(entry(name, float(at)) for at, name in enumerate("abcde", 1))


def numbers(visit: VisitFile) -> dict[str, int]:
    """Number of each question."""
    return {each.id: number for number, each in enumerate(in_order(visit.listed), 1)}


@pytest.mark.promise("keys.numbers-stay")
@given(
    st.lists(
        st.tuples(st.sampled_from("abcdefgh"), st.floats(-5, 20), st.booleans()),
        unique_by=lambda each: each[0],
    ),
    st.permutations(FIVE),
)
def test_whatever_is_done_every_question_that_stays_keeps_its_number(
    changes: list[tuple[str, float, bool]], order: list[ListedQuestion]
) -> None:
    before = visit_of(*order)
    asked = {name: entry(name, at, deleted=deleted) for name, at, deleted in changes}
    after = replace(
        before,
        listed=(
            *(asked.get(each.id, each) for each in before.listed),
            *(each for name, each in asked.items() if name > "e"),
        ),
    )
    kept = numbers_kept(before, after)
    had, has = numbers(before), numbers(kept)
    assert all(has[name] == number for name, number in had.items() if name in has)
    new = [has[name] for name in has if name not in had]
    assert all(
        number > max((had[name] for name in has if name in had), default=0) for number in new
    )


def test_a_question_that_is_taken_out_is_dropped() -> None:
    before = visit_of(*FIVE)
    after = replace(before, listed=(replace(FIVE[0], deleted=True), *FIVE[1:]))
    assert numbers_kept(before, after).listed[0].state is QuestionState.DROPPED


def test_the_last_can_go() -> None:
    before = visit_of(*FIVE)
    after = replace(before, listed=(*FIVE[:4], replace(FIVE[4], deleted=True)))
    assert numbers_kept(before, after) is not before
    assert [*numbers(numbers_kept(before, after))] == [*"abcd"]


def test_one_that_comes_back_takes_the_next_number() -> None:
    gone = entry("b", 2.0, deleted=True)
    before = visit_of(FIVE[0], gone, *FIVE[2:])
    after = replace(before, listed=(FIVE[0], FIVE[1], *FIVE[2:]))
    assert numbers(numbers_kept(before, after)) == {"a": 1, "c": 2, "d": 3, "e": 4, "b": 5}


def test_without_a_note_everything_is_free() -> None:
    before = visit_of(*FIVE, notes=0)
    after = replace(before, listed=(replace(FIVE[0], deleted=True), *FIVE[1:]))
    assert numbers_kept(before, after) is after


def test_questions_for_news_that_wait_unseen_make_room_for_a_new_one() -> None:
    news = tuple(entry(name, float(at)) for at, name in enumerate("xyz", 6))
    before = replace(
        visit_of(*FIVE, *news),
        questions=tuple(Question(id=f"q{each.id}", group=NEWS_GROUP) for each in news),
    )
    after = replace(before, listed=(*before.listed, entry("n", shown_end(before))))
    kept = numbers(numbers_kept(before, after))
    assert kept["n"] == len(FIVE) + 1
    assert [kept[name] for name in "abcde"] == [1, 2, 3, 4, 5]
