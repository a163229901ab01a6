"""Rows of the records board: the next steps, then each record with how far it has come."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain.agenda import call_day, next_call
from companion.domain.date_input import day_of
from companion.domain.pack import SITUATION
from companion.domain.preparation import (
    SEEN_TO,
    Record,
    RecordStatus,
    next_to_ask,
)
from companion.domain.reading_order import situation_heading
from companion.services.prepare.record_board import DATED
from companion.ui.prepare.rows import heading, tick_row, words_row
from companion.ui.widgets.line_list import Row
from companion.words import records as words
from companion.words.days import column_day, short_day
from companion.words.rooms import BETWEEN

if TYPE_CHECKING:
    from datetime import date

    from companion.domain.case import CopiedText

_MOODS = {RecordStatus.NEEDED: "mark", RecordStatus.ARRIVED: "good"}
"""How the words for how far a record has come look."""


def day_words(text: str | None, today: date) -> str:
    """Return a kept day in few words; empty when there is none."""
    day = day_of(text)
    return short_day(day, today) if day else ""


def record_name(record: Record) -> str:
    """Return a record's name as it stands inside a sentence."""
    return record.text.rstrip(".")


def record_day(record: Record, today: date) -> str:
    """Return the day on which a record came as far as it is, for the column of days."""
    day = day_of(getattr(record, DATED.get(record.status, ""), ""))
    return column_day(day, today) if day else ""


def record_details(record: Record, today: date) -> str:
    """Return who has a record or was asked for it, and when to ask again."""
    parts = []
    if record.status not in DATED:
        parts.append(words.holder(record.holder))
    if record.spoken_to and record.status is RecordStatus.ASKED:
        parts.append(record.spoken_to)
    call = call_day(record)
    if call is not None:
        parts.append(words.again(short_day(call, today), (call - today).days))
    if record.status is RecordStatus.NEEDED and record.changes == "most":
        parts.append(words.CHANGES_MOST)
    return BETWEEN.join(parts)


def board_rows(records: tuple[Record, ...], today: date) -> list[Row]:
    """Return the records wanted, each with how far it has come."""
    width = max((len(words.STATUS[record.status.value]) for record in records), default=0)
    return [_record_row(record, today, width) for record in records]


def _record_row(record: Record, today: date, width: int) -> Row:
    status = words.STATUS[record.status.value]
    mood = _MOODS.get(record.status, "")
    unused = record.status is RecordStatus.NOT_NEEDED
    return Row(
        f"record:{record.id}",
        record_name(record),
        lead=f" {status:<{width}}  ",
        right=record_day(record, today),
        right_mood="muted",
        under=record_details(record, today),
        mood="muted" if unused else "",
        tints=((status, mood),) if mood else (),
        strong="" if unused else record_name(record),
    )


def ahead_rows(records: tuple[Record, ...], today: date) -> list[Row]:
    """Return the next steps: the record to ask for, and the next call."""
    said = [_first(records)]
    after = next_call(records)
    day = call_day(after) if after is not None else None
    if after is not None and day is not None:
        when = short_day(day, today)
        away = (day - today).days
        said.append(words.next_call(record_name(after), after.spoken_to, when, away))
    return [words_row(f"ahead{at}", line) for at, line in enumerate(said)]


def _first(records: tuple[Record, ...]) -> str:
    following = next_to_ask(records)
    if following is not None:
        return words.next_to_ask(record_name(following), following.holder)
    if not records:
        return words.NONE_YET
    waits = any(each.status not in SEEN_TO for each in records)
    return words.INTRO if waits else words.ALL_ARRIVED


def offered_record_rows(
    offered: tuple[CopiedText, ...], at_home: tuple[CopiedText, ...], taken: frozenset[str | None]
) -> list[Row]:
    """Return what the guidance names, what can change most first; then what can stay at home.

    What is for one situation only stands after what is for everybody.
    """
    rows: list[Row] = []
    group = ""
    for text in offered:
        situation = text.first(SITUATION)
        change = words.CHANGES.get(text.first("changes"), "")
        name = situation_heading(situation) if situation else change
        if name != group:
            group = name
            rows.append(heading(f"change-{text.source}", group))
        rows.append(tick_row(f"tick:{text.source}", text.text, ticked=text.source in taken))
    if at_home:
        rows.append(heading("at-home", words.AT_HOME))
        rows += [Row(f"text:{text.source}", text.text, lead="  -  ") for text in at_home]
    return rows
