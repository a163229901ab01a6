"""When an entry of a calendar is, whatever names and rules its time zone has."""

from __future__ import annotations

from zoneinfo import ZoneInfo

import pytest

from companion.exchange.calendar.read import read_calendar
from companion.exchange.errors import ImportRefusedError

TOKYO = ZoneInfo("Asia/Tokyo")
"""Where the laptop is: far from every zone below."""


def rules(name: str, winter: str = "+0100", summer: str = "+0200") -> tuple[str, ...]:
    """A zone of the file's own, which changes its clocks when Europe does."""
    return (
        "BEGIN:VTIMEZONE",
        f"TZID:{name}",
        "BEGIN:STANDARD",
        "DTSTART:16010101T030000",
        f"TZOFFSETFROM:{summer}",
        f"TZOFFSETTO:{winter}",
        "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10",
        "END:STANDARD",
        "BEGIN:DAYLIGHT",
        "DTSTART:16010101T020000",
        f"TZOFFSETFROM:{winter}",
        f"TZOFFSETTO:{summer}",
        "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3",
        "END:DAYLIGHT",
        "END:VTIMEZONE",
    )


def calendar(start: str, *zone: str, after: tuple[str, ...] = ()) -> bytes:
    """A calendar of one entry, with its zones before it or after it."""
    lines = (
        "BEGIN:VCALENDAR",
        *zone,
        "BEGIN:VEVENT",
        "SUMMARY:Dr Okafor",
        f"DTSTART{start}",
        "END:VEVENT",
        *after,
        "END:VCALENDAR",
        "",
    )
    return "\r\n".join(lines).encode()


def time_of(data: bytes) -> tuple[str, str | None]:
    (found,) = read_calendar(data, TOKYO).appointments
    return found.at, found.zone


@pytest.mark.parametrize(
    ("name", "zone"),
    [
        ("Europe/Berlin", "Europe/Berlin"),
        ("W. Europe Standard Time", "Europe/Berlin"),
        ("/freeassociation.sourceforge.net/Europe/Berlin", "Europe/Berlin"),
        ("maker/Europe/Berlin", "Europe/Berlin"),
        ("Customized Time Zone", None),
        ("Europe/Atlantis", None),
        ("maker/Asia/Tokyo", None),
    ],
)
def test_rules_of_the_files_own_give_the_instant_and_the_zone_where_its_name_tells_it(
    name: str, zone: str | None
) -> None:
    for day, offset in (("20260703", "+02:00"), ("20261203", "+01:00")):
        data = calendar(f";TZID={name}:{day}T140000", *rules(name))
        at = f"{day[:4]}-{day[4:6]}-{day[6:]}T14:00:00{offset}"
        assert time_of(data) == (at, zone)


def test_rules_may_stand_behind_the_entry_that_needs_them() -> None:
    data = calendar(";TZID=Ours:20260703T140000", after=rules("Ours"))
    assert time_of(data) == ("2026-07-03T14:00:00+02:00", None)


@pytest.mark.promise("import.appointments")
def test_the_rules_of_one_file_are_forgotten_with_it() -> None:
    start = ";TZID=Customized Time Zone:20261203T140000"
    berlin = calendar(start, *rules("Customized Time Zone"))
    new_york = calendar(start, *rules("Customized Time Zone", "-0500", "-0400"))
    assert time_of(berlin)[0] == "2026-12-03T14:00:00+01:00"
    assert time_of(new_york)[0] == "2026-12-03T14:00:00-05:00"
    assert time_of(berlin)[0] == "2026-12-03T14:00:00+01:00"
    with pytest.raises(ImportRefusedError):
        read_calendar(calendar(start), TOKYO)


@pytest.mark.parametrize(
    ("name", "zone"),
    [
        ("Eastern Standard Time", "America/New_York"),
        ("GMT Standard Time", "Europe/London"),
        ("Tokyo Standard Time", "Asia/Tokyo"),
    ],
)
def test_names_that_windows_gives_to_zones_need_no_rules(name: str, zone: str) -> None:
    at, known = time_of(calendar(f";TZID={name}:20260703T140000"))
    assert known == zone
    assert at.startswith("2026-07-03T14:00:00")


