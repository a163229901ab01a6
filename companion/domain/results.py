"""Results that are waited for: which test, by when, who tells us, and the day one arrived.

An answer to *When will results come?* before leaving a visit offers one, with the day worked out
from the day of that visit. It has the id of the to-do that the answer is: once it is on the list of
results, it isn't among the to-dos as well.
"""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from companion.domain.changes import not_deleted
from companion.domain.cover_choice import covering_of
from companion.domain.date_input import day_of
from companion.domain.folded_text import folded
from companion.domain.steps import RESULTS, door_step_id
from companion.domain.text import is_blank
from companion.domain.typed_days import DayContext
from companion.domain.value import Value
from companion.domain.visit_times import day_of_visit

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from companion.domain.case import Case, CaseFile
    from companion.domain.preparation import AwaitedResult
    from companion.domain.visit import VisitFile

_MOST_WORDS = 5
"""Words of the longest day that is looked for in an answer."""
_LONG_ENOUGH = 6
"""Letters of a word that is a day all by itself: *sat* and *wed* are other words too."""

_FIRST_OF_A_RANGE = re.compile(r"\b\w+ ?(?:-| to | or ) ?(?=\w+ (?:day|week|month)s?\b)")
"""In `2 to 3 weeks` the longer time counts."""
_RANGE = re.compile(r"\d{1,2}-\d{1,2}")


class ResultOffer(Value):
    """A result that an answer before leaving a visit speaks of, and that is on no list yet."""

    id: str
    """That of the to-do the answer is, and of the result once it is taken."""
    visit_id: str
    text: str
    taken_on: date | None
    """The day of the visit."""
    expected_by: date | None
    """The day worked out of the answer; None where it names none."""


def expected_day(result: AwaitedResult) -> date | None:
    """Return the day by which a result is expected, while it is waited for."""
    return None if result.arrived_on else day_of(result.expected_by)


def results_order(results: Iterable[AwaitedResult]) -> tuple[AwaitedResult, ...]:
    """Return results as they are listed: by the day they are expected, arrived ones last."""

    def place(result: AwaitedResult) -> tuple[bool, bool, str]:
        day = result.expected_by or ""
        return bool(result.arrived_on), not day, day

    return tuple(sorted(results, key=place))


def shown_results(file: CaseFile) -> tuple[AwaitedResult, ...]:
    """Return the results that stand on a screen: all but those hidden for what they say."""
    covering = covering_of(file)
    live = not_deleted(file.results)
    return results_order(each for each in live if not covering.takes_text(each.words))


def result_offers(case: Case) -> tuple[ResultOffer, ...]:
    """Return the results that answers speak of and that are on no list yet, newest visit first."""
    awaited = {result.id for result in not_deleted(case.file.results)}
    takes = covering_of(case.file).takes_text
    return tuple(
        offer
        for visit in case.visits[::-1]
        if (offer := result_offer(visit)) is not None
        and offer.id not in awaited
        and not takes(offer.text)
    )


def result_offer(visit: VisitFile) -> ResultOffer | None:
    """Return the result that a visit's answer before leaving speaks of; None without one."""
    text = next((each.results for each in not_deleted(visit.before_you_leave)), "")
    if is_blank(text):
        return None
    day = day_of_visit(visit.head)
    expected = day_in(text, day) if day is not None else None
    return ResultOffer(door_step_id(visit.id, RESULTS), visit.id, text, day, expected)


def day_in(text: str, start: date) -> date | None:
    """Return the day that words such as `takes two weeks` name, counted from a day; else None.

    Of several days the last counts: by then all is expected.
    """
    plain = _FIRST_OF_A_RANGE.sub("", folded(text).replace(",", " ").replace(";", " "))
    words = plain.split()
    words = [word.strip("().:!?") for word in words]
    found = [day for day in _days(words, DayContext(start)) if day >= start]
    return max(found, default=None)


def _days(words: list[str], context: DayContext) -> Iterator[date]:
    """Return the days that the longest pieces of a text are, each word taken once."""
    at = 0
    while at < len(words):
        for count in range(min(_MOST_WORDS, len(words) - at), 0, -1):
            piece = words[at : at + count]
            day = context.read(" ".join(piece)) if _may_be_a_day(piece) else None
            if day is not None:
                yield day
                at += count - 1
                break
        at += 1


def _may_be_a_day(piece: list[str]) -> bool:
    if not all(piece) or len(piece) > 1:
        return all(piece)
    (word,) = piece
    return len(word) >= _LONG_ENOUGH if word.isalpha() else _RANGE.fullmatch(word) is None
