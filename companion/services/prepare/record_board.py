"""The records board: what is needed, asked for, sent, arrived."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from companion.domain.changes import find_by_id, not_deleted, with_added, with_changed
from companion.domain.pack import SITUATION
from companion.domain.preparation import NOTHING, Record, RecordStatus, board_order, rank
from companion.domain.text import is_blank
from companion.services.draft import Draft, into_case
from companion.services.entry_table import EntryTable
from companion.services.home.case_form import is_for_all
from companion.services.prepare.preparation import PreparationEditor, short
from companion.words import records as words

if TYPE_CHECKING:
    from companion.domain.case import CaseFile, CopiedText
    from companion.services.case.session import CaseSession

ORDER = tuple(RecordStatus)
"""The states of a record one after another; after the last it is needed again."""
DATED = {
    RecordStatus.ASKED: "asked_at",
    RecordStatus.SENT: "sent_at",
    RecordStatus.ARRIVED: "arrived_at",
}
"""The field for the day on which a record reaches a state."""
DAYS = frozenset({"asked_at", "sent_at", "arrived_at", "chase_on"})


class RecordBoard:
    """The records of a case."""

    def __init__(self, session: CaseSession) -> None:
        self.session = session
        self.preparation = PreparationEditor(session)
        self._table = EntryTable(session, "records")

    def records(self) -> tuple[Record, ...]:
        """Return the records wanted, in the order of `board_order`."""
        return board_order(not_deleted(self.session.file.records))

    def record(self, record_id: str | None) -> Record | None:
        """Return a record, or None when the board does not have it."""
        return find_by_id(self.records(), record_id)

    def offered(self) -> tuple[CopiedText, ...]:
        """Return what the guidance names: what can change most first, that of the illness first.

        What is for one situation only comes last, each situation's together.
        """
        texts = [text for text in self._guidance() if text.first("changes") != NOTHING]
        places = {"": -1} | {
            name: place
            for place, name in enumerate(text.first(SITUATION) for text in texts)
            if name
        }

        def order(text: CopiedText) -> tuple[int, int, bool]:
            place = places[text.first(SITUATION)]
            return place, rank(text.first("changes")), is_for_all(text)

        return tuple(sorted(texts, key=order))

    def left_at_home(self) -> tuple[CopiedText, ...]:
        """Return the papers of which the guidance says that they can stay at home."""
        return tuple(text for text in self._guidance() if text.first("changes") == NOTHING)

    def _guidance(self) -> tuple[CopiedText, ...]:
        return self.preparation.guidance("records")

    def guidance_of(self, record: Record) -> CopiedText | None:
        """Return the guidance a record was copied from."""
        return next((text for text in self._guidance() if text.source == record.source), None)

    # Acts

    def tick(self, text: CopiedText) -> None:
        """Put a record of the guidance on the board, or take it off again."""
        have = next((each for each in self.records() if each.source == text.source), None)
        if have is not None:
            self.take_away(have.id)
            return
        record = self.session.new(
            Record,
            text=text.text,
            holder=text.first("holder"),
            why=text.first("why"),
            changes=text.first("changes"),
            source=text.source,
        )
        self.session.change_case(
            words.undo_record(short(text.text)), lambda file: with_added(file, "records", record)
        )

    def take_away(self, record_id: str) -> None:
        """Take a record off the board."""
        record = self.record(record_id)
        if record is not None:
            self._table.change(words.undo_taken_off(short(record.text)), record_id, deleted=True)

    def move_on(self, record_id: str) -> RecordStatus | None:
        """Move a record one state on, with today's date, and return that state."""
        record = self.record(record_id)
        if record is None:
            return None
        status = ORDER[(ORDER.index(record.status) + 1) % len(ORDER)]
        values: dict[str, Any] = {"status": status}
        dated = DATED.get(status)
        if dated is not None and not getattr(record, dated):
            values[dated] = self.session.context.today().isoformat()
        self._table.change(words.undo_moved(short(record.text)), record_id, **values)
        return status

    # Fields

    def own_draft(self) -> Draft:
        """Return a field for a record in own words."""
        made = self.session.new(Record)
        return self._table.own_draft(words.OWN, made, words.UNDO_OWN, then=self.own_draft)

    def field_draft(self, record_id: str, name: str) -> Draft:
        """Return a field for one of a record's details; days are read."""
        if name in DAYS:
            past = name in DATED.values()
            return self._table.day_draft(words.FIELDS[name], record_id, name, past=past)
        return self._table.text_draft(words.FIELDS[name], record_id, name)

    def asked_draft(self, record_id: str) -> Draft:
        """Return a field for who was spoken to; another follows for when to ask again.

        A record that is needed counts as asked for from today.
        """
        record = self.record(record_id)
        who = record.spoken_to if record else ""
        today = self.session.context.today().isoformat()
        needed = record is not None and record.status is RecordStatus.NEEDED

        def change(file: CaseFile, text: str) -> CaseFile:
            values: dict[str, Any] = {"spoken_to": text}
            if needed:
                asked = not is_blank(text)
                values["status"] = RecordStatus.ASKED if asked else RecordStatus.NEEDED
                values["asked_at"] = today if asked else None
            return with_changed(file, "records", record_id, **values)

        return Draft(
            words.WHO_WAS_ASKED,
            who,
            into_case(self.session, change),
            words.UNDO_ASKED,
            then=lambda: self.field_draft(record_id, "chase_on"),
        )
