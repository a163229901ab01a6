"""The glance bar: must-asks left, minutes left, counts of unclear notes and of things to do."""

from __future__ import annotations

from datetime import timedelta
from itertools import islice
from typing import TYPE_CHECKING

from rich.cells import cell_len

from companion.domain.clock import (
    clock_is_shown,
    in_last_minutes,
    minutes_left,
    time_is_over,
    was_set_back,
)
from companion.domain.marks import NoteKind
from companion.domain.value import Value
from companion.domain.visit import was_over
from companion.domain.visit_times import told_when
from companion.ui.widgets.one_line import fit
from companion.words import visit as words
from companion.words.days import long_day, short_day
from companion.words.rooms import BETWEEN

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date, datetime

    from companion.domain.question_rows import NumberedQuestion
    from companion.domain.visit import VisitAbout, VisitFile

QUIET = timedelta(minutes=2)
"""The time after a covered note or unexpected news in which nothing comes up by itself."""
EDGES = 4
"""Cells of the bar that stay blank."""
SHORTEST_NAME = 6
AT_THE_START = timedelta(minutes=5)
"""The time in which the bar names the page that is ready to be handed over."""


def planned(about: VisitAbout, day: Callable[[date], str] = long_day) -> str:
    """Return the day and time a visit is planned for, as in `Thursday 3 December, 14:00`."""
    return told_when(about, day) if about.at else ""


class GlanceFacts(Value):
    """Everything that the glance bar tells of."""

    visit: VisitFile
    rows: tuple[NumberedQuestion, ...]
    clinician: str
    """The doctor's name; empty when not known."""
    now: datetime
    page: bool = False
    """Whether a page for the doctor was printed."""
    quiet: bool = False
    """Whether nothing may come up by itself now."""
    leave_key: str = ""
    """The key of *before you leave*."""
    width: int = 0
    """Cells of the bar; 0 for no limit."""


def glance(seen: GlanceFacts) -> tuple[str, str]:
    """Return the left and the right half of the glance bar.

    Where the bar is too narrow, the cues go first, then the counts; then the name is cut.
    """
    head = seen.visit.head
    name = seen.clinician or words.NO_CLINICIAN
    name = words.by_phone(name) if head.phone else name
    if head.started_at is None and head.ended_at is None:
        return _before(seen, name, words.NOT_STARTED), words.NOT_STARTED
    ended = words.ENDED if head.ended_at is not None and not was_over(head) else ""
    left = [name, ended, _asking(seen)]
    clock = words.AFTERWARDS if was_over(head) else clock_words(seen.visit, seen.now)
    cues, counts = _cues(seen), _counts(seen.visit)
    while cues and not _fits(left[1:], [clock, *cues], seen.width):
        cues.pop(0)
    right = [clock, *cues]
    while counts and not _fits(left, [*right, *counts], seen.width):
        counts.pop()
    right += counts
    if not _fits(left, right, seen.width) and any(left[1:]):
        taken = cell_len(_joined(["", *left[1:]])) + cell_len(_joined(right)) + EDGES
        room = seen.width - taken - len(BETWEEN)
        left[0] = fit(name, room).rstrip() if room >= SHORTEST_NAME else ""
    return _joined(left), _joined(right)


def _before(seen: GlanceFacts, name: str, standing: str) -> str:
    """Return the doctor, the day and the hour; where there is little room, the hour stays."""
    head = seen.visit.head
    for who, day in ((name, long_day), (name, short_day), (seen.clinician, short_day)):
        said = [who, planned(head, day)]
        if _fits(said, [standing], seen.width):
            return _joined(said)
    when = planned(head, short_day)
    room = seen.width - cell_len(_joined(["", when])) - cell_len(standing) - EDGES - len(BETWEEN)
    return _joined([fit(name, room).rstrip() if room >= SHORTEST_NAME else "", when])


def _fits(left: list[str], right: list[str], width: int) -> bool:
    return not width or cell_len(_joined(left)) + cell_len(_joined(right)) + EDGES <= width


def is_quiet(visit: VisitFile, now: datetime) -> bool:
    """Return whether a covered note or unexpected news is too recent for anything to come up."""
    newest = islice((note for note in reversed(visit.notes) if not note.deleted), 20)
    times = [note.at for note in newest if note.covered and note.at is not None]
    if visit.head.news_at is not None:
        times.append(visit.head.news_at)
    return any(now - at < QUIET for at in times)


def _joined(parts: list[str]) -> str:
    return BETWEEN.join(part for part in parts if part)


def _asking(seen: GlanceFacts) -> str:
    if seen.visit.head.news_at is not None:
        return words.NEWS_IS_ON
    numbers = tuple(row.number for row in seen.rows if row.still_to_ask)
    if numbers:
        return words.still_to_ask(numbers)
    return words.ALL_ASKED if any(row.must for row in seen.rows) else ""


def clock_words(visit: VisitFile, now: datetime) -> str:
    """Return how long is left, never a minus; empty when the clock is not shown."""
    head = visit.head
    if head.ended_at is not None or not clock_is_shown(head, now):
        return ""
    if was_set_back(visit, now):
        return words.SET_BACK
    if time_is_over(head, now):
        return words.TIME_IS_OVER
    return words.minutes_left(minutes_left(head, now) or 0)


def _cues(seen: GlanceFacts) -> list[str]:
    head = seen.visit.head
    if seen.quiet or head.ended_at is not None or head.started_at is None:
        return []
    early = seen.now - head.started_at < AT_THE_START
    cues = [words.CUE_PAGE] if early and seen.page and head.handed_over_at is None else []
    if in_last_minutes(head, seen.now) and not seen.visit.before_you_leave:
        cues.append(words.before_you_leave_cue(seen.leave_key))
    return cues


def _counts(visit: VisitFile) -> list[str]:
    kinds = [note.kind for note in visit.notes if not note.deleted]
    unclear, to_do = kinds.count(NoteKind.UNCLEAR), kinds.count(NoteKind.TODO)
    return [
        words.unclear(unclear) if unclear else "",
        words.to_do(to_do) if to_do else "",
    ]
