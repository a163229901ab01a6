"""One doctor is one person, however the name is written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.domain.people import is_same_name, may_be_same_name

SAME = [
    ("Dr Brandt", "dr. brandt"),
    ("Dr Müller", "DR. MULLER"),
    ("Dr Anne-Marie Lind", "Dr. Anne Marie Lind"),
    ("Dr. O’Hara", "dr O'Hara"),
    ("Dr  Sato ", "Dr Sato"),
]
PERHAPS = [("Brandt", "Dr Brandt"), ("Prof. Dr. Brandt", "Dr Brandt"), ("lind", "Frau Dr. Lind")]
OTHERS = [("Dr Brandt", "Dr Brand"), ("Dr Lind", "Dr Lindqvist"), ("", ""), ("Dr", "Prof")]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_a_name_in_other_letters_is_the_same(one: str, other: str) -> None:
    assert is_same_name(one, other)
    assert not may_be_same_name(one, other)


@pytest.mark.parametrize(("one", "other"), PERHAPS)
def test_a_name_without_its_title_may_be_the_same(one: str, other: str) -> None:
    assert not is_same_name(one, other)
    assert may_be_same_name(one, other)


@pytest.mark.parametrize(("one", "other"), OTHERS)
def test_another_name_is_somebody_else(one: str, other: str) -> None:
    assert not is_same_name(one, other)
    assert not may_be_same_name(one, other)


@given(st.text(), st.text())
def test_nobody_is_sometimes_the_same_and_sometimes_not(one: str, other: str) -> None:
    assert is_same_name(one, other) == is_same_name(other, one)
    assert may_be_same_name(one, other) == may_be_same_name(other, one)
