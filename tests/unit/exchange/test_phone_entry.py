"""A visit as a calendar entry for a phone: short, in the right hour, with less where it must be."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from icalendar import Calendar

from companion.domain.visit import VisitAbout
from companion.exchange.calendar.write import phone_entries

if TYPE_CHECKING:
    from typing import Any


def event(entry: str) -> Any:  # noqa: ANN401 - icalendar's own
    whole = f"BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:x\n{entry}\nEND:VCALENDAR\n"
    return Calendar.from_ical(whole.replace("\n", "\r\n")).walk("VEVENT")[0]


def test_it_has_who_when_where_and_what_for_and_each_next_one_has_less() -> None:
    about = VisitAbout(
        id="visit001",
        at="2026-12-03T14:00+01:00",
        minutes=40,
        place="Ward 3; left, then up\nsecond door",
        goal="Know the plan",
    )
    every = phone_entries(about, "Dr Okafor")
    read = event(every[0])
    assert str(read["SUMMARY"]) == "Dr Okafor"
    assert read["DTSTART"].dt.isoformat() == "2026-12-03T13:00:00+00:00"
    assert read["DTEND"].dt.isoformat() == "2026-12-03T13:40:00+00:00"
    assert str(read["LOCATION"]) == "Ward 3; left, then up second door"
    assert str(read["DESCRIPTION"]) == "Know the plan"
    assert sorted(every, key=len, reverse=True) == list(every)
    assert [("LOCATION" in each, "DESCRIPTION" in each) for each in every] == [
        (True, True),
        (True, False),
        (False, False),
    ]


@pytest.mark.parametrize("minutes", [None, 30])
def test_a_whole_day_is_a_day(minutes: int | None) -> None:
    (entry,) = phone_entries(VisitAbout(id="visit001", at="2026-12-03", minutes=minutes), "")
    assert event(entry)["DTSTART"].dt.isoformat() == "2026-12-03"
    assert "DTEND" not in entry
