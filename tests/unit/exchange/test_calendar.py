from __future__ import annotations

from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar

from companion.domain.value import replace
from companion.exchange.calendar.read import read_calendar
from companion.exchange.calendar.write import write_calendar
from companion.exchange.errors import ImportRefusedError
from companion.exchange.papers.paper_context import PaperContext
from companion.exchange.redaction import for_audience
from tests.support.example_case import example_case

BERLIN = ZoneInfo("Europe/Berlin")


def calendar(*lines: str, method: str = "") -> bytes:
    head = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:x", *([f"METHOD:{method}"] if method else [])]
    return "\r\n".join([*head, "BEGIN:VEVENT", *lines, "END:VEVENT", "END:VCALENDAR", ""]).encode()


@pytest.mark.promise("import.appointments")
def test_an_appointment_keeps_summary_place_length_and_zone() -> None:
    (found,) = read_calendar(
        calendar(
            "UID:u1",
            "SUMMARY:  Dr Okafor\\, ward 3 ",
            "LOCATION:Room\\nleft",
            "DTSTART;TZID=America/New_York:20261203T140000",
            "DURATION:PT40M",
        )
    ).appointments
    assert found.name == "  Dr Okafor, ward 3 "
    assert found.place == "Room\nleft"
    assert found.at == "2026-12-03T14:00:00-05:00"
    assert (found.zone, found.minutes, found.uid) == ("America/New_York", 40, "u1")


@pytest.mark.promise("import.appointments")
def test_a_whole_day_is_a_date() -> None:
    (found,) = read_calendar(calendar("SUMMARY:x", "DTSTART;VALUE=DATE:20261203")).appointments
    assert (found.at, found.zone, found.minutes) == ("2026-12-03", None, None)


@pytest.mark.promise("import.appointments")
def test_a_floating_time_is_meant_where_the_laptop_is() -> None:
    (found,) = read_calendar(calendar("SUMMARY:x", "DTSTART:20261203T140000"), BERLIN).appointments
    assert (found.at, found.zone) == ("2026-12-03T14:00:00+01:00", "Europe/Berlin")


@pytest.mark.promise("import.appointments")
def test_a_rule_gives_its_first_time_and_says_so() -> None:
    found = read_calendar(
        calendar("SUMMARY:Dr Okafor", "DTSTART:20261203T140000Z", "RRULE:FREQ=DAILY;COUNT=9")
    )
    assert len(found.appointments) == 1
    only_first = "The calendar entry 'Dr Okafor' repeats; only its first time was used."
    assert found.remarks == (only_first,)


@pytest.mark.promise("import.appointments")
def test_the_recurrence_belongs_to_the_uid() -> None:
    (found,) = read_calendar(
        calendar("UID:u1", "RECURRENCE-ID:20261203T140000Z", "DTSTART:20261204T140000Z")
    ).appointments
    assert found.uid == "u120261203T140000Z"


def entries(*each: tuple[str, ...]) -> bytes:
    """A calendar of several entries."""
    lines = [line for one in each for line in (*one, "END:VEVENT", "BEGIN:VEVENT")]
    return calendar(*lines[:-2])


GOOD = ("UID:u1", "SUMMARY:Dr Okafor", "DTSTART:20261203T140000Z")
OFF = ("UID:u2", "SUMMARY:Dr Lindqvist", "DTSTART:20261203T150000Z", "STATUS:CANCELLED")
WITHOUT_A_START = ("UID:u3", "SUMMARY:Dr Lindqvist")


def refusal(data: bytes) -> str:
    with pytest.raises(ImportRefusedError) as caught:
        read_calendar(data)
    return str(caught.value)


@pytest.mark.promise("import.appointments")
def test_without_a_start_it_is_left_out_by_name() -> None:
    found = read_calendar(entries(GOOD, WITHOUT_A_START))
    assert [each.name for each in found.appointments] == ["Dr Okafor"]
    assert found.remarks == (
        "The calendar entry 'Dr Lindqvist' has no start time and was left out.",
    )


