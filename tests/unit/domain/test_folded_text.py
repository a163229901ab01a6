"""What looks alike, or is typed in its place, is one thing where texts are compared."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.domain.folded_text import folded, places_of

ALIKE = [
    ("caf\u00e9", "cafe\u0301"),
    ("caf\u00e9", "cafe"),
    ("M\u00fcller", "Mu\u0308ller"),
    ("MÜLLER", "muller"),
    ("Søren Łukasz", "soren lukasz"),
    ("don\u2019t", "don't"),
    ("don\u02bct", "don`t"),
    ("\u201cweekly\u201d", '"weekly"'),
    ("«weekly»", '"weekly"'),
    ("5\u2010year", "5-year"),
    ("5\u2011year", "5\u2013year"),
    ("5\u2212year", "5\u2014year"),
    ("meta\u00adstasis", "metastasis"),
    ("meta\u200bstasis", "meta\u2060stasis"),
    ("a\u202eb\u200f", "ab"),
    ("50\u00a0mg", "50 mg"),
    ("50\u202fmg", "50\u3000mg"),
    ("Straße", "STRASSE"),
    ("ﬁbrosis", "fibrosis"),
    ("ｇｅｎｅ ９", "gene 9"),
    ("İstanbul", "istanbul"),
    ("ΣΑΣ", "σας"),
    ("Ἀθήνα", "αθηνα"),
    ("ёлка", "елка"),
    ("한글", "\u1112\u1161\u11ab\u1100\u1173\u11af"),
    ("が", "か\u3099"),
    ("שָׁלוֹם", "שלום"),
    ("❤\ufe0f", "❤"),
    ("½ tablet", "1/2 tablet"),
]


@pytest.mark.parametrize(("one", "other"), ALIKE)
def test_texts_that_are_alike_are_one(one: str, other: str) -> None:
    assert folded(one) == folded(other)


@pytest.mark.parametrize(("one", "other"), [("か", "が"), ("กา", "กี"), ("का", "की"), ("-", "'")])
def test_signs_that_make_another_letter_are_not_taken_off(one: str, other: str) -> None:
    assert folded(one) != folded(other)


@given(st.text())
def test_what_is_folded_stays_as_it_is(text: str) -> None:
    assert folded(folded(text)) == folded(text)


@given(st.text(alphabet=st.characters(max_codepoint=127)))
def test_plain_text_is_folded_as_any_other(text: str) -> None:
    assert folded(f"{text}é") == f"{folded(f'{text}x')[:-1]}e"


@given(st.text())
def test_it_can_always_be_written_to_a_file(text: str) -> None:
    folded(f"{text}\ud800").encode()


def test_places_lead_back_to_the_text_itself() -> None:
    text = "Das Cafe\u0301, die Stra\u00dfe, the co\u00adop and the CO-OP"
    assert [text[a:b] for a, b in places_of(text, folded("café"))] == ["Cafe"]
    assert [text[a:b] for a, b in places_of(text, folded("strasse"))] == ["Stra\u00dfe"]
    assert [text[a:b] for a, b in places_of(text, folded("coop"))] == ["co\u00adop"]
    assert [text[a:b] for a, b in places_of(text, folded("co‑op"))] == ["CO-OP"]
    assert places_of(text, "") == places_of(text, "nowhere") == []


@given(st.text(max_size=30), st.text(max_size=3))
def test_every_place_holds_the_words(text: str, words: str) -> None:
    line = " ".join(text.split())
    for begin, end in places_of(line, folded(words)):
        assert 0 <= begin < end <= len(line)
        assert folded(words).strip() in folded(line[begin:end])
