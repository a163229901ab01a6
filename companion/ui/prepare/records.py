"""The records board as a part."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain.preparation import Record, RecordStatus
from companion.domain.when import day_of
from companion.services.record_board import RecordBoard
from companion.services.shelf import fields_of
from companion.ui.prepare.part import (
    DONE,
    NOT_HERE,
    Acted,
    Part,
    add_row,
    answer_row,
    blank,
    heading,
    kind_of,
    tick_row,
    words_row,
)
from companion.ui.widgets.line_list import Row
from companion.words import prepare as general
from companion.words import records as words
from companion.words.days import short_day
from companion.words.rooms import BETWEEN

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from companion.domain.case import CopiedText
    from companion.services.session import Session

_STATUS_WIDTH = max(len(word) for word in words.STATUS.values()) + 1
_DATES = {
    RecordStatus.ASKED: "asked_at",
    RecordStatus.SENT: "sent_at",
    RecordStatus.ARRIVED: "arrived_at",
}
DETAILS = ("text", "holder", "spoken_to", "chase_on", "asked_at", "sent_at", "arrived_at", "why")


def _day(text: str | None, today: date) -> str:
    day = day_of(text)
    return short_day(day, today) if day else ""


def record_line(record: Record, today: date) -> str:
    """What stands on the board about a record: its name, how far it is, when to ask again."""
    name = _DATES.get(record.status)
    parts = [record.text.rstrip(".")]
    if name is None:
        parts.append(words.holder(record.holder))
    elif getattr(record, name):
        parts.append(_day(getattr(record, name), today))
    if record.spoken_to and record.status is RecordStatus.ASKED:
        parts.append(record.spoken_to)
    chase = day_of(record.chase_on)
    if chase and record.status in (RecordStatus.ASKED, RecordStatus.SENT):
        parts.append(words.again(short_day(chase, today), (chase - today).days))
    return BETWEEN.join(parts)


def board_rows(records: tuple[Record, ...], today: date) -> list[Row]:
    """The records wanted, each with how far it has come."""
    return [
        Row(
            f"record:{record.id}",
            record_line(record, today),
            lead=f" {words.STATUS[record.status.value]:<{_STATUS_WIDTH}} ",
            mood="muted" if record.status is RecordStatus.NOT_NEEDED else "",
        )
        for record in records
    ]


def offer_rows(offered: tuple[CopiedText, ...], taken: frozenset[str | None]) -> list[Row]:
    """What the guidance names, what can change most first."""
    rows: list[Row] = []
    group = ""
    for text in offered:
        change = dict(text.fields).get("changes", "")
        if words.CHANGES.get(change, "") != group:
            group = words.CHANGES.get(change, "")
            rows.append(heading(f"change-{change}", group))
        rows.append(tick_row(f"tick:{text.source}", text.text, ticked=text.source in taken))
    return rows


class Records(Part):
    """Documents to gather: needed, asked, sent, arrived."""

    NAME = "records"

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.board = RecordBoard(session)

    @property
    def hint(self) -> str:
        """The last line."""
        return general.CHOOSING_HINT if self.inner == "choose" else general.RECORD_HINT

    def rows(self) -> tuple[Row, ...]:
        """The board; the guidance's list; or one record's details."""
        if self.inner == "choose":
            taken = frozenset(each.source for each in self.board.records())
            offered = offer_rows(self.board.offered(), taken)
            return (words_row("choose", words.CHOOSE_TITLE), *offered)
        record = self.board.record(self.inner)
        if record is not None:
            return self._details(record)
        return self._board()

    def _board(self) -> tuple[Row, ...]:
        records = self.board.records()
        following = self.board.next_to_ask()
        first = words.NONE_YET if not records else words.ALL_ARRIVED
        if following is not None:
            first = words.next_to_ask(following.text)
        elif any(each.status is not RecordStatus.ARRIVED for each in records):
            first = words.INTRO
        return (
            words_row("next", first),
            heading("way", words.WAY),
            *board_rows(records, self.preparing.today()),
            blank("more"),
            add_row("choose:", words.FROM_LIST),
            add_row("add:", words.ADD_OWN),
        )

    def _details(self, record: Record) -> tuple[Row, ...]:
        today = self.preparing.today()
        rows = [heading("record", words.STATUS[record.status.value])]
        for name in DETAILS:
            value = getattr(record, name) or ""
            shown = _day(value, today) if name.endswith(("_at", "_on")) else value
            rows.append(answer_row(f"field:{name}", words.FIELDS[name], shown))
        return tuple(rows)

    def beside(self, key: str) -> tuple[str, ...]:
        """Why a record matters, who has it, words to use."""
        kind, which = kind_of(key)
        record = self.board.record(which) if kind == "record" else self.board.record(self.inner)
        if record is None:
            return self.guidance_beside(key)
        text = self.board.guidance_of(record)
        said = tuple(general.say(each) for each in fields_of(text, "say")) if text else ()
        return (record.why, *said, words.CHANGES.get(record.changes, ""))

    # Keys

    def choose(self, key: str) -> Acted:
        """Open a record, a field of it, or the list; take one from the list."""
        kind, which = kind_of(key)
        if kind == "tick":
            text = self.guidance_of(which)
            if text is not None:
                self.board.tick(text)
        elif kind == "record":
            self.inner = which
        elif kind == "field":
            return Acted(draft=self.board.field_draft(self.inner, which))
        elif kind == "choose":
            return self.from_list(key)
        elif kind == "add":
            return self.add(key)
        return DONE

    def tick(self, key: str) -> Acted:
        """Space: move a record one on."""
        kind, which = kind_of(key)
        if kind != "record":
            return self.choose(key)
        status = self.board.move_on(which)
        return Acted(words.moved_to(status.value)) if status else NOT_HERE

    def add(self, key: str) -> Acted:
        """A record in one's own words."""
        del key
        self.inner = ""
        return Acted(draft=self.board.own_draft())

    def from_list(self, key: str) -> Acted:
        """Choose from the guidance."""
        del key
        self.inner = "choose"
        return DONE

    def asked(self, key: str) -> Acted:
        """Whom was asked, and when to ask again."""
        kind, which = kind_of(key)
        record = which if kind == "record" else self.inner
        if self.board.record(record) is None:
            return NOT_HERE
        return Acted(draft=self.board.asked_draft(record))

    def reword(self, key: str) -> Acted:
        """Change a record's name, or the field at hand."""
        kind, which = kind_of(key)
        if kind == "record":
            return Acted(draft=self.board.field_draft(which, "text"))
        return self.choose(key) if kind == "field" else NOT_HERE

    def take_away(self, key: str) -> Acted:
        """Take a record off the board."""
        kind, which = kind_of(key)
        if kind != "record":
            return NOT_HERE
        self.board.take_away(which)
        return DONE

    def acts(self) -> dict[str, Callable[[str], Acted]]:
        """The keys of the room that do something here."""
        return {
            "tick": self.tick,
            "add": self.add,
            "choose": self.from_list,
            "asked": self.asked,
            "reword": self.reword,
            "take_away": self.take_away,
        }