@pytest.mark.promise("import.appointments")
def test_a_calendar_of_which_nothing_can_be_taken_is_refused_in_one_sentence_that_names_it() -> (
    None
):
    assert refusal(entries(WITHOUT_A_START)) == (
        "The calendar entry 'Dr Lindqvist' has no start time and was left out, so nothing was "
        "imported; plan the visit in Prepare."
    )
    other = ("UID:u4", "SUMMARY:Dr Brandt", "DTSTART:soon")
    assert refusal(entries(WITHOUT_A_START, other, WITHOUT_A_START)) == (
        "The calendar entry 'Dr Lindqvist' has no start time and was left out, and 2 more entries "
        "were left out too, so nothing was imported; plan the visits in Prepare."
    )
    long = refusal(calendar(f"SUMMARY:{'Dr Okafor, ward 3 ' * 5000}"))
    assert len(long) < 300


@pytest.mark.promise("import.appointments")
def test_what_is_called_off_is_no_visit() -> None:
    found = read_calendar(entries(OFF, GOOD))
    assert [each.name for each in found.appointments] == ["Dr Okafor"]
    assert [each.name for each in found.called_off] == ["Dr Lindqvist"]


def test_of_an_appointment_that_was_changed_only_the_latest_version_counts() -> None:
    moved = ("UID:u1", "SUMMARY:Dr Okafor", "DTSTART:20261204T140000Z", "SEQUENCE:2")
    for data in (entries(GOOD, moved), entries(moved, GOOD), entries(moved, moved)):
        (found,) = read_calendar(data).appointments
        assert found.at == "2026-12-04T14:00:00+00:00"


def test_two_appointments_that_share_a_uid_are_both_taken() -> None:
    other = ("UID:u1", "SUMMARY:Dr Lindqvist", "DTSTART:20261204T140000Z")
    found = read_calendar(entries(GOOD, other))
    assert [each.name for each in found.appointments] == ["Dr Okafor", "Dr Lindqvist"]


def test_what_repeats_but_not_on_its_first_day_is_taken_at_its_next() -> None:
    weekly = (*WITHOUT_A_START, "DTSTART;TZID=Europe/Berlin:20261203T140000", "RRULE:FREQ=WEEKLY")
    found = read_calendar(
        entries(GOOD, (*weekly, "EXDATE;TZID=Europe/Berlin:20261203T140000,20261217T140000"))
    )
    assert [each.at for each in found.appointments][1:] == ["2026-12-10T14:00:00+01:00"]
    later = (*weekly, "EXDATE;TZID=Europe/Berlin:20261217T140000")
    assert read_calendar(entries(GOOD, later)).appointments[1].at == "2026-12-03T14:00:00+01:00"
    never = (*weekly[:-1], "RRULE:FREQ=WEEKLY;COUNT=2")
    found = read_calendar(
        entries(GOOD, (*never, "EXDATE;TZID=Europe/Berlin:20261203T140000,20261210T140000"))
    )
    assert len(found.appointments) == len(found.called_off) == 1


@pytest.mark.parametrize(
    "data",
    [
        b"BEGIN:VCALENDAR\r\nno calendar",
        b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n",
        b"BEGIN:VCALENDAR\r\n" + b"BEGIN:VEVENT\r\n" * 5000,
        b"\x00\xff" * 100,
        b"x" * (16 * 1024 * 1024 + 1),
    ],
)
def test_broken_calendars_get_one_sentence(data: bytes) -> None:
    with pytest.raises(ImportRefusedError) as caught:
        read_calendar(data)
    assert "\n" not in str(caught.value)


@pytest.mark.promise("command.ics")
def test_visits_and_dated_steps_go_out_and_stay_the_same() -> None:
    data = write_calendar(for_audience(example_case()))
    assert data == write_calendar(for_audience(example_case()))
    assert b"\n" not in data.replace(b"\r\n", b"")
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    events: list[Any] = Calendar.from_ical(data).walk("VEVENT")
    assert [str(event["UID"]) for event in events] == [
        "visit001@companion.invalid",
        "visit002@companion.invalid",
        "step-note00005@companion.invalid",
        "step-result01@companion.invalid",
        "step-result02@companion.invalid",
    ]
    start = events[0]["DTSTART"].dt
    assert f"{start:%A %H:%M}" == "Thursday 14:00"
    assert str(start.tzinfo) == "Europe/Stockholm"


def test_what_went_out_comes_in_as_the_same_visits_and_no_step_or_result() -> None:
    found = read_calendar(write_calendar(for_audience(example_case())))
    assert [each.name for each in found.appointments] == ["Dr Okafor", "Dr Lindqvist"]
    assert len(found.remarks) == 3


