"""The question list of a visit stays right while notes are added to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from companion.domain.marks import NoteKind
from companion.domain.note import Note
from companion.domain.question import ListedQuestion, QuestionState
from companion.domain.question_rows import numbered_questions, with_more_notes

if TYPE_CHECKING:
    from companion.domain.question_rows import NumberedQuestion

QUESTIONS = ("question1", "question2", "question3")
LISTED = st.lists(st.sampled_from(QuestionState), min_size=3, max_size=3).map(
    lambda states: tuple(
        ListedQuestion(id=f"listed{n}", question_id=QUESTIONS[n], position=float(n), state=state)
        for n, state in enumerate(states)
    )
)
NOTES = st.lists(
    st.builds(
        Note,
        id=st.uuids().map(lambda each: each.hex[:8]),
        kind=st.sampled_from(NoteKind),
        question_id=st.sampled_from([None, *QUESTIONS, "question9"]),
        deleted=st.booleans(),
    ),
    max_size=6,
).map(tuple)


def rows(listed: tuple[ListedQuestion, ...], notes: tuple[Note, ...]) -> list[NumberedQuestion]:
    """The list as it is worked out from the beginning."""
    return list(numbered_questions(listed, notes, {}))


@given(LISTED, NOTES, NOTES)
def test_notes_added_later_count_as_if_they_had_been_there(
    listed: tuple[ListedQuestion, ...], before: tuple[Note, ...], after: tuple[Note, ...]
) -> None:
    grown = with_more_notes(tuple(rows(listed, before)), after)
    assert list(grown) == rows(listed, (*before, *after))


def test_a_question_without_a_new_note_is_not_made_again() -> None:
    listed = (ListedQuestion(id="listed00", question_id="question1"),)
    before = tuple(rows(listed, ()))
    assert with_more_notes(before, (Note(id="note0001"),))[0] is before[0]
