"""What speaks of living or dying is told from what does not, in whatever way it is typed."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.domain.outlook import speaks_of_outlook

ROOT = Path(__file__).parents[3]
LINES = ROOT / "tests" / "data" / "outlook"
LISTS = (
    "",
    "held_out_",
    "fresh_",
    "later_",
    "last_",
    "newest_",
    "blind_",
    "oblique_",
    "mixed_",
    "plain_",
    "clinic_",
    "wards_",
)
"""Lines the rule was written with, and lines written after it without a look at it."""


@cache
def words_of_the_guidance() -> tuple[str, ...]:
    texts = (ROOT / "content" / pack / "cover.md" for pack in ("general", "leukemia"))
    lines = (line for text in texts for line in text.read_text("utf-8").splitlines())
    return tuple(line[2:].partition(" <!--")[0] for line in lines if line.startswith("- "))


def lines_of(name: str) -> list[str]:
    return (LINES / f"{name}.txt").read_text("utf-8").splitlines()


def share_covered(name: str) -> float:
    lines = lines_of(name)
    return sum(speaks_of_outlook(line, words_of_the_guidance()) for line in lines) / len(lines)


@pytest.mark.promise("keys.cards")
@pytest.mark.parametrize("name", LISTS)
def test_nearly_all_that_speaks_of_living_or_dying_is_covered(name: str) -> None:
    assert len(lines_of(f"{name}speaks")) >= 65
    assert share_covered(f"{name}speaks") >= 0.97


@pytest.mark.parametrize("name", LISTS)
def test_little_else_is_covered(name: str) -> None:
    assert len(lines_of(f"{name}silent")) >= 65
    assert share_covered(f"{name}silent") <= 0.15


@pytest.mark.parametrize("line", ["What are my options now?", "I want to understand my options."])
def test_to_ask_for_options_is_not_to_ask_how_long(line: str) -> None:
    assert not speaks_of_outlook(line, words_of_the_guidance())
    assert speaks_of_outlook("There are no options left.", words_of_the_guidance())


def test_options_are_asked_for_openly_and_covered_once_none_is_left() -> None:
    assert min(len(lines_of("options_silent")), len(lines_of("options_speaks"))) >= 40
    assert share_covered("options_speaks") >= 0.97
    assert share_covered("options_silent") <= 0.15


HYPHENS = "-\u2010\u2011\u2012\u2013\u2014\u2212"
BLANKS = " \u00a0\u2009\u202f\u2007\u3000"
NOTHING = ("", "\u00ad", "\u200b", "\u200d", "\u200f", "\u2060")


@st.composite
def written_anyhow(draw: st.DrawFn, words: str) -> str:
    """The words in any case, with any hyphens and blanks, signs without a width among them."""
    wide = draw(st.booleans())
    typed = []
    for letter in words:
        if letter == "-":
            typed.append(draw(st.sampled_from(HYPHENS)))
        elif letter == " ":
            typed.append(draw(st.sampled_from(BLANKS)))
        else:
            either = draw(st.sampled_from([letter, letter.upper()]))
            typed.append(chr(ord(either) + 0xFEE0) if wide else either)
        typed.append(draw(st.sampled_from(NOTHING)))
    return "".join(typed)


SPOKEN = [
    "end-stage",
    "5-year rate",
    "five-year rate is 85 percent",
    "most people live more than ten years with it",
    "he gives her five to eight good years",
    "then it is months not years",
    "10y OS 60%",
    "aim is to keep her well, not to cure",
    "she won't see another summer",
]


@given(st.sampled_from(SPOKEN).flatmap(written_anyhow))
def test_no_way_of_writing_gets_around_it(line: str) -> None:
    assert speaks_of_outlook(line, words_of_the_guidance())


@pytest.mark.parametrize("line", ["won't get better", "won’t get better", "wont get better"])
def test_a_contraction_is_read_with_any_quote_or_none(line: str) -> None:
    assert speaks_of_outlook(f"she {line}")


@pytest.mark.parametrize(
    ("text", "covers"),
    [
        ("Most do not DIE of it", True),
        ("a diet is fine", False),
        ("end  of\nlife care", True),
        ("endoflife", True),
        ("a friend of mine", False),
        ("the five year mark", True),
        ("5year", True),
        ("15-year warranty", False),
        ("she carries on", True),
        ("carried on as before", True),
        ("carry-on", True),
        ("", False),
    ],
)
def test_words_of_the_guidance_count_whole_and_in_their_forms(text: str, covers: bool) -> None:
    assert speaks_of_outlook(text, WORDS) is covers


WORDS = ("die", "five-year", "end of life", "5-year", "carry on")


def test_a_dose_in_one_sentence_does_not_open_the_next() -> None:
    assert speaks_of_outlook("Two tablets a day for 3 months. With that 5 to 8 years.")
    assert not speaks_of_outlook("Two tablets a day for 3 months. Then 2 tablets for 5 years.")


def test_a_day_and_not_a_word_more_is_when_something_is_to_be_done() -> None:
    assert not speaks_of_outlook("In six months.")
    assert speaks_of_outlook("In six months she")
    assert speaks_of_outlook("six months")


@pytest.mark.parametrize("sign", ["", "?", "!", "\u2026", " \U0001f622", ":"])
def test_signs_around_it_change_nothing(sign: str) -> None:
    assert speaks_of_outlook(f"{sign}is it terminal{sign}")
    assert not speaks_of_outlook(f"{sign}is it the left knee{sign}")


@pytest.mark.parametrize(
    "who",
    [
        "Dr Lind",
        "the professor",
        "the doctor",
        "the nurse",
        "the team at the hospital",
        "the study",
    ],
)
def test_who_says_it_does_not_open_a_stretch_of_years(who: str) -> None:
    assert speaks_of_outlook(f"{who} says five to six years")
    assert speaks_of_outlook(f"five to six years, {who} says")


@pytest.mark.parametrize("line", ["in-cur-able", "it is ter-\nminal", "sur- vi- val", "sur‑vi‑val"])
def test_a_word_divided_by_hyphens_is_the_word(line: str) -> None:
    assert speaks_of_outlook(line)


@pytest.mark.parametrize(
    "line",
    [
        "85 per cent after five",
        "5 to 10 years from diagnosis",
        "we measure this in weeks",
        "this is what will take him",
        "lifelimiting",
        "5 YSR 60",
        "stadium IV",
    ],
)
def test_further_ways_of_saying_it(line: str) -> None:
    assert speaks_of_outlook(line)
