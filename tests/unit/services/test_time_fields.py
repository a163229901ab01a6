from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from companion.domain.preparation import RecordStatus
from companion.services.prepare.appointment import Appointment
from companion.services.prepare.record_board import RecordBoard
from companion.services.time_fields import DayField, WhenField
from companion.services.visit.plan import NewVisit
from companion.ui.prepare.parts.visit import when_words
from tests.unit.services.preparing_case import new_session

if TYPE_CHECKING:
    from collections.abc import Callable

    from companion.domain.visit import VisitAbout
    from companion.services.case.session import CaseSession
    from companion.services.draft import Draft

TODAY = date(2026, 11, 24)


@pytest.fixture(autouse=True)
def _in_berlin(laptop_in: Callable[[str], None]) -> None:
    laptop_in("Europe/Berlin")


@pytest.fixture
def session() -> CaseSession:
    return new_session()


def planned(session: CaseSession, at: str, zone: str | None) -> Appointment:
    return Appointment(session, Appointment(session).another(NewVisit(at=at, zone=zone)))


def head(appointment: Appointment) -> VisitAbout:
    assert appointment.visit is not None
    return appointment.visit.head


def typed(draft: Draft, text: str) -> bool:
    for end in range(len(text) + 1):
        draft.keep(text[:end])
    return draft.finish(text)


@pytest.mark.parametrize(
    ("at", "zone", "opens"),
    [
        ("2026-12-03T14:00-05:00", "America/New_York", "3 December 2026, 14:00"),
        ("2026-12-05T01:00+00:00", None, "5 December 2026, 02:00"),
        ("2026-12-03T14:00-05:00", None, "3 December 2026, 14:00"),
        ("2026-12-03T14:00+01:00", "Europe/Berlin", "3 December 2026, 14:00"),
        ("2026-12-03", "America/New_York", "3 December 2026"),
    ],
)
def test_the_field_opens_with_the_day_and_hour_that_its_row_shows(
    at: str, zone: str | None, opens: str, session: CaseSession
) -> None:
    appointment = planned(session, at, zone)
    draft = appointment.when_draft()
    assert draft.text == opens
    day, _, hour = opens.partition(", ")
    shown = when_words(head(appointment))
    assert day.removesuffix(" 2026") in shown
    assert hour in shown
    assert draft.finish(draft.text)
    assert (head(appointment).at, head(appointment).zone) == (at, zone)


@pytest.mark.parametrize(
    ("at", "zone", "kept"),
    [
        (
            "2026-12-03T14:00-05:00",
            "America/New_York",
            ("2027-07-04T14:00-04:00", "America/New_York"),
        ),
        ("2026-12-03T14:00-05:00", None, ("2027-07-04T14:00-05:00", None)),
        ("2026-12-03T13:00+00:00", None, ("2027-07-04T14:00+02:00", "Europe/Berlin")),
        ("2026-12-03T14:00+01:00", None, ("2027-07-04T14:00+02:00", "Europe/Berlin")),
        (
            "2026-12-03T14:00+01:00",
            "Europe/Berlin",
            ("2027-07-04T14:00+02:00", "Europe/Berlin"),
        ),
    ],
)
def test_changing_only_the_day_keeps_the_hour_over_a_change_of_clocks(
    at: str, zone: str | None, kept: tuple[str, str | None], session: CaseSession
) -> None:
    appointment = planned(session, at, zone)
    draft = appointment.when_draft()
    assert typed(draft, draft.text.replace("3 December 2026", "4 July 2027"))
    assert (head(appointment).at, head(appointment).zone) == kept


def test_an_hour_alone_is_on_the_day_of_the_visit(session: CaseSession) -> None:
    appointment = planned(session, "2026-12-03T14:00-05:00", "America/New_York")
    assert typed(appointment.when_draft(), "half past three")
    assert head(appointment).at == "2026-12-03T15:30-05:00"


def test_an_hour_said_to_be_here_is_kept_in_the_clocks_of_the_visit(session: CaseSession) -> None:
    appointment = planned(session, "2026-12-03T14:00-05:00", "America/New_York")
    assert typed(appointment.when_draft(), "3 December, 21:00 here")
    assert (head(appointment).at, head(appointment).zone) == (
        *("2026-12-03T15:00-05:00", "America/New_York"),
    )


