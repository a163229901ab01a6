from __future__ import annotations

import json
import re
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from companion.bootstrap import search_indexer
from companion.domain.changes import stamped, with_changed
from companion.domain.entity import Clock
from companion.domain.marks import NoteKind
from companion.domain.merge import merge
from companion.domain.options_table import WAIT_ID, criteria_in_order
from companion.domain.value import replace
from companion.exchange.errors import ImportRefusedError
from companion.exchange.papers.catalogue import ExportRequest
from companion.files import DiskFiles, write_whole
from companion.services.case.library import CaseLibrary, NewCase
from companion.services.context import AppContext
from companion.services.transfer.exports import export
from companion.services.transfer.imports import import_file
from companion.services.visit.plan import NewVisit, plan_visit
from companion.storage.cases import new_id
from companion.storage.errors import Busy
from companion.storage.sync_thread import Syncer
from tests.support.case_json import export_json
from tests.support.example_case import example_case

if TYPE_CHECKING:
    from pathlib import Path

    from companion.domain.case import Case


def shelf_in(folder: Path) -> CaseLibrary:
    return CaseLibrary(
        AppContext(
            home=str(folder),
            files=DiskFiles(),
            device="laptop0001",
            clock=lambda: datetime(2026, 12, 1, 9, 0, tzinfo=UTC),
            new_id=new_id,
            syncer=Syncer(),
            indexer=search_indexer,
        )
    )


@pytest.fixture
def library(tmp_path: Path) -> CaseLibrary:
    return shelf_in(tmp_path / "home")


def case_of(library: CaseLibrary, case_id: str) -> Case:
    session = library.open_readonly(case_id)
    return session.case


def made(library: CaseLibrary) -> str:
    session = library.create(NewCase(title="A title"))
    session.close()
    return session.case_id


@pytest.mark.promise("json.round-trip")
def test_an_export_imported_into_an_empty_home_exports_the_same_bytes(library: CaseLibrary) -> None:
    data = export_json(example_case())
    report = import_file(library, "case.json", data)
    assert report.case_id == "example1"
    assert export(case_of(library, "example1"), ExportRequest(format="json")).data == data


def test_a_second_import_changes_no_file(library: CaseLibrary, tmp_path: Path) -> None:
    data = export_json(example_case())
    import_file(library, "case.json", data)
    files = sorted((tmp_path / "home" / "cases").rglob("*.json"))
    before = [each.read_bytes() for each in files]
    report = import_file(library, "case.json", data)
    assert report.remarks[0].startswith("0 added")
    assert [each.read_bytes() for each in files] == before


def test_what_was_deleted_here_does_not_come_back(library: CaseLibrary) -> None:
    data = export_json(example_case())
    import_file(library, "case.json", data)
    session = library.open("example1")
    session.change_visit(
        "visit002",
        "deleted",
        lambda visit: replace(visit, about=(replace(visit.head, deleted=True),)),
    )
    session.close()
    import_file(library, "case.json", data)
    assert [visit.id for visit in case_of(library, "example1").visits] == ["visit001"]


def test_a_case_goes_into_another_one(library: CaseLibrary) -> None:
    case_id = made(library)
    report = import_file(library, "case.json", export_json(example_case()), case_id)
    case = case_of(library, case_id)
    assert report.case_id == case_id
    assert case.file.head.title == "A title"
    assert len(case.visits) == 2


def test_a_refused_file_leaves_no_case_behind(library: CaseLibrary) -> None:
    raw = {"format": "companion-case", "version": 1, "title": "T", "visits": 5}
    with pytest.raises(ImportRefusedError):
        import_file(library, "case.json", json.dumps(raw).encode())
    assert library.case_ids() == ()


def test_what_is_imported_never_beats_what_was_changed_on_another_laptop_since(
    library: CaseLibrary, tmp_path: Path
) -> None:
    older = example_case()
    import_file(library, "case.json", export_json(older))
    here = case_of(library, older.file.id)
    there = here.visits[0]
    note = there.live_notes[0]
    changed = with_changed(there, "about", there.id, place="Room 7")
    changed = with_changed(changed, "notes", note.id, kind=NoteKind.TODO)
    after = int((note.created_at or datetime.min.replace(tzinfo=UTC)).timestamp() * 1000) + 60_000
    changed, _, _ = stamped(there, changed, Clock("laptop0002"), after)
    other = shelf_in(tmp_path / "other")
    import_file(other, "case.json", export_json(older))
    imported = case_of(other, older.file.id).visits[0]
    for both in (merge(imported, changed), merge(changed, imported)):
        assert both.head.place == "Room 7"
        assert both.live_notes[0].kind is NoteKind.TODO


