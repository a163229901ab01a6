"""One bad line costs itself alone; an entry whose own lines can be read is a visit."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as some

from companion.exchange.errors import ImportRefusedError
from tests.unit.exchange.calendar_text import calendar, event, only, read

LIND = ("UID:u1", "SUMMARY:Dr Lind", "DTSTART;TZID=Europe/Berlin:20261203T140000")
OWN = ("UID:u1", "SUMMARY:Dr Lind", "DTSTART;TZID=Ours:20261203T140000")
AT_TWO = "2026-12-03T14:00:00+01:00"


def zone(*lines: str) -> tuple[str, ...]:
    """A zone of the file's own."""
    standard = ("BEGIN:STANDARD", "DTSTART:19700101T000000", *lines, "END:STANDARD")
    return ("BEGIN:VTIMEZONE", "TZID:Ours", *standard, "END:VTIMEZONE")


@pytest.mark.promise("import.newest-version")
@pytest.mark.parametrize(
    "line",
    [
        "TRIGGER:PT-2H",
        "TRIGGER-P0DT1H0M0S",
        "DTSTAMP:yesterday",
        "DTEND:later",
        "DURATION:an hour",
        "SEQUENCE:first",
        "no name and no value",
        'ORGANIZER;CN="Desk:mailto:desk@example.org',
        "X-;:",
        ":",
    ],
)
def test_a_line_that_cannot_be_read_costs_itself_alone(line: str) -> None:
    found = read(calendar(*event(*LIND, line, "LOCATION:Ward 3")))
    assert [(each.at, each.place) for each in found.appointments] == [(AT_TWO, "Ward 3")]
    alarm = event(*LIND, "BEGIN:VALARM", "ACTION:DISPLAY", line, "END:VALARM", "LOCATION:Ward 3")
    assert only(calendar(*alarm)).place == "Ward 3"


def test_what_was_skipped_is_said_with_its_line() -> None:
    found = read(calendar(*event(*LIND, "TRIGGER:PT-2H"), head=("X-WR-CALNAME Mine",)))
    lines = "line 3, 'X-WR-CALNAME Mine'; line 8, 'TRIGGER:PT-2H'"
    assert found.remarks == (f"Skipped 2 lines that can't be read ({lines}).",)


@pytest.mark.parametrize(
    "lines",
    [
        zone("TZOFFSETFROM:+5328", "TZOFFSETTO:+0100"),
        zone("TZOFFSETTO:+0100", "RRULE:FREQ=NEVER"),
        zone("TZOFFSETTO:+0100", "nothing"),
        (*zone("TZOFFSETFROM:+0100", "TZOFFSETTO:+0100")[:-2],),
    ],
)
def test_a_zone_is_read_as_far_as_it_can_be(lines: tuple[str, ...]) -> None:
    assert only(calendar(*lines, *event(*OWN))).at == AT_TWO


def test_a_zone_may_stand_behind_its_calendar() -> None:
    behind = "\r\n".join((*zone("TZOFFSETFROM:+0100", "TZOFFSETTO:+0100"), "")).encode()
    assert only(calendar(*event(*OWN)) + behind).at == AT_TWO


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("From: a@example.org\r\nSubject: Visit\r\n\r\n", ""),
        ("", "\r\n-- \r\nSent from my phone\r\n"),
        ("\r\n\r\n", "\r\n\r\n"),
        ("BEGIN:VCALENDAR\r\n", ""),
    ],
)
def test_what_stands_around_a_calendar_is_passed_over(before: str, after: str) -> None:
    data = before.encode() + calendar(*event(*LIND)) + after.encode()
    assert only(data).at == AT_TWO


def test_ends_may_be_missing() -> None:
    whole = calendar(*event(*LIND), *event("UID:u2", *LIND[1:]))
    without = whole.replace(b"END:VEVENT\r\n", b"")
    assert [each.uid for each in read(without).appointments] == ["u1", "u2"]
    alone = without.replace(b"END:VCALENDAR\r\n", b"")
    assert len(read(alone).appointments) == 2
    assert "stops in the middle" in read(alone).remarks[-1]
    bare = "\r\n".join(event(*LIND)).encode()
    assert only(bare).name == "Dr Lind"


