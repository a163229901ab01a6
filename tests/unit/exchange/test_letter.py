"""Letters: the case's own words in the places of the guidance, and nothing read as a sign."""

from __future__ import annotations

import re
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from companion.domain.marks import NoteKind
from companion.domain.note import NumberCard
from companion.domain.preparation import Covered
from companion.domain.question import CarryTo, QuestionState
from companion.domain.text import one_line
from companion.domain.value import replace
from companion.exchange.papers.catalogue import ExportRequest, case_paper, write_paper
from companion.exchange.papers.doctor_paper import doctor_paper
from companion.exchange.papers.letter import Letter, addressed, joined, letter_document
from companion.exchange.papers.merge_fields import MergeFields, asks_about, message_questions
from companion.exchange.papers.page_fit import (
    LARGE,
    LARGE_TWO,
    USUAL,
    Sheet,
    cut_to,
    height_of,
    lines_of,
)
from companion.exchange.papers.paper_context import PaperContext
from companion.exchange.papers.timeline_paper import timeline_paper
from companion.exchange.redaction import Audience, for_audience
from companion.exchange.render.document import Document, Heading, Items, Paragraph
from companion.packs.file_kinds import PLACES
from companion.words import letters as words
from tests.browser.crowded import WORDS, crowded_case
from tests.support.example_case import example_case
from tests.support.guidance import letters_at_hand

NOW = datetime(2026, 12, 4, 9, 0, tzinfo=UTC)


def filled(body: str, **places: str | tuple[str, ...]) -> list[str]:
    """The paragraphs of a letter."""
    known = {name: (each,) if isinstance(each, str) else each for name, each in places.items()}
    blocks = Letter(body, known).blocks()
    return [block.text for block in blocks if isinstance(block, Paragraph)]


def test_a_place_is_filled_with_the_words_of_the_case() -> None:
    assert filled("Dear {clinician},", clinician="Dr Okafor") == ["Dear Dr Okafor,"]


def test_a_place_that_nothing_is_known_for_is_a_line_to_fill_in_and_is_counted() -> None:
    document = letter_document("T", Letter("Born: {birth_date}. Signed: ______", {}))
    assert document.blocks == (Paragraph(f"Born: {words.BLANK}. Signed: {words.BLANK}"),)
    assert document.remarks == (words.to_fill_in(2),)


def test_what_a_person_wrote_is_never_a_place_or_a_sign() -> None:
    assert filled("{goal}", goal="# {patient} *a* <b>") == ["# {patient} *a* <b>"]


def test_questions_are_a_numbered_list_however_few() -> None:
    (block,) = Letter("{questions}", {"questions": ("Why?",)}).blocks()
    assert isinstance(block, Items)
    assert [(item.label, item.text) for item in block.items] == [("1", "Why?")]


def test_words_before_a_place_stand_out() -> None:
    (block,) = Letter("My reason: {reason}", {"reason": ("to be sure",)}).blocks()
    assert block == Paragraph("to be sure", "My reason:")


def test_a_terse_letter_leaves_out_what_has_nothing_to_say() -> None:
    body = "Patient: {patient}. With me: {companion}.\n\n## Good to know\n\nMedicines: {medicines}"
    blocks = Letter(body, {"patient": ("Alva",)}, terse=True).blocks()
    assert blocks == [Paragraph("Patient: Alva.")]


def test_several_texts_are_told_in_one_line() -> None:
    assert joined(("One.", "Two.")) == "One. Two."
    assert joined(("one", "two", "(and 3 more)")) == "one; two (and 3 more)"
    assert joined(()) == ""


def test_there_is_a_value_for_every_place_a_letter_may_have() -> None:
    assert set(MergeFields(PaperContext(for_audience(example_case())), NOW).all()) == PLACES


def test_the_other_doctor_is_the_one_who_is_not_the_present_one() -> None:
    places = MergeFields(PaperContext(for_audience(example_case())), NOW).all()
    assert places["clinician"] == ("Dr Okafor",)
    assert places["other_clinician"] == ("Dr Lindqvist",)
    assert places["visit_date"] == ("Thursday 3 December",)


