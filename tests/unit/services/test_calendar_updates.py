"""A calendar about visits that are here: what differs is said, and taken when that is wanted."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest

from companion.domain.value import replace
from companion.exchange.errors import ImportRefusedError
from companion.exchange.papers.catalogue import ExportRequest
from companion.services.case.library import NewCase
from companion.services.transfer.exports import export
from companion.services.transfer.imports import import_file
from tests.unit.exchange.calendar_text import calendar, event

if TYPE_CHECKING:
    from collections.abc import Iterator

    from companion.domain.visit import VisitAbout
    from companion.services.case.library import CaseLibrary

START = "DTSTART;TZID=Europe/Berlin:20261203T140000"
LIND = ("UID:u1", "SUMMARY:Dr Lind", START, "DURATION:PT30M", "LOCATION:Room 3")
WITH = "The visit with Dr Lind on Thursday 3 December 2026, 14:00"
OFFERED = (
    "1 visit differs from the file and stayed as is; to change that, import again with --update."
)


@pytest.fixture(autouse=True)
def in_berlin(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The laptop is where the visits are, so that one clock tells them."""
    monkeypatch.setenv("TZ", "Europe/Berlin")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.fixture
def case_id(library: CaseLibrary) -> str:
    """A case with one visit to Dr Lind from a calendar."""
    session = library.create(NewCase(title="Arms"))
    session.close()
    import_file(library, "a.ics", calendar(*event(*LIND)), session.case_id)
    return session.case_id


def heads(library: CaseLibrary, case_id: str) -> list[VisitAbout]:
    return [visit.head for visit in library.open_readonly(case_id).case.visits]


def instead(**lines: str) -> tuple[str, ...]:
    """The entry with other lines; an empty one is left out."""
    kept = {line.partition(":")[0].partition(";")[0]: line for line in LIND}
    return tuple(line for line in {**kept, **lines}.values() if line)


@pytest.mark.promise("import.update")
@pytest.mark.parametrize(
    ("lines", "said", "field", "value"),
    [
        (
            {"LOCATION": "LOCATION:Room 7"},
            "the place was 'Room 3', now 'Room 7'",
            "place",
            "Room 7",
        ),
        (
            {"DURATION": "DURATION:PT1H"},
            "the length was 30 minutes, now 60 minutes",
            "minutes",
            60,
        ),
        (
            {"DTSTART": START.replace("T14", "T15")},
            "the time was Thursday 3 December 2026, 14:00, now Thursday 3 December 2026, 15:00",
            "at",
            "2026-12-03T15:00:00+01:00",
        ),
        (
            {"URL": "URL:https://example.org/a"},
            "the link was not set, now 'https://example.org/a'",
            "url",
            "https://example.org/a",
        ),
        (
            {"DESCRIPTION": "DESCRIPTION:Nothing to eat from midnight"},
            "what the invitation says was not set, now 'Nothing to eat from midnight'",
            "description",
            "Nothing to eat from midnight",
        ),
        (
            {"ORGANIZER": "ORGANIZER;CN=Front desk:mailto:desk@example.org"},
            "who invites you was not set, now 'Front desk (desk@example.org)'",
            "organizer",
            "Front desk (desk@example.org)",
        ),
    ],
)
def test_each_difference_is_one_line_and_is_taken_when_that_is_wanted(
    library: CaseLibrary, case_id: str, lines: dict[str, str], said: str, field: str, value: object
) -> None:
    data = calendar(*event(*instead(**lines)))
    before = heads(library, case_id)
    report = import_file(library, "a.ics", data, case_id)
    assert report.remarks == (
        "0 added, 1 already there, 0 left out",
        f"{WITH}: {said}.",
        OFFERED,
    )
    assert heads(library, case_id) == before
    report = import_file(library, "a.ics", data, case_id, update=True)
    assert report.remarks[1:] == (f"{WITH}: {said}.", "Changed 1 visit to what the file says.")
    assert getattr(heads(library, case_id)[0], field) == value
    again = import_file(library, "a.ics", data, case_id, update=True)
    assert again.remarks == ("0 added, 1 already there, 0 left out",)


def test_another_doctor_is_a_difference_and_a_fuller_name_is_none(
    library: CaseLibrary, case_id: str
) -> None:
    fuller = calendar(*event(*instead(SUMMARY="SUMMARY:Visit to Dr Lind (cardiology)")))
    assert len(import_file(library, "a.ics", fuller, case_id).remarks) == 1
    other = calendar(*event(*instead(SUMMARY="SUMMARY:Dr Brandt")))
    report = import_file(library, "a.ics", other, case_id, update=True)
    assert report.remarks[1] == f"{WITH}: it was with 'Dr Lind', now with 'Dr Brandt'."
    case = library.open_readonly(case_id).case
    names = {one.id: one.name for visit in case.visits for one in visit.people}
    assert names[case.visits[0].head.clinician_id or ""] == "Dr Brandt"