@pytest.mark.parametrize("before", ["> ", "  ", "\t", ">> "])
def test_a_calendar_pasted_into_a_mail_is_read_without_what_stands_before_its_lines(
    before: str,
) -> None:
    lines = calendar(*event(*LIND, "DESCRIPTION:one\r\n  two")).decode().split("\r\n")
    assert only("\r\n".join(before + line for line in lines).encode()).description == "one two"


@pytest.mark.parametrize("end", ["\r\n", "\n", "\r", "\r\r\n"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_line_ends_and_encodings_of_every_kind_are_read(end: str, encoding: str) -> None:
    text = calendar(*event("UID:u1", "SUMMARY:Dr Müller, 3 €", *LIND[2:]), end=end).decode()
    assert only(text.encode(encoding)).name == "Dr Müller, 3 €"


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("SUMMARY;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:Dr.=20M=C3=BCller", "Dr. Müller"),
        ("SUMMARY;CHARSET=ISO-8859-1;ENCODING=QUOTED-PRINTABLE:Dr.=20M=FCller", "Dr. Müller"),
        ("SUMMARY;QUOTED-PRINTABLE:Dr. M=C3=BCller", "Dr. Müller"),
        ("SUMMARY;ENCODING=QUOTED-PRINTABLE:Dr. M=C3=\r\n=BC=\r\nller", "Dr. Müller"),
        ("SUMMARY;ENCODING=quoted-printable;CHARSET=nonsense:Dr. M=FCller", "Dr. Müller"),
        ("SUMMARY;ENCODING=QUOTED-PRINTABLE;CHARSET=windows-1250:Ko=9Aice", "Košice"),
        ("SUMMARY;ENCODING=BASE64;CHARSET=UTF-8:RHIuIE3DvGxsZXI=", "Dr. Müller"),
        ("SUMMARY:Dr. M\r\n üller", "Dr. Müller"),
        ("SUMMARY:100=20%", "100=20%"),
        ('SUMMARY;X-A="a:b;c":Dr. Müller', "Dr. Müller"),
        ("item1.SUMMARY:Dr. Müller", "Dr. Müller"),
    ],
)
def test_words_in_other_encodings_are_read(line: str, name: str) -> None:
    data = calendar(*event("UID:u1", line, *LIND[2:]))
    assert only(data).name == name
    assert only(data.replace(b"VERSION:2.0", b"VERSION:1.0")).name == name


def test_bytes_are_read_in_the_charset_of_their_line() -> None:
    data = calendar(*event("UID:u1", "SUMMARY;CHARSET=ISO-8859-2:Ko@ice", *LIND[2:]))
    assert only(data.replace(b"@", b"\xb9")).name == "Košice"
    assert only(data.replace(b";CHARSET=ISO-8859-2", b"").replace(b"@", b"\xf6")).name == "Koöice"
    folded = calendar(*event("UID:u1", "SUMMARY:M@ller", *LIND[2:]))
    assert only(folded.replace(b"@", b"\xc3\r\n \xbc")).name == "Müller"


def test_old_calendars_tell_their_offset_and_their_summers() -> None:
    head = ("TZ:-0500", "DAYLIGHT:TRUE;-04;20260308T020000;20261101T020000;EST;EDT")
    winter, summer = (
        only(calendar(*event("SUMMARY:x", f"DTSTART:{day}T140000"), head=head)).at
        for day in ("20261203", "20260703")
    )
    assert (winter, summer) == ("2026-12-03T14:00:00-05:00", "2026-07-03T14:00:00-04:00")


