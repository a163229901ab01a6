"""A note that the doctor put right is told with the correction first, whatever was made of it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from companion.domain.comparison import Cell, Step
from companion.domain.correction import is_corrected, quoted, told, told_from, told_in_one
from companion.domain.note import Note, NumberCard, TeachBack, TeachBackResult
from companion.domain.number import number_of
from companion.domain.value import replace

NOON = datetime(2026, 12, 3, 12, 0, tzinfo=UTC)
WORDS = st.text(alphabet="abc 12%.\n-", min_size=1, max_size=20)


def note(text: str, right: str = "", **more: object) -> Note:
    answer = TeachBack(NOON, TeachBackResult.CORRECTED, right)
    return Note(id="note0001", text=text, teach_back=answer, **more)  # type: ignore[arg-type]


def cell(text: str, *, changed: datetime | None = None) -> Cell:
    stamps = {"text": (int(changed.timestamp() * 1000), "device", 0)} if changed else {}
    return Cell(id="cell0001", text=text, note_ids=("note0001",), stamps=stamps)


def test_the_correction_comes_first_and_what_was_written_after_it() -> None:
    said = note("below 1 percent", "below 2 percent")
    assert told(said)[:2] == ("below 2 percent", "below 1 percent")
    assert told_in_one(said) == "below 2 percent (first written: below 1 percent)"


def test_a_note_that_was_confirmed_is_told_as_it_was_written() -> None:
    confirmed = note("below 1 percent")
    assert not is_corrected(confirmed)
    assert told_in_one(confirmed) == "below 1 percent"


def test_a_correction_in_the_same_words_is_said_once() -> None:
    assert told_in_one(note("Below 1 percent", "below 1  percent")) == "below 1  percent"


def test_a_moment_without_words_is_told_by_its_correction_alone() -> None:
    assert told_in_one(note("", "below 2 percent")) == "below 2 percent"


def test_a_note_changed_after_the_correction_is_not_called_the_first() -> None:
    later = note("below 3 percent", "below 2 percent", edited_at=NOON + timedelta(minutes=5))
    assert told_in_one(later) == "below 2 percent (later changed to: below 3 percent)"


@pytest.mark.parametrize(
    ("text", "reads"),
    [
        ("below 1 percent", "below 2 percent (first written: below 1 percent)"),
        ("BELOW 1  percent", "below 2 percent (first written: BELOW 1 percent)"),
        (
            "trough below 1 percent, he says",
            "trough below 2 percent (first written: below 1 percent), he says",
        ),
        ("his own words: below 2 percent", "his own words: below 2 percent"),
        ("all is well", "below 2 percent (corrected since; here it says: all is well)"),
    ],
)
def test_words_made_from_a_note_tell_what_was_put_right_in_it(text: str, reads: str) -> None:
    said = note("below 1 percent", "below 2 percent")
    assert told_from(cell(text), [said]) == reads
    assert told_from(Step(id="note0001", text=text), [said]) == reads


def test_a_longer_correction_that_holds_the_first_words_is_not_told_twice() -> None:
    said = note("50 mg", "50 mg every second day")
    assert told_from(cell("50 mg every second day"), [said]) == "50 mg every second day"


def test_a_shorter_correction_that_stands_in_the_first_words_is_told() -> None:
    said = note("50 mg daily", "50 mg")
    assert told_from(cell("50 mg daily"), [said]) == "50 mg (first written: 50 mg daily)"


def test_own_words_newer_than_the_correction_stand_as_they_are() -> None:
    said, later = note("below 1 percent", "below 2 percent"), NOON + timedelta(minutes=1)
    assert told_from(cell("all is well", changed=later), [said]) == "all is well"


@example(first="12", right="2  ", around="")
@given(first=WORDS, right=WORDS, around=st.sampled_from(["", "a ", "x: "]))
def test_no_quotation_of_the_first_words_comes_before_the_right_ones(
    first: str, right: str, around: str
) -> None:
    said = note(first, right)
    text = told_from(cell(f"{around}{first} end"), [said])
    text_right, before, _ = told(said)
    if before and not around.strip():
        assert text.lstrip().startswith((text_right.lstrip(), " ".join(text_right.split())))
    assert " ".join(text_right.split()).casefold() in " ".join(text.split()).casefold()


CARD = NumberCard(count="1", out_of="100", over="a year")


def test_a_number_card_has_the_figures_that_the_doctor_put_right() -> None:
    card = number_of(note("1 in 100 get it", "2 in 100 get it", number=CARD))
    assert card is not None
    assert (card.count, card.out_of, card.over) == ("2", "100", "a year")


def test_without_new_figures_how_many_is_to_be_asked_again() -> None:
    card = number_of(note("1 in 100 get it", "no, many more", number=CARD))
    assert card is not None
    assert (card.count, card.out_of) == ("", "100")


def test_figures_filled_in_after_the_correction_stand() -> None:
    later = (int((NOON + timedelta(minutes=1)).timestamp() * 1000), "device", 0)
    said = replace(note("1 in 100", "2 in 100", number=CARD), stamps={"number": later})
    assert number_of(said) == CARD


@pytest.mark.parametrize(
    ("text", "reads"),
    [
        ("We watch and wait", '"We watch and wait"'),
        ('We watch and wait"', '"We watch and wait"'),
        ('"We watch and wait"', '"We watch and wait"'),
        ('he says "wait" and "see"', 'he says "wait" and "see"'),
        ("", ""),
    ],
)
def test_the_quotes_around_a_doctors_words_pair(text: str, reads: str) -> None:
    assert quoted(text) == reads
