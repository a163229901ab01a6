"""Sentences that must fit, and how they end."""

from __future__ import annotations

import pytest

from companion.words import home, rooms, storage, visit, visit_cards, visit_ends

READING = ("newer", "elsewhere", "refused", "lockless")
"""Why a window can only read."""
NARROWEST = 58
"""Cells for what just happened on a screen of 60."""


@pytest.mark.parametrize(
    "sentence",
    [
        *(rooms.only_reading(why, kept=kept) for why in READING for kept in (True, False, None)),
        rooms.STILL_TAKEN,
        *(rooms.LEAVE_VISIT, rooms.CLOSE_UNSAVED, visit.HALF_WAITS, visit.PICK_A_QUESTION),
        *(*storage.SHORT_FOUND.values(), rooms.WAITS, rooms.OFFERED, rooms.FREE_NOW),
        *(rooms.LEAVE_UNSAVED, rooms.CLOSE_UNREAD, rooms.NOTHING_KEPT, home.STRAYS),
        *(visit.NO_MORE_TYPING_TO_UNDO, visit_cards.BACK_TYPED, visit_ends.debrief_done(5)),
    ],
)
def test_what_just_happened_is_whole_on_the_narrowest_screen(sentence: str) -> None:
    assert len(sentence) <= NARROWEST


def test_what_was_taken_back_ends_with_one_stop() -> None:
    assert rooms.undone("note: long…") == "Undone: note: long…"
    assert rooms.redone("note: Why?") == "Redone: note: Why?"
    assert rooms.undone("note deleted") == "Undone: note deleted."
