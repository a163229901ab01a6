"""Values over time: what a line says, what is one thing, what is drawn and why not."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.domain.marks import NoteKind
from companion.domain.measurement import (
    MOST_DRAWN,
    ReadLine,
    Undrawable,
    measured,
    read_line,
)
from companion.domain.note import NumberCard, TeachBack, TeachBackResult
from tests.support.number_notes import NOON, noted, number_note

THURSDAY = date(2026, 12, 3)


@pytest.mark.parametrize(
    ("line", "read"),
    [
        ("white cells 24", ReadLine("white cells", "24")),
        ("white cells: 24,5 x10^9/l", ReadLine("white cells", "24,5", "x10^9/l")),
        ("white cells 24 /nl on Nov 3", ReadLine("white cells", "24", "/nl", "Nov 3")),
        ("Oct 12: white cells 38 /nl", ReadLine("white cells", "38", "/nl", "Oct 12")),
        ("12.10.2026 weight 70 kg", ReadLine("weight", "70", "kg", "12.10.2026")),
        ("white cells are 24 (3 weeks ago)", ReadLine("white cells", "24", "", "3 weeks ago")),
        ("white cells 24 yesterday", ReadLine("white cells", "24", "", "yesterday")),
        ("CA 19-9 37 U/ml", ReadLine("CA 19-9", "37", "U/ml")),
        ("factor 8: 2 %", ReadLine("factor 8", "2", "%")),
        ("HbA1c 6.8 %", ReadLine("HbA1c", "6.8", "%")),
        ("CD4 350 cells/mm3", ReadLine("CD4", "350", "cells/mm3")),
        ("base excess -2.5 mmol/l", ReadLine("base excess", "-2.5", "mmol/l")),
        ("platelets 150,000 /ul", ReadLine("platelets", "150,000", "/ul")),
        ("blood pressure 120/80", ReadLine("blood pressure", "120/80")),
        ("PSA <5 ng/ml", ReadLine("PSA", "<5", "ng/ml")),
        ("INR 2-3", ReadLine("INR", "2-3")),
        ("white cells 24 /nl (4-10)", ReadLine("white cells", "24", "/nl")),
        ("creatinine 1.2mg/dl.", ReadLine("creatinine", "1.2", "mg/dl")),
        ("fever 3 days", ReadLine("fever", "3", "days")),
    ],
)
def test_a_line_is_read_as_name_value_unit_and_day(line: str, read: ReadLine) -> None:
    assert read_line(line, THURSDAY) == read


@pytest.mark.parametrize(
    "line",
    [
        "2 in 100 get inhibitors over 5 years",
        "deaths 5 of 100",
        "24 white cells",
        "24",
        "May 24",
        "on Dec 3",
        "Levels fall too low by day three",
        "white cells 24, too many for now",
        "platelets 1 200.50",
        "Dose 3 of the old kind. Then 4 of the new",
        "",
    ],
)
def test_a_line_that_is_no_name_with_one_value_is_not_guessed_at(line: str) -> None:
    assert read_line(line, THURSDAY) is None


@pytest.mark.parametrize("piece", ["1 ", "1 000 ", "a 1 ", "cells 1 000 000 000 ", "<"])
def test_a_line_as_long_as_a_page_stands_as_it_was_written(piece: str) -> None:
    line = piece * 20_000
    assert measured(noted(line)).unread == (("visit001", "note00000", line),)


def test_a_number_longer_than_any_that_is_meant_is_no_value() -> None:
    assert not measured(noted(f"cells 1{' 000' * 40}")).series


@given(st.text(max_size=60))
def test_no_line_stops_the_reading_and_nothing_is_made_up(text: str) -> None:
    read = read_line(text, THURSDAY)
    if read is not None:
        plain = " ".join(text.split())
        assert all(part in plain for part in (read.name, read.figure, read.unit, read.day))


def test_values_of_one_name_stand_by_day_with_the_words_they_came_from() -> None:
    found = measured(
        noted("white cells 24 /nl", "White  Cells: 38 /nl on Oct 12", "white cells 30 /nl, Nov 3")
    )
    (series,) = found.series
    assert [(each.figure, each.day) for each in series.measurements] == [
        ("38", date(2026, 10, 12)),
        ("30", date(2026, 11, 3)),
        ("24", THURSDAY),
    ]
    assert series.measurements[0].line == "White  Cells: 38 /nl on Oct 12"
    assert series.why_not is None


def test_several_values_in_one_note_are_several() -> None:
    found = measured(noted("white cells 24,5 /nl, platelets 80 /nl; weight 70 kg"))
    assert [(each.name, each.measurements[0].figure) for each in found.once] == [
        ("white cells", "24,5"),
        ("platelets", "80"),
        ("weight", "70"),
    ]


def test_two_values_of_one_day_stand_as_they_were_written() -> None:
    (series,) = measured(noted("fever 39", "fever 38")).series
    assert [each.figure for each in series.measurements] == ["39", "38"]
    assert len(series.drawn) == 2


@pytest.mark.parametrize(
    ("lines", "why"),
    [
        (("weight 70 kg",), Undrawable.ONE),
        (("weight 70 kg", "weight 154 pounds"), Undrawable.UNITS),
        (("weight 70 kg", "weight 71"), Undrawable.UNITS),
        (("weight 70 mg", "weight 71 Mg"), Undrawable.UNITS),
        (("PSA <5", "PSA 4"), Undrawable.FEW),
        (("INR 2-3", "INR 2 to 3"), Undrawable.FEW),
        (("PSA <5", "PSA 4", "PSA 3"), None),
        (("white cells 24 /nl", "white cells 38 / nL"), None),
        (("level 2 percent", "level 3 %"), None),
    ],
)
def test_what_cannot_be_drawn_says_why(lines: tuple[str, ...], why: Undrawable | None) -> None:
    (series,) = measured(noted(*lines)).series
    assert series.why_not is why


def test_different_units_are_named_as_they_were_written() -> None:
    (series,) = measured(noted("weight 70 kg", "weight 71 kg", "weight 154 lb", "weight 72")).series
    assert sorted(series.units) == ["", "kg", "lb"]


def test_of_very_many_values_the_newest_are_drawn() -> None:
    lines = [f"weight {70 + at} kg on 2025-0{at % 9 + 1}-{at % 28 + 1:02}" for at in range(80)]
    (series,) = measured(noted(*lines)).series
    assert len(series.measurements) == 80
    assert series.drawn == series.measurements[-MOST_DRAWN:]


def test_hidden_notes_and_notes_without_the_mark_are_not_among_them() -> None:
    case = noted(
        number_note("weight 70 kg", 1, covered=True),
        number_note("weight 71 kg", 2, deleted=True),
        number_note("weight 72 kg", 3, kind=NoteKind.PLAIN),
    )
    assert measured(case).series == ()


def test_a_corrected_value_holds_under_the_name_that_was_written() -> None:
    right = TeachBack(at=NOON, result=TeachBackResult.CORRECTED, text="26 /nl")
    (series,) = measured(noted(number_note("white cells 24 /nl", teach_back=right))).series
    (value,) = series.measurements
    assert (series.name, value.figure) == ("white cells", "26")
    assert "24 /nl" in value.line


def test_a_number_card_with_one_figure_is_a_value_and_one_of_many_people_is_none() -> None:
    alone = NumberCard(what="white cells", count="24 /nl")
    people = NumberCard(what="inhibitors", count="2", out_of="100")
    found = measured(
        noted(
            number_note("that one", 1, number=alone), number_note("inhibitors 2", 2, number=people)
        )
    )
    assert [(each.name, each.measurements[0].figure) for each in found.series] == [
        ("white cells", "24")
    ]
    assert found.unread == ()


def test_a_line_that_is_not_read_is_kept_to_be_shown() -> None:
    found = measured(noted("too low again"))
    assert [line for _, _, line in found.unread] == ["too low again"]


def test_a_day_without_a_year_is_the_last_one_before_the_note() -> None:
    written = datetime(2027, 1, 5, 12, tzinfo=UTC)
    (series,) = measured(noted(number_note("weight 70 kg on Dec 28", at=written))).series
    assert series.measurements[0].day == date(2026, 12, 28)


@pytest.mark.parametrize(
    ("figure", "grouped"), [("150,000", True), ("1 200", True), ("1.5", False), ("24,5", False)]
)
def test_thousands_that_stand_apart_are_told(figure: str, *, grouped: bool) -> None:
    (series,) = measured(noted(f"platelets {figure} /ul")).series
    assert series.measurements[0].grouped is grouped
