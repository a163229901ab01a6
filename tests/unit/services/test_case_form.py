"""A new case takes what its packs build on."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from companion.domain.case import CaseAbout, CaseFile
from companion.domain.comparison import Aspect
from companion.domain.pack import Pack
from companion.domain.value import replace
from companion.services.home.case_form import CaseForm, pack_choices, with_packs
from tests.support.guidance import catalogue_of

if TYPE_CHECKING:
    from companion.services.case.library import CaseLibrary


def pack(name: str, *extends: str) -> Pack:
    return Pack(name, name.capitalize(), "en", extends, date(2026, 1, 1), "")


def test_a_chosen_pack_brings_those_it_builds_on_and_general_stands_first() -> None:
    packs = (pack("blood", "general"), pack("general"), pack("rare", "blood"), pack("other"))
    catalogue = catalogue_of(packs)
    assert [each.id for each in catalogue.chosen(())] == ["general"]
    chosen = catalogue.chosen(("rare", "other"))
    assert [each.id for each in chosen] == ["general", "blood", "rare", "other"]


KINDS = tuple(pack(f"blood-{name}", "general", "blood") for name in ("a", "b", "c", "d"))
OFFERED = (
    pack("general"),
    pack("cancer", "general"),
    pack("breast", "general", "cancer"),
    pack("blood", "general"),
    *KINDS,
)


def offered(*chosen: str) -> list[tuple[str, int, int]]:
    choices = pack_choices(OFFERED, frozenset(chosen))
    return [(each.pack.id, each.depth, each.folded) for each in choices]


def test_packs_stand_below_those_they_build_on_and_many_of_them_fold() -> None:
    assert offered() == [
        ("general", 0, 0),
        ("blood", 0, 4),
        ("cancer", 0, 0),
        ("breast", 1, 0),
    ]
    assert offered("blood")[1:6] == [
        ("blood", 0, 0),
        *((each.id, 1, 0) for each in KINDS),
    ]


@given(
    st.dictionaries(
        st.sampled_from("abcdef"), st.lists(st.sampled_from("abcdefg"), max_size=3), max_size=6
    )
)
def test_every_pack_is_offered_once_however_they_build_on_each_other(
    built: dict[str, list[str]],
) -> None:
    packs = (pack("general"), *(pack(name, "general", *on) for name, on in built.items()))
    choices = pack_choices(packs, frozenset(built))
    assert sorted(each.pack.id for each in choices) == sorted(each.id for each in packs)


def test_choosing_a_pack_brings_its_parents_and_leaving_one_out_takes_what_builds_on_it(
    library: CaseLibrary,
) -> None:
    form = CaseForm(library, catalogue_of(OFFERED))
    form.toggle_pack("blood-b")
    assert form.chosen == {"general", "blood", "blood-b"}
    form.toggle_pack("blood")
    assert form.chosen == {"general"}
    form.toggle_pack("blood-b")
    form.toggle_pack("blood-b")
    assert form.chosen == {"general", "blood"}


def case_with(*packs: str) -> CaseFile:
    rows = tuple(Aspect(id=f"row-{name}", text=name, source=f"{name}/row") for name in packs)
    return CaseFile(id="case", about=(CaseAbout(id="case", packs=packs),), aspects=rows)


def test_what_a_pack_hides_goes_and_comes_back_with_it() -> None:
    def hidden(packs: tuple[str, ...]) -> frozenset[str]:
        return frozenset({"general/row"} if "rare" in packs else ())

    known = frozenset({"general", "rare"})
    begun = case_with("general")
    fresh = case_with("general", "rare")
    fresh = replace(fresh, aspects=fresh.aspects[1:])
    with_rare = with_packs(begun, fresh, known, hidden)
    assert [row.text for row in with_rare.aspects if not row.deleted] == ["rare"]
    without = with_packs(with_rare, case_with("general"), known, hidden)
    assert [row.text for row in without.aspects if not row.deleted] == ["general"]


def test_another_pack_leaves_rows_that_were_taken_out_and_packs_that_are_not_there() -> None:
    file = case_with("general", "mine", "old")
    taken_out, *rest = file.aspects
    file = replace(file, aspects=(replace(taken_out, deleted=True), *rest))
    fresh = case_with("general", "rare")
    changed = with_packs(file, fresh, frozenset({"general", "rare", "old"}))
    assert changed.head.packs == ("general", "rare", "mine")
    assert {row.text: row.deleted for row in changed.aspects} == {
        "general": True,
        "mine": False,
        "old": True,
        "rare": False,
    }
    again = with_packs(changed, case_with("general", "old"), frozenset({"general", "rare", "old"}))
    assert [row.text for row in again.aspects if not row.deleted] == ["mine", "old"]
