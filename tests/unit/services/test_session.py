from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from companion.bootstrap import search_indexer
from companion.domain.changes import with_added, with_changed
from companion.domain.preparation import Reason
from companion.domain.question import CarryTo, ListedQuestion, Question
from companion.files import DiskFiles
from companion.services.case.library import CaseLibrary, NewCase
from companion.services.case.session import CaseSession, ReadOnlyError
from companion.services.case.undoable_file import MOST_BYTES, MOST_ENTRIES
from companion.services.context import AppContext
from companion.services.visit.editor import VisitEditor
from companion.services.visit.plan import NewVisit, plan_visit
from companion.storage import cases
from companion.storage.cases import new_id
from companion.storage.errors import Unlockable
from companion.storage.sync_thread import Syncer

if TYPE_CHECKING:
    from collections.abc import Callable

    from companion.domain.case import CaseFile


@dataclass
class Ticking:
    """A clock that moves a second each time it is read."""

    at: datetime = field(default_factory=lambda: datetime(2026, 12, 3, 13, 0, tzinfo=UTC))

    def __call__(self) -> datetime:
        self.at += timedelta(seconds=1)
        return self.at


def shelf_in(folder: Path, device: str = "laptop0001") -> CaseLibrary:
    return CaseLibrary(
        AppContext(
            home=str(folder),
            files=DiskFiles(),
            device=device,
            clock=Ticking(),
            new_id=new_id,
            syncer=Syncer(),
            indexer=search_indexer,
        )
    )


@pytest.fixture
def library(tmp_path: Path) -> CaseLibrary:
    return shelf_in(tmp_path / "home")


@pytest.fixture
def session(library: CaseLibrary) -> CaseSession:
    return library.create(NewCase(title="Prevention plan", patient="Alva", companion="Sam"))


def with_reason(file: CaseFile, text: str) -> CaseFile:
    return with_added(file, "reasons", Reason(id=new_id(), text=text))


def writing(text: str) -> Callable[[CaseFile], CaseFile]:
    """The change that adds a reason of these words."""
    return lambda file: with_reason(file, text)


def rewording(reason: str, text: str) -> Callable[[CaseFile], CaseFile]:
    """The change that gives a reason these words."""
    return lambda file: with_changed(file, "reasons", reason, text=text)


def sizes(folder: Path) -> dict[str, int]:
    return {
        each.name.split(".json", maxsplit=1)[0]: sum(
            other.stat().st_size for other in each.parent.glob(f"{each.name}*")
        )
        for each in folder.rglob("*.json")
        if "cases" in each.parts
    }


@pytest.mark.promise("files.one-file")
def test_a_change_of_the_case_touches_the_case_file_alone(
    session: CaseSession, tmp_path: Path
) -> None:
    visit = plan_visit(session, NewVisit(clinician="Dr Okafor"))
    before = sizes(tmp_path)
    session.change_case("reason", lambda file: with_reason(file, "I want to be sure"))
    after = sizes(tmp_path)
    assert {name for name in after if after[name] != before[name]} == {"case"}
    assert f"visit-{visit}" in after


@pytest.mark.promise("files.one-file")
def test_planning_a_visit_with_a_new_doctor_touches_the_visit_file_alone(
    session: CaseSession, tmp_path: Path
) -> None:
    before = sizes(tmp_path)
    plan_visit(session, NewVisit(clinician="Dr Okafor"))
    after = sizes(tmp_path)
    assert after["case"] == before["case"]
    assert len(after) == len(before) + 1


@pytest.mark.promise("files.undo")
def test_a_change_is_taken_back_also_after_a_restart(
    library: CaseLibrary, session: CaseSession
) -> None:
    session.change_case("reason", lambda file: with_reason(file, "I want to be sure"))
    session.close()
    again = library.open(session.case_id)
    past = again.undo()
    assert past is not None
    assert past.sentence == "reason"
    assert [reason.deleted for reason in again.file.reasons] == [True]
    again.close()


