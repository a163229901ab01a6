"""Sentences that must fit, and how they end."""

from __future__ import annotations

import pytest

from companion.words import rooms

NARROWEST = 58
"""Cells for what just happened on a screen of 60."""


@pytest.mark.parametrize(
    "sentence",
    [rooms.ANOTHER_WINDOW, rooms.NEWER_VERSION, rooms.STILL_TAKEN, rooms.NO_WRITING],
)
def test_why_a_window_only_reads_is_whole_on_the_narrowest_screen(sentence: str) -> None:
    assert len(sentence) <= NARROWEST


def test_what_was_taken_back_ends_with_one_stop() -> None:
    assert rooms.undone("note: long…") == "Taken back: note: long…"
    assert rooms.redone("note: Why?") == "Done again: note: Why?"
    assert rooms.undone("note deleted") == "Taken back: note deleted."
