"""The card of numbers over time."""

from __future__ import annotations

from datetime import date

import pytest

from companion.domain.measurement import measured
from companion.ui.rooms.values_card import value_rows
from companion.ui.widgets.row import Row, wrap_row
from companion.words import values as words
from tests.support.number_notes import noted

TODAY = date(2026, 12, 4)


def rows(*lines: str, window: tuple[int, int] = (80, 24)) -> list[Row]:
    return [*value_rows(measured(noted(*lines)), TODAY, window)]


def test_each_value_stands_with_the_line_it_was_read_from() -> None:
    shown = [row for row in rows("weight 70 kg", "weight 71 kg on Nov 3") if row.selectable]
    assert [(row.text, row.right) for row in shown] == [
        ("71 kg", "weight 71 kg on Nov 3"),
        ("70 kg", "weight 70 kg"),
    ]
    assert [row.key.split("/")[:2] for row in shown] == [
        ["visit001", "note00001"],
        ["visit001", "note00000"],
    ]


@pytest.mark.parametrize("window", [(80, 24), (40, 12), (120, 36)])
def test_a_drawing_is_not_broken_in_any_window(window: tuple[int, int]) -> None:
    shown = rows("weight 70 kg", "weight 71 kg on Nov 3", window=window)
    drawing = [row for row in shown if "/line" in row.key]
    assert drawing
    assert all(len(wrap_row(row, window[0] - 5)) == 1 for row in drawing)


def test_what_was_not_read_and_what_was_noted_once_are_there_too() -> None:
    shown = rows("weight 70 kg", "too low again")
    texts = [row.text for row in shown]
    assert texts.index(words.ONCE) < texts.index("weight: 70 kg")
    assert texts.index(words.UNREAD) < texts.index("too low again")


def test_without_a_value_the_card_says_how_to_note_one() -> None:
    texts = [row.text for row in rows()]
    assert texts[0] == words.NONE_YET
    assert words.HOW in texts
