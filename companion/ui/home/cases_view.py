"""Home as rows: the ways to begin, the cases, the things coming up."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from companion.domain.agenda import DueKind
from companion.domain.case_queries import name_of
from companion.domain.date_input import day_of
from companion.domain.invitation import in_short
from companion.domain.moments import local_day
from companion.domain.text import one_line
from companion.domain.value import replace
from companion.domain.visit_selection import is_under_way
from companion.domain.visit_times import (
    day_here,
    day_of_visit,
    note_day,
    told_day,
    told_hour,
    told_hour_of,
    told_when,
    zone_of,
)
from companion.ui.widgets.row import Row, leads, wrap_row
from companion.words import days
from companion.words import home as words

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date, datetime

    from companion.domain.agenda import Due
    from companion.domain.visit import VisitAbout, VisitFile
    from companion.services.home.case_list import CaseLine, CaseList

NEW = "new"
"""The key of the row that makes a case."""
EXAMPLE = "example"
"""The key of the row that opens the made-up case."""
WIDE = 90
"""Columns from which days are written in full."""
BROAD = 110
"""Columns from which a case has three lines, and what is coming up can stand beside the cases."""
AIRY = 26
"""Lines of the window from which days have blank lines between them."""
_AROUND = 4
"""Lines above and below a list that is as tall as the window: top line, rule, the last two."""
_BELOW = 2
"""Lines that a second list below the first needs besides its rows."""
_LEAD = 12
_LINES_OF_INVITATION = 2
_LEAST_WORDS = 40


def door_rows(*, notes: bool = True) -> list[Row]:
    """Return the ways to begin, each with its number, and a remark where there is room."""
    return [
        Row(command, words.beginning(title, note) if notes else title, lead=f" {number}  ")
        for number, (command, title, note) in enumerate(words.BEGINNINGS, 1)
    ]


def _days(width: int) -> Callable[[date, date], str]:
    return days.long_day if width >= WIDE else days.short_day


def title_of(line: CaseLine) -> str:
    """Return the case's title, or words in its place."""
    return line.case.file.head.title.strip() or words.NO_TITLE


def _when(line: CaseLine, now: datetime, width: int) -> str:
    """Return the visit that lies ahead, else the last one, for the right of a case."""
    day, today = _days(width), local_day(now)
    visit = line.planned
    if visit is not None:
        name = name_of(line.case, visit.head.clinician_id)
        return words.visit_at(name, told_when(visit.head, lambda each: day(each, today)))
    if line.last is not None:
        head = line.last.head
        was = told_day(head, lambda each: day(each, today))
        name = name_of(line.case, head.clinician_id)
        return words.was_there(name, was, under_way=is_under_way(head))
    return words.NO_VISIT


def _how_soon(line: CaseLine, now: datetime, width: int) -> str:
    """Return in how many days the visit is, and by when a decision is wanted."""
    parts = []
    visit = line.planned
    if visit is not None and (there := day_here(visit.head)) is not None:
        parts.append(days.distance((there - local_day(now)).days))
        parts.append(words.ready(line.ready, line.parts))
    decide_by = day_of(line.case.file.head.decide_by)
    if decide_by is not None and (width >= WIDE or not parts):
        parts.append(words.decide_by(days.plain_day(decide_by, local_day(now))))
    return " · ".join(parts)


def _next(line: CaseLine, now: datetime, width: int) -> str:
    """Return the next thing to do, whose it is and by when."""
    what = line.next
    today = local_day(now)
    by = _days(width)(what.day, today) if what.day is not None else ""
    late = what.day is not None and what.day < today
    return words.next_thing(what.kind, one_line(what.text), what.who, by, late=late)


def _below(case_id: str, name: str, text: str, *, right: str = "") -> Row:
    return Row(
        f"{case_id}/{name}",
        text,
        lead="   ",
        right=right,
        mood="muted",
        tints=((words.NEXT_LEAD, "mark"),) if name == "next" else (),
        selectable=False,
        with_above=True,
    )


def case_rows(listing: CaseList, width: int, *, broad: bool = False) -> list[Row]:
    """Return the cases, two lines each, then the ways to make one.

    Args:
        listing: The cases.
        width: The columns there are.
        broad: Whether each has three lines.
    """
    rows: list[Row] = []
    for line in listing.lines:
        case_id = line.case.file.id
        coming = words.READING if listing.reading else _next(line, listing.now, width)
        when = "" if listing.reading else _when(line, listing.now, width)
        soon = "" if listing.reading else _how_soon(line, listing.now, width)
        title = title_of(line)
        if broad:
            # At the right a doctor would squeeze the title, or stand too far from it.
            about = " · ".join(part for part in (when, soon) if part)
            rows += [Row(case_id, title, lead=" ", strong=title), _below(case_id, "when", about)]
            soon = ""
        else:
            rows.append(Row(case_id, title, lead=" ", right=when, strong=title))
        rows.append(_below(case_id, "next", coming, right=soon))
        rows += [
            Row(f"{case_id}/{visit}", words.UNREADABLE_VISITS, lead="     ", selectable=False)
            for visit in line.case.unreadable
        ]
        rows.append(Row(f"{case_id}/blank", "", selectable=False))
    rows += [
        Row(
            f"bad/{bad.case_id}",
            words.unreadable_case(others=bool(listing.lines)),
            lead=" ",
            selectable=False,
        )
        for bad in listing.unreadable
    ]
    rows += [
        Row(NEW, words.NEW_CASE_ROW, lead=" "),
        Row(EXAMPLE, words.EXAMPLE_ROW, lead=" "),
    ]
    return rows


