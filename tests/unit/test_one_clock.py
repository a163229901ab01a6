"""A visit is told the same in every room, on every paper and on the command line."""

from __future__ import annotations

import os
import time
from datetime import UTC, date, datetime, timedelta, timezone
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.cli.case_status import status_lines
from companion.cli.lookup import visit_name
from companion.domain.comparison_table import columns
from companion.domain.moments import local_day
from companion.domain.value import replace
from companion.domain.visit import VisitAbout, VisitFile
from companion.domain.visit_times import day_of_visit, told_day, told_when
from companion.exchange.papers.catalogue import ExportRequest
from companion.exchange.papers.merge_fields import visit_day
from companion.exchange.papers.paper_context import PaperContext
from companion.exchange.redaction import for_audience
from companion.services.home.case_list import CaseList, case_line
from companion.services.transfer.exports import export
from companion.ui.home.cases_view import case_rows, coming_rows
from companion.ui.prepare.parts.visit import when_words
from companion.ui.visit.glance_bar import planned
from companion.words import days
from tests.support.example_case import example_case

if TYPE_CHECKING:
    from collections.abc import Iterator

    from companion.domain.case import Case

ZONES = (
    *("Europe/Berlin", "America/New_York", "Pacific/Apia", "Pacific/Honolulu", "Asia/Kathmandu"),
    *("America/St_Johns", "Europe/London", "Etc/UTC", "", "Mars/Crater"),
)
LAPTOPS = ("Europe/Berlin", "America/New_York", "Pacific/Kiritimati", "Pacific/Honolulu", "UTC")
NOW = datetime(2026, 11, 30, 7, 0, tzinfo=UTC)


@pytest.fixture(autouse=True, scope="module")
def _back_where_it_was() -> Iterator[None]:
    before = os.environ["TZ"]
    yield
    _move(before)


def _move(zone: str) -> None:
    os.environ["TZ"] = zone
    time.tzset()


def _case(at: str, zone: str | None) -> tuple[Case, VisitFile]:
    case = example_case()
    first = case.visits[0]
    about = VisitAbout(id=first.id, clinician_id=first.head.clinician_id, at=at, zone=zone)
    visit = VisitFile(id=first.id, about=(about,), people=first.people)
    return replace(case, visits=(visit,)), visit


instants = st.datetimes(
    datetime(2026, 12, 1),  # noqa: DTZ001 - made aware by the strategy
    datetime(2027, 12, 31),  # noqa: DTZ001
    timezones=st.integers(-11, 13).map(lambda hours: timezone(timedelta(hours=hours))),
)
times = instants.map(lambda at: at.replace(second=0, microsecond=0).isoformat(timespec="minutes"))
whole_days = st.dates(date(2026, 12, 1), date(2027, 12, 31)).map(date.isoformat)


@pytest.mark.promise("command.visit-times")
@given(times | whole_days, st.sampled_from(ZONES), st.sampled_from(LAPTOPS))
def test_a_visit_is_told_the_same_everywhere(at: str, zone: str, laptop: str) -> None:
    _move(laptop)
    case, visit = _case(at, zone or None)
    told, dated_told = told_when(visit.head), told_when(visit.head, days.long_date)
    line = case_line(case, NOW)
    listing = CaseList((line,), (), NOW)
    assert when_words(visit.head) == planned(visit.head) == told
    assert dated_told in visit_name("", visit)
    assert visit_day(visit, None) == told_day(visit.head, days.long_date)
    assert PaperContext(for_audience(case)).when(visit).startswith(dated_told)
    today = local_day(NOW)
    near = told_when(visit.head, lambda day: days.long_day(day, today))
    assert near.startswith(visit_day(visit, today))
    assert any(near in row.right for row in case_rows(listing, 200))
    assert any(near in text for text in status_lines(case, NOW))
    own = day_of_visit(visit.head)
    assert own is not None
    assert any(days.column_day(own, today) in row.lead for row in coming_rows(listing, 200))
    assert [each.day for each in columns(case) if each.visit is not None] in ([], [own])


@pytest.mark.promise("command.visit-times")
@pytest.mark.parametrize("form", ["text", "html", "markdown"])
@pytest.mark.parametrize("paper", ["case", "timeline"])
def test_every_form_of_a_paper_names_both_hours(form: str, paper: str) -> None:
    _move("Europe/Berlin")
    case, _ = _case("2026-12-03T14:00-05:00", "America/New_York")
    page = export(case, ExportRequest(format=form, paper=paper, now=NOW)).data.decode()
    assert "Thursday 3 December 2026, 14:00 in New York, 20:00 here" in page


def test_notes_of_another_day_carry_it_on_paper() -> None:
    _move("Europe/Stockholm")
    case = example_case()
    visit = case.visits[0]
    notes = (
        *visit.notes[:-1],
        replace(visit.notes[-1], at=datetime(2026, 12, 5, 9, 0, tzinfo=UTC)),
    )
    case = replace(case, visits=(replace(visit, notes=notes), *case.visits[1:]))
    page = export(case, ExportRequest(format="text", now=NOW)).data.decode()
    assert "5 December, 10:00" in page
    assert "3 December, 14:" not in page
