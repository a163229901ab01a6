from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from typing import TYPE_CHECKING

import pytest

from companion import bootstrap
from companion.domain.case_queries import all_opinions, all_ratings, name_of
from companion.domain.clock import minutes_left
from companion.domain.marks import NoteKind
from companion.domain.moments import at_clock, here
from companion.domain.preparation import RecordStatus
from companion.domain.question import QuestionState
from companion.domain.question_rows import visit_list
from companion.domain.value import replace
from companion.domain.visit_selection import NEAR, visit_to_open
from companion.packs.catalogue import Catalogue
from companion.services.case.library import CaseLibrary
from companion.services.example.case import days_before, make_example
from tests.support.example_in_the_visit import make_example_in_the_visit

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from companion.domain.case import Case

NOW = datetime(2026, 12, 11, 8, 30, tzinfo=UTC)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[CaseLibrary]:
    context = bootstrap.in_memory(bootstrap.context(str(tmp_path)))
    yield CaseLibrary(replace(context, clock=lambda: NOW))
    context.syncer.stop()


@pytest.fixture(params=["with the packs", "without any pack"])
def packs(request: pytest.FixtureRequest, library: CaseLibrary) -> Catalogue:
    return bootstrap.packs(library.context) if request.param == "with the packs" else Catalogue()


def the_case(library: CaseLibrary, case_id: str) -> Case:
    return library.open_readonly(case_id).case


def test_the_example_shows_every_mark_a_note_can_have(
    library: CaseLibrary, packs: Catalogue
) -> None:
    case = the_case(library, make_example(library, packs))
    notes = [note for visit in case.visits for note in visit.live_notes]
    assert {note.kind for note in notes} == set(NoteKind)
    assert any(note.covered for note in notes)
    assert any(note.mine_only for note in notes)
    assert any(note.later for note in notes)
    assert any(note.number for note in notes)
    assert any(note.teach_back for note in notes)


def test_the_example_has_two_opinions_with_notes_behind_them(
    library: CaseLibrary, packs: Catalogue
) -> None:
    case = the_case(library, make_example(library, packs))
    named = [name_of(case, opinion.clinician_id) for opinion in all_opinions(case)]
    assert named == ["Dr Lindqvist", "Dr Okafor"]
    assert any(cell.note_ids for visit in case.visits for cell in visit.cells)
    assert len({rating.by_id for rating in all_ratings(case)}) == 1
    assert {row.aspect_id for row in case.file.rows} <= {row.id for row in case.file.aspects}


def test_the_example_ends_before_a_call_that_can_be_written_in(
    library: CaseLibrary, packs: Catalogue
) -> None:
    case = the_case(library, make_example(library, packs))
    visit = visit_to_open(case.visits, NOW)
    assert visit is not None
    assert visit.head.phone
    assert name_of(case, visit.head.clinician_id) == "Dr Lindqvist"
    assert len(visit.listed) == 4


@pytest.mark.parametrize("minute", range(0, 24 * 60, 15))
def test_at_every_hour_the_call_of_the_example_is_by_day_and_near(minute: int) -> None:
    now = at_clock(datetime(2026, 12, 11)) + timedelta(minutes=minute)  # noqa: DTZ001 - here
    call = here(days_before(now).call)
    assert time(7, 30) <= call.time() <= time(20)
    assert timedelta(minutes=15) < call - now <= NEAR


def test_records_and_questions_of_the_example_stand_at_different_points(
    library: CaseLibrary, packs: Catalogue
) -> None:
    case = the_case(library, make_example(library, packs))
    assert {record.status for record in case.file.records} == {
        RecordStatus.NEEDED,
        RecordStatus.ASKED,
        RecordStatus.SENT,
        RecordStatus.ARRIVED,
    }
    seen = case.visits[0]
    states = [row.state for row in visit_list(seen, {q.id: q for q in case.file.questions})]
    assert {QuestionState.ANSWERED, QuestionState.PARTLY, QuestionState.CARRIED} <= set(states)


def test_looking_around_begins_with_nothing_to_take_back(
    library: CaseLibrary, packs: Catalogue
) -> None:
    session = library.open(make_example(library, packs))
    assert len(session.case.visits) == 2
    assert session.undo() is None
    session.close()


def test_the_visit_can_be_seen_in_its_middle(library: CaseLibrary, packs: Catalogue) -> None:
    case = the_case(library, make_example_in_the_visit(library, packs))
    (visit,) = case.visits
    assert minutes_left(visit.head, NOW) == 12
    assert visit.line is not None
    assert visit.line.text


@pytest.mark.promise("command.demo")
def test_the_example_is_kept_on_no_disk(
    library: CaseLibrary, packs: Catalogue, tmp_path: Path
) -> None:
    make_example(library, packs)
    assert list(tmp_path.iterdir()) == []