@pytest.mark.parametrize(
    ("start", "at"),
    [
        (":20261203T140000-0500", "2026-12-03T14:00:00-05:00"),
        (":20261203T140000-05:00", "2026-12-03T14:00:00-05:00"),
        (":20261203T140000+01", "2026-12-03T14:00:00+01:00"),
        (":2026-12-03T14:00:00+01:00", "2026-12-03T14:00:00+01:00"),
        (":2026-12-03T14:00:00.000Z", "2026-12-03T14:00:00+00:00"),
        (":20261203T1400", AT_TWO),
        (":20261203t140000z", "2026-12-03T14:00:00+00:00"),
        (": 20261203T140000 ", AT_TWO),
        (";VALUE=DATE:20261203", "2026-12-03"),
        (":20261203", "2026-12-03"),
        (";VALUE=DATE:20261203T000000", "2026-12-03"),
    ],
)
def test_a_start_that_is_unmistakable_is_read(start: str, at: str) -> None:
    assert only(calendar(*event("SUMMARY:x", f"DTSTART{start}"))).at == at


@pytest.mark.parametrize("start", ["", "soon", "20261303T140000", "20261203T250000", "12/03/2026"])
def test_a_start_that_cannot_be_read_is_never_guessed(start: str) -> None:
    with pytest.raises(ImportRefusedError) as caught:
        read(calendar(*event("SUMMARY:Dr Lind", f"DTSTART:{start}")))
    assert "'Dr Lind' has a start time that can't be read" in str(caught.value)


def test_the_zone_of_a_time_without_one_is_said() -> None:
    floating = event("SUMMARY:x", "DTSTART:20261203T140000")
    found = read(calendar(*floating))
    said = "The file has no time zone for 1 time; it was read as Europe/Berlin time."
    assert found.remarks == (said,)
    found = read(calendar(*floating, head=("X-WR-TIMEZONE:America/New_York",)))
    assert (found.appointments[0].at, found.appointments[0].zone) == (
        "2026-12-03T14:00:00-05:00",
        "America/New_York",
    )
    assert "America/New_York" in found.remarks[0]
    zoned = read(calendar(*event(*LIND), head=("X-WR-TIMEZONE:America/New_York",)))
    assert (zoned.appointments[0].at, zoned.remarks) == (AT_TWO, ())


def test_a_time_that_clocks_skip_is_said() -> None:
    found = read(calendar(*event("SUMMARY:x", "DTSTART;TZID=Europe/Berlin:20270328T023000")))
    assert found.appointments[0].at == "2027-03-28T03:30:00+02:00"
    skips = "starts at 02:30, which clocks skip on that day; 03:30 was used."
    assert found.remarks == (f"The calendar entry 'x' {skips}",)


def test_a_description_that_was_not_folded_is_kept_whole() -> None:
    told = ("DESCRIPTION:Nurse Brandt will call", "NOTE: do not go to the clinic", "Bring: pills")
    found = read(calendar(*event(*LIND, *told, "LOCATION:Ward 3")))
    (visit,) = found.appointments
    assert visit.description == (
        "Nurse Brandt will call\nNOTE: do not go to the clinic\nBring: pills"
    )
    assert visit.place == "Ward 3"


# Everything is accounted for

NAMES = some.sampled_from(["Dr Lind", "Canceled: Dr Lind", "Dr Brandt", "", "Phone call"])
STARTS = some.sampled_from(
    [
        "DTSTART:20261203T140000Z",
        "DTSTART:20261204",
        "DTSTART:soon",
        "DTSTART;TZID=Mars:20261203T140000",
        "DTSTART;TZID=Europe/Berlin:20261101T140000",
        "",
    ]
)
MORE = some.lists(
    some.sampled_from(
        [
            "STATUS:CANCELLED",
            "RRULE:FREQ=WEEKLY",
            "SEQUENCE:1",
            "SEQUENCE:2",
            "EXDATE:20261203T140000Z",
            "RECURRENCE-ID:20261203T140000Z",
            "RECURRENCE-ID:20261210T140000Z",
            "DTSTAMP:20261101T000000Z",
            "METHOD:CANCEL",
            "RRULE:nonsense",
            "???",
            "BEGIN:VALARM",
            "END:VALARM",
            "DESCRIPTION:a",
        ]
    ),
    max_size=4,
)
ENTRIES = some.lists(
    some.tuples(
        some.sampled_from(["VEVENT", "VEVENT", "VEVENT", "VTODO", "VJOURNAL"]),
        some.sampled_from(["UID:u1", "UID:u2", "UID:u3", ""]),
        NAMES,
        STARTS,
        MORE,
    ),
    min_size=1,
    max_size=8,
)


