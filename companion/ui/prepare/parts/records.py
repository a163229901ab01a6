"""The records: documents to gather, on a board with the next steps above it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain.agenda import call_day, next_call
from companion.domain.date_input import day_of
from companion.domain.pack import SITUATION
from companion.domain.preparation import SEEN_TO, Record, RecordStatus, next_to_ask
from companion.domain.reading_order import situation_heading
from companion.services.prepare.preparation import short
from companion.services.prepare.record_board import DATED, RecordBoard
from companion.ui.prepare.part import DONE, NOT_HERE, Part, PartResult
from companion.ui.prepare.rows import (
    add_row,
    answer_row,
    blank,
    heading,
    kind_of,
    paper_row,
    tick_row,
    words_row,
)
from companion.ui.widgets.line_list import Row
from companion.words import prepare as general
from companion.words import records as words
from companion.words.days import column_day, short_day
from companion.words.rooms import BETWEEN, taken_out

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from companion.domain.case import CopiedText
    from companion.services.case.session import CaseSession

DETAILS = ("text", "holder", "spoken_to", "chase_on", "asked_at", "sent_at", "arrived_at", "why")

_MOODS = {RecordStatus.NEEDED: "mark", RecordStatus.ARRIVED: "good"}


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


class RecordsPart(Part):
    """Documents to gather: needed, asked, sent, arrived."""

    NAME = "records"
    TAKES_WORDS = True
    KIND = "record"

    def __init__(self, session: CaseSession) -> None:
        super().__init__(session)
        self.board = RecordBoard(session)

    @property
    def hint(self) -> str:
        """The last line."""
        if self.subpage == "choose":
            return general.CHOOSING_HINT
        return general.RECORD_HINT if self.board.records() else general.PART_HINT

    def rows(self) -> tuple[Row, ...]:
        """Return the board, the guidance's list, or one record's details."""
        if self.subpage == "choose":
            taken = frozenset(each.source for each in self.board.records())
            offered = offered_record_rows(self.board.offered(), self.board.left_at_home(), taken)
            return (words_row("choose", words.CHOOSE_TITLE), *offered)
        record = self.board.record(self.subpage)
        if record is not None:
            return self._details(record)
        return self._board()

    def _board(self) -> tuple[Row, ...]:
        records, today = self.board.records(), self.session.context.today()
        return (
            *ahead_rows(records, today),
            words_row("way", words.STATUSES_IN_ORDER),
            *board_rows(records, today),
            blank("more"),
            add_row("choose:", words.FROM_LIST),
            add_row("add:", words.ADD_OWN),
            *([paper_row("records", words.LETTER)] if records else []),
        )

    def _details(self, record: Record) -> tuple[Row, ...]:
        today = self.session.context.today()
        rows = [heading("record", words.STATUS[record.status.value])]
        for name in DETAILS:
            value = getattr(record, name) or ""
            shown = day_words(value, today) if name.endswith(("_at", "_on")) else value
            rows.append(answer_row(f"field:{name}", words.FIELDS[name], shown))
        return tuple(rows)

    def beside(self, key: str) -> tuple[str, ...]:
        """Return why a record matters, words to use, how much it can change."""
        kind, which = kind_of(key)
        record = self.board.record(which) if kind == "record" else self.board.record(self.subpage)
        if record is None:
            return self.guidance_beside(key)
        text = self.board.guidance_of(record)
        said = text.every("say") if text else ()
        if not said and record.status is RecordStatus.NEEDED and not words.is_yours(record.holder):
            said = (words.please_send(record_name(record), self.appointment.clinician_name()),)
        spoken = (general.say(each) for each in said)
        return (record.why, *spoken, words.CHANGES.get(record.changes, ""))

    # Keys

    def activate(self, key: str) -> PartResult:
        """Open a record, a field of it, or the list; take one from the list."""
        kind, which = kind_of(key)
        if kind == "tick":
            text = self.guidance_of(which)
            if text is not None:
                self.board.tick(text)
        elif kind == "record":
            self.subpage = which
        elif kind == "field":
            return PartResult(draft=self.board.field_draft(self.subpage, which))
        elif kind == "choose":
            return self.from_list(key)
        elif kind == "add":
            return self.add(key)
        return DONE

    def tick(self, key: str) -> PartResult:
        """Move a record one state on."""
        kind, which = kind_of(key)
        if kind != "record":
            return self.activate(key)
        status = self.board.move_on(which)
        return PartResult(words.moved_to(status.value)) if status else NOT_HERE

    def add(self, key: str) -> PartResult:
        """Add a record in the patient's own words."""
        del key
        self.subpage = ""
        return PartResult(draft=self.board.own_draft())

    def from_list(self, key: str) -> PartResult:
        """Choose from the guidance."""
        del key
        self.subpage = "choose"
        return DONE

    def asked(self, key: str) -> PartResult:
        """Write who was asked, and when to ask again."""
        kind, which = kind_of(key)
        record = which if kind == "record" else self.subpage
        if self.board.record(record) is None:
            return NOT_HERE
        return PartResult(draft=self.board.asked_draft(record))

    def reword(self, key: str) -> PartResult:
        """Change a record's name, or the field at hand."""
        kind, which = kind_of(key)
        if kind == "record":
            return PartResult(draft=self.board.field_draft(which, "text"))
        return self.activate(key) if kind == "field" else NOT_HERE

    def take_away(self, key: str) -> PartResult:
        """Take a record off the board."""
        kind, which = kind_of(key)
        if kind != "record":
            return NOT_HERE
        record = self.board.record(which)
        self.board.take_away(which)
        return PartResult(taken_out(short(record_name(record)) if record else ""))

    def actions(self) -> dict[str, Callable[[str], PartResult]]:
        """Return what the keys of the room do here."""
        return {
            "tick": self.tick,
            "add": self.add,
            "choose": self.from_list,
            "asked": self.asked,
            "reword": self.reword,
            "take_away": self.take_away,
        }
