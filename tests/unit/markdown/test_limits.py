"""No text can hold the program up."""

from __future__ import annotations

import threading
from itertools import count
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from companion.markdown import TextRefusedError, blocks, list_items
from companion.markdown.parser import MAXIMUM_BYTES, Watch, parse

if TYPE_CHECKING:
    from collections.abc import Callable

HOSTILE = {
    "brackets": "[" * 100_000,
    "brackets in lines": ("[" * 50 + "\n") * 5_000,
    "stars": "*a " * 80_000,
    "pairs": "a**b" * 60_000,
    "quotes": ">" * 250_000,
    "quotes in lines": ("> " * 25 + "a\n") * 4_900,
    "lists in lines": ("- " * 25 + "a\n") * 4_900,
    "numbers": "1. " * 80_000,
    "links": '[a](b "' * 30_000,
    "comments": ("- a " + "<!--" * 3_000 + "\n") * 20,
    "blanks": ("- a" + " " * 12_000 + "b\n") * 20,
    "backticks": "".join("`" * n + "a" for n in range(700)),
    "references": "".join(f"[r{n}]: /u\n" for n in range(4_900)),
    "nested": "".join(" " * n + "- a\n" for n in range(700)),
    "items": "- a\n" * 5_000,
}


def refusal(read: Callable[[str], object], text: str) -> TextRefusedError | None:
    try:
        read(text)
    except TextRefusedError as error:
        return error
    return None


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_text_is_read_or_refused_in_one_sentence(name: str) -> None:
    for read in (list_items, blocks):
        error = refusal(read, HOSTILE[name])
        assert error is None or ("\n" not in error.sentence and error.line >= 1)


@pytest.mark.parametrize(
    "text", ["x" * (MAXIMUM_BYTES + 1), "é" * (MAXIMUM_BYTES // 2 + 1), "\n" * 5_001]
)
def test_a_text_over_the_limits_is_refused_before_it_is_parsed(text: str) -> None:
    with pytest.raises(TextRefusedError):
        parse(text, Watch(clock=lambda: 0.0))


def test_a_text_at_the_limits_is_read() -> None:
    text = ("- " + "word " * 9 + "\n") * 4_999
    assert len(text) < MAXIMUM_BYTES
    assert len(list_items(text).items) == 4_999


def test_a_text_whose_time_is_over_is_refused() -> None:
    ticks = count()
    with pytest.raises(TextRefusedError, match="too tangled"):
        parse("- a\n" * 50, Watch(clock=lambda: next(ticks) / 10, seconds=1))


def test_time_in_which_other_programs_run_does_not_count() -> None:
    watch = Watch(seconds=0.02)
    threading.Event().wait(0.05)
    watch.look()


def test_a_paragraph_too_long_is_named_by_its_line() -> None:
    with pytest.raises(TextRefusedError) as caught:
        list_items("# a\n\n" + "word " * 4_000)
    assert caught.value.line == 3


@given(st.text(max_size=400) | st.text("-*+> #[]()!<>`_\\\n 1.\t:&", max_size=400))
@settings(max_examples=300)
def test_any_text_is_read(text: str) -> None:
    found = list_items(text)
    assert all("\n" not in item.text for item in found.items)
    blocks(text)