def test_what_the_file_leaves_out_stays(library: CaseLibrary, case_id: str) -> None:
    bare = calendar(*event(*instead(LOCATION="", DURATION="")))
    report = import_file(library, "a.ics", bare, case_id, update=True)
    stays = "the place stays 'Room 3', as the file doesn't mention it."
    assert report.remarks[1:] == (f"{WITH}: {stays}",)
    assert heads(library, case_id)[0].place == "Room 3"


def test_a_place_that_becomes_a_call_makes_the_visit_one(
    library: CaseLibrary, case_id: str
) -> None:
    call = calendar(*event(*instead(LOCATION="LOCATION:Phone call")))
    report = import_file(library, "a.ics", call, case_id, update=True)
    assert f"{WITH}: it was in person, now by phone or video." in report.remarks
    assert heads(library, case_id)[0].phone
    back = calendar(*event(*LIND))
    import_file(library, "a.ics", back, case_id, update=True)
    assert not heads(library, case_id)[0].phone


@pytest.mark.promise("import.update")
@pytest.mark.parametrize(
    "off",
    [
        calendar(*event(*LIND, "STATUS:CANCELLED")),
        calendar(*event(*LIND), head=("METHOD:CANCEL",)),
        calendar(*event("UID:u1", "METHOD:CANCEL")),
        calendar(*event("UID:u1", "STATUS:Canceled", "DTSTART:soon")),
    ],
)
def test_calling_off_is_said_with_doctor_and_day_and_done_when_that_is_wanted(
    library: CaseLibrary, case_id: str, off: bytes
) -> None:
    report = import_file(library, "a.ics", off, case_id)
    planned = f"{WITH}: it is planned here, and canceled in the file."
    assert report.remarks == ("0 added, 1 already there, 0 left out", planned, OFFERED)
    assert heads(library, case_id)[0].cancelled_at is None
    import_file(library, "a.ics", off, case_id, update=True)
    assert heads(library, case_id)[0].cancelled_at is not None
    assert import_file(library, "a.ics", off, case_id).remarks == (
        "0 added, 1 already there, 0 left out",
    )


def test_what_is_called_off_and_not_here_is_left_out_by_name_and_day(
    library: CaseLibrary, case_id: str
) -> None:
    other = ("UID:u2", "SUMMARY:Dr Brandt", START.replace("03T", "04T"), "STATUS:CANCELLED")
    said = "on Friday 4 December 2026, 14:00 is canceled and was left out."
    report = import_file(library, "a.ics", calendar(*event(*LIND), *event(*other)), case_id)
    assert report.remarks == (
        "0 added, 1 already there, 1 left out",
        f"The calendar entry 'Dr Brandt' {said}",
    )
    with pytest.raises(ImportRefusedError) as caught:
        import_file(library, "a.ics", calendar(*event(*other)), case_id)
    assert str(caught.value) == f"The calendar entry 'Dr Brandt' {said}"
    cases = library.case_ids()
    with pytest.raises(ImportRefusedError) as caught:
        import_file(library, "a.ics", calendar(*event(*other)))
    assert "only cancels 'Dr Brandt' on Friday 4 December 2026" in str(caught.value)
    assert library.case_ids() == cases


def test_a_visit_that_has_begun_keeps_its_time_and_is_not_called_off(
    library: CaseLibrary, case_id: str
) -> None:
    session = library.open(case_id)
    now = session.now()
    session.change_visit(
        session.case.visits[0].id,
        "begun",
        lambda visit: replace(visit, about=(replace(visit.head, started_at=now),)),
    )
    session.close()
    moved = calendar(*event(*instead(DTSTART=START.replace("T14", "T15"))))
    off = calendar(*event(*LIND, "STATUS:CANCELLED"))
    before = heads(library, case_id)
    for data in (moved, off):
        import_file(library, "a.ics", data, case_id, update=True)
        assert heads(library, case_id) == before


WEEKLY = (*LIND, "RRULE:FREQ=WEEKLY")


