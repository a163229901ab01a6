"""Two whole cases at the end of the last visit: what was said, and nothing compared yet."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from companion.domain.changes import with_added
from companion.domain.comparison import Verdict
from companion.domain.question import ListedQuestion
from companion.services.case.library import NewCase
from companion.services.prepare.question_list import QuestionEditor
from companion.services.visit.editor import VisitEditor
from companion.services.visit.plan import NewVisit, plan_visit

if TYPE_CHECKING:
    from companion.domain.visit import VisitFile
    from companion.packs.catalogue import Catalogue
    from companion.services.case.library import CaseLibrary


class ToldNote(NamedTuple):
    """A line that was typed in a visit."""

    question: str
    """The question it stands under, `pack/item`; empty for none."""
    line: str
    """As typed, with its mark."""
    topics: tuple[str, ...] = ()
    """The topics it says something about, by the last part of their ids."""


class ToldVisit(NamedTuple):
    """One visit or call."""

    doctor: str
    notes: tuple[ToldNote, ...]
    phone: bool = False
    at: str = ""


class ToldCase(NamedTuple):
    """A case with its visits, and how its topics compare."""

    name: str
    packs: tuple[str, ...]
    visits: tuple[ToldVisit, ...]
    verdicts: dict[str, Verdict]
    """How each topic that was spoken of compares."""
    stars: dict[str, int]
    """How much some of them matter."""

    @property
    def asked(self) -> tuple[str, ...]:
        """The questions from the guidance, each once."""
        every = (note.question for visit in self.visits for note in visit.notes if note.question)
        return tuple(dict.fromkeys(every))


def _with_entry(file: VisitFile, entry: ListedQuestion) -> VisitFile:
    return with_added(file, "listed", entry)


def make_told(library: CaseLibrary, packs: Catalogue, told: ToldCase) -> str:
    """Make the case, with its questions, visits and notes; its id."""
    new = NewCase(title=told.name, packs=packs.chosen(told.packs), patient="Alva")
    session = library.create(new)
    offered = {text.source: text for text in session.file.guidance("questions")}
    questions = QuestionEditor(session)
    for source in told.asked:
        questions.tick(offered[source])
    for visit in told.visits:
        visit_id = plan_visit(session, NewVisit(visit.doctor, visit.at, phone=visit.phone))
        editor = VisitEditor(session, visit_id)
        ids = {each.source: each.id for each in session.file.questions}
        there = {entry.question_id for entry in session.visit(visit_id).listed}
        for note in visit.notes:
            at = ids.get(note.question)
            if at is not None and at not in there:
                # What an earlier visit has asked is asked again.
                entry = ListedQuestion(
                    id=library.context.new_id(), question_id=at, position=float(len(there) + 1)
                )
                session.change_visit(visit_id, "", partial(_with_entry, entry=entry))
                there.add(at)
            editor.line.go_to(at)
            editor.line.save(note.line)
    session.close()
    return session.case_id


HEMOPHILIA = ToldCase(
    "Prevention plan, hemophilia A",
    ("general", "hemophilia"),
    (
        ToldVisit(
            "Dr Lindqvist",
            (
                ToldNote("", "Waited 20 minutes, she has read the letter"),
                ToldNote("general/diagnosis-right", "Hemophilia A, mild", ("aspect-diagnosis",)),
                ToldNote(
                    "general/diagnosis-right",
                    '" I have no doubt about the name',
                    ("aspect-diagnosis",),
                ),
                ToldNote("general/diagnosis-right", "! ask for the gene report"),
                ToldNote(
                    "hemophilia/type-severity",
                    "# 6 percent factor in March",
                    ("aspect-severity",),
                ),
                ToldNote("general/treatment-working", "2 bleeds this year", ("aspect-plan",)),
                ToldNote(
                    "general/treatment-working",
                    '" Factor when you bleed is enough',
                    ("aspect-plan",),
                ),
                ToldNote("hemophilia/joints", "Left ankle a little thick", ("aspect-joints",)),
                ToldNote(
                    "hemophilia/bleed-plan",
                    "# 20 units a kilo, once, then call",
                    ("aspect-bleeds",),
                ),
                ToldNote("hemophilia/bleed-plan", "? what is a bypassing agent"),
                ToldNote("hemophilia/rare-harms", "No clots to fear", ("aspect-clots",)),
                ToldNote("general/look-again", "In 12 months", ("aspect-look-again",)),
                ToldNote("", "Parking was 12 euros"),
            ),
            at="2026-11-03T09:00+00:00",
        ),
        ToldVisit(
            "Dr Okafor",
            (
                ToldNote("", "Long wait, she has read the letter"),
                ToldNote(
                    "general/diagnosis-right",
                    '" Your diagnosis is right. It is moderate, not mild',
                    ("aspect-diagnosis",),
                ),
                ToldNote("hemophilia/type-severity", "Read the March test again"),
                ToldNote(
                    "hemophilia/type-severity",
                    "# 3 percent factor, not 6",
                    ("aspect-severity",),
                ),
                ToldNote(
                    "general/treatment-working",
                    "Levels fall too low by day three",
                    ("aspect-plan",),
                ),
                ToldNote(
                    "general/treatment-working",
                    '" Weekly prevention, before the level drops',
                    ("aspect-plan",),
                ),
                ToldNote("general/treatment-working", "? what is a trough level"),
                ToldNote("hemophilia/joints", "Ultrasound of both ankles", ("aspect-joints",)),
                ToldNote("hemophilia/joints", '" The left one has bled', ("aspect-joints",)),
                ToldNote("hemophilia/bleed-plan", "Call first, dose then", ("aspect-bleeds",)),
                ToldNote(
                    "hemophilia/rare-harms",
                    "# 2 in 100 get inhibitors over 5 years",
                    ("aspect-clots",),
                ),
                ToldNote("general/look-again", "In 3 months, with a level", ("aspect-look-again",)),
                ToldNote("", "! Sam calls the clinic on Monday"),
            ),
            at="2026-11-24T08:00+00:00",
        ),
    ),
    {
        "aspect-diagnosis": Verdict.REFINED,
        "aspect-plan": Verdict.DIFFERS,
        "aspect-look-again": Verdict.DIFFERS,
        "aspect-severity": Verdict.DIFFERS,
        "aspect-joints": Verdict.REFINED,
        "aspect-bleeds": Verdict.SAME,
        "aspect-clots": Verdict.DIFFERS,
    },
    {"aspect-plan": 5, "aspect-severity": 3},
)
"""Hemophilia with two visits."""

CLL = ToldCase(
    "CLL, treat now or wait",
    ("general", "leukemia", "leukemia-cll"),
    (
        ToldVisit(
            "Dr Weber",
            (
                ToldNote("", "It was his last appointment of the day"),
                ToldNote(
                    "general/diagnosis-right",
                    "CLL, stage A, that is certain",
                    ("aspect-diagnosis",),
                ),
                ToldNote(
                    "leukemia-cll/cll-reason",
                    '" The lymph nodes are the reason',
                    ("cll-aspect-when",),
                ),
                ToldNote(
                    "leukemia-cll/cll-reason",
                    "# white cells 38, doubled in 11 months",
                    ("cll-aspect-when",),
                ),
                ToldNote(
                    "leukemia-cll/cll-fixed",
                    "Pills, as long as they work",
                    ("cll-aspect-duration",),
                ),
                ToldNote("leukemia-cll/cll-fixed", "! ask what they cost"),
                ToldNote(
                    "leukemia-cll/cll-heart",
                    "Fine with my blood pressure",
                    ("cll-aspect-heart",),
                ),
                ToldNote("general/look-again", "In 4 weeks", ("aspect-look-again",)),
                ToldNote("general/why-not-others", "Start ibrutinib now", ("aspect-plan",)),
                ToldNote(
                    "general/why-not-others",
                    '" I would not wait for the new year',
                    ("aspect-plan",),
                ),
                ToldNote("", "The nurse has my number"),
            ),
            at="2026-10-20",
        ),
        ToldVisit(
            "Dr Haddad",
            (
                ToldNote("general/diagnosis-right", "CLL, stage A", ("aspect-diagnosis",)),
                ToldNote("", "The line was bad, we called twice"),
                ToldNote(
                    "leukemia-cll/cll-reason",
                    "# from 24 to 38 in a year is slow",
                    ("cll-aspect-when",),
                ),
                ToldNote(
                    "leukemia-cll/cll-fixed",
                    "Venetoclax for 12 months, when it comes to that",
                    ("cll-aspect-duration",),
                ),
                ToldNote("leukemia-cll/cll-fixed", "? what is tumor lysis"),
                ToldNote(
                    "leukemia-cll/cll-heart",
                    '" Not a BTK pill with your heart rhythm',
                    ("cll-aspect-heart",),
                ),
                ToldNote("general/look-again", "In 3 months, blood only", ("aspect-look-again",)),
                ToldNote(
                    "general/why-not-others",
                    '" Wait. There is no sign that says start',
                    ("aspect-plan",),
                ),
                ToldNote("", "! get the heart letter from Dr Weber"),
            ),
            phone=True,
            at="2026-11-23T15:00+00:00",
        ),
    ),
    {
        "aspect-diagnosis": Verdict.SAME,
        "aspect-plan": Verdict.DIFFERS,
        "aspect-look-again": Verdict.DIFFERS,
        "cll-aspect-when": Verdict.DIFFERS,
        "cll-aspect-duration": Verdict.DIFFERS,
        "cll-aspect-heart": Verdict.DIFFERS,
    },
    {"aspect-plan": 4, "cll-aspect-heart": 5},
)
"""CLL with a visit of the past and a call."""
