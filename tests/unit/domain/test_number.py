"""Number cards: what is drawn of them, what is still to ask, and what cannot be."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import astuple

from companion.domain.note import NumberCard
from companion.domain.number import (
    FIGURES,
    HUNDRED,
    Undrawn,
    in_hundred,
    picture,
    still_to_ask,
)
from companion.exchange.papers.visit_paper import drawing, drawn
from companion.ui.visit.cards.number_card import fields_of_marks
from companion.words.notes import UNDRAWN


@pytest.mark.parametrize(
    ("count", "out_of", "number"),
    [
        ("3", "100", 3),
        ("1", "4", 25),
        ("5 in 100", "", 5),
        ("5 out of 100", "20", 5),
        ("1/4", "", 25),
        ("5 %", "", 5),
        ("5 percent", "1000", 5),
        ("5 % of 200", "", 5),
        ("12 people", "out of 100", 12),
        ("200 of 1,000", "", 20),
        ("200", "1 000 people", 20),
        ("2.5", "10", 25),
        ("0", "100", 0),
        ("100", "100", 100),
    ],
)
def test_a_figure_is_read_as_people_write_it(count: str, out_of: str, number: int) -> None:
    assert in_hundred(count, out_of) == number


@pytest.mark.promise("keys.number-card")
@pytest.mark.parametrize(
    ("count", "out_of", "why"),
    [
        ("1", "3", Undrawn.UNEVEN),
        ("about 5", "100", Undrawn.NOT_IN_FIGURES),
        ("5 to 8", "100", Undrawn.NOT_IN_FIGURES),
        ("1" + " 000" * 2_000, "100", Undrawn.NOT_IN_FIGURES),
        ("5", "1" + ",000" * 2_000, Undrawn.NOT_IN_FIGURES),
        ("5", "some", Undrawn.NOT_IN_FIGURES),
        ("5", "", Undrawn.NO_OUT_OF),
        ("5", "3", Undrawn.MORE_THAN_ALL),
        ("5 of 3", "100", Undrawn.MORE_THAN_ALL),
        ("120 %", "", Undrawn.MORE_THAN_ALL),
        ("-5", "100", Undrawn.NEGATIVE),
        ("\u22125", "100", Undrawn.NEGATIVE),
        ("5", "-100", Undrawn.NEGATIVE),
        ("0", "0", Undrawn.OUT_OF_NOBODY),
        ("0 out of 0", "", Undrawn.OUT_OF_NOBODY),
    ],
)
def test_a_figure_that_cannot_be_drawn_says_why(count: str, out_of: str, why: Undrawn) -> None:
    assert in_hundred(count, out_of) is why
    card = NumberCard(with_treatment=count, out_of=out_of)
    assert picture(card).missed == {"with_treatment": why}
    (said,) = drawn(card)
    assert UNDRAWN[why] in f"{said}"


IMPOSSIBLE = {Undrawn.NEGATIVE, Undrawn.MORE_THAN_ALL, Undrawn.OUT_OF_NOBODY}
"""What cannot be, whoever says it."""


def test_what_cannot_be_is_told_to_ask_again() -> None:
    assert all("sk again" in UNDRAWN[why] for why in IMPOSSIBLE)
    assert UNDRAWN.keys() == set(Undrawn)


def test_a_figure_that_says_itself_out_of_how_many_is_drawn_with_the_others() -> None:
    card = NumberCard(count="10", out_of="100", with_treatment="5 in 100", without_treatment="9 %")
    parts = {"count": 10, "with_treatment": 5, "without_treatment": 9}
    assert [*picture(card).parts.items()] == [*parts.items()]


FULL = NumberCard("a bleed", "5", "100", "a year", "men", "2", "9", "Dr Lind")


@pytest.mark.parametrize("name", ["what", "out_of", "over", "for_whom", "said_by", *FIGURES])
def test_each_blank_is_still_to_ask(name: str) -> None:
    values = dict(zip(NumberCard.__struct_fields__, astuple(FULL), strict=True))
    assert still_to_ask(FULL) == ()
    assert still_to_ask(NumberCard(**{**values, name: " "})) == (name,)


def test_out_of_how_many_is_known_where_each_figure_says_it() -> None:
    each = NumberCard(count="5 in 100", with_treatment="2 %")
    assert "out_of" not in still_to_ask(each)
    assert "out_of" in still_to_ask(NumberCard(count="5 in 100", with_treatment="2"))


SAID = st.sampled_from(["", "5", "5 in 100", "7 %", "-1", "5 of 3", "some", "1 of 3", "0"])


@pytest.mark.promise("keys.number-card")
@given(SAID, SAID, SAID, st.sampled_from(["", "100", "0", "20", "3"]))
def test_screen_and_paper_draw_the_same_and_nothing_known_is_passed_over(
    count: str, with_it: str, without: str, out_of: str
) -> None:
    card = NumberCard(count=count, with_treatment=with_it, without_treatment=without, out_of=out_of)
    parts, missed = picture(card)
    told = [*parts, *missed]
    given = {name for name in FIGURES if getattr(card, name)}
    if "count" in given - set(told):
        assert in_hundred(count, out_of) in parts.values()
        told.append("count")
    assert sorted(told) == sorted(given)
    full = sum(parts.values())
    paper, screen = drawing(card), fields_of_marks(card)
    assert (paper is None) == (not parts) == (not screen)
    if paper is not None:
        assert "".join(paper.lines).count("●") == full
        assert "".join(paper.lines).count("○") == len(parts) * HUNDRED - full
        assert "".join(screen[1:]).count("x") == full
        assert "".join(screen[1:]).count(".") == len(parts) * HUNDRED - full
