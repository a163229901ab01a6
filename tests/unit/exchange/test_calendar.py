from __future__ import annotations

import json
import warnings
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar, vDDDTypes

from companion.exchange.calendar_in import read_calendar
from companion.exchange.calendar_out import write_calendar
from companion.exchange.errors import ImportRefusedError
from companion.exchange.extract import extracted
from companion.exchange.telling import Telling
from tests.corpora import corpora
from tests.example_case import example_case

if TYPE_CHECKING:
    from pathlib import Path

    from companion.exchange.calendar_in import CalendarRead

ICS = corpora("ics")
FILES = sorted(ICS.rglob("*.ics"))
BERLIN = ZoneInfo("Europe/Berlin")


def calendar(*lines: str, method: str = "") -> bytes:
    head = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:x", *([f"METHOD:{method}"] if method else [])]
    return "\r\n".join([*head, "BEGIN:VEVENT", *lines, "END:VEVENT", "END:VCALENDAR", ""]).encode()


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


def test_a_whole_day_is_a_date() -> None:
    (found,) = read_calendar(calendar("SUMMARY:x", "DTSTART;VALUE=DATE:20261203")).appointments
    assert (found.at, found.zone, found.minutes) == ("2026-12-03", None, None)


def test_a_floating_time_is_meant_where_the_laptop_is() -> None:
    (found,) = read_calendar(calendar("SUMMARY:x", "DTSTART:20261203T140000"), BERLIN).appointments
    assert (found.at, found.zone) == ("2026-12-03T14:00:00+01:00", "Europe/Berlin")


def test_a_rule_gives_its_first_time_and_says_so() -> None:
    found = read_calendar(
        calendar("SUMMARY:Dr Okafor", "DTSTART:20261203T140000Z", "RRULE:FREQ=DAILY;COUNT=9")
    )
    assert len(found.appointments) == 1
    only_first = "The calendar entry 'Dr Okafor' repeats; only its first time was taken."
    assert found.remarks == (only_first,)


def test_the_recurrence_belongs_to_the_uid() -> None:
    (found,) = read_calendar(
        calendar("UID:u1", "RECURRENCE-ID:20261203T140000Z", "DTSTART:20261204T140000Z")
    ).appointments
    assert found.uid == "u120261203T140000Z"


def test_without_a_start_it_is_refused_by_name() -> None:
    found = read_calendar(calendar("SUMMARY:Dr Okafor"))
    assert found.appointments == ()
    assert "'Dr Okafor'" in found.remarks[0]


def test_what_is_called_off_is_no_visit() -> None:
    found = read_calendar(calendar("SUMMARY:x", "DTSTART:20261203T140000Z", "STATUS:CANCELLED"))
    assert found.appointments == ()


@pytest.mark.parametrize(
    "data",
    [
        calendar("SUMMARY:x", "DTSTART:20261203T140000Z", method="CANCEL"),
        b"BEGIN:VCALENDAR\r\nno calendar",
        b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n",
        b"BEGIN:VCALENDAR\r\n" + b"BEGIN:VEVENT\r\n" * 5000,
        b"\x00\xff" * 100,
        b"x" * (16 * 1024 * 1024 + 1),
    ],
)
def test_broken_and_cancelled_calendars_get_one_sentence(data: bytes) -> None:
    with pytest.raises(ImportRefusedError) as caught:
        read_calendar(data)
    assert "\n" not in caught.value.sentence


@pytest.mark.parametrize("file", FILES, ids=lambda path: str(path.relative_to(ICS)))
def test_real_calendars_give_what_the_library_reads_or_one_sentence(file: Path) -> None:
    found, refusal = read_or_refused(file.read_bytes())
    assert "\n" not in refusal
    if found is None:
        return
    starts = library_starts(file.read_bytes())
    for appointment in found.appointments:
        at = at_of(appointment.at)
        assert at in [instant(start) for start in starts.get(appointment.uid) or all_of(starts)]
        if appointment.zone is not None and isinstance(at, datetime):
            offset = datetime.fromisoformat(appointment.at).utcoffset()
            assert at.astimezone(ZoneInfo(appointment.zone)).utcoffset() == offset


