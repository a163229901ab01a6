"""What reaches the terminal: no harm from what was written, no colour where none is wanted."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.terminal.product.desk import LONG, Desk
from tests.terminal.product.hostile import hostile_case
from tests.terminal.product.walks import WALKS, enter, walked
from tests.terminal.surface.test_output import COLOUR, foreign

if TYPE_CHECKING:
    from pathlib import Path


def hostile_desk(tmp_path: Path) -> tuple[Desk, str]:
    """A desk with the case that means harm, and its id."""
    desk = Desk(tmp_path)
    (tmp_path / "case.json").write_text(hostile_case(), "utf-8")
    return desk, desk.out("import", str(tmp_path / "case.json"))


@pytest.mark.promise("text.no-markup")
@pytest.mark.parametrize("room", WALKS)
def test_no_words_of_a_case_act_on_the_terminal(tmp_path: Path, room: str) -> None:
    desk, case = hostile_desk(tmp_path)
    raw = walked(desk, case, room)
    assert foreign(raw) == []


@pytest.mark.promise("text.no-markup")
def test_brackets_in_a_case_are_shown_as_they_were_written(tmp_path: Path) -> None:
    desk, case = hostile_desk(tmp_path)
    seen = ""
    for room in ("home", "visit"):
        seen += walked(desk, case, room).decode()
    for markup in ("[@click=app.quit]x[/]", "[/b]", "[x]", "[b]bold", "$text [$"):
        assert markup in seen


@pytest.mark.parametrize("words", [("list",), ("show", "1"), ("search", "Okafor")])
def test_no_words_of_a_case_act_on_the_terminal_of_a_command(
    tmp_path: Path, words: tuple[str, ...]
) -> None:
    desk, _ = hostile_desk(tmp_path)
    with desk.start(*words) as terminal:
        assert terminal.wait_for_end() == 0
        assert re.findall(r"[\x00-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f]", terminal.raw.decode()) == []


@pytest.mark.parametrize("room", WALKS if LONG else ["home", "visit"])
def test_without_colour_a_way_through_a_room_shows_none_and_the_focus_all_the_same(
    tmp_path: Path, room: str
) -> None:
    desk, case = hostile_desk(tmp_path)
    raw = walked(desk, case, room, env={"NO_COLOR": "1"}).decode()
    weights = re.findall(r"\x1b\[([0-9;]*)m", raw)
    assert [weight for weight in weights if COLOUR.search(weight)] == []
    assert any({"1", "7"} & set(weight.split(";")) for weight in weights)


@pytest.mark.parametrize("room", ["home", "prepare", "compare", "guide"])
def test_without_colour_the_line_the_keys_act_on_has_a_mark(tmp_path: Path, room: str) -> None:
    desk, case = hostile_desk(tmp_path)
    with enter(desk, case, room, env={"NO_COLOR": "1"}) as terminal:
        terminal.settle()
        assert [line for line in terminal.lines if re.match("[│ ]?>", line)]
