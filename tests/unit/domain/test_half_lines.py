"""A half-written line is never lost for one that was typed later on another laptop."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from companion.domain.changes import stamped
from companion.domain.composer import (
    line_of,
    new_note,
    with_card_text,
    with_composer,
    with_line,
    with_note,
    with_note_opened,
)
from companion.domain.entity import Clock
from companion.domain.merge import merge, with_half_lines
from companion.domain.value import replace
from companion.domain.visit import VisitAbout, VisitFile

VISIT = "visit0001"
AT = datetime(2026, 11, 30, 12, 0, tzinfo=UTC)


class Laptop:
    """One visit on one laptop."""

    def __init__(self, device: str, visit: VisitFile) -> None:
        self.clock, self.visit, self.now = Clock(device), visit, 0

    def becomes(self, visit: VisitFile, now: int) -> None:
        self.visit, _, self.clock = stamped(self.visit, visit, self.clock, now)

    def types(self, text: str, now: int) -> None:
        self.becomes(with_line(self.visit, text=text, changed_at=AT), now)

    def enters(self, now: int, note_id: str) -> None:
        note = new_note(self.visit, line_of(self.visit).text, note_id, AT)
        assert note is not None
        self.becomes(with_note(self.visit, note), now)


def two() -> tuple[Laptop, Laptop]:
    """Two laptops that go on from one half line."""
    first = Laptop("laptop0001", VisitFile(id=VISIT, about=(VisitAbout(id=VISIT),)))
    first.types("before", 1)
    return first, Laptop("laptop0002", first.visit)


def both(one: Laptop, other: Laptop) -> VisitFile:
    states = (one.visit, other.visit)
    whole = with_half_lines(merge(*states), states)
    turned = with_half_lines(merge(*states[::-1]), states[::-1])
    assert line_of(whole).text == line_of(turned).text
    return whole


def test_a_half_line_stands_beside_two_states_of_a_laptop_that_are_newer() -> None:
    one, other = two()
    one.types("how long", 2)
    other.types("something", 3)
    other.enters(4, "note0001")
    later = Laptop("laptop0002", other.visit)
    later.clock = other.clock
    later.types("something more", 5)
    later.enters(6, "note0002")
    states = (one.visit, other.visit, later.visit)
    whole = with_half_lines(merge(merge(*states[:2]), states[2]), states)
    assert line_of(whole).text == "how long"


def test_both_half_lines_stand_in_the_line() -> None:
    one, other = two()
    one.types("before the scan", 2)
    other.types("before the tablets", 3)
    assert line_of(both(one, other)).text == "before the tablets\nbefore the scan"


def test_a_half_line_stands_beside_an_empty_line_that_is_newer() -> None:
    one, other = two()
    one.types("how long", 2)
    other.types("something else", 3)
    other.enters(4, "note0001")
    assert line_of(both(one, other)).text == "how long"


def test_lines_that_were_joined_stay_beside_a_line_that_one_laptop_writes_meanwhile() -> None:
    one, other = two()
    one.types("how long", 2)
    other.types("something", 3)
    joined = Laptop("laptop0002", both(one, other))
    other.types("something else", 5)
    other.enters(6, "note0001")
    assert "how long" in line_of(both(joined, other)).text


def test_lines_that_were_joined_are_not_joined_again() -> None:
    one, other = two()
    one.types("how long", 2)
    other.types("something", 3)
    joined = Laptop("laptop0003", both(one, other))
    for state in (one, other):
        assert line_of(both(joined, state)).text == "something\nhow long"


def test_half_a_line_that_the_other_wrote_on_is_not_repeated() -> None:
    one, other = two()
    other.types("before and after", 3)
    assert line_of(both(one, other)).text == "before and after"


@pytest.mark.parametrize("mark", ["", '" ', "? ", "! "])
def test_half_a_line_that_became_a_note_is_not_repeated(mark: str) -> None:
    one, other = two()
    one.types(f"{mark}before and after", 2)
    other = Laptop("laptop0002", one.visit)
    other.enters(3, "note0001")
    assert not line_of(both(one, other)).text


def test_what_one_laptop_took_back_itself_stays_away() -> None:
    one, _ = two()
    later = Laptop("laptop0001", one.visit)
    later.clock = one.clock
    later.types("", 5)
    assert not line_of(both(one, later)).text


def test_a_hidden_half_line_stays_hidden() -> None:
    one, other = two()
    one.becomes(
        with_composer(one.visit, replace(line_of(one.visit), text="my fear", covered=True)), 2
    )
    other.types("anything", 3)
    line = line_of(both(one, other))
    assert line.covered
    assert line.text == "anything\nmy fear"


def test_no_note_that_is_being_changed_takes_the_other_half_line() -> None:
    one, other = two()
    other.types("a note", 2)
    other.enters(3, "note0001")
    other.becomes(with_note_opened(other.visit, "note0001", AT), 4)
    one.types("how long", 5)
    line = line_of(both(one, other))
    assert line.editing_note_id is None
    assert line.text == "how long"


def test_what_waits_in_a_card_on_both_laptops_is_kept() -> None:
    one, other = two()
    one.becomes(with_card_text(one.visit, "question", "Is it safe?", AT), 2)
    other.becomes(with_card_text(other.visit, "question", "How much?", AT), 3)
    other.becomes(with_card_text(other.visit, "say", "so it is", AT), 4)
    one.becomes(with_card_text(one.visit, "number", "2 in 100", AT), 5)
    asides = dict(line_of(both(one, other)).asides)
    assert asides["say"] == "so it is"
    assert asides["number"] == "2 in 100"
    assert {"Is it safe?", "How much?"} <= set(asides["question"].replace("? ", "?|").split("|"))