def test_a_time_to_come_in_an_export_is_no_newer_than_its_import(library: CaseLibrary) -> None:
    raw = json.loads(export_json(example_case()))
    for visit in raw["visits"]:
        for note in visit["notes"]:
            note["at"] = "2036-12-03T14:00:00.000+00:00"
    import_file(library, "case.json", json.dumps(raw).encode())
    now = library.context.now_ms()
    for visit in case_of(library, raw["id"]).visits:
        assert all(at <= now for note in visit.notes for at, _, _ in note.stamps.values())


@pytest.mark.promise("import.list-items")
def test_questions_go_to_the_plan_before_any_visit(library: CaseLibrary) -> None:
    case_id = made(library)
    report = import_file(library, "list.md", b"# Group\n- One\n- Two\n-\n", case_id)
    assert report.remarks == ("2 added, 0 already there, 1 left out (line 4: no words)",)
    file = case_of(library, case_id).file
    assert [each.text for each in file.questions] == ["One", "Two"]
    assert len(file.listed) == 2
    report = import_file(library, "list.md", b"# Group\n- One\n- Two\n", case_id)
    assert report.remarks == ("0 added, 2 already there, 0 left out",)


@pytest.mark.promise("import.list-items")
def test_questions_go_to_the_visit_that_is_planned_and_to_no_other_file(
    library: CaseLibrary,
) -> None:
    case_id = made(library)
    session = library.open(case_id)
    visit_id = plan_visit(session, NewVisit(clinician="Dr Okafor", at="2026-12-03T14:00+01:00"))
    session.close()
    before = case_of(library, case_id).file
    import_file(library, "list.txt", b"One\nTwo\n", case_id)
    case = case_of(library, case_id)
    assert case.file == before
    assert case.visits[0].id == visit_id
    assert [each.text for each in case.visits[0].questions] == ["One", "Two"]


def counts(library: CaseLibrary, name: str, data: bytes, case_id: str) -> tuple[int, ...]:
    """What an import of which nothing else is to be said counts."""
    (remark,) = import_file(library, name, data, case_id).remarks
    return tuple(int(number) for number in re.findall(r"\d+", remark))


