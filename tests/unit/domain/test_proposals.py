"""Notes propose themselves for the topic that their question speaks to."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from companion.domain.case import Case, CaseAbout, CaseFile, CopiedText
from companion.domain.comparison import Aspect, Cell, ComparisonRow, Opinion, Verdict
from companion.domain.comparison_table import ComparisonTable
from companion.domain.marks import NoteKind
from companion.domain.note import Note
from companion.domain.preparation import Covered, Preparation
from companion.domain.question import Question
from companion.domain.visit import BeforeYouLeave, VisitAbout, VisitFile

PLAN = Aspect(id="aspectpl", text="Plan", source="general/aspect-plan", position=1)
HEART = Aspect(id="aspecthe", text="Heart", source="made-up/aspect-heart", position=2)
OTHER_HEART = Aspect(id="aspectot", text="Heart", source="other/aspect-heart", position=3)
OF_VISIT = ("opinions", "cells", "before_you_leave")
OWN = Aspect(id="aspectow", text="Travel", position=4)
ASPECTS = (PLAN, HEART, OTHER_HEART, OWN)


def copied(source: str, *topics: str, kind: str = "questions", field: str = "aspect") -> CopiedText:
    return CopiedText(
        id=f"text{source[-4:]}",
        source=source,
        kind=kind,
        text="What would you do?",
        fields=tuple((field, topic) for topic in topics),
    )


def note(text: str, kind: NoteKind = NoteKind.PLAIN, **values: object) -> Note:
    question = values.pop("question_id", "question")
    return Note(id=f"note{text:>04}", text=text, kind=kind, question_id=question, **values)  # type: ignore[arg-type]


def table(*notes: Note, **more: object) -> ComparisonTable:
    """One visit with those notes under one question, which was copied from `made-up/ask`."""
    question = Question(id="question", text="What would you do?", source="made-up/ask1")
    tables: dict[str, object] = {
        "texts": (copied("made-up/ask1", "aspect-plan"),),
        "questions": (question,),
    }
    of_visit = {name: more.pop(name) for name in OF_VISIT if name in more}
    topics, began = more.pop("topics", None), more.pop("began", None)
    file = CaseFile(
        id="case0001",
        about=(CaseAbout(id="case0001"),),
        aspects=ASPECTS,
        **(tables | more),  # type: ignore[arg-type]
    )
    about = VisitAbout(id="visit001", started_at=began)  # type: ignore[arg-type]
    visit = VisitFile(id="visit001", about=(about,), notes=notes, **of_visit)  # type: ignore[arg-type]
    return ComparisonTable(Case(file=file, visits=(visit,)), None, topics)  # type: ignore[arg-type]


def proposed(made: ComparisonTable, aspect: Aspect = PLAN) -> list[str]:
    (said,) = made.line(aspect)
    return [each.text for each in said.proposed]


def test_a_note_proposes_itself_for_the_topic_its_question_speaks_to() -> None:
    made = table(note("1"), note("2", question_id="another"), note("3", question_id=None))
    assert proposed(made) == ["1"]
    assert proposed(made, HEART) == []


def test_a_quote_or_a_number_comes_first_and_the_rest_as_it_was_written() -> None:
    made = table(note("1"), note("2", NoteKind.NUMBER), note("3"), note("4", NoteKind.QUOTE))
    assert proposed(made) == ["2", "4", "1", "3"]


def test_what_is_open_or_hidden_proposes_nothing() -> None:
    made = table(
        note("1", NoteKind.UNCLEAR), note("2", NoteKind.TODO), note("3", covered=True), note("4")
    )
    assert proposed(made) == ["4"]


@pytest.mark.parametrize(("kind", "field"), [("news", "aspect"), ("ask-both", "row")])
def test_questions_of_every_kind_speak_to_a_topic(kind: str, field: str) -> None:
    text = copied("made-up/ask1", "aspect-plan", kind=kind, field=field)
    assert proposed(table(note("1"), texts=(text,))) == ["1"]


def test_a_topic_of_the_questions_own_pack_comes_before_one_of_the_same_id() -> None:
    texts = (copied("made-up/ask1", "aspect-heart"),)
    made = table(note("1"), texts=texts)
    assert (proposed(made, HEART), proposed(made, OTHER_HEART)) == (["1"], [])


def test_a_question_in_the_words_of_the_guidance_is_that_question() -> None:
    typed = Question(id="question", text="what would you DO?")
    assert proposed(table(note("1"), questions=(typed,))) == ["1"]
    reworded = Question(id="question", text="And then?", source="made-up/ask1")
    assert proposed(table(note("1"), questions=(reworded,))) == ["1"]


def test_a_case_whose_copies_say_nothing_learns_from_the_packs_at_hand() -> None:
    texts = (copied("made-up/ask1"),)
    assert proposed(table(note("1"), texts=texts)) == []
    learned = table(note("1"), texts=texts, topics={"made-up/ask1": ("aspect-plan",)})
    assert proposed(learned) == ["1"]
    assert not learned.rows


def test_a_copy_that_names_a_topic_is_believed_before_the_pack() -> None:
    made = table(note("1"), topics={"made-up/ask1": ("aspect-heart",)})
    assert (proposed(made), proposed(made, HEART)) == (["1"], [])


def test_nothing_is_proposed_where_a_cell_was_filled_or_emptied_by_hand() -> None:
    opinion = Opinion(id="opinion1", visit_id="visit001")
    for values in ({"text": "Wait"}, {"note_ids": ("note0001",)}, {}):
        cell = Cell(id="cell0001", opinion_id="opinion1", aspect_id=PLAN.id, **values)
        assert proposed(table(note("0001"), opinions=(opinion,), cells=(cell,))) == []


def test_rows_with_something_in_them_are_at_hand_and_those_with_notes_come_next() -> None:
    first = Aspect(id="aspectdi", text="Diagnosis", source="general/aspect-diagnosis")
    texts = (copied("made-up/ask1", "aspect-heart"),)
    made = table(note("1"), texts=texts)
    made.aspects = (first, OTHER_HEART, HEART, OWN)
    assert [each.id for each in made.aspects if made.at_hand(each)] == [first.id, OWN.id]
    assert made.further() == (HEART, OTHER_HEART)
    assert [made.is_to_compare(each) for each in made.aspects] == [False, False, True, False]


def before_leaving(**answers: Any) -> BeforeYouLeave:  # noqa: ANN401
    return BeforeYouLeave(id="visit001", **answers)


DOOR = (
    copied("made-up/ask1", "aspect-plan"),
    copied("general/door-plan", "aspect-plan", kind="door"),
    copied("general/door-results", "aspect-heart", kind="door"),
)


def test_an_answer_before_leaving_proposes_itself_after_what_says_most() -> None:
    door = before_leaving(plan="factor every week", results="in 2 weeks", call="the ward")
    notes = note("1"), note("2", NoteKind.QUOTE)
    made = table(*notes, texts=DOOR, before_you_leave=(door,))
    assert proposed(made) == ["2", "factor every week", "1"]
    assert proposed(made, HEART) == ["Results: in 2 weeks"]


def test_an_answer_that_is_hidden_for_what_it_says_proposes_nothing() -> None:
    prepare = (Preparation(id="prepare1", covered=Covered.COVER),)
    door = before_leaving(plan="you have 3 months to live")
    assert proposed(table(texts=DOOR, before_you_leave=(door,))) == ["you have 3 months to live"]
    assert proposed(table(texts=DOOR, before_you_leave=(door,), preparation=prepare)) == []


def test_a_cell_says_which_answer_stands_in_it() -> None:
    opinion = Opinion(id="opinion1", visit_id="visit001")
    door = before_leaving(plan="factor every week")
    for text, answered in (("factor every week\nor so", True), ("factor", False)):
        cell = Cell(id="cell0001", opinion_id="opinion1", aspect_id=PLAN.id, text=text)
        made = table(texts=DOOR, before_you_leave=(door,), opinions=(opinion,), cells=(cell,))
        (said,) = made.line(PLAN)
        assert bool(said.answers) is answered


@pytest.mark.parametrize(("hours", "new"), [(-1, True), (1, False)])
def test_a_judged_row_waits_again_once_a_later_visit_brings_something(
    hours: int, *, new: bool
) -> None:
    began = datetime(2026, 12, 3, 14, 0, tzinfo=UTC)
    judged = int((began + timedelta(hours=hours)).timestamp() * 1000)
    row = ComparisonRow(
        id="row00001",
        aspect_id=PLAN.id,
        verdict=Verdict.SAME,
        stamps={"verdict": (judged, "here", 1)},
    )
    made = table(note("1"), rows=(row,), began=began)
    assert (made.is_to_compare(PLAN), made.is_new_since(PLAN)) == (False, new)
    assert not made.is_new_since(HEART)
    assert not table(rows=(row,), began=began).waits(PLAN)


@pytest.mark.parametrize(("hours", "new"), [(-1, False), (1, True)])
def test_a_judged_row_waits_again_once_a_note_is_made_in_an_earlier_visit(
    hours: int, *, new: bool
) -> None:
    judged = datetime(2026, 12, 3, 14, 0, tzinfo=UTC)
    row = ComparisonRow(
        id="row00001",
        aspect_id=PLAN.id,
        verdict=Verdict.SAME,
        stamps={"verdict": (int(judged.timestamp() * 1000), "here", 1)},
    )
    noted = note("1", at=judged + timedelta(hours=hours))
    made = table(noted, rows=(row,), began=judged - timedelta(hours=2))
    assert made.is_new_since(PLAN) is new
