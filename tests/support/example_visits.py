"""The visits of the made-up case, with something in every field."""

from __future__ import annotations

from datetime import UTC, datetime

from companion.domain.answer_places import said_id
from companion.domain.comparison import Addition, Cell, Opinion, OtherOpinionKnown, Rating
from companion.domain.marks import NoteKind
from companion.domain.note import ComposerLine, Note, NumberCard, TeachBack, TeachBackResult
from companion.domain.question import (
    CarryTo,
    ListedQuestion,
    Priority,
    Question,
    QuestionState,
)
from companion.domain.visit import BeforeYouLeave, Debrief, SaidText, VisitAbout, VisitFile

MADE = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
ALVA, SAM, OKAFOR, LINDQVIST = "alva0001", "sam00001", "okafor01", "lindqvi1"
PLAN, RISKS = "aspectplan", "aspectrisk"
SLIDES, LETTER = "recslides", "recletter"
WAIT, OTHER, WORK, ALONE = "question1", "question2", "question3", "question4"
VISIT, LATER = "visit001", "visit002"


def at(hour: int, minute: int, second: int = 0, *, day: int = 3) -> datetime:
    """A time on a day of December."""
    return datetime(2026, 12, day, hour, minute, second, 123_000, tzinfo=UTC)


def notes() -> tuple[Note, ...]:
    """Notes with every mark, under three questions and none."""

    def note(place: int, text: str, kind: NoteKind, question: str | None, **more: object) -> Note:
        moment = at(13, place, place)
        return Note(
            id=f"note{place:05d}",
            created_at=moment,
            at=moment,
            author_id=SAM,
            kind=kind,
            text=text,
            question_id=question,
            **more,  # type: ignore[arg-type]
        )

    card = NumberCard(
        what="still well",
        count="85",
        out_of="100",
        over="five years",
        with_treatment="85",
        without_treatment="70",
        said_by="Dr Okafor",
    )
    back = TeachBack(at(13, 20), TeachBackResult.CORRECTED, "every second day, not daily")
    return (
        note(1, "Dr Okafor: nice to meet you", NoteKind.PLAIN, None),
        note(2, "We can wait until spring.", NoteKind.QUOTE, WAIT),
        note(3, "  two blanks, *stars* and <b>signs</b>", NoteKind.UNDERSTOOD, WAIT),
        note(4, "which scan?", NoteKind.UNCLEAR, OTHER, carried_to="next"),
        note(5, "ring the ward on Monday", NoteKind.TODO, None),
        note(6, "85 in 100", NoteKind.NUMBER, OTHER, number=card),
        note(7, "Lindqvist, with q", NoteKind.SPELLING, None, edited_at=at(13, 9)),
        note(8, "50 mg daily", NoteKind.PLAIN, WORK, teach_back=back),
        note(9, "covered words about the odds", NoteKind.NUMBER, OTHER, covered=True, number=card),
        note(10, "only for Sam", NoteKind.PLAIN, None, mine_only=True),
        note(11, "first line\n\n  third line", NoteKind.PLAIN, None, pasted=True, later=True),
        note(12, "a word in private", NoteKind.TODO, ALONE),
    )


def first_visit() -> VisitFile:
    """The visit that has been."""

    def entry(place: int, question: str, **more: object) -> ListedQuestion:
        return ListedQuestion(
            id=f"entry{place:04d}",
            question_id=question,
            position=float(place),
            **more,  # type: ignore[arg-type]
        )

    return VisitFile(
        id=VISIT,
        about=(
            VisitAbout(
                id=VISIT,
                created_at=MADE,
                clinician_id=OKAFOR,
                at="2026-12-03T14:00:00+01:00",
                zone="Europe/Stockholm",
                minutes=40,
                place="University hospital",
                uid="abc@calendar.invalid",
                goal="Is there time to wait?",
                say_first="Thank you for seeing us.",
                started_at=at(13, 1, 1),
                ended_at=at(13, 45),
                handed_over_at=at(13, 2),
                added_minutes=5,
            ),
        ),
        listed=(
            entry(1, WAIT, priority=Priority.MUST, state=QuestionState.ANSWERED),
            entry(2, OTHER, priority=Priority.MUST, asker_id=SAM),
            entry(3, WORK, state=QuestionState.CARRIED, carried_to=CarryTo.NEXT),
            entry(4, ALONE, priority=Priority.COULD),
        ),
        questions=(Question(id=WORK, text="Can I go on working?"),),
        notes=notes(),
        before_you_leave=(
            BeforeYouLeave(id=VISIT, call="The ward, if there is fever", results="in two weeks"),
        ),
        debrief=(
            Debrief(
                id="debrief01",
                prompt="What surprised you?",
                text="How calm.",
                at=at(15, 0),
                by_id=SAM,
            ),
        ),
        said=(
            SaidText(
                id=said_id(VISIT, "why"),
                part="why",
                text="He does not want to hurry anything.\nIt is our choice.",
                note_ids=("note00001",),
                at=at(15, 5),
                by_id=SAM,
            ),
        ),
        composer=(
            ComposerLine(
                id=VISIT,
                text="! half a li",
                question_id=OTHER,
                author_id=SAM,
                changed_at=at(15, 1),
                asides=(("door.plan", "half a plan"),),
            ),
        ),
        opinions=(
            Opinion(
                id="opinion2",
                visit_id=VISIT,
                clinician_id=OKAFOR,
                records_seen=(SLIDES,),
                other_opinion_known=OtherOpinionKnown.NO,
            ),
        ),
        cells=(
            Cell(
                id="cell0002",
                opinion_id="opinion2",
                aspect_id=PLAN,
                text="Wait until spring.",
                note_ids=("note00002",),
            ),
            Cell(
                id="cell0003",
                opinion_id="opinion2",
                aspect_id=RISKS,
                text="covered words about the odds",
                note_ids=("note00009",),
            ),
        ),
        ratings=(
            Rating(
                id="rating01",
                opinion_id="opinion2",
                what="trust",
                by_id=ALVA,
                stars=4,
                words="listened",
                note_id="note00001",
            ),
        ),
        additions=(
            Addition(id="addition1", opinion_id="opinion2", at=at(9, 0, day=5), text="wrote back"),
        ),
    )


def second_visit() -> VisitFile:
    """The call that is to come."""
    about = VisitAbout(
        id=LATER,
        created_at=MADE,
        clinician_id=LINDQVIST,
        at="2026-12-17",
        phone=True,
        goal="Tell what Dr Okafor said",
    )
    entry = ListedQuestion(id="entry0009", question_id=WORK, position=1.0, priority=Priority.MUST)
    return VisitFile(id=LATER, about=(about,), listed=(entry,))