def _due_text(due: Due) -> str:
    if due.kind is DueKind.VISIT and due.visit is not None:
        head = due.visit.head
        return words.due_visit(due.text, told_hour_of(head), head.minutes, head.place)
    if due.kind is DueKind.RECORD:
        return words.due_record(due.text, due.who)
    if due.kind is DueKind.RESULT:
        return words.due_result(due.text, due.who)
    if due.kind is DueKind.DECIDE:
        return words.DECIDE_BY
    return words.due_step(due.text, due.who)


def _coming(listing: CaseList) -> list[tuple[Due, CaseLine]]:
    """Return all things with a day, in all cases: the nearest first, late ones last."""
    every = [(due, line) for line in listing.lines for due in line.due]
    return sorted(every, key=lambda pair: (pair[0].late, pair[0].day, pair[0].kind))


def coming_rows(listing: CaseList, width: int) -> list[Row]:
    """Return all things with a day as rows; the key of each is its place."""
    several = len(listing.lines) > 1
    today = local_day(listing.now)
    rows = []
    for number, (due, line) in enumerate(_coming(listing)):
        text = _due_text(due)
        own = day_of_visit(due.visit.head) if due.visit is not None else None
        day = own if own is not None else due.day
        lead = days.column_day(day, today)
        if due.late:
            text, lead = words.was_due(text, _days(width)(day, today)), words.LATE
        title = title_of(line)
        right = (title if len(title) <= width // 4 else f"{title[: width // 4 - 1]}…") * several
        mood = "mark" if due.late else "key"
        rows.append(Row(str(number), text, lead, right, right_mood="muted", tints=((lead, mood),)))
        if due.kind is DueKind.VISIT and due.visit is not None and not due.late:
            rows += _invitation_rows(str(number), due.visit.head, width)
    return _aligned(rows) or [
        Row("none", words.NOTHING_COMING, lead=" ", mood="muted", selectable=False)
    ]


class Lists(NamedTuple):
    """The two lists of Home."""

    cases: list[Row]
    coming: list[Row]
    beside: bool


def lists_of(listing: CaseList, size: tuple[int, int]) -> Lists:
    """Return the cases and what is coming up, in so many columns and lines of the window.

    Where all of it fits, one stands below the other; in a wide window they stand beside each other
    where it does not.
    """
    width, height = size
    broad = width >= BROAD
    rows = case_rows(listing, width, broad=broad)
    coming = coming_rows(listing, width)
    room = height - _AROUND - _BELOW - (listing.open_visit is not None)
    fits = _fit([*rows, *_with_air(coming)], width, room)
    beside = broad and (listing.reading or not fits)
    if beside:
        right = width * 2 // 5
        rows, coming = case_rows(listing, width - right, broad=True), coming_rows(listing, right)
        fits = _fit(_with_air(coming), right, height - _AROUND)
    return Lists(rows, _with_air(coming) if fits and height >= AIRY else coming, beside)


def _fit(rows: list[Row], width: int, room: int) -> bool:
    """Return whether rows take no more than so many lines; of a long list none is wrapped."""
    return len(rows) <= room and sum(len(wrap_row(row, width)) for row in rows) <= room


def _with_air(rows: list[Row]) -> list[Row]:
    """Return what is coming up with a blank line between one day and the next."""
    airy: list[Row] = []
    for row in rows:
        if airy and row.selectable:
            airy.append(Row(f"{row.key}/blank", "", selectable=False))
        airy.append(row)
    return airy


def _aligned(rows: list[Row]) -> list[Row]:
    """Return the rows with their days as wide as the widest of them."""
    days_of = {row.key: row.lead for row in rows if row.selectable}
    wide = dict(zip(days_of, leads([*days_of.values()], _LEAD), strict=True))
    below = " " * max(map(len, wide.values()), default=0)
    return [replace(row, lead=wide.get(row.key, below)) for row in rows]


def _invitation_rows(key: str, about: VisitAbout, width: int) -> list[Row]:
    """Return what to know before a visit, for under its line: who calls, not to eat, the link."""
    room = max(_LEAST_WORDS, _LINES_OF_INVITATION * (width - _LEAD - 4))
    said = (in_short(about, room), about.url.strip())
    return [
        Row(f"{key}/{at}", text, lead=" " * (_LEAD + 1), mood="muted", selectable=False)
        for at, text in enumerate(said)
        if text
    ]


def due_of(listing: CaseList, key: str) -> tuple[str, Due]:
    """Return the case and the thing that a row of things coming up stands for."""
    due, line = _coming(listing)[int(key)]
    return line.case.file.id, due


def top_right(listing: CaseList) -> str:
    """Return how many cases there are, and how many things are late."""
    if not listing.lines and not listing.unreadable:
        return words.NO_CASE_YET
    return words.cases(len(listing.lines), listing.late)


def open_visit_row(line: CaseLine, visit: VisitFile, today: date) -> Row:
    """Return the line back to a visit that was not ended, or in which half a line waits."""
    head = visit.head
    began = head.started_at if not head.ended_at else None
    when = _began(began, head, today) if began is not None else ""
    name = name_of(line.case, head.clinician_id)
    return Row(visit.id, words.still_open(name, when))


def _began(at: datetime, about: VisitAbout, today: date) -> str:
    """Return when a visit began, with the day unless it is today."""
    zone = zone_of(about)
    hour, day = told_hour(at, zone), note_day(at, about)
    return words.began_at(hour, "" if day == today else days.long_day(day, today))