def read_or_refused(data: bytes) -> tuple[CalendarRead | None, str]:
    """What was read, or the sentence of the refusal."""
    try:
        return read_calendar(data, BERLIN), ""
    except ImportRefusedError as error:
        return None, error.sentence


def library_starts(data: bytes) -> dict[str, list[date]]:
    """What the library itself reads: UID to starts."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        calendars: list[Any] = list(Calendar.from_ical(data, multiple=True))
    starts: dict[str, list[date]] = {}
    for event in (event for each in calendars for event in each.walk("VEVENT")):
        start = event.get("DTSTART")
        start = start[0] if isinstance(start, list) else start
        if isinstance(start, vDDDTypes) and isinstance(start.dt, date):
            rest = event.get("RECURRENCE-ID")
            uid = str(event.get("UID", "")) + (rest.to_ical().decode() if rest else "")
            starts.setdefault(uid, []).append(start.dt)
    return starts


def all_of(starts: dict[str, list[date]]) -> list[date]:
    return [start for each in starts.values() for start in each]


def at_of(text: str) -> date | datetime:
    return instant(datetime.fromisoformat(text) if "T" in text else date.fromisoformat(text))


def instant(start: date) -> date:
    if not isinstance(start, datetime):
        return start
    aware = start if start.tzinfo is not None else start.replace(tzinfo=BERLIN)
    return aware.astimezone(UTC)


def test_the_inventory_of_real_calendars_is_met() -> None:
    inventory = ICS / "inventory.jsonl"
    if not inventory.exists():
        pytest.skip("the corpus ics is not here")
    rows = [json.loads(line) for line in inventory.read_text("utf-8").splitlines()]
    for row in rows:
        if row["icalendar7"] == "ok" and row.get("first_dtstart") and row["method"] != "CANCEL":
            file = ICS.parent / row["path"]
            if file.exists():
                assert read_calendar(file.read_bytes(), BERLIN) is not None


def test_visits_and_dated_steps_go_out_and_stay_the_same() -> None:
    data = write_calendar(extracted(example_case()))
    assert data == write_calendar(extracted(example_case()))
    assert b"\n" not in data.replace(b"\r\n", b"")
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    events: list[Any] = Calendar.from_ical(data).walk("VEVENT")
    assert [str(event["UID"]) for event in events] == [
        "visit001@companion.invalid",
        "visit002@companion.invalid",
        "step-note00005@companion.invalid",
    ]
    start = events[0]["DTSTART"].dt
    assert f"{start:%A %H:%M}" == "Thursday 13:00"


def test_what_went_out_comes_in_as_the_same_visits_and_no_step() -> None:
    found = read_calendar(write_calendar(extracted(example_case())))
    assert [each.name for each in found.appointments] == ["Dr Okafor", "Dr Lindqvist"]
    assert len(found.remarks) == 1


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
    extract = extracted(case)
    events: list[Any] = Calendar.from_ical(write_calendar(extract)).walk("VEVENT")
    (event,) = (each for each in events if str(each["UID"]).startswith("visit"))
    start = event["DTSTART"].dt
    assert start == at.astimezone(UTC)
    assert f"{start.astimezone(ZoneInfo(zone)):%A}" == f"{at:%A}"
    assert Telling(extract).when(case.visits[0]).startswith(f"{at:%A}")


def test_a_step_that_is_not_done_reminds_the_morning_before() -> None:
    case = example_case()
    event: Any = Calendar.from_ical(write_calendar(extracted(case))).walk("VEVENT")[-1]
    (alarm,) = event.walk("VALARM")
    assert str(alarm["ACTION"]) == "DISPLAY"
    assert str(alarm["DESCRIPTION"]) == str(event["SUMMARY"])
    due = datetime.combine(event["DTSTART"].dt, datetime.min.time())
    assert f"{due + alarm['TRIGGER'].dt:%A %d %B %H:%M}" == "Sunday 06 December 09:00"
    done = tuple(replace(step, done_at=datetime.now(UTC)) for step in case.file.steps)
    case = replace(case, file=replace(case.file, steps=done))
    assert b"VALARM" not in write_calendar(extracted(case))