def test_an_appointment_becomes_a_visit_once(library: CaseLibrary) -> None:
    case_id = made(library)
    data = (
        b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:u1\r\nSUMMARY:Dr Okafor\r\n"
        b"LOCATION:Ward 3\r\nDTSTART:20261203T130000Z\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    )
    assert import_file(library, "a.ics", data, case_id).remarks == (
        "1 added, 0 already there, 0 left out",
    )
    assert import_file(library, "a.ics", data, case_id).remarks == (
        "0 added, 1 already there, 0 left out",
    )
    (visit,) = case_of(library, case_id).visits
    assert (visit.head.at, visit.head.place) == ("2026-12-03T13:00:00+00:00", "Ward 3")
    out = export(case_of(library, case_id), ExportRequest(format="ics")).data
    assert import_file(library, "b.ics", out, case_id).remarks == (
        "0 added, 1 already there, 0 left out",
    )


def test_a_whole_calendar_becomes_visits_with_one_doctor_a_name(library: CaseLibrary) -> None:
    case_id = made(library)
    import_file(library, "list.txt", b"One\n", case_id)
    events = "".join(
        f"BEGIN:VEVENT\r\nUID:u{day}\r\nSUMMARY:{name}\r\nDTSTART:202612{day:02d}T130000Z\r\n"
        "END:VEVENT\r\n"
        for day, name in enumerate(("Dr Okafor", "Dr Lindqvist", "Dr Okafor"), 3)
    )
    data = f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{events}END:VCALENDAR\r\n".encode()
    assert import_file(library, "a.ics", data, case_id).remarks == (
        "3 added, 0 already there, 0 left out",
    )
    visits = case_of(library, case_id).visits
    assert [len(visit.listed) for visit in visits] == [1, 0, 0]
    assert visits[0].head.clinician_id == visits[2].head.clinician_id
    assert visits[0].head.clinician_id != visits[1].head.clinician_id


def invitation(start: str, name: str = "Dr Okafor") -> bytes:
    lines = ("BEGIN:VCALENDAR", "BEGIN:VEVENT", "UID:u1", f"SUMMARY:{name}", f"DTSTART{start}")
    return "\r\n".join((*lines, "END:VEVENT", "END:VCALENDAR", "")).encode()


def test_an_invitation_for_another_time_changes_nothing_and_says_so(library: CaseLibrary) -> None:
    case_id = made(library)
    import_file(library, "a.ics", invitation(":20261203T130000Z"), case_id)
    same = invitation(";TZID=Europe/Berlin:20261203T140000")
    assert import_file(library, "a.ics", same, case_id).remarks == (
        "0 added, 1 already there, 0 left out",
    )
    report = import_file(library, "a.ics", invitation(":20261204T130000Z"), case_id)
    moved = (
        "The visit with Dr Okafor on Thursday 3 December 2026, 13:00: the time was Thursday 3 "
        "December 2026, 13:00, now Friday 4 December 2026, 13:00."
    )
    offered = (
        "1 visit differs from the file and stayed as is; to change that, import again with "
        "--update."
    )
    assert report.remarks == ("0 added, 1 already there, 0 left out", moved, offered)
    (visit,) = case_of(library, case_id).visits
    assert visit.head.at == "2026-12-03T13:00:00+00:00"


def test_an_invitation_to_a_visit_that_was_called_off_here_says_so_and_changes_nothing(
    library: CaseLibrary,
) -> None:
    case_id = made(library)
    import_file(library, "a.ics", invitation(":20261203T130000Z"), case_id)
    session = library.open(case_id)
    visit_id = session.case.visits[0].id
    session.change_visit(
        visit_id,
        "called off",
        lambda visit: replace(visit, about=(replace(visit.head, cancelled_at=session.now()),)),
    )
    session.close()
    report = import_file(library, "a.ics", invitation(":20261203T130000Z"), case_id)
    assert "it is canceled here, and takes place in the file" in report.remarks[1]
    assert case_of(library, case_id).visits[0].head.cancelled_at is not None


def test_two_appointments_with_one_uid_become_two_visits_once(library: CaseLibrary) -> None:
    case_id = made(library)
    both = invitation(":20261203T130000Z") + invitation(":20261204T130000Z", "Dr Lindqvist")
    assert import_file(library, "a.ics", both, case_id).remarks == (
        "2 added, 0 already there, 0 left out",
    )
    assert import_file(library, "a.ics", both, case_id).remarks == (
        "0 added, 2 already there, 0 left out",
    )
    assert len(case_of(library, case_id).visits) == 2


def test_a_time_without_a_zone_is_kept_with_the_zone_of_the_laptop(
    library: CaseLibrary, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TZ", "America/New_York")
    case_id = made(library)
    import_file(library, "a.ics", invitation(":20261203T130000"), case_id)
    (visit,) = case_of(library, case_id).visits
    assert (visit.head.at, visit.head.zone) == ("2026-12-03T13:00:00-05:00", "America/New_York")


def test_a_calendar_of_which_nothing_can_be_taken_makes_no_case(library: CaseLibrary) -> None:
    with pytest.raises(ImportRefusedError):
        import_file(library, "a.ics", invitation(":soon"))
    assert library.case_ids() == ()


def test_a_list_without_a_case_makes_one_called_like_the_file(library: CaseLibrary) -> None:
    report = import_file(library, "/somewhere/My questions.txt", b"One\n")
    assert case_of(library, report.case_id).file.head.title == "My questions"


def test_nothing_goes_into_a_case_that_another_window_has(library: CaseLibrary) -> None:
    case_id = made(library)
    session = library.open(case_id)
    with pytest.raises(Busy):
        import_file(library, "a.txt", b"One\n", case_id)
    session.close()


@pytest.mark.parametrize("data", [b"", b"\xef\xbb\xbf \n", b"\0\1\2\3binary"])
def test_what_is_no_file_for_us_gets_one_sentence(library: CaseLibrary, data: bytes) -> None:
    with pytest.raises(ImportRefusedError) as caught:
        import_file(library, "file", data)
    assert "\n" not in str(caught.value)
    assert library.case_ids() == ()


def test_an_export_is_written_whole_and_for_its_owner_only(tmp_path: Path) -> None:
    path = tmp_path / "case.html"
    write_whole(DiskFiles(), str(path), b"page")
    assert path.read_bytes() == b"page"
    assert path.stat().st_mode & 0o777 == 0o600


def test_an_empty_reference_in_a_list_is_left_out_and_the_case_can_be_opened(
    library: CaseLibrary,
) -> None:
    value = {
        "format": "companion-case",
        "version": 1,
        "title": "Knee",
        "visits": [{"id": "visit0001", "questions": [{"question_id": ""}]}],
        "opinions": [
            {"id": "opinion01", "visit_id": "visit0001", "cells": [{"note_ids": [""]}]},
            {"id": "opinion02", "records_seen": [""]},
        ],
        "comparison": {"confidence": [{"answers": [True, None, False, None]}]},
    }
    report = import_file(library, "case.json", json.dumps(value).encode())
    case = library.open_readonly(report.case_id).case
    assert case.unreadable == ()
    assert case.file.opinions[0].records_seen == ()
    assert case.visits[0].cells[0].note_ids == ()
    assert case.file.confidence[0].answers == (True, None, False, None)


@pytest.mark.parametrize("day", ["20261203", "2026-W49-4", "2026W494", "2026-12-03"])
def test_a_day_in_another_form_comes_in_as_the_day_it_is_and_the_case_can_be_opened(
    library: CaseLibrary, day: str
) -> None:
    value = {
        "format": "companion-case",
        "version": 1,
        "title": "Knee",
        "decide_by": day,
        "results": [{"text": "Blood test", "expected_by": day}],
        "steps": [{"text": "ring the ward", "due": day}],
        "visits": [{"id": "visit0001", "at": day}, {"id": "visit0002", "at": f"{day}T14:00+01:00"}],
    }
    report = import_file(library, "case.json", json.dumps(value).encode())
    case = library.open_readonly(report.case_id).case
    assert case.unreadable == ()
    assert case.file.head.decide_by == "2026-12-03"
    assert case.file.results[0].expected_by == case.file.steps[0].due == "2026-12-03"
    assert sorted(visit.head.at[:11] for visit in case.visits) == ["2026-12-03", "2026-12-03T"]


def test_the_option_that_is_always_there_comes_in_once(library: CaseLibrary) -> None:
    value = {
        "format": "companion-case",
        "version": 1,
        "title": "Knee",
        "options": [{"id": WAIT_ID, "text": "Watch it", "wait": False}],
    }
    report = import_file(library, "case.json", json.dumps(value).encode())
    again = json.loads(export_json(case_of(library, report.case_id)))
    assert [each["text"] for each in again["options"]] == ["Watch it"]


def test_an_export_that_comes_back_to_its_own_case_adds_nothing(library: CaseLibrary) -> None:
    case_id = made(library)
    raw = json.loads(export_json(case_of(library, case_id)))
    raw["options"] = [{"id": "option00001", "text": "Operate"}]
    import_file(library, "case.json", json.dumps(raw).encode())
    data = export_json(case_of(library, case_id))
    assert json.loads(data)["criteria"]
    report = import_file(library, "case.json", data)
    assert report.remarks[0].startswith("0 added")
    assert "0 different" in report.remarks[0]


def test_a_row_that_comes_into_a_case_stands_among_those_it_shows(library: CaseLibrary) -> None:
    case_id = made(library)
    raw = json.loads(export_json(case_of(library, case_id)))
    raw["criteria"] = [{"id": "criterion01", "text": "Travel"}]
    before = criteria_in_order(case_of(library, case_id).file)
    report = import_file(library, "case.json", json.dumps(raw).encode())
    assert report.remarks[0].startswith("1 added")
    after = criteria_in_order(case_of(library, case_id).file)
    assert {each.text for each in after} == {"Travel", *(each.text for each in before)}
