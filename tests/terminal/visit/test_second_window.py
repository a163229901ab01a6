"""A second window reads; what is typed in it waits there and is saved after it takes over."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.terminal.visit.room import new_case, open_visit, visit_of

if TYPE_CHECKING:
    from pathlib import Path

CLOSE = "\x11"
DOWN = "\x1b[B"


@pytest.mark.promise("files.lock")
def test_what_is_typed_in_a_second_window_is_saved_once_it_may_write(tmp_path: Path) -> None:
    case_id = new_case(tmp_path)
    first = open_visit(tmp_path, case_id)
    first.send("from the first\r")
    first.wait_for("from the first")
    first.send("half of the first")
    first.wait_for("> half of the first")
    second = open_visit(tmp_path, case_id)
    try:
        second.wait_for("read only")
        second.send("from the second\r")
        second.wait_for("> from the second")
        first.send(CLOSE)
        first.wait_for_end()
        second.send("\x10")
        second.wait_for("Find by name")
        second.send("Write in this window\r")
        second.wait_for("You can write in this window now.")
        second.send("\r")
        second.wait_for(lambda: "> from the second" not in second.text)
        second.send(CLOSE)
        second.wait_for_end()
    finally:
        first.stop()
        second.stop()
    texts = [note["text"] for note in visit_of(tmp_path, case_id)["notes"]]
    assert texts == ["from the first", "half of the first\nfrom the second"]


def test_a_change_is_taken_back_after_a_restart(tmp_path: Path) -> None:
    case_id = new_case(tmp_path)
    first = open_visit(tmp_path, case_id)
    first.send("one\rtwo\r")
    first.wait_for("  two   ")
    first.kill()
    first.wait_for_end()
    again = open_visit(tmp_path, case_id)
    try:
        again.send("\x1a")
        again.wait_for("Undone: note: two.")
    finally:
        again.stop()
    assert [note["text"] for note in visit_of(tmp_path, case_id)["notes"]] == ["one"]
