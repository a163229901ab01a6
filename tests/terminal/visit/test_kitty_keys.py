"""What a terminal with kitty's keyboard protocol sends, in the Visit room."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.terminal.visit.room import new_case, open_visit, visit_of

if TYPE_CHECKING:
    from pathlib import Path

SHIFT = "\x1b[57441;2u"
SHIFT_UP = "\x1b[57441;1:3u"
ENTER = "\x1b[13u"
TAB = "\x1b[9u"
CTRL_G = "\x1b[103;5u"
CTRL_Q = "\x1b[113;5u"


@pytest.mark.promise("keys.modifiers")
@pytest.mark.parametrize(
    ("sent", "text"),
    [
        (f"{SHIFT}\x1b[97;2u{SHIFT_UP}\x1b[98u", "Ab"),
        (f"{SHIFT}\x1b[38:49;2u{SHIFT_UP}\x1b[233;;233u", "1é"),
        ("\x1b[57358;65u\x1b[97;65u\x1b[98;66u", "Ab"),
        ("\x1b[97:65:113;2;65u\x1b[1090::110;;1090u", "Aт"),
        ("\x1b[57400;129;49u\x1b[57401;129u\x1b[57409;129;46u", "12."),
        ("\x1b[27;2;65~\x1b[57453u\x1b[113;;64u", "A@"),
        ("\x1b[97u\x1b[57440u\x1b[99;5:3u\x1b[98;1:3;98u\x1b[98u", "ab"),
    ],
)
def test_what_is_typed_is_the_note(tmp_path: Path, sent: str, text: str) -> None:
    case = new_case(tmp_path)
    with open_visit(tmp_path, case) as terminal:
        terminal.send(f"{sent}{ENTER}")
        terminal.wait_for(f"  {text} ")
        terminal.send(CTRL_Q)
        assert terminal.wait_for_end() == 0
    assert [note["text"] for note in visit_of(tmp_path, case)["notes"]] == [text]


@pytest.mark.promise("keys.modifiers")
def test_shift_is_pressed_for_the_digit_and_the_note_waits(tmp_path: Path) -> None:
    case = new_case(tmp_path)
    with open_visit(tmp_path, case) as terminal:
        terminal.send(f"half{TAB}")
        terminal.wait_for("Which question?")
        terminal.send(f"{SHIFT}\x1b[57360;129u\x1b[224:48;2u{SHIFT_UP}")
        terminal.wait_for("> half")
        terminal.wait_for(lambda: "Which question?" not in terminal.text)
        terminal.send(f"{CTRL_G}{SHIFT}\x1b[39:52;2;52u{SHIFT_UP}")
        terminal.wait_for(" Guide")
        terminal.send("\x1b[1081::113;5u")
        assert terminal.wait_for_end() == 0
    assert visit_of(tmp_path, case)["composer"]["text"] == "half"
