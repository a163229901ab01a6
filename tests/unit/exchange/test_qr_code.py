"""A code is exactly as large as its text needs, and keeps its quiet zone."""

from __future__ import annotations

import pytest

from companion.exchange.render.qr_code import QUIET, qr_code, room_for

SIDES = [17 + 4 * version + 2 * QUIET for version in (1, 2, 5, 9, 10, 20, 40)]


@pytest.mark.parametrize("side", SIDES)
def test_as_much_fits_as_is_said_and_not_a_byte_more(side: int) -> None:
    room = room_for(side)
    assert qr_code("a" * room).side == side
    assert room_for(side + 3) == room
    assert room_for(side - 1) < room


@pytest.mark.parametrize("side", [0, 10, 28])
def test_a_window_too_small_for_any_code_has_room_for_nothing(side: int) -> None:
    assert room_for(side) == 0


@pytest.mark.parametrize("text", ["a", "Grüße, 為什麼?", "x" * 300])
def test_four_light_modules_stand_on_each_side(text: str) -> None:
    rows = qr_code(text).rows
    for turned in (
        rows,
        rows[::-1],
        tuple(zip(*rows, strict=True)),
        tuple(zip(*rows, strict=True))[::-1],
    ):
        assert not any(map(any, turned[:QUIET]))
        assert any(turned[QUIET])
