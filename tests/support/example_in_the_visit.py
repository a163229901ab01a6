"""The example case in the middle of its visit, for pictures."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING

from companion.domain.moments import at_clock, here
from companion.domain.question import QuestionState
from companion.services.example.case import PRESENT_WAS, make_story
from companion.services.example.preparation import prepare
from companion.services.example.story import StoryDays
from companion.services.example.visit import ExampleVisit
from companion.words import example_visit as words

if TYPE_CHECKING:
    from companion.packs.catalogue import Catalogue
    from companion.services.case.library import CaseLibrary
    from companion.services.example.story import Story

SO_FAR = timedelta(minutes=19)
"""How far the visit has come."""
WRITTEN = 7
"""Notes written by then."""
HALF_WRITTEN = "she would rather measure the level just before a dose"


def make_example_in_the_visit(library: CaseLibrary, catalogue: Catalogue) -> str:
    """Make the case, nineteen minutes into the visit with the other doctor; return its id."""
    seen = here(library.context.now()) - SO_FAR
    opinion = at_clock(datetime.combine(seen.date() - PRESENT_WAS, time(18)))
    return make_story(library, catalogue, StoryDays(opinion, seen, seen), _to_the_middle)


def _to_the_middle(story: Story) -> None:
    """Tell seven notes; one question is answered, and a line is not finished."""
    visit = ExampleVisit(story, prepare(story))
    visit.begin()
    visit.write(words.NOTES[:WRITTEN])
    visit.editor.questions.set_state(visit.questions[0], QuestionState.ANSWERED)
    visit.editor.line.go_to(visit.questions[1])
    visit.editor.line.type(HALF_WRITTEN)