def test_what_was_taken_back_can_be_done_again_also_after_a_restart(
    library: CaseLibrary, session: CaseSession
) -> None:
    session.change_case("reason", lambda file: with_reason(file, "I want to be sure"))
    session.undo()
    session.close()
    again = library.open(session.case_id)
    again.redo()
    assert [reason.deleted for reason in again.file.reasons] == [False]
    assert again.redo() is None
    again.close()


def test_changes_are_taken_back_one_after_the_other_and_done_again_in_order(
    session: CaseSession,
) -> None:
    for text in ("one", "two", "three"):
        session.change_case(text, writing(text))
    assert [past.sentence for past in (session.undo(), session.undo()) if past] == ["three", "two"]
    assert [past.sentence for past in (session.redo(), session.redo()) if past] == ["two", "three"]


def test_a_new_change_forgets_what_was_taken_back(session: CaseSession) -> None:
    session.change_case("one", lambda file: with_reason(file, "one"))
    session.undo()
    session.change_case("two", lambda file: with_reason(file, "two"))
    assert session.redo() is None


def test_undo_takes_the_newest_change_whichever_file_it_is_in(session: CaseSession) -> None:
    visit = VisitEditor(session, plan_visit(session, NewVisit()))
    session.change_case("reason", lambda file: with_reason(file, "one"))
    visit.line.type("two in a hundred")
    visit.line.save("two in a hundred")
    undone = [session.undo(), session.undo()]
    assert [past.sentence for past in undone if past] == ["note: two in a hundred", "reason"]


@pytest.mark.promise("files.stamps")
def test_undo_of_a_change_has_a_later_stamp_than_the_change(session: CaseSession) -> None:
    session.change_case("reason", lambda file: with_reason(file, "one"))
    made = session.file.reasons[0].stamps["*"]
    session.undo()
    assert session.file.reasons[0].stamps["deleted"] > made


@pytest.mark.promise("files.undo")
def test_typing_is_no_step_of_undo(session: CaseSession) -> None:
    visit = VisitEditor(session, plan_visit(session, NewVisit()))
    visit.line.type("half a sent")
    assert session.undo() is None
    assert visit.visit.line is not None
    assert visit.visit.line.text == "half a sent"


@pytest.mark.promise("files.undo")
def test_the_history_keeps_two_hundred_changes_at_most(
    library: CaseLibrary, session: CaseSession
) -> None:
    session.change_case("first", lambda file: with_reason(file, "0"))
    reason = session.file.reasons[0].id
    for number in range(MOST_ENTRIES + 20):
        session.change_case(
            f"change {number}",
            rewording(reason, str(number)),
        )
    session.close()
    again = library.open(session.case_id)
    undone = 0
    while again.undo() is not None:
        undone += 1
    again.close()
    assert undone == MOST_ENTRIES


@pytest.mark.promise("files.undo")
def test_the_history_stays_below_its_size(session: CaseSession, tmp_path: Path) -> None:
    session.change_case("first", lambda file: with_reason(file, "0"))
    reason = session.file.reasons[0].id
    for number in range(40):
        session.change_case(
            "long",
            rewording(reason, str(number) * 10_000),
        )
    session.close()
    kept = json.loads((tmp_path / "home/cases" / session.case_id / "case.json").read_text("utf-8"))
    assert len(json.dumps(kept["_history"])) <= MOST_BYTES + 25_000


@pytest.mark.promise("files.lock")
def test_a_second_window_reads_and_says_so(library: CaseLibrary, session: CaseSession) -> None:
    second = library.open(session.case_id)
    assert second.read_only
    with pytest.raises(ReadOnlyError):
        second.change_case("reason", lambda file: with_reason(file, "one"))


@pytest.mark.promise("files.lock")
def test_a_second_window_follows_what_the_first_writes(
    library: CaseLibrary, session: CaseSession
) -> None:
    second = library.open(session.case_id)
    session.change_case("reason", lambda file: with_reason(file, "I want to be sure"))
    assert second.reload_if_changed()
    assert [reason.text for reason in second.file.reasons] == ["I want to be sure"]


