"""A paper that was made is opened or printed; what came of it is said in one sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from companion.services.transfer.printer import Printing, lines_to_print
from companion.words import paper_files as words

if TYPE_CHECKING:
    from tests.support.stand_ins import StandIns

TEXT = "Why is it so? " * 20


def page(path: str = "/home/page.html") -> Printing:
    return Printing(path, lambda: TEXT, is_page=path.endswith(".html"))


def news(printing: Printing, stand_ins: StandIns) -> str:
    stand_ins.ended()
    return printing.news()


def test_without_a_browser_and_a_printer_one_sentence_says_how(stand_ins: StandIns) -> None:
    made = page()
    assert made.how == words.how(opens=False, prints=False)
    assert made.keys == ""
    assert made.open() == words.NOT_OPENED
    assert made.print() == words.NEITHER
    assert not made.is_under_way
    assert made.news() == ""


@pytest.mark.parametrize(("code", "said"), [(0, ""), (3, words.NOT_OPENED)])
def test_opening_says_so_at_once_and_speaks_up_only_where_it_failed(
    stand_ins: StandIns, monkeypatch: pytest.MonkeyPatch, code: int, said: str
) -> None:
    monkeypatch.setenv("BROWSER", stand_ins.add("surf", code))
    made = page()
    assert made.open() == words.OPENED
    assert news(made, stand_ins) == said
    assert not made.is_under_way


@pytest.mark.parametrize(("code", "said"), [(0, words.PRINTED), (1, words.NOT_PRINTED)])
def test_text_goes_to_the_printer_in_lines_that_fit(
    stand_ins: StandIns, code: int, said: str
) -> None:
    stand_ins.add("lp", code)
    made = page("/home/page.txt")
    assert made.print() == words.SENDING
    assert news(made, stand_ins) == said
    lines = stand_ins.read("lp").split("\n")
    assert max(map(len, lines)) <= 76
    assert " ".join(lines).split() == TEXT.split()


def test_a_printer_that_takes_no_pages_gets_plain_text(stand_ins: StandIns) -> None:
    stand_ins.add("lp", refused=".html")
    made = page()
    assert made.print() == words.SENDING
    assert news(made, stand_ins) == words.SENDING
    assert news(made, stand_ins) == words.PRINTED_AS_TEXT
    assert stand_ins.given("lp")[3] == "/home/page.html"
    assert stand_ins.read("lp").split() == TEXT.split()


def test_lines_keep_their_indent_and_empty_lines() -> None:
    said = lines_to_print("Head\n\n  " + "word " * 40).decode().split("\n")
    assert said[:2] == ["Head", ""]
    assert all(line.startswith("  ") for line in said[2:])


@pytest.mark.parametrize("path", ["/home/page.html", "/home/page.txt"])
def test_a_key_that_is_pressed_twice_prints_once(stand_ins: StandIns, path: str) -> None:
    stand_ins.add("lp")
    made = page(path)
    assert made.print() == made.print() == words.SENDING
    assert news(made, stand_ins) == words.PRINTED
    assert stand_ins.given("lp").count("-t") == 1
    assert made.print() == words.SENDING
    assert news(made, stand_ins) == words.PRINTED
    assert stand_ins.given("lp").count("-t") == 2
