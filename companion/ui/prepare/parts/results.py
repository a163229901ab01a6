"""The test results: what is waited for, by when, and who tells it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain.case_queries import name_of
from companion.domain.date_input import day_of
from companion.domain.results import expected_day
from companion.domain.text import one_line
from companion.services.prepare.preparation import short
from companion.services.prepare.result_board import DAYS, ResultBoard
from companion.ui.prepare.part import DONE, NOT_HERE, Part, PartResult
from companion.ui.prepare.rows import add_row, answer_row, blank, heading, kind_of, words_row
from companion.ui.widgets.row import Row
from companion.words import prepare as general
from companion.words import results as words
from companion.words.days import short_day
from companion.words.rooms import BETWEEN, taken_out

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from companion.domain.preparation import AwaitedResult
    from companion.domain.results import ResultOffer
    from companion.services.case.session import CaseSession

_MOODS = {words.LATE: "mark", words.ARRIVED: "good"}
_WIDTH = max(map(len, (words.WAITING, words.LATE, words.ARRIVED)))


def _day(text: str | None, today: date) -> str:
    day = day_of(text)
    return short_day(day, today) if day is not None else ""


def result_state(result: AwaitedResult, today: date) -> str:
    """Return whether a result has arrived, is late or is waited for."""
    if result.arrived_on:
        return words.ARRIVED
    day = expected_day(result)
    return words.LATE if day is not None and day < today else words.WAITING


def result_row(result: AwaitedResult, today: date) -> Row:
    """Return a result with its state, the day and who tells it."""
    state, day = result_state(result, today), expected_day(result)
    told = [result.who_tells]
    if not result.arrived_on:
        when = words.NO_DAY
        if day is not None:
            when = words.expected(short_day(day, today), (day - today).days)
        told.insert(0, when)
    return Row(
        f"result:{result.id}",
        one_line(result.text),
        lead=f" {state:<{_WIDTH}}  ",
        right=_day(result.arrived_on, today),
        right_mood="muted",
        under=BETWEEN.join(filter(None, told)),
        tints=((state, _MOODS[state]),) if state in _MOODS else (),
        strong=one_line(result.text),
    )


class ResultsPart(Part):
    """Test results: waited for, late, arrived."""

    NAME = "results"
    TAKES_WORDS = True
    KIND = "result"

    def __init__(self, session: CaseSession) -> None:
        super().__init__(session)
        self.board = ResultBoard(session)

    @property
    def hint(self) -> str:
        """The last line."""
        return words.HINT if self.board.results() else general.PART_HINT

    def rows(self) -> tuple[Row, ...]:
        """Return the list, or one result's details."""
        result = self.board.result(self.subpage)
        return self._details(result) if result is not None else self._list()

    def _list(self) -> tuple[Row, ...]:
        today, results = self.session.context.today(), self.board.results()
        waits = any(not each.arrived_on for each in results)
        said = words.INTRO if waits else words.ALL_HERE if results else words.NONE_YET
        offers = self.board.offers()
        offered = [heading("offered", words.OFFERED)] if offers else []
        return (
            words_row("said", said),
            *(result_row(each, today) for each in results),
            blank("offers"),
            *offered,
            *(self._offer_row(each, today) for each in offers),
            *([blank("more")] if offers else []),
            add_row("add:", words.ADD_OWN),
        )

    def _offer_row(self, offer: ResultOffer, today: date) -> Row:
        case = self.session.case
        visit = next(each for each in case.visits if each.id == offer.visit_id)
        day = short_day(offer.taken_on, today) if offer.taken_on else ""
        by = words.by_day(short_day(offer.expected_by, today)) if offer.expected_by else ""
        return Row(
            f"offer:{offer.visit_id}",
            one_line(offer.text),
            lead=" [ ] ",
            right=by,
            under=words.from_visit(one_line(name_of(case, visit.head.clinician_id)), day),
        )

    def _details(self, result: AwaitedResult) -> tuple[Row, ...]:
        today = self.session.context.today()
        rows = [heading("result", result_state(result, today))]
        for name, label in words.FIELDS.items():
            value = getattr(result, name) or ""
            rows.append(
                answer_row(f"field:{name}", label, _day(value, today) if name in DAYS else value)
            )
        return tuple(rows)

    def beside(self, key: str) -> tuple[str, ...]:
        """Return why a test was done, and words to use once its result is late."""
        kind, which = kind_of(key)
        result = self.board.result(which if kind == self.KIND else self.subpage)
        if result is None:
            return ()
        late = result_state(result, self.session.context.today()) == words.LATE
        why = result.why if kind == self.KIND else ""
        return tuple(filter(None, (why, general.say(words.ASK) if late else "")))

    # Keys

    def activate(self, key: str) -> PartResult:
        """Open a result or a field of it, take an offer, or write one."""
        kind, which = kind_of(key)
        if kind == "offer":
            return self._take(which)
        if kind == self.KIND:
            self.subpage = which
        elif kind == "field":
            return PartResult(draft=self.board.field_draft(self.subpage, which))
        elif kind == "add":
            return self.add(key)
        return DONE

    def _take(self, visit_id: str) -> PartResult:
        offer = self.board.offer_of(visit_id)
        if offer is None:
            return NOT_HERE
        self.board.take(offer)
        return PartResult(words.TAKEN, cursor=f"{self.KIND}:{offer.id}")

    def tick(self, key: str) -> PartResult:
        """Say that a result has arrived, or has not."""
        kind, which = kind_of(key)
        if kind != self.KIND:
            return self.activate(key)
        here = self.board.arrive(which)
        return PartResult(words.arrived_now(here=here)) if here is not None else NOT_HERE

    def add(self, key: str) -> PartResult:
        """Add a test in the patient's own words."""
        del key
        self.subpage = ""
        return PartResult(draft=self.board.own_draft())

    def reword(self, key: str) -> PartResult:
        """Change the name of a test, or the field at hand."""
        kind, which = kind_of(key)
        if kind == self.KIND:
            return PartResult(draft=self.board.field_draft(which, "text"))
        return self.activate(key) if kind == "field" else NOT_HERE

    def take_away(self, key: str) -> PartResult:
        """Take a result off the list."""
        kind, which = kind_of(key)
        result = self.board.result(which)
        if kind != self.KIND or result is None:
            return NOT_HERE
        self.board.take_away(which)
        return PartResult(taken_out(short(result.text)))

    def actions(self) -> dict[str, Callable[[str], PartResult]]:
        """Return what the keys of the room do here."""
        return {
            "tick": self.tick,
            "add": self.add,
            "reword": self.reword,
            "take_away": self.take_away,
        }
