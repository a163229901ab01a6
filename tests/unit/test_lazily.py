"""Classes made lazily are what the standard library would have made of them."""

from __future__ import annotations

import copy
import dataclasses
import threading
from dataclasses import FrozenInstanceError, field
from typing import Any

import pytest

from companion import lazily
from companion.domain.note import Note


def both(**options: bool) -> list[Any]:
    """The same class made by the standard library and by ours."""
    made = []
    for decorate in (dataclasses.dataclass, lazily.dataclass):

        @decorate(**options)
        class Dose:
            """How much of what."""

            what: str
            how_much: int = 0
            days: list[str] = field(default_factory=list)
            unit: str = field(default="mg", kw_only=True)

        made.append(Dose)
    return made


@pytest.mark.parametrize("options", [{"frozen": True, "slots": True}, {"frozen": True}, {}])
def test_values_are_made_compared_and_shown_as_in_the_standard_library(
    options: dict[str, bool],
) -> None:
    standard, ours = both(**options)
    for given, named in ((("iron",), {}), (("iron", 5, ["Mon"]), {"unit": "g"})):
        one, other = standard(*given, **named), ours(*given, **named)
        assert repr(one) == repr(other)
        assert dataclasses.astuple(one) == dataclasses.astuple(other)
        assert other == ours(*given, **named)
        assert other != one
        assert dataclasses.replace(other, what="zinc").what == "zinc"
    for often in range(40):
        assert dataclasses.astuple(ours("iron", often)) == ("iron", often, [], "mg")
    assert ours("iron").days is not ours("iron").days


def test_a_value_refuses_what_the_standard_library_refuses() -> None:
    for made in both(frozen=True, slots=True):
        with pytest.raises(TypeError):
            made()
        with pytest.raises(TypeError):
            made("iron", 1, [], "g")
        with pytest.raises(TypeError):
            made("iron", dose=1)
        with pytest.raises(FrozenInstanceError):
            made("iron").what = "zinc"
        with pytest.raises(FrozenInstanceError):
            del made("iron").what
        with pytest.raises((AttributeError, TypeError)):
            made("iron").other = 1


def test_equal_values_have_equal_hashes_and_changing_ones_have_none() -> None:
    _, ours = both(frozen=True, slots=True)
    assert hash(ours("iron", days=())) == hash(ours("iron", days=()))
    _, changing = both(slots=True)
    with pytest.raises(TypeError):
        hash(changing("iron"))


def test_a_value_can_be_copied() -> None:
    note = Note(id="note0001", text="two a day")
    assert copy.deepcopy(note) == note
    assert copy.copy(note) == note


def test_what_a_class_says_itself_and_rarer_arguments_are_kept() -> None:
    @lazily.dataclass
    class Own:
        """Has an initialiser and words of its own."""

        one: int

        def __init__(self) -> None:
            self.one = 7

        def __repr__(self) -> str:
            return "own"

    @lazily.dataclass(order=True)
    class Ordered:
        """Can be sorted."""

        one: int

    assert (Own().one, repr(Own())) == (7, "own")
    ordered: Any = Ordered
    assert ordered(1) < ordered(2)


def test_a_class_for_each_thread_its_own_values_can_be_made() -> None:
    @lazily.dataclass
    class Apart(threading.local):
        """Values of one thread."""

        names: list[str] = field(default_factory=list)

    assert Apart().names == []


def test_a_copy_with_another_value_is_the_standard_librarys() -> None:
    standard, ours = both(frozen=True, slots=True)
    one, other = standard("iron", 5, ["Mon"], unit="g"), ours("iron", 5, ["Mon"], unit="g")
    for change in ({}, {"what": "zinc"}, {"how_much": 7, "unit": "mg"}):
        expected = dataclasses.astuple(dataclasses.replace(one, **change))
        assert dataclasses.astuple(lazily.replace(other, **change)) == expected
    for refused in ({"dose": 1}, {"what": "zinc", "nothing": 0}):
        with pytest.raises(TypeError):
            lazily.replace(other, **refused)
    assert dataclasses.astuple(lazily.replace(one, what="zinc"))[0] == "zinc"


def test_a_copy_of_a_class_that_checks_its_values_is_checked() -> None:
    @lazily.dataclass(frozen=True)
    class Checked:
        """Never below one."""

        count: int

        def __post_init__(self) -> None:
            if self.count < 1:
                raise ValueError(self.count)

    checked: Any = Checked
    with pytest.raises(ValueError, match="0"):
        lazily.replace(checked(1), count=0)