def test_a_letter_names_the_year_of_a_day_that_is_not_in_its_own() -> None:
    context = PaperContext(for_audience(example_case()))
    before = NOW.replace(year=NOW.year - 1)
    assert MergeFields(context, before).all()["visit_date"] == ("Thursday 3 December 2026",)
    kept = MergeFields(context, NOW, with_year=True).all()
    assert kept["visit_date"] == ("Thursday 3 December 2026",)


def telling_of(**changes: object) -> PaperContext:
    case = example_case()
    visit = replace(case.visits[0], **changes)  # type: ignore[arg-type]
    return PaperContext(for_audience(replace(case, visits=(visit,))))


def test_a_message_asks_what_was_carried_over_to_it() -> None:
    visit = example_case().visits[0]
    listed = tuple(replace(each, carried_to=CarryTo.MESSAGE) for each in visit.listed[:1])
    unclear = replace(visit.notes[0], text="which scan?", kind=NoteKind.UNCLEAR)
    card = replace(visit.notes[0], id="note00077", text="2 in 100", number=NumberCard(count="2"))
    notes = tuple(
        replace(each, carried_to="message", covered=False, mine_only=False)
        for each in (unclear, card)
    )
    asked = message_questions(telling_of(listed=listed, notes=notes))
    assert asked[:2] == ("Is there time to wait?", "which scan?")
    assert asked[2].startswith("2 in 100 (please tell me: what, out of")


@pytest.mark.parametrize("hidden", ["covered", "mine_only"])
def test_no_hidden_note_is_in_a_message_whoever_it_is_for(hidden: str) -> None:
    visit = example_case().visits[0]
    note = replace(visit.notes[0], text="quixotic", carried_to="message")
    note = replace(note, covered=hidden == "covered", mine_only=hidden == "mine_only")
    asked = message_questions(telling_of(notes=(note,)))
    assert "quixotic" not in " ".join(asked)


def test_with_nothing_carried_over_a_message_asks_the_open_must_asks() -> None:
    visit = example_case().visits[0]
    listed = tuple(
        replace(each, state=QuestionState.OPEN, carried_to=None) for each in visit.listed[:2]
    )
    asked = message_questions(telling_of(listed=listed, notes=()))
    assert asked == ("Is there time to wait?", "What other ways are there?")


def _carried(*texts: str) -> PaperContext:
    """The visit with Dr Okafor, these unclear notes carried to a message."""
    note = replace(example_case().visits[0].notes[0], covered=False, mine_only=False)
    note = replace(note, kind=NoteKind.UNCLEAR, carried_to="message")
    notes = tuple(replace(note, id=f"note{n:05}", text=text) for n, text in enumerate(texts))
    return telling_of(listed=(), notes=notes)


def _written(context: PaperContext, paper: str) -> tuple[list[str], tuple[str, ...]]:
    wanted = ExportRequest(format="text", paper=paper, now=NOW, letters=letters_at_hand())
    document = write_paper(context.shared, wanted)
    assert document is not None
    items = [item for block in document.blocks if isinstance(block, Items) for item in block.items]
    return [item.text for item in items], document.remarks


def test_what_asks_about_the_doctor_a_letter_goes_to_is_in_the_one_to_the_other() -> None:
    context = _carried("Will you work with Dr Lindqvist?", "Which scan?")
    back, remarks = _written(context, "message")
    assert back == ["Which scan?"]
    assert remarks == (words.for_another("Dr Lindqvist", 1),)
    assert _written(context, "still-open")[0] == ["Will you work with Dr Lindqvist?", "Which scan?"]


def test_what_is_still_open_is_asked_of_the_doctor_it_was_put_to() -> None:
    here = _carried("Which scan?").case
    there = replace(
        here.visits[0],
        id="visit0009",
        about=(replace(here.visits[0].head, clinician_id=here.file.opinions[0].clinician_id),),
        notes=(replace(here.visits[0].notes[0], id="note00088", text="For the present one?"),),
    )
    context = PaperContext(for_audience(replace(here, visits=(there, *here.visits))))
    assert _written(context, "still-open")[0] == ["Which scan?"]
    assert _written(context, "message")[0] == ["For the present one?", "Which scan?"]