@pytest.mark.promise("import.appointments")
@pytest.mark.parametrize(
    "name",
    ["Mars/Phobos", "(UTC+01:00) Phobos", "UTC+99", "Western/Central Europe", "../../etc/passwd"],
)
def test_a_zone_that_nobody_knows_is_refused_by_name_and_never_guessed(name: str) -> None:
    with pytest.raises(ImportRefusedError) as caught:
        read_calendar(calendar(f';TZID="{name}":20261203T140000'), TOKYO)
    assert str(caught.value) == (
        f"The calendar entry 'Dr Okafor' is in a time zone Companion doesn't know, '{name}', and "
        "was left out, so nothing was imported; plan the visit in Prepare."
    )


@pytest.mark.parametrize("name", ["America", "Europe/", "x" * 5000, "a\0b"])
def test_a_zone_with_the_name_of_a_folder_or_of_no_file_is_refused_in_a_sentence(name: str) -> None:
    with pytest.raises(ImportRefusedError) as caught:
        read_calendar(calendar(f";TZID={name}:20261203T140000"), TOKYO)
    assert "\n" not in str(caught.value)
    assert len(str(caught.value)) < 300


@pytest.mark.parametrize(
    ("name", "at"),
    [
        ('"(UTC+01:00) Amsterdam, Berlin, Bern, Rome"', "2026-07-03T14:00:00+02:00"),
        ("(UTC-05:00) Eastern Time (US & Canada)", "2026-07-03T14:00:00-04:00"),
        ("Pacific Time (US & Canada)", "2026-07-03T14:00:00-07:00"),
        ("europe/berlin", "2026-07-03T14:00:00+02:00"),
        ("eastern standard time", "2026-07-03T14:00:00-04:00"),
        ("/maker.example/2007/europe/paris", "2026-07-03T14:00:00+02:00"),
        ("tzone://Microsoft/Utc", "2026-07-03T14:00:00+00:00"),
        ("UTC+05:30", "2026-07-03T14:00:00+05:30"),
        ("GMT-0330", "2026-07-03T14:00:00-03:30"),
        ("UTC+2", "2026-07-03T14:00:00+02:00"),
        ('"+01:00"', "2026-07-03T14:00:00+01:00"),
    ],
)
def test_a_name_that_leaves_no_doubt_names_its_zone(name: str, at: str) -> None:
    assert time_of(calendar(f";TZID={name}:20260703T140000"))[0] == at


NIGHTS = [
    ("20260329T013000", "2026-03-29T01:30:00+01:00"),
    ("20260329T023000", "2026-03-29T03:30:00+02:00"),
    ("20260329T033000", "2026-03-29T03:30:00+02:00"),
    ("20261025T013000", "2026-10-25T01:30:00+02:00"),
    ("20261025T023000", "2026-10-25T02:30:00+02:00"),
    ("20261025T033000", "2026-10-25T03:30:00+01:00"),
]
"""In the nights on which clocks are changed: a time that clocks skip, and one they show twice."""


@pytest.mark.parametrize(("start", "at"), NIGHTS)
def test_in_nights_on_which_clocks_are_changed_a_time_is_what_the_standard_says(
    start: str, at: str
) -> None:
    assert time_of(calendar(f";TZID=Europe/Berlin:{start}")) == (at, "Europe/Berlin")
    assert time_of(calendar(f";TZID=Ours:{start}", *rules("Ours"))) == (at, None)
    (floating,) = read_calendar(calendar(f":{start}"), ZoneInfo("Europe/Berlin")).appointments
    assert (floating.at, floating.zone) == (at, "Europe/Berlin")


def test_clocks_may_go_back_two_hours_at_once() -> None:
    data = calendar(";TZID=Ours:20261025T013000", *rules("Ours", "+1000", "+1200"))
    assert time_of(data) == ("2026-10-25T01:30:00+12:00", None)


@pytest.mark.parametrize(
    "written", [";VALUE=DATE:20261203", ";VALUE=DATE;TZID=Europe/Berlin:20261203"]
)
def test_a_whole_day_is_a_day_in_every_zone(written: str) -> None:
    assert time_of(calendar(written)) == ("2026-12-03", None)


@pytest.mark.parametrize("written", [":20261203T140000", ";TZID=:20261203T140000"])
def test_a_time_that_names_no_zone_is_meant_where_the_laptop_is(written: str) -> None:
    assert time_of(calendar(written)) == ("2026-12-03T14:00:00+09:00", "Asia/Tokyo")


@pytest.mark.parametrize("written", [":20261203T140000Z", ";TZID=UTC:20261203T140000"])
def test_a_time_in_utc_is_told_where_the_laptop_is(written: str) -> None:
    assert time_of(calendar(written)) == ("2026-12-03T14:00:00+00:00", None)