def test_what_is_typed_is_said_back_with_the_place_and_both_hours(session: CaseSession) -> None:
    appointment = planned(session, "2026-12-03T14:00-05:00", "America/New_York")
    assert appointment.when_draft().echo("4 Dec 14:00") == (
        "Friday 4 December, 14:00 in New York, 20:00 here, in 10 days"
    )


@pytest.mark.parametrize(
    ("text", "echo"),
    [
        ("28 March 2027 02:30", "Sunday 28 March 2027, 03:30 (clocks skip 02:30), in 124 days"),
        ("31 October 2027 2:30", "Sunday 31 October 2027, 02:30 (the first of two), in 341 days"),
        ("3/12 2pm", "Thursday 3 December, 14:00, in 9 days"),
        ("today at noon", "Tuesday 24 November, 12:00, today"),
        ("soon", "like 3 December, 14:00"),
    ],
)
def test_what_was_meant_is_said_back_in_words(text: str, echo: str, session: CaseSession) -> None:
    assert Appointment(session).when_draft().echo(text) == echo


def test_an_american_field_opens_and_hints_the_american_way(
    session: CaseSession, habit_of: Callable[[str], None]
) -> None:
    habit_of("en_US.UTF-8")
    appointment = planned(session, "2026-12-03T14:00+01:00", "Europe/Berlin")
    draft = appointment.when_draft()
    assert draft.text == "December 3, 2026, 2:00 pm"
    assert draft.unread == ("Try: December 3 2:00 pm, or: in 3 weeks. Nothing was changed.")
    assert draft.echo("12/3 2:30") == "Thursday, December 3, 2:30 pm, in 9 days"


@pytest.mark.parametrize("name", ["asked_at", "sent_at", "arrived_at"])
def test_the_day_of_what_was_done_is_the_last_such_day(name: str, session: CaseSession) -> None:
    board = RecordBoard(session)
    board.own_draft().finish("the letter")
    (record,) = board.records()
    assert typed(board.field_draft(record.id, name), "25 Nov")
    (record,) = board.records()
    assert getattr(record, name) == "2025-11-25"
    assert record.status is RecordStatus.NEEDED
    assert board.field_draft(record.id, name).text == "25 November 2025"


def test_the_day_to_ask_again_lies_ahead(session: CaseSession) -> None:
    board = RecordBoard(session)
    board.own_draft().finish("the letter")
    (record,) = board.records()
    assert typed(board.field_draft(record.id, "chase_on"), "23 Nov")
    assert board.records()[0].chase_on == "2027-11-23"


def test_the_day_of_a_visit_that_was_is_the_last_such_day(session: CaseSession) -> None:
    appointment = planned(session, "", None)
    assert appointment.visit is not None
    about = appointment.visit.head
    was = WhenField(
        type(about)(id=about.id, started_at=session.now(), ended_at=session.now()), TODAY
    )
    assert was.read("20 November 2pm") == "2026-11-20T14:00+01:00"
    assert was.read("25 November") == "2025-11-25"


@pytest.mark.parametrize(("text", "minutes"), [("half an hour", 30), ("12 minutes", 12)])
def test_minutes_are_read_as_people_write_them(
    text: str, minutes: int, session: CaseSession
) -> None:
    appointment = planned(session, "2026-12-03", None)
    assert appointment.minutes_draft().echo(text) == f"{minutes} minutes"
    assert typed(appointment.minutes_draft(), text)
    assert head(appointment).minutes == minutes
    assert not typed(appointment.minutes_draft(), "a while")
    assert head(appointment).minutes == minutes


@pytest.mark.parametrize("kept", ["2026-12-03", "1950-07-03", "2031-01-01"])
@pytest.mark.parametrize("past", [True, False])
def test_what_stands_in_a_field_means_what_is_kept(kept: str, past: bool) -> None:
    field = DayField(TODAY, past=past)
    assert field.read(field.text(kept)) == kept
