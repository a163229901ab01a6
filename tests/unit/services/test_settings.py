"""What is remembered between starts."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from companion.services.settings import SettingsFile

if TYPE_CHECKING:
    from companion.services.shelf import Shelf


def test_a_report_lies_where_it_says(shelf: Shelf) -> None:
    around = replace(shelf.surroundings, in_memory=False)
    where = SettingsFile(around).keep_crash_report("what went wrong")
    assert where is not None
    assert around.files.read(where, limit=100) == b"what went wrong"


def test_of_the_made_up_example_no_report_is_said_to_be_anywhere(shelf: Shelf) -> None:
    assert SettingsFile(shelf.surroundings).keep_crash_report("what went wrong") is None
