"""The made-up case: two opinions in and a call to come, so that every room shows its use."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING

from companion.domain.moments import here
from companion.domain.preparation import Covered
from companion.domain.value import replace
from companion.files.memory import MemoryFiles
from companion.services.case.library import CaseLibrary, NewCase
from companion.services.example.comparison import compare
from companion.services.example.preparation import prepare
from companion.services.example.story import Story, StoryClock, StoryDays
from companion.services.example.visit import ExampleVisit
from companion.services.prepare.preparation import PreparationEditor
from companion.services.visit.plan import NewVisit, plan_visit
from companion.words import example as words
from companion.words import example_opinions as opinions

if TYPE_CHECKING:
    from collections.abc import Callable

    from companion.packs.catalogue import Catalogue

PACKS = ("general", "hemophilia")
"""The packs the case is made with, as far as they are there."""
VISIT_WAS = timedelta(days=8)
"""How long ago the other doctor was seen."""
PRESENT_WAS = timedelta(days=52)
"""How long before that the present doctor was."""
CALL_MINUTES = 10
CALL_WITHIN = timedelta(minutes=45)
"""The call is at the first half hour after this, if doctors are at work then."""
CALLS_FROM, CALLS_TO = time(7, 30), time(20)
"""At other hours it is when they begin again, which is still near enough to be opened."""


def days_before(now: datetime) -> StoryDays:
    """Return the days of a story that has come as far as `now`."""
    local = here(now)
    visit = datetime.combine((local - VISIT_WAS).date(), time(14))
    opinion = datetime.combine(visit.date() - PRESENT_WAS, time(18))
    return StoryDays(here(opinion), here(visit), _call_after(local))


def _call_after(local: datetime) -> datetime:
    soon = (local + CALL_WITHIN).replace(second=0, microsecond=0)
    call = soon + timedelta(minutes=-soon.minute % 30)
    if CALLS_FROM <= call.time() <= CALLS_TO:
        return call
    day = call.date() + timedelta(days=call.time() > CALLS_TO)
    return here(datetime.combine(day, CALLS_FROM))


def make_example(library: CaseLibrary, catalogue: Catalogue) -> str:
    """Make the case and let it go; return its id.

    It ends before a call with the present doctor, by day within the hour.

    Args:
        library: The cases it is put among, in memory.
        catalogue: All packs there are; the case is whole without any.
    """
    return make_story(library, catalogue, days_before(library.context.now()), _to_the_end)


def make_story(
    library: CaseLibrary, catalogue: Catalogue, days: StoryDays, tell: Callable[[Story], None]
) -> str:
    """Tell a story among no other cases, and put it into the library without its history.

    Args:
        library: The cases it is put among, in memory.
        catalogue: All packs there are.
        days: When it takes place.
        tell: Tells it as far as it is to come.
    """
    clock = StoryClock(days.opinion)
    context = replace(library.context, clock=clock, files=MemoryFiles(), in_memory=True)
    wanted = tuple(pack for identity in PACKS if (pack := catalogue.pack(identity)) is not None)
    told = CaseLibrary(context).create(
        NewCase(words.TITLE, wanted, patient=words.PATIENT, companion=words.COMPANION)
    )
    # Nothing is looked at for what would be covered until all is told: that takes half a second.
    covering = PreparationEditor(told)
    covering.cover(Covered.SHOW)
    tell(Story(told, clock, days))
    covering.cover(Covered.COVER)
    made = library.create_from(told.file)
    for visit in told.case.visits:
        made.add_visit(visit)
    told.close()
    made.close()
    return made.case_id


def _to_the_end(story: Story) -> None:
    visit_id = prepare(story)
    ExampleVisit(story, visit_id).tell()
    compare(story, story.session.visit(visit_id))
    call = NewVisit(
        clinician=words.PRESENT_DOCTOR,
        at=story.days.call.isoformat(timespec="minutes"),
        minutes=CALL_MINUTES,
        phone=True,
        say_first=opinions.SAY_FIRST,
        questions=opinions.CALL_QUESTIONS,
    )
    plan_visit(story.session, call)
