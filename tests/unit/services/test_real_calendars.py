"""Invitations that real calendars and their bug reports made, taken in as visits."""

from __future__ import annotations

import time
import warnings
from collections import Counter
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar
from icalendar.timezone import tzp

from companion.exchange.errors import ImportRefusedError
from companion.services.transfer.imports import import_file
from tests.support.corpora import corpora, each_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from companion.domain.visit import VisitAbout
    from companion.services.case.library import CaseLibrary

ICS = corpora("ics")
FILES = sorted(ICS.rglob("*.ics"))
BERLIN = ZoneInfo("Europe/Berlin")


@pytest.fixture(autouse=True)
def in_berlin(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("TZ", "Europe/Berlin")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.mark.promise("import.appointments")
@pytest.mark.parametrize("file", each_of("ics", FILES), ids=lambda path: str(path.relative_to(ICS)))
def test_a_real_calendar_becomes_visits_at_the_right_time_or_is_refused_in_a_sentence(
    library: CaseLibrary, file: Path
) -> None:
    data = file.read_bytes()
    try:
        report = import_file(library, file.name, data)
    except ImportRefusedError as refusal:
        assert_one_sentence(str(refusal))
        assert library.case_ids() == ()
        assert not starts_of(data)
        return
    visits = visits_of(library, report.case_id)
    assert {meant(visit.at) for visit in visits} >= {meant_by(start) for start in starts_of(data)}
    for visit in visits:
        assert visit.zone is None or clock_in(visit.zone, visit.at) == visit.at
    for remark in report.remarks[1:]:
        assert_one_sentence(remark)
    again = import_file(library, file.name, data, report.case_id)
    assert again.remarks[0].startswith("0 added")
    assert again.remarks[1:] == report.remarks[1:]
    assert visits_of(library, report.case_id) == visits


def assert_one_sentence(sentence: str) -> None:
    assert "\n" not in sentence
    assert sentence.endswith(".")
    assert sentence[0].isupper()
    assert len(sentence) < 300


def visits_of(library: CaseLibrary, case_id: str) -> list[VisitAbout]:
    return [visit.head for visit in library.open_readonly(case_id).case.visits]


def starts_of(data: bytes) -> list[Any]:
    """The starts that the library itself reads, of what takes place once, in a zone it knows."""
    tzp.use_zoneinfo()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            calendars: list[Any] = list(Calendar.from_ical(data, multiple=True))
        except ValueError:
            return []
    events = [event for each in calendars for event in each.walk("VEVENT")]
    uids = Counter(str(event.get("UID", number)) for number, event in enumerate(events))
    once = (
        event
        for number, event in enumerate(events)
        if uids[str(event.get("UID", number))] == 1 and not {"RRULE", "RDATE"} & event.keys()
    )
    starts = [event.get("DTSTART") for event in once if event.get("STATUS") != "CANCELLED"]
    ones = [start[0] if isinstance(start, list) else start for start in starts]
    return [start for start in ones if known(start)]


def known(start: Any) -> bool:  # noqa: ANN401
    """Whether a start can be read, and says when it is."""
    try:
        at = getattr(start, "dt", None)
    except ValueError:
        return False
    floating = isinstance(at, datetime) and at.tzinfo is None
    return isinstance(at, date) and not (floating and start.params.get("TZID"))


def meant_by(start: Any) -> date:  # noqa: ANN401
    at = start.dt
    if not isinstance(at, datetime):
        return date(at.year, at.month, at.day)
    return (at if at.tzinfo is not None else at.replace(tzinfo=BERLIN)).astimezone(UTC)


def meant(at: str) -> date:
    return datetime.fromisoformat(at).astimezone(UTC) if "T" in at else date.fromisoformat(at)


def clock_in(zone: str, at: str) -> str:
    return datetime.fromisoformat(at).astimezone(ZoneInfo(zone)).isoformat()
