"""Cases with far more in them than fits a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain.comparison import Aspect, Cell, Opinion
from companion.domain.people import Person
from companion.domain.preparation import Matter, Reason, Record, RecordStatus
from companion.domain.question import ListedQuestion, Priority, Question
from companion.domain.value import replace
from tests.support.example_case import example_case
from tests.support.example_visits import LATER

if TYPE_CHECKING:
    from companion.domain.case import Case

WORDS = {
    "plain": "the level falls too low by the third day and nobody can say why ",
    "capitals": "WHY IS MY LEVEL SO LOW BY THE THIRD DAY WWWW MMMM ",
    "unbroken": "Donaudampfschifffahrtsgesellschaft" * 3,
    "chinese": "為什麼第三天水平太低沒有人能說為什麼",
    "marks": "😀 e\u0301\u0302\u0303 ﷽ \u200f\u202e reads ",
    "lines": "one\ntwo\n\nthree\n",
}
"""Kinds of text that take more room than they seem to."""


def crowded_case(kind: str, opinions: int = 2) -> Case:
    """The example with dozens of long texts everywhere.

    Args:
        kind: Which kind of text.
        opinions: How many opinions stand side by side.
    """
    case = example_case()
    long = (WORDS[kind] * 40)[:900]
    some = WORDS[kind][:120] * 2
    file = case.file
    questions = tuple(
        Question(id=f"crowd{number:04}", text=f"{number} {some}") for number in range(60)
    )
    listed = tuple(
        ListedQuestion(
            id=f"entry{number:04}",
            question_id=question.id,
            position=float(number),
            priority=Priority.MUST if number < 30 else Priority.SHOULD,
        )
        for number, question in enumerate(questions)
    )
    doctors = tuple(Person(id=f"doctor{n:03}", name=f"Dr {n} {some[:40]}") for n in range(opinions))
    given = tuple(
        Opinion(id=f"crowdop{n:03}", clinician_id=each.id) for n, each in enumerate(doctors)
    )
    aspects = tuple(
        Aspect(id=f"aspect{n:04}", text=f"{n} {some[:60]}", position=float(n)) for n in range(20)
    )
    cells = tuple(
        Cell(
            id=f"cell{a:03}{o:03}",
            opinion_id=opinion.id,
            aspect_id=aspect.id,
            text=f"{a} {o} {long}",
        )
        for a, aspect in enumerate(aspects)
        for o, opinion in enumerate(given)
    )
    file = replace(
        file,
        people=tuple(replace(each, name=f"{each.name} {long}") for each in file.people) + doctors,
        reasons=tuple(Reason(id=f"reason{n:03}", text=long) for n in range(30)),
        priorities=tuple(Matter(id=f"matter{n:03}", text=long) for n in range(30)),
        records=tuple(
            Record(id=f"record{n:03}", text=long, status=RecordStatus.ARRIVED) for n in range(30)
        ),
        questions=(*file.questions, *questions),
        preparation=tuple(
            replace(
                each,
                opening=long,
                numbers_wanted=long,
                medicines=(long,) * 30,
                allergies=(long,) * 30,
            )
            for each in file.preparation
        ),
        opinions=given,
        aspects=aspects,
        cells=cells,
    )
    visits = tuple(
        replace(visit, listed=listed, about=(replace(visit.head, goal=long, place=long),))
        if visit.id == LATER
        else visit
        for visit in case.visits
    )
    return replace(case, file=file, visits=visits)
