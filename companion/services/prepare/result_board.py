"""The list of test results: what is waited for, by when, who tells, what has arrived."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from companion.domain.changes import find_by_id, with_added, with_changed
from companion.domain.preparation import AwaitedResult
from companion.domain.results import result_offer, result_offers, shown_results
from companion.services.entry_table import EntryTable
from companion.services.prepare.preparation import short
from companion.words import results as words

if TYPE_CHECKING:
    from companion.domain.case import CaseFile
    from companion.domain.results import ResultOffer
    from companion.services.case.session import CaseSession
    from companion.services.draft import Draft

DAYS = frozenset({"taken_on", "expected_by", "arrived_on"})
PAST = frozenset({"taken_on", "arrived_on"})
"""Days that only can have been."""


class ResultBoard:
    """The test results of a case."""

    def __init__(self, session: CaseSession) -> None:
        self.session = session
        self._table = EntryTable(session, "results")

    def results(self) -> tuple[AwaitedResult, ...]:
        """Return the results, in the order of `results_order`."""
        return shown_results(self.session.file)

    def result(self, result_id: str | None) -> AwaitedResult | None:
        """Return a result, or None when it isn't on the list."""
        return find_by_id(self.results(), result_id)

    def offers(self) -> tuple[ResultOffer, ...]:
        """Return what answers before leaving speak of and what is on no list yet."""
        return result_offers(self.session.case)

    def offer_of(self, visit_id: str) -> ResultOffer | None:
        """Return what the answer of one visit speaks of, as long as it is on no list."""
        offer = result_offer(self.session.visit(visit_id))
        if offer is None or self.result(offer.id) is not None:
            return None
        return None if self.session.covering.takes_text(offer.text) else offer

    # Acts

    def take(self, offer: ResultOffer) -> None:
        """Put an answer on the list, with the days that were worked out."""
        values: dict[str, Any] = {
            "text": offer.text,
            "taken_on": offer.taken_on.isoformat() if offer.taken_on else None,
            "expected_by": offer.expected_by.isoformat() if offer.expected_by else None,
        }
        now = self.session.now()

        def change(file: CaseFile) -> CaseFile:
            if find_by_id(file.results, offer.id) is not None:
                return with_changed(file, "results", offer.id, deleted=False, **values)
            made = AwaitedResult(id=offer.id, created_at=now, **values)
            return with_added(file, "results", made)

        self.session.change_case(words.undo_added(short(offer.text)), change)

    def arrive(self, result_id: str) -> bool | None:
        """Say that a result is here from today, or that it isn't yet; return whether it is."""
        result = self.result(result_id)
        if result is None:
            return None
        here = not result.arrived_on
        day = self.session.context.today().isoformat() if here else None
        self._table.change(words.undo_arrived(short(result.text)), result_id, arrived_on=day)
        return here

    def take_away(self, result_id: str) -> None:
        """Take a result off the list."""
        result = self.result(result_id)
        if result is not None:
            self._table.change(words.undo_taken_off(short(result.text)), result_id, deleted=True)

    # Fields

    def own_draft(self) -> Draft:
        """Return a field for a test; another follows for the day its result is expected."""
        made = self.session.new(AwaitedResult)

        def then() -> Draft | None:
            there = self.result(made.id) is not None
            return self.field_draft(made.id, "expected_by") if there else None

        return self._table.own_draft(words.OWN, made, words.UNDO_OWN, then=then)

    def field_draft(self, result_id: str, name: str) -> Draft:
        """Return a field for one of a result's details; days are read."""
        if name in DAYS:
            past = name in PAST
            return self._table.day_draft(words.FIELDS[name], result_id, name, past=past)
        return self._table.text_draft(words.FIELDS[name], result_id, name)
