"""What looks alike, or is typed in its place, is one thing where texts are compared."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.domain.folded_text import folded, holds, places_of

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
    assert [text[a:b] for a, b in places_of(text, folded("co‑op"))] == ["co\u00adop", "CO-OP"]
    assert places_of(text, "") == places_of(text, "nowhere") == []


@given(st.text(max_size=30), st.text(max_size=3))
def test_every_place_holds_the_words(text: str, words: str) -> None:
    line = " ".join(text.split())
    for begin, end in places_of(line, folded(words)):
        assert 0 <= begin < end <= len(line)
        assert holds(folded(line[begin:end]), folded(words).strip())


@pytest.mark.parametrize(
    "text", ["follow up", "follow-up", "followup", "Follow\u2011up", "follow\u00adup"]
)
@pytest.mark.parametrize("words", ["follow up", "follow-up", "Follow\u2010Up", "follow  up"])
def test_a_hyphen_or_blank_that_is_looked_for_may_be_either_or_nothing(
    text: str, words: str
) -> None:
    assert holds(folded(text), folded(words))
    assert places_of(text, folded(words)) == [(0, len(text))]


def test_between_two_figures_something_stands() -> None:
    assert not holds("58 years", folded("5-8"))
    assert holds("5 8 years", folded("5-8"))
    assert holds("5year", folded("5-year"))
    assert not holds("a follower upstairs", folded("follow-up"))


FORMS_OF = {
    "e": "e\u00e9\uff45\u24d4",
    "u": "u\u00fc\uff55",
    "'": "'\u2019\u2018\u02bc`",
    "-": "-\u2010\u2011\u2012\u2013\u2014\u2212\ufe63\uff0d",
    " ": " \u00a0\u202f\u2009\u3000\u2007",
}
NOTHING = (
    "",
    "\u00ad",
    "\u200b",
    "\u200c",
    "\u200d",
    "\u200e",
    "\u200f",
    "\u2060",
    "\ufeff",
    "\u0301",
)


@st.composite
def in_any_form(draw: st.DrawFn) -> tuple[str, str]:
    """Words, and the same in a mix of forms: case, accents, width, signs without a width."""
    plain = draw(st.text("abenu'- 5", min_size=1, max_size=12)).strip()
    typed = ""
    for letter in plain:
        form = draw(st.sampled_from(FORMS_OF.get(letter, letter)))
        typed += draw(st.sampled_from([form, form.upper()]))
        typed += draw(st.sampled_from(NOTHING))
    return plain, unicodedata.normalize(draw(st.sampled_from(["NFC", "NFD"])), typed)


@given(in_any_form())
def test_every_mix_of_forms_of_the_same_words_is_one(words: tuple[str, str]) -> None:
    plain, typed = words
    assert folded(plain) == folded(typed)