@pytest.mark.promise("files.lock")
def test_a_second_window_takes_over_when_the_first_has_gone(
    library: CaseLibrary, session: CaseSession
) -> None:
    second = library.open(session.case_id)
    assert not second.take_over()
    session.change_case("reason", lambda file: with_reason(file, "I want to be sure"))
    session.close()
    assert second.take_over()
    second.change_case("again", lambda file: with_reason(file, "and again"))
    assert [reason.text for reason in second.file.reasons] == ["I want to be sure", "and again"]
    second.close()


@pytest.mark.promise("files.damaged")
def test_a_damaged_visit_leaves_the_rest_of_the_case_readable(
    library: CaseLibrary, session: CaseSession, tmp_path: Path
) -> None:
    good = plan_visit(session, NewVisit(clinician="Dr Okafor"))
    bad = plan_visit(session, NewVisit(clinician="Dr Sato"))
    session.close()
    folder = tmp_path / "home/cases" / session.case_id
    for path in folder.glob(f"visit-{bad}.json*"):
        path.write_bytes(b"{")
    case = library.open_readonly(session.case_id).case
    assert [visit.id for visit in case.visits] == [good]
    assert case.unreadable == (bad,)


@pytest.mark.promise("files.carried")
def test_the_first_visit_takes_over_the_plan_and_later_ones_what_was_carried(
    session: CaseSession,
) -> None:
    first = VisitEditor(session, plan_visit(session, NewVisit(clinician="Dr Okafor")))
    question = first.questions.add("What else could I take?")
    first.questions.add("Is my diagnosis right?")
    first.questions.carry(question.id, CarryTo.NEXT)
    second = VisitEditor(session, plan_visit(session, NewVisit(clinician="Dr Lindqvist")))
    assert [row.text for row in second.questions.rows()] == ["What else could I take?"]


@pytest.mark.promise("files.names")
def test_closing_leaves_plain_checkpoints_and_no_secrets_in_names(
    session: CaseSession, tmp_path: Path
) -> None:
    plan_visit(session, NewVisit(clinician="Dr Okafor"))
    session.close()
    names = [path.name for path in (tmp_path / "home").rglob("*")]
    assert not [name for name in names if "okafor" in name.casefold()]


def test_an_unclear_note_carried_to_the_next_visit_is_a_question_there_once(
    session: CaseSession,
) -> None:
    first = VisitEditor(session, plan_visit(session, NewVisit(clinician="Dr Okafor")))
    note = first.line.save("? what is a trough level")
    assert note is not None
    first.notes.carry(note.id, CarryTo.NEXT)
    second = VisitEditor(session, plan_visit(session, NewVisit(clinician="Dr Lindqvist")))
    third = VisitEditor(session, plan_visit(session, NewVisit(clinician="Dr Sato")))
    assert [row.text for row in second.questions.rows()] == ["what is a trough level"]
    assert third.questions.rows() == ()


def test_what_came_into_the_plan_after_a_visit_stands_in_the_next(session: CaseSession) -> None:
    plan_visit(session, NewVisit(clinician="Dr Okafor"))
    question = Question(id=new_id(), text="Will you work together?")
    entry = ListedQuestion(id=new_id(), question_id=question.id)
    session.change_case(
        "question",
        lambda file: with_added(with_added(file, "questions", question), "listed", entry),
    )
    second = VisitEditor(session, plan_visit(session, NewVisit(clinician="Dr Lindqvist")))
    assert [row.text for row in second.questions.rows()] == ["Will you work together?"]


def test_where_nothing_can_be_written_a_case_is_read_and_taken_over_later(
    session: CaseSession, library: CaseLibrary
) -> None:
    session.close()
    lock = Path(cases.lock_path(library.context.home, session.case_id))
    lock.unlink(missing_ok=True)
    lock.mkdir()
    reading = library.open(session.case_id)
    assert (reading.read_only, reading.why_read_only) == (True, "refused")
    assert not reading.take_over()
    with pytest.raises(Unlockable, match=r"Nothing can be changed in .*--home"):
        library.open_to_write(session.case_id)
    lock.rmdir()
    assert reading.take_over()
    assert not reading.read_only
    reading.close()