@pytest.mark.parametrize(
    ("doctor", "text", "speaks"),
    [
        ("Dr Lindqvist", "Will you call DR LINDQVIST?", True),
        ("Dr Lind", "Will you call Dr Lindqvist?", False),
        ("Oncologist", "Should I see an oncologist?", False),
        ("", "Why?", False),
    ],
)
def test_a_name_is_whole_words_and_more_than_one(doctor: str, text: str, *, speaks: bool) -> None:
    assert asks_about(doctor, text) is speaks


# One page


@given(st.text(max_size=400), st.integers(1, 4), st.floats(8, 60))
def test_a_cut_text_takes_no_more_lines_than_it_may(text: str, most: int, width: float) -> None:
    assert lines_of(cut_to(text, width, most), width) <= most


@given(st.text(st.characters(codec="ascii", categories=["L", "Zs"]), max_size=60))
def test_a_text_that_fits_is_not_cut(text: str) -> None:
    assert cut_to(text, 60.0, 3) == one_line(text)


@pytest.mark.parametrize("sheet", [USUAL, LARGE], ids=["usual", "large"])
@pytest.mark.parametrize("kind", WORDS)
def test_the_page_for_the_doctor_is_never_higher_than_a_sheet(kind: str, sheet: Sheet) -> None:
    context = PaperContext(for_audience(crowded_case(kind), Audience.DOCTOR))
    body = letters_at_hand()["doctor"].body
    page = doctor_paper(context, body, NOW, large=sheet is LARGE)
    assert height_of(page, sheet) <= (LARGE_TWO.room if sheet is LARGE else sheet.room)
    assert page.remarks[0] == words.SHORTENED
    assert page.blocks[-1] == Paragraph(words.ELSEWHERE)


@pytest.mark.parametrize("sheet", [USUAL, LARGE], ids=["usual", "large"])
@pytest.mark.parametrize("kind", WORDS)
def test_what_has_no_room_on_the_page_is_named(kind: str, sheet: Sheet) -> None:
    context = PaperContext(for_audience(crowded_case(kind), Audience.DOCTOR))
    body = letters_at_hand()["doctor"].body
    page = doctor_paper(context, body, NOW, large=sheet is LARGE)
    shown = {block.label.rstrip(":") for block in page.blocks if isinstance(block, Paragraph)}
    said = " ".join(page.remarks[1:])
    for label, name in (
        ("What matters most to me", words.LEFT_OFF["priorities"]),
        ("Records you should have", words.LEFT_OFF["records_there"]),
        ("My current doctor", words.LEFT_OFF["other_clinician"]),
    ):
        assert (label in shown) != (name in said)


def test_questions_to_ask_alone_are_not_on_the_page_and_counted() -> None:
    case = crowded_case("plain")
    questions = tuple(
        replace(each, alone=each.id == "crowd0001", text=each.text.replace("1 the", "quixotic"))
        for each in case.file.questions
    )
    case = replace(case, file=replace(case.file, questions=questions))
    page = doctor_paper(PaperContext(for_audience(case)), letters_at_hand()["doctor"].body, NOW)
    assert "quixotic" not in f"{page.blocks[:8]}"
    assert page.remarks[0] == words.alone(1)


def test_a_question_of_living_is_not_on_the_page_and_counted_until_it_is_shown() -> None:
    case = crowded_case("plain")
    wanted = replace(case.file.prepare, covered=Covered.COVER)
    body = letters_at_hand()["doctor"].body
    for shown in (False, True):
        questions = tuple(
            replace(each, text="How many are alive after ten years?", uncovered=shown)
            if each.id == "crowd0001"
            else each
            for each in case.file.questions
        )
        file = replace(case.file, questions=questions, preparation=(wanted,))
        page = doctor_paper(PaperContext(for_audience(replace(case, file=file))), body, NOW)
        assert ("alive after ten" in f"{page.blocks}") is shown
        assert (words.covered(1) in page.remarks) is not shown


