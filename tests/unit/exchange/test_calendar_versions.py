"""Of several versions of one entry the newest counts, and then whether it is called off."""

from __future__ import annotations

import pytest

from tests.unit.exchange.calendar_text import NOW, calendar, event, only, read

LIND = ("UID:u1", "SUMMARY:Dr Lind", "DTSTART;TZID=Europe/Berlin:20261203T140000")
MOVED = ("UID:u1", "SUMMARY:Dr Lind", "DTSTART;TZID=Europe/Berlin:20261203T150000")
OFF = ("STATUS:CANCELLED",)


def in_both_orders(*entries: tuple[str, ...]) -> list[bytes]:
    return [
        calendar(*(line for each in order for line in event(*each)))
        for order in (entries, entries[::-1])
    ]


@pytest.mark.promise("import.newest-version")
@pytest.mark.parametrize(
    "newer",
    [
        ("SEQUENCE:1",),
        ("SEQUENCE:0", "DTSTAMP:20261102T080000Z"),
        ("LAST-MODIFIED:20261102T080000Z",),
        ("SEQUENCE:00003",),
    ],
)
def test_the_newer_version_counts_wherever_it_stands(newer: tuple[str, ...]) -> None:
    older = ("SEQUENCE:0", "DTSTAMP:20261101T080000Z")
    for data in in_both_orders((*LIND, *older), (*MOVED, *newer)):
        assert only(data).at == "2026-12-03T15:00:00+01:00"
        assert read(data).left_out == 1
    for data in in_both_orders((*LIND, *older), (*LIND, *newer, *OFF)):
        found = read(data)
        assert found.appointments == ()
        assert [each.at for each in found.called_off] == ["2026-12-03T14:00:00+01:00"]


def test_what_was_called_off_and_is_on_again_is_a_visit() -> None:
    for data in in_both_orders((*LIND, "SEQUENCE:1", *OFF), (*MOVED, "SEQUENCE:2")):
        assert only(data).at == "2026-12-03T15:00:00+01:00"


@pytest.mark.promise("import.newest-version")
@pytest.mark.parametrize(
    "how",
    [
        "STATUS:CANCELLED",
        "STATUS:Canceled",
        "status:cancelled",
        "STATUS;X-A=b: CANCELLED ",
        "STATUS:CANCEL",
        "METHOD:CANCEL",
        "method:Cancel",
        "SUMMARY:Canceled: Dr Lind",
        "SUMMARY:CANCELLED: Dr Lind",
        "SUMMARY;LANGUAGE=en-us:Canceled event: Dr Lind",
        "SUMMARY:Cancelled - Dr Lind",
        "SUMMARY:[Cancelled] Dr Lind",
        "SUMMARY:Dr Lind (canceled)",
        "SUMMARY:Dr Lind – cancelled",
        "SUMMARY:Appointment cancelled: Dr Lind",
        "SUMMARY:Abgesagt: Dr Lind",
        "SUMMARY:Annulé : Dr Lind",
    ],
)
def test_an_entry_is_called_off_in_whatever_spelling_or_place(how: str) -> None:
    found = read(calendar(*event("UID:u1", how, *LIND[2:], "X-A:b")))
    assert (len(found.appointments), len(found.called_off)) == (0, 1)


@pytest.mark.parametrize(
    "name",
    ["Dr Lind", "Questions on the cancelled operation", "Cancer: Dr Lind", "Dr Cancelli: second"],
)
def test_what_only_speaks_of_it_is_not_called_off(name: str) -> None:
    assert only(calendar(*event("UID:u1", f"SUMMARY:{name}", *LIND[2:]))).name == name


def test_a_second_calendar_in_the_file_may_call_off_what_the_first_asks_for() -> None:
    asked = calendar(*event(*LIND), head=("METHOD:REQUEST",))
    off = calendar(*event(*LIND), head=("METHOD:CANCEL",))
    for data in (asked + off, off + asked):
        found = read(data)
        assert (len(found.appointments), len(found.called_off)) == (0, 1)


