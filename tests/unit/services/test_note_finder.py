"""What fits and what does not, when notes of one visit are looked for."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.domain.marks import NoteKind
from companion.domain.note import Note, NumberCard, TeachBack, TeachBackResult
from companion.domain.value import replace
from companion.services.visit.note_finder import NoteFilter, NoteFinder

NOW = datetime(2026, 12, 3, 14, 0, tzinfo=UTC)
NUMBERS = {"question1": 1, "question2": 2}
NOTES = (
    Note(id="note0001", text="Long  wait\nin the corridor", author_id="alva0000"),
    Note(id="note0002", text="It is moderate", kind=NoteKind.QUOTE, question_id="question1"),
    Note(id="note0003", text="STRASSE or Straße", author_id="sam00000", question_id="question2"),
    Note(id="note0004", text="poor odds", covered=True, question_id="question2"),
    Note(id="note0005", text="gone", deleted=True),
    Note(id="note0006", text="of no question any more", question_id="question9"),
    Note(id="note0007", kind=NoteKind.UNCLEAR),
)


def ids(wanted: NoteFilter, notes: tuple[Note, ...] = NOTES) -> list[int]:
    """The numbers of the notes that fit."""
    return [int(note.id[-4:]) for note in NoteFinder().find(notes, wanted, NUMBERS).notes]


@pytest.mark.parametrize(
    ("words", "fitting"),
    [
        ("", [1, 2, 3, 4, 6, 7]),
        ("  ", [1, 2, 3, 4, 6, 7]),
        ("wait", [1]),
        ("WAIT IN", [1]),
        ("ait\n\nin", [1]),
        ("strasse", [3]),
        ("straße", [3]),
        ("is moderate", [2]),
        ("moderate is", []),
        ("gone", []),
    ],
)
def test_parts_of_words_fit_in_any_case_and_across_lines(words: str, fitting: list[int]) -> None:
    assert ids(NoteFilter(words)) == fitting


def test_a_covered_note_fits_no_words_and_is_counted() -> None:
    found = NoteFinder().find(NOTES, NoteFilter("odds"), NUMBERS)
    assert (found.notes, found.of, found.covered) == ((), 6, 1)


def test_a_covered_note_stands_where_no_words_are_asked_for() -> None:
    assert ids(NoteFilter(number=2)) == [3, 4]


def test_a_mark_a_question_and_a_writer_narrow() -> None:
    assert ids(NoteFilter(kind=NoteKind.QUOTE)) == [2]
    assert ids(NoteFilter(kind=NoteKind.PLAIN)) == [1, 3, 4, 6]
    assert ids(NoteFilter(author_id="sam00000")) == [3]
    assert ids(NoteFilter(number=1)) == [2]


def test_anything_else_is_what_stands_under_no_question_of_the_list() -> None:
    assert ids(NoteFilter(number=0)) == [1, 6, 7]


def test_all_of_it_goes_together() -> None:
    wanted = NoteFilter("str", NoteKind.PLAIN, 2, "sam00000")
    assert ids(wanted) == [3]
    assert ids(replace(wanted, author_id="alva0000")) == []


def test_what_was_put_right_and_a_number_card_are_looked_at_too() -> None:
    corrected = TeachBack(NOW, TeachBackResult.CORRECTED, "every third day")
    note = replace(NOTES[0], teach_back=corrected, number=NumberCard(what="a bleed"))
    assert ids(NoteFilter("third"), (note,)) == [1]
    assert ids(NoteFilter("bleed"), (note,)) == [1]


def test_a_note_that_was_changed_is_found_by_its_new_words_only() -> None:
    finder = NoteFinder()
    finder.find(NOTES, NoteFilter("wait"), NUMBERS)
    changed = (replace(NOTES[0], text="no delay"), *NOTES[1:])
    assert finder.find(changed, NoteFilter("wait"), NUMBERS).notes == ()
    assert finder.find(changed, NoteFilter("delay"), NUMBERS).notes == changed[:1]


def test_nothing_asked_for_narrows_nothing() -> None:
    assert not NoteFilter(" ").narrows
    assert NoteFilter(number=0).narrows
    assert NoteFilter(kind=NoteKind.PLAIN).narrows


TEXTS = st.text(alphabet="aA ßs\n", max_size=6)
WRITTEN = st.builds(
    Note,
    id=st.uuids().map(lambda each: each.hex[:8]),
    text=TEXTS,
    kind=st.sampled_from(NoteKind),
    question_id=st.sampled_from([None, *NUMBERS]),
    author_id=st.sampled_from([None, "sam00000"]),
    covered=st.booleans(),
    deleted=st.booleans(),
)
WANTED = st.tuples(
    TEXTS,
    st.none() | st.sampled_from(NoteKind),
    st.sampled_from([None, 0, 1, 2]),
    st.sampled_from([None, "sam00000"]),
).map(lambda each: NoteFilter(*each))


@given(st.lists(WRITTEN, max_size=8).map(tuple), st.lists(WANTED, min_size=1, max_size=4))
def test_looking_changes_no_note_and_keeps_their_order(
    notes: tuple[Note, ...], looked_for: list[NoteFilter]
) -> None:
    before, finder = tuple(replace(note) for note in notes), NoteFinder()
    for wanted in looked_for:
        found = finder.find(notes, wanted, NUMBERS)
        places = [next(n for n, note in enumerate(notes) if note is hit) for hit in found.notes]
        assert places == sorted(set(places))
        assert not any(note.deleted for note in found.notes)
        assert not (wanted.words.strip() and any(note.covered for note in found.notes))
        assert found == NoteFinder().find(notes, wanted, NUMBERS)
    assert notes == before