@pytest.mark.parametrize("slot", [";TZID=Europe/Berlin:20261203T140000", ":20261203T130000Z"])
def test_one_time_of_a_series_is_the_visit_that_came_from_it(
    library: CaseLibrary, case_id: str, slot: str
) -> None:
    moved = instead(DTSTART=START.replace("T14", "T16"))
    data = calendar(*event(*moved, f"RECURRENCE-ID{slot}"))
    for whole in (data, calendar(*event(*WEEKLY), *event(*moved, f"RECURRENCE-ID{slot}"))):
        report = import_file(library, "a.ics", whole, case_id)
        assert report.remarks[0].startswith("0 added, 1 already there")
        assert "14:00, now Thursday 3 December 2026, 16:00" in report.remarks[1]
    off = calendar(*event("UID:u1", f"RECURRENCE-ID{slot}", "STATUS:CANCELLED"))
    import_file(library, "a.ics", off, case_id, update=True)
    assert heads(library, case_id)[0].cancelled_at is not None


@pytest.mark.parametrize(
    "out",
    [
        "EXDATE;TZID=Europe/Berlin:20261203T140000",
        "EXDATE:20261203T130000Z",
        "EXDATE;VALUE=DATE:20261203",
        "EXDATE;TZID=Europe/Berlin:20261210T140000,20261203T140000",
    ],
)
def test_a_time_that_a_series_now_leaves_out_is_offered_as_called_off(
    library: CaseLibrary, case_id: str, out: str
) -> None:
    data = calendar(*event(*WEEKLY, out))
    report = import_file(library, "a.ics", data, case_id)
    assert f"{WITH}: it is planned here, and canceled in the file." in report.remarks
    assert OFFERED in report.remarks
    assert heads(library, case_id)[0].cancelled_at is None
    import_file(library, "a.ics", data, case_id, update=True)
    assert heads(library, case_id)[0].cancelled_at is not None
    again = import_file(library, "a.ics", data, case_id, update=True)
    assert not any("cancel" in each for each in again.remarks)


def test_a_series_of_which_every_time_is_left_out_is_called_off(
    library: CaseLibrary, case_id: str
) -> None:
    twice = (*WEEKLY[:-1], "RRULE:FREQ=WEEKLY;COUNT=2")
    out = "EXDATE;TZID=Europe/Berlin:20261203T140000,20261210T140000"
    data = calendar(*event(*twice, out))
    import_file(library, "a.ics", data, case_id, update=True)
    assert heads(library, case_id)[0].cancelled_at is not None
    with pytest.raises(ImportRefusedError, match="only cancels 'Dr Lind'"):
        import_file(library, "a.ics", data)


def test_a_time_that_was_moved_stays_planned_though_the_series_leaves_it_out(
    library: CaseLibrary, case_id: str
) -> None:
    slot = ";TZID=Europe/Berlin:20261203T140000"
    moved = instead(DTSTART=START.replace("T14", "T16"))
    series = event(*WEEKLY, f"EXDATE{slot}")
    data = calendar(*series, *event(*moved, f"RECURRENCE-ID{slot}"))
    import_file(library, "a.ics", data, case_id, update=True)
    first = next(head for head in heads(library, case_id) if "T16" in head.at)
    assert first.cancelled_at is None


def test_a_series_adds_its_next_time_once(library: CaseLibrary) -> None:
    data = calendar(*event(*instead(DTSTART=START.replace("1203", "1105")), "RRULE:FREQ=WEEKLY"))
    report = import_file(library, "a.ics", data)
    assert len(heads(library, report.case_id)) == 1
    later = calendar(
        *event(*instead(DTSTART=START.replace("1203T14", "1105T15")), "RRULE:FREQ=WEEKLY")
    )
    again = import_file(library, "a.ics", later, report.case_id)
    assert again.remarks[0] == "0 added, 1 already there, 0 left out"
    assert "14:00, now" in again.remarks[1]


@pytest.mark.promise("import.invitation")
def test_what_went_out_comes_back_without_a_difference(library: CaseLibrary, case_id: str) -> None:
    session = library.open(case_id)
    session.change_visit(
        session.case.visits[0].id,
        "told",
        lambda visit: replace(
            visit,
            about=(
                replace(
                    visit.head,
                    goal="Is it the right dose?",
                    description="Nurse Brandt will call\n\nNothing to eat, 6 h before",
                    organizer="Front desk (desk@example.org)",
                    url="https://example.org/a?b=c,d",
                ),
            ),
        ),
    )
    session.close()
    out = export(library.open_readonly(case_id).case, ExportRequest(format="ics")).data
    report = import_file(library, "a.ics", out, case_id, update=True)
    assert report.remarks == ("0 added, 1 already there, 0 left out",)
    into = import_file(library, "a.ics", out)
    (head,) = heads(library, into.case_id)
    assert head.organizer == "Front desk (desk@example.org)"
    assert head.url == "https://example.org/a?b=c,d"
    assert head.description.endswith("Nothing to eat, 6 h before")
