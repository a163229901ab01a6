"""The reading grade is near what a reader of the same text would get with other tools."""

from __future__ import annotations

import pytest

from companion.packs.lint.language import count, syllables

COUNTED = [
    "the:1",
    "opinion:3",
    "second:2",
    "doctor:2",
    "diagnosis:4",
    "treatment:2",
    "hospital:3",
    "different:3",
    "question:2",
    "medicine:3",
    "people:2",
    "table:2",
    "made:1",
    "asked:1",
    "wanted:2",
    "needed:2",
    "changes:2",
    "makes:1",
    "boxes:2",
    "wishes:2",
    "patient:2",
    "idea:3",
    "area:3",
    "being:2",
    "going:2",
    "trial:2",
    "giant:2",
    "usual:3",
    "usually:4",
    "serious:3",
    "nation:2",
    "special:2",
    "specialist:3",
    "physician:3",
    "decision:3",
    "leukemia:4",
    "hemophilia:5",
    "science:2",
    "quiet:2",
    "create:2",
    "reading:2",
    "radio:3",
    "million:2",
    "bleeding:2",
    "insurance:3",
    "appointment:3",
    "they:1",
    "are:1",
    "care:1",
    "whole:1",
    "every:2",
    "evening:2",
    "because:2",
    "before:2",
    "sometimes:2",
    "someone:2",
    "influence:3",
    "cause:1",
    "blood:1",
    "tired:1",
    "called:1",
    "ended:2",
    "times:1",
    "cases:2",
    "pages:2",
    "nurses:2",
    "diseases:3",
    "family:3",
    "anxious:2",
    "previous:3",
    "experience:4",
    "period:3",
    "material:4",
    "union:2",
    "social:2",
    "essential:3",
    "individual:5",
    "situation:4",
    "do:1",
    "possible:3",
    "genes:1",
    "believe:2",
    "tree:1",
    "seeing:2",
    "agreed:2",
    "variety:4",
    "society:4",
    "anxiety:4",
    "studied:2",
    "don't:1",
]


@pytest.mark.parametrize("pair", COUNTED)
def test_syllables_are_counted_as_they_are_spoken(pair: str) -> None:
    word, number = pair.split(":")
    assert syllables(word) == int(number)


def test_a_plain_text_has_a_low_grade_and_a_hard_one_a_high_one() -> None:
    plain = count(["You may ask for a break. Nobody will mind. Say it again if you like."])
    hard = count(["Multidisciplinary rehabilitation necessitates organizational preparation."])
    assert plain.grade < 2
    assert hard.grade > 15


def test_names_and_glossary_words_count_as_two_syllables() -> None:
    assert count(["We saw Maria Alexandropoulou."]).syllables == 2 + 2 + 2
    assert count(["It is hemophilia."], {"hemophilia"}).syllables == 1 + 1 + 2


def test_a_citation_and_a_place_in_a_letter_do_not_make_a_text_harder() -> None:
    cited = count(["It helps (Alexandropoulou 2001; Nikolaidis 2002)."])
    assert (cited.words, cited.sentences) == (2, 1)
    assert count(["Dear {other_clinician}."]).syllables == 1 + 2


def test_no_text_has_no_grade() -> None:
    assert count([]).grade == 0