def test_how_numbers_are_wanted_is_on_the_fullest_page() -> None:
    case = crowded_case("unbroken")
    wanted = replace(case.file.prepare, covered=Covered.COVER)
    case = replace(case, file=replace(case.file, preparation=(wanted,)))
    page = doctor_paper(
        PaperContext(for_audience(case)), letters_at_hand()["doctor"].body, NOW, large=True
    )
    assert words.OUTLOOK["cover"] in f"{page.blocks}"


def test_a_page_that_fits_is_whole_and_says_nothing() -> None:
    context = PaperContext(for_audience(example_case(), Audience.DOCTOR))
    page = doctor_paper(context, letters_at_hand()["doctor"].body, NOW)
    assert page.remarks == ()
    assert words.CUT not in str(page)


def test_the_page_for_the_doctor_bears_the_day_of_no_visit_that_is_over() -> None:
    case = example_case()
    over, planned = case.visits
    begun = replace(over.head, ended_at=None)
    for visits, day in (
        ((over, planned), "17 December"),
        ((replace(over, about=(begun,)),), "3 December"),
        ((over,), ""),
    ):
        context = PaperContext(for_audience(replace(case, visits=visits), Audience.DOCTOR))
        page = doctor_paper(context, letters_at_hand()["doctor"].body, NOW)
        first = next(block for block in page.blocks if isinstance(block, Paragraph))
        assert first.text.endswith("Patient: Alva. With me: Sam.")
        assert (f"{day} 2026" in first.text) if day else ("2026" not in first.text)


def test_questions_keep_the_numbers_they_have_in_the_visit() -> None:
    case = crowded_case("plain")
    visit = case.visits[1]
    listed = tuple(replace(each, position=-each.position) for each in visit.listed)
    case = replace(case, visits=(case.visits[0], replace(visit, listed=listed)))
    page = doctor_paper(PaperContext(for_audience(case)), letters_at_hand()["doctor"].body, NOW)
    (asked,) = (block for block in page.blocks if isinstance(block, Items))
    assert asked.items[0].label == "31"


def test_a_document_without_a_heading_begins_with_its_words() -> None:
    blocks = (Paragraph("a"),)
    assert Document("T", blocks, headed=False).whole == blocks
    assert Document("T", blocks).whole == (Heading(1, "T"), *blocks)


# What has no room


MEDICINES = (
    "Emicizumab, 105 mg, every second Sunday morning, under the skin of the belly",
    "Factor VIII, 1500 units, Monday and Thursday before school, and before sports",
    "Tranexamic acid, 1000 mg, three times a day for five days after a tooth is pulled",
    "Paracetamol, 500 mg, when needed, never more than 3000 mg a day",
    "Iron, 80 mg, every second day with orange juice, not with tea",
    "Vitamin D, 20 micrograms, daily",
)


def page_with(*, large: bool, medicines: tuple[str, ...], opening: str = "") -> Document:
    case = example_case()
    preparation = replace(case.file.prepare, medicines=medicines, opening=opening)
    case = replace(case, file=replace(case.file, preparation=(preparation,)))
    context = PaperContext(for_audience(case, Audience.DOCTOR))
    return doctor_paper(context, letters_at_hand()["doctor"].body, NOW, large=large)


def line_of(page: Document, label: str) -> str:
    texts = (each for each in page.blocks if isinstance(each, Paragraph) and each.label == label)
    return next(each.text for each in texts)


@pytest.mark.promise("command.medicines")
@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize("count", [1, 6, 24, 90])
def test_a_medicine_stands_whole_on_the_page_or_is_counted_with_its_sheet(
    count: int, *, large: bool
) -> None:
    every = tuple(f"{place}. {MEDICINES[place % 6]}" for place in range(count))
    page = page_with(large=large, medicines=every)
    said = line_of(page, "Medicines:").split("; ")
    if said[-1] not in every:
        left = count - (len(said) - 1)
        assert said.pop() == words.more_in_history(left, len(said))
        assert words.TITLES["timeline"] in words.more_in_history(left, len(said))
    assert tuple(said) == every[: len(said)]