@pytest.mark.promise("import.newest-version")
@given(ENTRIES, some.booleans())
def test_taken_called_off_and_left_out_are_what_the_file_holds(
    entries: list[tuple[str, str, str, str, list[str]]], whole: bool
) -> None:
    lines = [
        line
        for kind, uid, name, start, more in entries
        for line in (f"BEGIN:{kind}", uid, f"SUMMARY:{name}", start, *more, f"END:{kind}")
        if line and (whole or line != "END:VEVENT")
    ]
    try:
        found = read(calendar(*lines))
    except ImportRefusedError as refusal:
        others = re.search(r"and (\d+) more entr", str(refusal))
        steps = "has no visit in it" in str(refusal)
        assert steps or (int(others[1]) if others else 0) + 1 == len(entries)
        return
    told = len(found.appointments) + len(found.called_off) + found.left_out
    assert told == len(entries)
    assert len(found.remarks) >= found.left_out


@pytest.mark.parametrize(
    ("lines", "what"),
    [
        (("DTEND:20261203T133000Z",), "ends before it starts, so how long it lasts was left out"),
        (("DURATION:-PT30M",), "ends before it starts, so how long it lasts was left out"),
        (("DURATION:P8D",), "lasts more than a week, so how long it lasts was left out"),
        (
            ("LOCATION:Room 3", "LOCATION:Room 4"),
            "has more than one place: 'Room 3' was used, 'Room 4' was left out",
        ),
        (
            ("SUMMARY:Dr Brandt",),
            "has more than one name: 'Dr Lind' was used, 'Dr Brandt' was left out",
        ),
        (
            ("DTSTART:20261204",),
            "has more than one start: '20261203T140000Z' was used, '20261204' was left out",
        ),
    ],
)
def test_what_an_entry_says_and_cannot_be_so_is_told(lines: tuple[str, ...], what: str) -> None:
    first = ("UID:1", "DTSTART:20261203T140000Z", "SUMMARY:Dr Lind")
    found = read(calendar(*event(*first, *lines)))
    assert found.remarks == (f"The calendar entry 'Dr Lind' {what}.",)
    (taken,) = found.appointments
    assert (taken.at, taken.minutes) == ("2026-12-03T14:00:00+00:00", None)


def test_of_several_whole_days_the_first_is_taken_and_that_is_told() -> None:
    days = ("DTSTART;VALUE=DATE:20261203", "DTEND;VALUE=DATE:20261206", "SUMMARY:Ward 3")
    found = read(calendar(*event(*days)))
    assert [each.at for each in found.appointments] == ["2026-12-03"]
    assert found.remarks == (
        "The calendar entry 'Ward 3' lasts 3 days; only the first day was used.",
    )
    one = ("DTSTART;VALUE=DATE:20261203", "DTEND;VALUE=DATE:20261204", "SUMMARY:Ward 3")
    assert read(calendar(*event(*one))).remarks == ()


def test_a_next_time_that_was_moved_is_told_as_it_is_now() -> None:
    whole = ("UID:1", "DTSTART;TZID=Europe/Berlin:20261203T090000", "RRULE:FREQ=WEEKLY;COUNT=3")
    moved = (
        "UID:1",
        "RECURRENCE-ID;TZID=Europe/Berlin:20261203T090000",
        "DTSTART;TZID=Europe/Berlin:20261204T110000",
    )
    found = read(calendar(*event(*whole, "SUMMARY:Dr Lind"), *event(*moved, "SUMMARY:Dr Lind")))
    assert [each.at for each in found.appointments] == ["2026-12-04T11:00:00+01:00"]
    assert any("Friday 4 December 2026, 11:00" in each for each in found.remarks)
    assert not any("3 December" in each for each in found.remarks)