WEEKLY = (*LIND, "RRULE:FREQ=WEEKLY")


def test_the_first_time_of_a_series_that_was_moved_is_one_visit() -> None:
    moved = (*MOVED, "RECURRENCE-ID;TZID=Europe/Berlin:20261203T140000")
    for data in in_both_orders(WEEKLY, moved):
        assert only(data).at == "2026-12-03T15:00:00+01:00"
    utc = (*MOVED, "RECURRENCE-ID:20261203T130000Z")
    assert only(in_both_orders(WEEKLY, utc)[0]).at == "2026-12-03T15:00:00+01:00"
    day = (*MOVED, "RECURRENCE-ID;VALUE=DATE:20261203")
    assert only(in_both_orders(WEEKLY, day)[0]).at == "2026-12-03T15:00:00+01:00"


def test_a_series_whose_next_time_is_called_off_is_taken_at_the_one_after() -> None:
    off = (*LIND, "RECURRENCE-ID;TZID=Europe/Berlin:20261203T140000", *OFF)
    for data in in_both_orders(WEEKLY, off):
        found = read(data)
        assert [each.at for each in found.appointments] == ["2026-12-10T14:00:00+01:00"]
        assert len(found.called_off) == 1


def test_a_series_that_is_called_off_takes_its_moved_times_with_it() -> None:
    moved = (*MOVED, "RECURRENCE-ID;TZID=Europe/Berlin:20261203T140000")
    for data in in_both_orders((*WEEKLY, "SEQUENCE:1", *OFF), moved):
        assert read(data).appointments == ()


@pytest.mark.parametrize(
    ("rule", "at"),
    [
        ("RRULE:FREQ=WEEKLY", "2026-12-03"),
        ("RRULE:FREQ=WEEKLY;INTERVAL=2", "2026-12-03"),
        ("RRULE:FREQ=MONTHLY;BYDAY=1TH", "2026-12-03"),
        ("RRULE:FREQ=DAILY;COUNT=31", "2026-11-30"),
        ("RRULE:FREQ=WEEKLY;BYDAY=TH,FR;UNTIL=20270101", "2026-12-03"),
        ("RRULE:W1 TH #0", "2026-12-03"),
        ("RRULE:D2 20270101T000000Z", "2026-12-01"),
        ("RRULE:MP1 1+ TH #0", "2026-12-03"),
        ("RDATE;TZID=Europe/Berlin:20261130T140000,20261201T140000", "2026-11-30"),
    ],
)
def test_a_series_gives_the_next_time_that_has_not_passed(rule: str, at: str) -> None:
    start = "DTSTART;TZID=Europe/Berlin:20261105T140000"
    found = read(calendar(*event("UID:u1", "SUMMARY:Dr Lind", start, rule)))
    (visit,) = found.appointments
    assert visit.at == f"{at}T14:00:00+01:00"
    assert visit.uid == f"u1{at.replace('-', '')}T140000"
    assert "only its next time was used" in found.remarks[0]


def test_a_series_that_is_over_or_cannot_be_read_gives_its_first_time() -> None:
    start = "DTSTART;TZID=Europe/Berlin:20201105T140000"
    for rule, why in (
        ("RRULE:FREQ=WEEKLY;COUNT=4", "all its times have passed"),
        ("RRULE:FREQ=FORTNIGHTLY", "by a rule that can't be read"),
        ("RRULE:FREQ=WEEKLY;INTERVAL=0", "by a rule that can't be read"),
    ):
        found = read(calendar(*event("UID:u1", "SUMMARY:Dr Lind", start, rule)))
        assert [each.at for each in found.appointments] == ["2020-11-05T14:00:00+01:00"]
        assert found.appointments[0].uid == "u1"
        assert why in found.remarks[0]


def test_a_visit_that_goes_on_now_has_not_passed() -> None:
    start = f"DTSTART:{NOW:%Y%m%d}T073000Z"
    daily = event("UID:u1", start, "DURATION:PT1H", "RRULE:FREQ=DAILY")
    assert only(calendar(*daily)).at == "2026-11-30T07:30:00+00:00"