@pytest.mark.parametrize("large", [False, True])
def test_six_medicines_a_long_goal_and_a_long_opening_are_whole(*, large: bool) -> None:
    opening = "I am Alva, I am 34, and this is my brother Sam, who takes notes for me. " * 3
    page = page_with(large=large, medicines=MEDICINES, opening=opening)
    assert "; ".join(MEDICINES) == line_of(page, "Medicines:")
    assert one_line(opening) in f"{page.blocks}"
    assert words.CUT not in f"{page.blocks}"


@pytest.mark.parametrize("large", [False, True])
def test_other_words_give_way_before_a_medicine_does(*, large: bool) -> None:
    page = page_with(large=large, medicines=MEDICINES, opening="It began in spring. " * 200)
    assert line_of(page, "Medicines:") == "; ".join(MEDICINES)
    assert words.CUT in f"{page.blocks}"


@pytest.mark.parametrize("most", range(1, 4))
@pytest.mark.parametrize("width", range(9, 30))
def test_no_number_is_cut_from_what_it_counts(most: int, width: int) -> None:
    text = "I take 1500 units, Monday and 2.5 ml on days 1, 3 and 5 below 2 % as needed each week"
    shown = cut_to(text, float(width), most)
    if shown.endswith(words.CUT):
        assert not re.search(r"\d\S*$|[<>%]$", shown.removesuffix(words.CUT))


LINES = st.lists(
    st.text("abcde 0123456789", min_size=3, max_size=160).map(one_line).filter(bool), max_size=12
).map(tuple)


@pytest.mark.promise("command.medicines")
@given(medicines=LINES, opening=st.text("abcde 12", max_size=1500), large=st.booleans())
@settings(max_examples=40, deadline=None)
def test_every_word_is_on_the_page_or_the_page_says_where(
    medicines: tuple[str, ...], opening: str, *, large: bool
) -> None:
    page = page_with(large=large, medicines=medicines, opening=opening)
    read = " ".join(f"{block}" for block in page.blocks)
    if Paragraph(words.ELSEWHERE) not in page.blocks:
        assert one_line(opening) in read
        assert all(each in read for each in medicines)
    case = example_case()
    prepared = replace(case.file.prepare, medicines=medicines, opening=opening)
    context = PaperContext(
        for_audience(replace(case, file=replace(case.file, preparation=(prepared,))))
    )
    history = f"{timeline_paper(context, NOW).blocks}"
    assert all(each in history for each in medicines)
    assert opening.strip() in f"{case_paper(context).blocks}"


# Whom it goes to, and whose it is


def test_a_letter_goes_to_the_doctor_who_is_known_where_it_names_no_other() -> None:
    known = {"clinician": ("Dr Okafor",), "other_clinician": ()}
    assert addressed("Dear {other_clinician},\n\nThank you.", known).startswith("Dear {clinician},")
    both = "Dear {other_clinician},\n\nI saw {clinician}."
    assert addressed(both, known) == both
    assert addressed("Dear {clinician},", known) == "Dear {clinician},"


def test_a_doctor_who_only_stands_in_the_case_is_greeted_by_name() -> None:
    case = example_case()
    context = PaperContext(
        for_audience(replace(case, file=replace(case.file, opinions=(), cells=())))
    )
    wanted = ExportRequest(format="text", paper="message", now=NOW, letters=letters_at_hand())
    document = write_paper(context.shared, wanted)
    assert "Dear Dr Lindqvist," in f"{document}"


@pytest.mark.promise("command.papers")
@pytest.mark.parametrize("paper", ["summary", "comparison", "case", "timeline", "doctor"])
def test_papers_for_doctors_carry_the_patients_name(paper: str) -> None:
    wanted = ExportRequest(format="text", paper=paper, now=NOW, letters=letters_at_hand())
    document = write_paper(for_audience(example_case(), Audience.DOCTOR), wanted)
    assert document is not None
    assert document.whose == "Alva"
    assert "Alva" in f"{document.title} {document.blocks[:1]}"