ZONES = ("Europe/Stockholm", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe")
"""Zones with and without summer time, one with half an hour of it."""
WHEN = ("2026-03-29T01:30", "2026-03-29T03:30", "2026-10-25T02:30", "2026-11-01T23:45")
"""Around the nights on which clocks are changed."""


@pytest.mark.parametrize("zone", ZONES)
@pytest.mark.parametrize("when", WHEN)
def test_a_visit_is_on_its_weekday_in_its_zone_whatever_the_laptop_s(zone: str, when: str) -> None:
    case = example_case()
    at = datetime.fromisoformat(when).replace(tzinfo=ZoneInfo(zone))
    visit = case.visits[0]
    head = replace(visit.head, at=at.isoformat(timespec="minutes"), zone=zone)
    case = replace(case, visits=(replace(visit, about=(head,)),))
    shared = for_audience(case)
    events: list[Any] = Calendar.from_ical(write_calendar(shared)).walk("VEVENT")
    (event,) = (each for each in events if str(each["UID"]).startswith("visit"))
    start = event["DTSTART"].dt
    assert start.astimezone(UTC) == at.astimezone(UTC)
    assert f"{start.astimezone(ZoneInfo(zone)):%A}" == f"{at:%A}"
    assert PaperContext(shared).when(case.visits[0]).startswith(f"{at:%A}")


def test_a_step_that_is_not_done_reminds_the_morning_before() -> None:
    case = example_case()
    case = replace(case, file=replace(case.file, results=()))
    event: Any = Calendar.from_ical(write_calendar(for_audience(case))).walk("VEVENT")[-1]
    (alarm,) = event.walk("VALARM")
    assert str(alarm["ACTION"]) == "DISPLAY"
    assert str(alarm["DESCRIPTION"]) == str(event["SUMMARY"])
    due = datetime.combine(event["DTSTART"].dt, datetime.min.time())
    assert f"{due + alarm['TRIGGER'].dt:%A %d %B %H:%M}" == "Sunday 06 December 09:00"
    done = tuple(replace(step, done_at=datetime.now(UTC)) for step in case.file.steps)
    case = replace(case, file=replace(case.file, steps=done))
    assert b"VALARM" not in write_calendar(for_audience(case))


def test_a_result_reminds_the_morning_before_it_is_expected_until_it_has_arrived() -> None:
    events: list[Any] = Calendar.from_ical(write_calendar(for_audience(example_case()))).walk(
        "VEVENT"
    )
    arrived, waited_for = events[-2:]
    assert not arrived.walk("VALARM")
    (alarm,) = waited_for.walk("VALARM")
    due = datetime.combine(waited_for["DTSTART"].dt, datetime.min.time())
    assert f"{due + alarm['TRIGGER'].dt:%A %d %B %H:%M}" == "Wednesday 16 December 09:00"


@pytest.mark.promise("command.calendar-zone")
@pytest.mark.parametrize(
    ("at", "zone", "start"),
    [
        (
            "2026-12-03T14:00:00-05:00",
            "America/New_York",
            "DTSTART;TZID=America/New_York:20261203T140000",
        ),
        (
            "2027-07-05T09:30:00+02:00",
            "Europe/Berlin",
            "DTSTART;TZID=Europe/Berlin:20270705T093000",
        ),
        ("2027-10-31T02:30:00+02:00", "Europe/Berlin", "DTSTART:20271031T003000Z"),
        ("2027-10-31T02:30:00+01:00", "Europe/Berlin", "DTSTART:20271031T013000Z"),
        ("2026-12-03T14:00:00-05:00", None, "DTSTART:20261203T190000Z"),
        ("2026-12-03T14:00:00-05:00", "Mars/Crater", "DTSTART:20261203T190000Z"),
        ("1850-12-03T14:00:00+00:53", "Europe/Berlin", "DTSTART:18501203T130700Z"),
    ],
)
def test_a_time_goes_out_in_its_zone_and_comes_in_as_the_same_moment(
    at: str, zone: str | None, start: str
) -> None:
    case = example_case()
    first = case.visits[0]
    about = replace(first.head, at=at, zone=zone, minutes=45)
    written = write_calendar(for_audience(replace(case, visits=(replace(first, about=(about,)),))))
    assert start in written.decode().split("\r\n")
    (read,) = read_calendar(written).appointments
    assert datetime.fromisoformat(read.at) == datetime.fromisoformat(at)
    assert read.minutes == 45
    assert read.zone == (zone if "TZID" in start else None)
