"""The panes of the Visit room as rows, without a screen."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from companion.domain.marks import NoteKind
from companion.domain.note import Note, NumberCard
from companion.domain.number import from_words
from companion.domain.question import ListedQuestion, Priority, Question, QuestionState
from companion.domain.question_rows import NumberedQuestion
from companion.domain.value import replace
from companion.domain.visit import BeforeYouLeave, VisitAbout, VisitFile
from companion.ui.visit.cards.block_letters import large
from companion.ui.visit.cards.end_of_visit import open_items
from companion.ui.visit.cards.number_card import fields_of_marks, marks
from companion.ui.visit.glance_bar import GlanceFacts, glance, is_quiet
from companion.ui.visit.note_rows import NoteRowContext, NoteRows
from companion.ui.visit.number_entry import NumberEntry
from companion.ui.visit.question_rows import QuestionListView, question_rows

NOW = datetime(2026, 12, 3, 14, 0, tzinfo=UTC)


def question(number: int, priority: Priority = Priority.MUST, **more: object) -> NumberedQuestion:
    """Question number so and so, open, without notes."""
    question_id = f"question{number}"
    row = NumberedQuestion(
        number,
        ListedQuestion(id=f"listed{number}", question_id=question_id, priority=priority),
        Question(id=question_id, text=f"What about {number}?"),
        QuestionState.OPEN,
        0,
        0,
    )
    return replace(row, **more)  # type: ignore[arg-type]


def note(minute: int, text: str = "words", **more: object) -> Note:
    """A note of so many minutes after two."""
    at = NOW + timedelta(minutes=minute)
    return replace(Note(id=f"note{minute:04}", at=at, text=text), **more)  # type: ignore[arg-type]


def visit(*notes: Note, **head: object) -> VisitFile:
    """A visit of thirty minutes that began at 14:00."""
    about = VisitAbout(id="visit001", minutes=30, started_at=NOW)
    return VisitFile(id="visit001", about=(replace(about, **head),), notes=notes)  # type: ignore[arg-type]


def seen(visit: VisitFile, minutes: float = 0, **more: object) -> tuple[str, str]:
    """The glance bar so many minutes after two."""
    rows = (question(1), question(2, state=QuestionState.ANSWERED))
    looked = GlanceFacts(visit, rows, "Dr Okafor", NOW + timedelta(minutes=minutes), leave_key="F9")
    return glance(replace(looked, **more))  # type: ignore[arg-type]


# Tab, then a number


@pytest.mark.parametrize(("highest", "digit", "goes"), [(9, "3", 3), (12, "3", 3), (12, "0", 0)])
def test_a_digit_that_is_a_whole_number_goes_at_once(highest: int, digit: str, goes: int) -> None:
    assert NumberEntry(highest).with_digit(digit) == goes


def test_a_digit_that_may_go_on_waits() -> None:
    after = NumberEntry(12).with_digit("1")
    assert isinstance(after, NumberEntry)
    assert after.number == 1
    assert after.with_digit("2") == 12
    assert after.with_digit("3") is None


# The question list


def test_the_list_begins_with_anything_else_and_shows_state_by_mark() -> None:
    rows = question_rows(QuestionListView((question(1, state=QuestionState.PARTLY),), None))
    assert rows[0].text == "Other notes"
    assert rows[1].lead == "[/] 1* "
    assert rows[1].tints == (("[/]", "mark"), ("*", "mark"))


def test_what_is_the_companions_is_marked_after_the_patient() -> None:
    row = question(1)
    row = replace(row, listed=replace(row.listed, asker_id="sam00000"))
    rows = question_rows(QuestionListView((row,), None, after=(frozenset({"sam00000"}), "Alva")))
    assert (rows[1].text, rows[1].tail) == ("What about 1?", "(after Alva)")


def test_must_asks_the_current_the_partly_and_the_unclear_never_fold() -> None:
    rows = (
        question(1),
        question(2, Priority.COULD),
        question(3, Priority.COULD, unclear=1),
        question(4, Priority.COULD, state=QuestionState.PARTLY),
        question(5, Priority.COULD),
    )
    shown = question_rows(QuestionListView(rows, "question5", folded=True))
    assert [row.lead.strip()[-3:].strip(" *]") for row in shown[1:5]] == ["1", "3", "4", "5"]
    assert any(row.text.startswith("1 more") for row in shown)


# The notes


def test_a_note_that_did_not_change_keeps_its_row() -> None:
    notebook = NoteRows()
    beside = NoteRowContext({}, "Dr Okafor")
    before = notebook.rows(visit(note(0), note(1)), beside)
    again = notebook.rows(visit(note(0), note(1), note(2)), beside)
    changed = notebook.rows(visit(note(0), note(1, "other"), note(2)), beside)
    assert again[:2] == before
    assert [row.text for row in changed] == ["words", "other", "words"]


def test_covered_words_are_in_no_row() -> None:
    rows = NoteRows().rows(visit(note(0, "poor odds", covered=True)), NoteRowContext({}, ""))
    assert "poor" not in "".join(row.text for row in rows)


def test_notes_before_the_doctor_and_after_the_end_are_told_apart() -> None:
    notes = (note(-5), note(1), note(40, later=True))
    rows = NoteRows().rows(visit(*notes), NoteRowContext({}, ""))
    texts = [row.text for row in rows]
    assert texts[1].endswith("the doctor is here")
    assert texts[2:] == ["words", "added after the visit", "words"]


# The glance bar


def test_the_glance_bar_names_the_must_asks_left_and_the_minutes() -> None:
    assert seen(visit(), 18) == ("Dr Okafor · still to ask: Q1", "12 min left")


def test_five_minutes_before_the_end_it_names_before_you_leave() -> None:
    assert seen(visit(), 25)[1] == "5 min left · F9 before you leave"
    assert seen(visit(), 25, quiet=True)[1] == "5 min left"
    answered = replace(visit(), before_you_leave=(BeforeYouLeave(id="visit001", call="Nurse"),))
    assert seen(answered, 25)[1] == "5 min left"


def test_after_the_planned_time_there_is_never_a_minus() -> None:
    assert seen(visit(note(1, kind=NoteKind.UNCLEAR)), 45)[1] == "planned time is over · 1 unclear"


def test_a_clock_that_is_off_says_no_minutes() -> None:
    assert seen(visit(clock="off"), 5)[1] == ""
    assert seen(visit(clock="last_five"), 5)[1] == ""
    assert seen(visit(clock="last_five"), 26)[1].startswith("4 min left")


def test_nothing_comes_up_within_two_minutes_of_a_covered_note() -> None:
    covered = visit(note(0, covered=True))
    assert is_quiet(covered, NOW + timedelta(seconds=119))
    assert not is_quiet(covered, NOW + timedelta(seconds=121))
    assert is_quiet(visit(news_at=NOW), NOW + timedelta(seconds=30))


# Numbers


def test_a_number_card_reads_two_figures_and_nothing_else() -> None:
    assert from_words("2 in 100 get it") == NumberCard(count="2", out_of="100")
    assert from_words("1 out of 20") == NumberCard(count="1", out_of="20")
    assert from_words("50 mg in 5 ml") == NumberCard()
    assert from_words("a 3 % chance") == NumberCard()


def test_both_fields_are_drawn_the_same_size() -> None:
    card = NumberCard(out_of="100", with_treatment="2", without_treatment="10")
    rows = fields_of_marks(card)
    assert len(rows) == 11
    assert rows[0] == "2 in 100 with treatment   10 in 100 without      "
    assert rows[1] == "x x . . .  . . . . .      x x x x x  x x x x x   "
    assert fields_of_marks(card, close=True)[0] == "2 with        10 without "
    assert fields_of_marks(card, close=True)[1] == "xx... .....   xxxxx xxxxx"
    assert sum(row.count("x") for row in marks(37)) == 37


def test_a_number_that_does_not_come_out_even_is_not_drawn() -> None:
    assert fields_of_marks(NumberCard(count="1", out_of="3")) == ()
    assert fields_of_marks(NumberCard(count="some", out_of="100")) == ()


# The end, and large letters


def test_open_questions_unclear_notes_and_blanks_may_go_somewhere() -> None:
    rows = (question(1), question(2, state=QuestionState.ANSWERED))
    notes = (
        note(0, "trough level", kind=NoteKind.UNCLEAR),
        note(1, "2 in 100", number=NumberCard(count="2", out_of="100")),
        note(2, "hidden", kind=NoteKind.UNCLEAR, covered=True),
    )
    matters = open_items(visit(*notes), rows)
    assert [each.id for each in matters] == ["question1", "note0000", "note0001"]


def test_a_sentence_is_drawn_large_or_left_as_it_is() -> None:
    drawn = large("I need a break.", 40)
    assert len(drawn) % 4 == 3
    assert max(len(row) for row in drawn) <= 40
    assert large("Ça va", 40) == ("Ça va",)
    assert large("Unbelievablylongword", 10) == ("Unbelievablylongword",)
