from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest

from tests.terminal.surface.desk import SAVE, Desk

if TYPE_CHECKING:
    from pathlib import Path

F3 = "\x1bOR"


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        (b"caf\xe9 ok", "café ok"),
        (b"\xff\xc0\xaf", "ÿÀ¯"),
        (
            "a\u00a0b\u202fc\u3000d\u200de\u200cf\u00adg".encode(),
            "a\u00a0b\u202fc\u3000d\u200de\u200cf\u00adg",
        ),
        (
            "\U0001f469\u200d\U0001f469\u200d\U0001f467".encode(),
            "\U0001f469\u200d\U0001f469\u200d\U0001f467",
        ),
        ("e\u0301 \u05d0\u05d1 \u1100\u1161".encode(), "e\u0301 \u05d0\u05d1 \u1100\u1161"),
        (b"dose 5\x7f7 mg", "dose 7 mg"),
        (b"ac\x1b[Db\x1b[Cd", "abcd"),
        (b"\x1b[97;;97u\x1b[98;;98u\x1b[127u\x1b[99;;233u", "aé"),
        (b"[TODO] [x] [/b] [@click=app.quit]", "[TODO] [x] [/b] [@click=app.quit]"),
    ],
)
def test_what_is_typed_is_what_is_kept(tmp_path: Path, typed: bytes, text: str) -> None:
    with Desk(tmp_path) as desk:
        desk.send(typed)
        desk.wait_for_text(text)


def test_a_character_torn_in_two_is_one_character(tmp_path: Path) -> None:
    with Desk(tmp_path) as desk:
        for byte in "né😀".encode():
            desk.send(bytes([byte]))
            desk.gap(0.01)
        desk.wait_for_text("né😀")


@pytest.mark.parametrize(
    ("pasted", "text"),
    [
        ("abc \x1b[31mdef\x1b]52;c;eA==\x07ghi", "abc \ufffd[31mdef\ufffd]52;c;eA==\ufffdghi"),
        ("one\r\ntwo\rthree\x0bfour\x85five\u2028six", "one\ntwo\nthree\nfour\nfive\nsix"),
        ("\x1bOP\x1b[15~\x00", "\ufffdOP\ufffd[15~\ufffd"),
        ("tab\there", "tab\there"),
    ],
)
def test_a_paste_is_text_and_nothing_but_text(tmp_path: Path, pasted: str, text: str) -> None:
    with Desk(tmp_path) as desk:
        desk.send("<")
        desk.paste(pasted)
        desk.send(">")
        desk.wait_for_text(f"<{text}>")


def test_a_lost_end_of_paste_heals_and_typing_goes_on(tmp_path: Path) -> None:
    with Desk(tmp_path) as desk:
        desk.send("\x1b[200~pasted\x1b[20")
        desk.wait_for_text("pasted\ufffd[20")
        desk.send("typed")
        desk.wait_for_text("pasted\ufffd[20typed")


def test_corrections_never_overtake_letters_while_the_program_is_busy(tmp_path: Path) -> None:
    dice = random.Random(3)  # noqa: S311 - the same every time
    typed: list[str] = []
    text = ""
    for index in range(60):
        letter = dice.choice("abcdefg ")
        if index % 6 == 2:
            typed += [F3, letter, "x", "\x7f"]
        elif index % 6 == 4:
            typed += [letter, "\x1b[D", "\x1b[C"]
        else:
            typed.append(letter)
        text += letter
    with Desk(tmp_path) as desk:
        for start in range(0, len(typed), 4):
            desk.send("".join(typed[start : start + 4]))
            desk.gap(0.02)
        desk.wait_for_text(text)


@pytest.mark.promise("keys.escape")
def test_escape_acts_with_nothing_after_it(tmp_path: Path) -> None:
    with Desk(tmp_path) as desk:
        desk.send("a\x1b")
        desk.wait_for("SAID escape")
        desk.send("b")
        desk.wait_for_text("ab")


def test_four_hundred_resizes_lose_no_key(tmp_path: Path) -> None:
    dice = random.Random(5)  # noqa: S311 - the same every time
    text = "".join(dice.choice("abcdefgh ") for _ in range(400))
    with Desk(tmp_path) as desk:
        for letter in text:
            desk.resize(dice.randint(1, 40), dice.randint(1, 120))
            desk.send(letter)
        desk.resize(12, 60)
        desk.wait_for_text(text)


def test_five_hundred_keys_at_once_all_arrive_in_order(tmp_path: Path) -> None:
    text = " ".join(str(number) for number in range(500))
    with Desk(tmp_path) as desk:
        desk.send(text)
        desk.wait_for_text(text)


@pytest.mark.parametrize(
    "pasted",
    ["0123456789" * 10_000, "a line of some words\n" * 50_000, "word " * 200_000],
    ids=["100 kB on one line", "1 MB in lines", "1 MB on one line"],
)
def test_a_huge_paste_is_kept_and_typing_goes_on(tmp_path: Path, pasted: str) -> None:
    with Desk(tmp_path) as desk:
        desk.paste(pasted)
        desk.send("!" + SAVE)
        desk.wait_for(f"kept {len(pasted) + 1}", deadline=60)
        assert desk.kept == pasted + "!"
