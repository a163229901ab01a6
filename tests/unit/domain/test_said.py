"""What was said, as sentences: where each stands, what stands there instead, what never does."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from companion.domain.answer_places import ALWAYS_THERE, AnswerPlaces, SaidPart, said_id
from companion.domain.case import Case, CaseAbout, CaseFile
from companion.domain.comparison import Aspect, Cell, ComparisonRow, Opinion, Verdict
from companion.domain.marks import NoteKind
from companion.domain.note import Note, NumberCard, TeachBack, TeachBackResult
from companion.domain.people import Person, Role
from companion.domain.question import ListedQuestion, Priority, Question, QuestionState
from companion.domain.said import DOOR_PARTS, Sentence, ToldPart, notes_elsewhere, parts_told
from companion.domain.said_fit import SaidSpace, fitted
from companion.domain.value import replace
from companion.domain.visit import BeforeYouLeave, SaidText, VisitAbout, VisitFile
from companion.exchange.papers.said_paper import said_material
from companion.exchange.redaction import Audience, for_audience

if TYPE_CHECKING:
    from companion.domain.said import SaidMaterial

AT = datetime(2026, 12, 3, 13, 0, tzinfo=UTC)
QUOTE, UNDERSTOOD, PLAIN = NoteKind.QUOTE, NoteKind.UNDERSTOOD, NoteKind.PLAIN
RIGHT = "day four is when the level falls too low"
FIRST = "day three is when the level falls too low"


def a_note(place: int, text: str, kind: NoteKind = PLAIN, under: str = "", **more: Any) -> Note:  # noqa: ANN401
    at = AT + timedelta(minutes=place)
    return Note(
        id=f"note{place:05}",
        created_at=at,
        at=at,
        text=text,
        kind=kind,
        question_id=under or None,
        **more,
    )


def a_question(name: str, source: str | None, text: str = "") -> Question:
    return Question(id=name, text=text or f"What about {name}?", source=source)


ASKED = (
    a_question("diagnosis", "general/diagnosis-right", "Is my diagnosis right?"),
    a_question("options01", "general/ways-open"),
    a_question("calling01", "leukemia/who-to-call"),
    a_question("ownwords1", None),
)


def a_case(*notes: Note, states: dict[str, QuestionState] | None = None, **visit: Any) -> Case:  # noqa: ANN401
    listed = tuple(
        ListedQuestion(
            id=f"listed{place:02}",
            question_id=each.id,
            position=float(place),
            priority=Priority.COULD,
            state=(states or {}).get(each.id, QuestionState.OPEN),
        )
        for place, each in enumerate(ASKED)
    )
    head = VisitAbout(id="visit001", clinician_id="okafor01", at=AT.isoformat(), started_at=AT)
    file = CaseFile(
        id="example1",
        about=(CaseAbout(id="example1", title="A case"),),
        people=(
            Person(id="alva0001", name="Alva", role=Role.PATIENT),
            Person(id="okafor01", name="Dr Okafor", role=Role.CLINICIAN),
        ),
        questions=ASKED,
    )
    one = VisitFile(id="visit001", about=(head,), listed=listed, notes=notes, **visit)
    return Case(file=file, visits=(one,))


def material(case: Case, audience: Audience = Audience.ME) -> SaidMaterial:
    shared = for_audience(case, audience)
    return said_material(shared, shared.case.visits[0], AT + timedelta(days=1))


def said(case: Case, part: SaidPart, audience: Audience = Audience.ME) -> list[str]:
    told = {each.part: each.sentences for each in parts_told(material(case, audience))}
    return [each.text for each in told.get(part, ())]


def everything(case: Case, audience: Audience = Audience.ME) -> str:
    parts = parts_told(material(case, audience))
    return "\n".join(each.text for part in parts for each in part.sentences)


# Where a sentence stands


def test_each_answer_before_leaving_stands_in_the_part_that_it_answers() -> None:
    answers: dict[str, Any] = {name: f"the answer to {name}" for name in DOOR_PARTS}
    case = a_case(before_you_leave=(BeforeYouLeave(id="visit001", **answers),))
    for name, part in DOOR_PARTS.items():
        assert any(answers[name] in text for text in said(case, part))


@pytest.mark.parametrize(
    ("under", "part"),
    [
        ("diagnosis", SaidPart.WHAT),
        ("options01", SaidPart.ADVISED),
        ("calling01", SaidPart.CALL),
        ("ownwords1", SaidPart.ALSO),
        ("", SaidPart.ALSO),
    ],
)
def test_the_question_decides_where_an_answer_stands_not_what_it_says(
    under: str, part: SaidPart
) -> None:
    case = a_case(a_note(1, "call the plan a diagnosis on Monday because", QUOTE, under))
    assert said(case, part) == ['Dr Okafor: "call the plan a diagnosis on Monday because"']


def test_a_note_taken_for_a_topic_in_compare_stands_where_the_topic_does() -> None:
    case = a_case(
        a_note(1, "a dose every three days", QUOTE, "diagnosis"),
        opinions=(Opinion(id="opinion1", visit_id="visit001"),),
        cells=(
            Cell(
                id="cell0001", opinion_id="opinion1", aspect_id="aspect01", note_ids=("note00001",)
            ),
        ),
    )
    plan = Aspect(id="aspect01", text="Plan", source="general/aspect-plan")
    case = replace(case, file=replace(case.file, aspects=(plan,)))
    assert said(case, SaidPart.WHAT) == []
    assert said(case, SaidPart.ADVISED) == ['Dr Okafor: "a dose every three days"']


def test_a_question_of_guidance_stands_where_the_topic_stands_that_it_names() -> None:
    question = a_question("followed1", "own/some-question")
    case = a_case(a_note(1, "in six months at the latest", QUOTE, "followed1"))
    listed = replace(case.visits[0].listed[0], id="listed99", question_id="followed1", position=9.0)
    visit = replace(case.visits[0], listed=(*case.visits[0].listed, listed))
    case = replace(case, file=replace(case.file, questions=(*ASKED, question)), visits=(visit,))
    shared = for_audience(case)
    places = AnswerPlaces((), {"own/some-question": ("aspect-look-again",)})
    made = said_material(replace(shared, places=places), shared.case.visits[0], AT)
    told = {each.part: each.sentences for each in parts_told(made)}
    assert [each.note_ids for each in told[SaidPart.NEXT]] == [("note00001",)]


def test_to_dos_and_what_is_unclear_stand_where_a_person_looks_for_them() -> None:
    case = a_case(
        a_note(1, "ring the ward about the report", NoteKind.TODO, "diagnosis"),
        a_note(2, "what a trough level may be", NoteKind.UNCLEAR, "diagnosis"),
        a_note(3, "emicizumab", NoteKind.SPELLING),
    )
    assert said(case, SaidPart.WHO) == ["ring the ward about the report"]
    assert [text.split(": ")[1] for text in said(case, SaidPart.OPEN)] == [
        "what a trough level may be",
        "emicizumab",
    ]
    assert said(case, SaidPart.WHAT) == []


# Which notes speak


def test_what_is_marked_comes_first_and_all_notes_under_a_question_are_told() -> None:
    case = a_case(
        a_note(1, "she read the March test again", PLAIN, "diagnosis"),
        a_note(2, "it is moderate, not mild", UNDERSTOOD, "diagnosis"),
        a_note(3, "there is no doubt about it", QUOTE, "diagnosis"),
    )
    assert said(case, SaidPart.WHAT) == [
        'Dr Okafor: "there is no doubt about it"',
        "We understood: it is moderate, not mild",
        "she read the March test again",
    ]


def test_an_unmarked_note_under_no_question_is_counted_and_not_told() -> None:
    case = a_case(a_note(1, "a long wait in a cold room"))
    assert everything(case) == ""
    assert len(notes_elsewhere(material(case), parts_told(material(case)))) == 1


def test_a_part_of_which_no_note_speaks_is_there_and_empty() -> None:
    parts = parts_told(material(a_case()))
    assert [part.part for part in parts] == list(ALWAYS_THERE)
    assert all(part.sentences == () for part in parts)


def test_a_short_answer_stands_behind_its_question() -> None:
    case = a_case(a_note(1, "Yes", QUOTE, "diagnosis"))
    assert said(case, SaidPart.WHAT) == ['Is my diagnosis right? Dr Okafor: "Yes"']


def test_a_number_comes_with_what_its_card_knows_and_what_it_lacks_is_open() -> None:
    card = NumberCard(what="clots", count="2", out_of="100", over="5 years", with_treatment="2")
    case = a_case(a_note(1, "2 in 100 get it", NoteKind.NUMBER, "options01", number=card))
    (text,) = said(case, SaidPart.ADVISED)
    assert text == "2 in 100 get it (clots, over 5 years, with treatment)"
    assert said(case, SaidPart.OPEN)[0].startswith("clots: For which people?")


def test_what_was_put_right_is_told_in_the_right_words_alone() -> None:
    back = TeachBack(AT, TeachBackResult.CORRECTED, RIGHT)
    case = a_case(a_note(1, FIRST, UNDERSTOOD, "diagnosis", teach_back=back))
    assert RIGHT in everything(case)
    assert FIRST not in everything(case)
    sure = TeachBack(AT, TeachBackResult.CONFIRMED)
    case = a_case(a_note(1, FIRST, UNDERSTOOD, "diagnosis", teach_back=sure))
    assert said(case, SaidPart.WHAT) == [f"We understood: {FIRST} (checked with Dr Okafor)"]


@pytest.mark.parametrize("how", ["covered", "mine_only", "deleted"])
@pytest.mark.parametrize("audience", list(Audience))
def test_a_hidden_note_is_in_no_copy_not_even_in_ones_own(how: str, audience: Audience) -> None:
    kinds = (QUOTE, UNDERSTOOD, NoteKind.TODO, NoteKind.UNCLEAR, NoteKind.NUMBER)
    notes = (
        a_note(at, f"secret words {at}", kind, "diagnosis", **{how: True})
        for at, kind in enumerate(kinds)
    )
    assert "secret" not in everything(a_case(*notes), audience)


def test_what_was_asked_alone_is_not_told_to_the_family() -> None:
    alone = tuple(replace(each, alone=each.id == "ownwords1") for each in ASKED)
    case = a_case(a_note(1, "between the two of us only", QUOTE, "ownwords1"))
    case = replace(case, file=replace(case.file, questions=alone))
    assert "two of us" in everything(case)
    assert "two of us" not in everything(case, Audience.FAMILY)


def test_a_question_partly_answered_is_open_and_one_to_ask_alone_is_not_told() -> None:
    case = a_case(states={"options01": QuestionState.PARTLY, "ownwords1": QuestionState.PARTLY})
    alone = tuple(replace(each, alone=each.id == "ownwords1") for each in ASKED)
    case = replace(case, file=replace(case.file, questions=alone))
    assert said(case, SaidPart.OPEN) == ["Only partly answered: What about options01?"]


@pytest.mark.parametrize(
    ("verdict", "part"),
    [
        (Verdict.SAME, SaidPart.WHAT),
        (Verdict.DIFFERS, SaidPart.OPEN),
        (Verdict.NOT_DISCUSSED, None),
    ],
)
def test_how_opinions_compare_is_told_where_notes_are_behind_it(
    verdict: Verdict, part: SaidPart | None
) -> None:
    aspect = Aspect(id="aspect01", text="Diagnosis", source="general/aspect-diagnosis")
    row = ComparisonRow(id="row00001", aspect_id="aspect01", verdict=verdict)

    def compared(*note_ids: str) -> Case:
        cell = Cell(
            id="cell0001", opinion_id="opinion1", aspect_id="aspect01", text="x", note_ids=note_ids
        )
        case = a_case(
            a_note(1, "it is moderate, not mild", PLAIN),
            opinions=(Opinion(id="opinion1", visit_id="visit001"),),
            cells=(cell,),
        )
        return replace(case, file=replace(case.file, aspects=(aspect,), rows=(row,)))

    assert "Diagnosis" not in everything(compared())
    for each in SaidPart:
        there = any(text.startswith("Diagnosis") for text in said(compared("note00001"), each))
        assert there is (each is part)


# What was rewritten


def rewritten(text: str, *note_ids: str, at: datetime = AT + timedelta(hours=1)) -> SaidText:
    stamp = (int(at.timestamp() * 1000), "here", 1)
    return SaidText(
        id=said_id("visit001", "what"),
        part="what",
        text=text,
        note_ids=note_ids,
        at=at,
        stamps={"*": stamp, "text": stamp},
    )


def the_part(case: Case) -> ToldPart:
    return next(each for each in parts_told(material(case)) if each.part is SaidPart.WHAT)


def test_a_rewritten_part_stands_as_it_was_written_and_says_so() -> None:
    note = a_note(1, "it is moderate, not mild", QUOTE, "diagnosis")
    part = the_part(a_case(note, said=(rewritten("Moderate.\nNot mild.", note.id),)))
    assert part.edited
    assert [each.text for each in part.sentences] == ["Moderate.", "Not mild."]
    assert {each.note_ids for each in part.sentences} == {(note.id,)}


def test_what_is_noted_or_changed_after_a_part_was_rewritten_is_told_behind_it() -> None:
    old = a_note(1, "it is moderate, not mild", QUOTE, "diagnosis")
    new = a_note(90, "it may become mild again", QUOTE, "diagnosis")
    part = the_part(a_case(old, new, said=(rewritten("Moderate.", old.id),)))
    assert [each.note_ids for each in part.sentences] == [(old.id,), (new.id,)]
    changed = replace(old, text="it is severe, not mild", edited_at=AT + timedelta(hours=2))
    part = the_part(a_case(changed, said=(rewritten("Moderate.", old.id),)))
    assert [each.text for each in part.sentences][1:] == ['Dr Okafor: "it is severe, not mild"']


def test_a_visit_planned_after_its_part_was_rewritten_is_told_behind_it() -> None:
    mine = replace(rewritten("In spring."), id=said_id("visit001", "next"), part="next")

    def planned(hours: int) -> list[str]:
        at = AT + timedelta(hours=hours)
        head = VisitAbout(
            id="visit002",
            at=(AT + timedelta(days=9)).isoformat(),
            stamps={"*": (int(at.timestamp() * 1000), "here", 2)},
        )
        case = a_case(said=(mine,))
        ahead = VisitFile(id="visit002", about=(head,))
        return said(replace(case, visits=(*case.visits, ahead)), SaidPart.NEXT)

    assert planned(0) == ["In spring."]
    assert [text.split(":")[0] for text in planned(2)] == ["In spring.", "Next visit"]


def test_a_later_correction_reaches_a_rewritten_part() -> None:
    back = TeachBack(AT + timedelta(hours=2), TeachBackResult.CORRECTED, RIGHT)
    note = a_note(1, FIRST, UNDERSTOOD, "diagnosis", teach_back=back)
    quoting = the_part(a_case(note, said=(rewritten(f"We heard: {FIRST}.", note.id),)))
    assert [each.text for each in quoting.sentences] == [f"We heard: {RIGHT}."]
    free = the_part(a_case(note, said=(rewritten("It falls early.", note.id),)))
    assert RIGHT in free.sentences[0].text


@pytest.mark.parametrize("how", ["covered", "mine_only", "deleted"])
@pytest.mark.parametrize("audience", list(Audience))
def test_a_rewritten_part_is_told_from_the_notes_again_once_a_note_behind_it_is_hidden(
    how: str, audience: Audience
) -> None:
    hidden = a_note(1, "secret words of somebody", QUOTE, "diagnosis", **{how: True})
    other = a_note(2, "it is moderate, not mild", QUOTE, "diagnosis")
    case = a_case(hidden, other, said=(rewritten("A secret in other words", hidden.id, other.id),))
    assert said(case, SaidPart.WHAT, audience) == ['Dr Okafor: "it is moderate, not mild"']


# What has room


def parts_of(*many: int) -> tuple[ToldPart, ...]:
    return tuple(
        ToldPart(part, tuple(Sentence(part, f"{part} {at} " + "word " * 9) for at in range(number)))
        for part, number in zip(SaidPart, many, strict=False)
    )


def space(room: float) -> SaidSpace:
    return SaidSpace(
        room,
        lines=lambda text: -(-len(text) // 20),
    )


@pytest.mark.parametrize("room", [4, 9, 15, 24, 40, 300])
def test_what_has_no_room_is_counted_and_every_part_keeps_its_first_sentence(room: float) -> None:
    parts = parts_of(5, 0, 1, 9)
    found = fitted(parts, space(room))
    shown = [each.text for part in found.parts for each in part.sentences]
    whole = [each.text for part in parts for each in part.sentences]
    assert len(shown) + found.left_out == len(whole)
    assert len([text for text in shown if text not in whole]) == found.shortened
    height = sum(
        sum(map(space(room).lines, (e.text for e in p.sentences))) or 1 for p in found.parts
    )
    assert height + bool(found.left_out or found.shortened) <= max(room, 5)
    assert [part.part for part in found.parts if part.sentences] == [
        part.part for part in parts if part.sentences
    ]
