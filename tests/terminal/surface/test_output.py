from __future__ import annotations

import json
import random
import re
import sys
from typing import TYPE_CHECKING, Final

import pytest

from tests.support.corpora import needed
from tests.terminal.screen import Terminal
from tests.terminal.surface.desk import Desk

if TYPE_CHECKING:
    from pathlib import Path

ALLOWED: Final = re.compile(
    r"\x1b\[[0-9;]*m"  # colours and weights
    r"|\x1b\[\d*(?:;\d*)?H"  # where to write
    r"|\x1b\[\?(?:7|25|1000|1003|1004|1006|1015|1016|1049|2004|2026|2048)[hl]"  # modes of ours
    r"|\x1b\[\?(?:2026|2048)\$p"  # what can you do?
    r"|\x1b\[>25u|\x1b\[=29u|\x1b\[<u"  # keyboard
)
CONTROLS: Final = re.compile(
    "[\x00-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]"
)
COLOUR: Final = re.compile(r"(?:^|;)(?:3[0-9]|4[0-9]|9[0-7]|10[0-7])(?:;|$)")
HOSTILE: Final = [
    "AA\x1b]52;c;UFdORUQ=\x1b\\BB\x1b]0;title\x07CC\x1b[2JDD\x9b31mEE\x0eFF\x00GG\x7fHH\u202eII",
    "\x1b]8;;http://a/\x1b\\link\x1b]8;;\x1b\\",
    "\x1bP+q544e\x1b\\ \x1b_Gi=1\x1b\\ \x9d0;t\x9c \x90q\x9c",
    "\x1b[6n\x1b[c\x1b[>c\x1b[14t\x1b]10;?\x07",
    "50\u202e5 mg \u2066x\u2069 a\u200bb \ufeff \u00ad",
    "\r\n\x0b\x0c\x08\x85\u2028",
    "unfinished \x1b]52;c;",
    "unfinished \x1b[",
]


def fuzz(count: int, seed: int) -> list[str]:
    dice = random.Random(seed)  # noqa: S311 - the same every time
    alphabet = [chr(code) for code in (*range(0x20), *range(0x7F, 0xA0))]
    alphabet += [*"[];:?0123456789mHJnc\\/@=abc ", "\x1b", "\x1b[", "\x1b]", "\u202e", "漢"]
    return ["".join(dice.choices(alphabet, k=dice.randint(1, 30))) for _ in range(count)]


def naughty_strings() -> list[str]:
    strings: list[str] = json.loads(needed("blns/raw/blns.json").read_text("utf-8"))
    return [text for text in strings if text][:300]


def foreign(raw: bytes) -> list[str]:
    """What the terminal got that is neither text nor a sequence of our own."""
    rest = ALLOWED.sub("", raw.decode("utf-8"))
    return sorted(set(CONTROLS.findall(rest)))


def show(tmp_path: Path, texts: list[str], env: dict[str, str] | None = None) -> bytes:
    file = tmp_path / "texts"
    file.write_text(json.dumps(texts), "utf-8")
    command = (sys.executable, "-m", "tests.terminal.surface.gallery")
    surroundings = {"GALLERY": str(file), **(env or {})}
    with Terminal(command, rows=44, columns=80, env=surroundings) as terminal:
        terminal.wait_for("DONE", deadline=90)
        terminal.send("\t\t\t\x11")
        assert terminal.wait_for_end() == 0
        assert terminal.left_on == set()
        return bytes(terminal.raw)


@pytest.mark.parametrize("kind", ["hostile", "fuzz", "corpus"])
def test_nothing_but_text_reaches_the_terminal_from_any_widget(tmp_path: Path, kind: str) -> None:
    texts = {
        "hostile": lambda: HOSTILE * 5,
        "fuzz": lambda: fuzz(250, 1),
        "corpus": naughty_strings,
    }
    raw = show(tmp_path, texts[kind]())
    assert foreign(raw) == []
    assert b"52;c" not in raw or b"\x1b]52" not in raw


def test_the_oracle_sees_what_it_should() -> None:
    assert foreign(b"\x1b[1;31mred\x1b[0m\x1b[3;4Hx\n") == []
    assert foreign(b"\x1b]52;c;eA==\x07") == ["\x07", "\x1b"]
    assert foreign(b"\x1b[2J") == ["\x1b"]
    assert foreign("a\u202e".encode()) == ["\u202e"]


@pytest.mark.promise("keys.no-color")
def test_no_color_is_truly_without_colour_and_focus_still_shows(tmp_path: Path) -> None:
    raw = show(tmp_path, ["plain [x]", *HOSTILE], {"NO_COLOR": "1"}).decode()
    weights = re.findall(r"\x1b\[([0-9;]*)m", raw)
    assert [weight for weight in weights if COLOUR.search(weight)] == []
    assert any("7" in weight.split(";") for weight in weights)


@pytest.mark.promise("keys.no-color")
def test_an_empty_no_color_asks_for_nothing(tmp_path: Path) -> None:
    raw = show(tmp_path, ["plain"], {"NO_COLOR": ""}).decode()
    assert any(COLOUR.search(weight) for weight in re.findall(r"\x1b\[([0-9;]*)m", raw))


def test_without_colour_the_cursor_and_the_selection_are_reversed(tmp_path: Path) -> None:
    with Desk(tmp_path, env={"NO_COLOR": "1"}) as desk:
        desk.send("ab cd")
        desk.wait_for("ab cd")
        row = next(index for index, line in enumerate(desk.lines) if "ab cd" in line)
        start = desk.lines[row].index("ab cd")
        desk.wait_for(lambda: desk.screen.buffer[row][start + 5].reverse)
        desk.send("\x1b[1;2D\x1b[1;2D")
        desk.wait_for(lambda: desk.screen.buffer[row][start + 4].reverse)
        assert not desk.screen.buffer[row][start + 1].reverse


@pytest.mark.promise("text.no-markup")
@pytest.mark.parametrize(
    "text", ["[x] [TODO] [b]not bold[/b]", "[/", "[@click=app.quit]tap[/]", "$x \\[x] trailing \\"]
)
def test_text_in_brackets_is_shown_as_it_is_typed(tmp_path: Path, text: str) -> None:
    with Desk(tmp_path) as desk:
        desk.send(text)
        desk.wait_for(text)
