"""The packs in the checkout keep their own rules, and every line of advice has its home."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from companion.domain.pack import INSTEAD_OF
from companion.files import DiskFiles
from companion.packs import file_kinds
from companion.packs.catalogue import Catalogue, load
from companion.packs.check import check
from tests.support.guidance import items_of_kind

if TYPE_CHECKING:
    from companion.domain.pack import PackItem

ROOT = Path(__file__).parents[2]
CONTENT = ROOT / "content"
PACKS = ("general", "breast", "cancer", "hemophilia", "leukemia", "prostate")
MOST_URGENT = 22
"""Urgent lines of a case with three packs, below the six that come before all else."""
SEED_LINES = [f"H-{n:02}" for n in range(1, 85)] + [f"L-{n:02}" for n in range(1, 51)]


@cache
def catalogue() -> Catalogue:
    return load(DiskFiles(), [str(CONTENT)])


@cache
def coverage() -> dict[str, list[str]]:
    rows: dict[str, list[str]] = {}
    for line in (CONTENT / "COVERAGE.md").read_text(encoding="utf-8").splitlines():
        row = re.match(r"\| *([HL]-\d\d) *\|(.+)\|(.+)\|\s*$", line)
        if row:
            assert row[2].strip(), f"{row[1]} says nothing"
            rows.setdefault(row[1], []).extend(re.findall(r"`([a-z0-9/-]+)`", row[3]))
    return rows


def test_the_check_finds_nothing_wrong_with_our_packs() -> None:
    found = [
        f"{each.file}:{each.line}: {each.sentence}" for each in check(DiskFiles(), str(CONTENT))
    ]
    assert found == []


def test_there_is_a_general_pack_and_one_for_each_condition() -> None:
    assert {pack.id for pack in catalogue().packs} >= set(PACKS)
    for pack in catalogue().packs:
        assert pack.extends[:1] == (() if pack.id == "general" else ("general",))


def test_every_line_of_advice_is_in_the_table_of_coverage() -> None:
    assert [line for line in SEED_LINES if not coverage().get(line)] == []
    assert sorted(set(coverage()) - set(SEED_LINES)) == []


def test_every_item_the_table_of_coverage_names_is_there() -> None:
    named = {item for items in coverage().values() for item in items}
    assert sorted(item for item in named if catalogue().item(item) is None) == []


@pytest.mark.parametrize("condition", PACKS[1:])
def test_what_is_urgent_stands_before_anything_that_says_there_is_time(condition: str) -> None:
    items = items_of_kind(catalogue(), [condition], "time")
    urgent = [item.first("urgent") in {"first", "yes"} for item in items]
    assert any(urgent)
    assert urgent == sorted(urgent, reverse=True)


@pytest.mark.parametrize("kind", ["aml", "all", "cll", "cml", "mds"])
def test_a_fever_is_said_once_below_what_comes_before_all_else(kind: str) -> None:
    items = items_of_kind(catalogue(), [f"leukemia-{kind}"], "time")
    urgent = [item for item in items if item.urgency == 1]
    assert len([item for item in urgent if "38 °C" in item.text]) == 1
    assert len([item for item in items if item.urgency == 0]) == 6
    assert len(urgent) <= MOST_URGENT


def test_the_leukemia_pack_says_urgent_first_before_it_says_there_is_time() -> None:
    pack = catalogue().pack("leukemia")
    assert pack is not None
    prose = [(item.id, f"{item.text} {item.body}".lower()) for item in pack.items]
    urgent = next(n for n, (_, text) in enumerate(prose) if "urgent" in text or "emergency" in text)
    time = [n for n, (_, text) in enumerate(prose) if re.search(r"there (is|may be) .*time", text)]
    assert not time or urgent < time[0]


def test_the_ways_on_begin_with_staying_and_leave_none_out() -> None:
    paths = [item.id for item in items_of_kind(catalogue(), [], "paths")]
    assert paths == [
        f"general/{path}"
        for path in (
            "stay",
            "take-back",
            "together",
            "same-questions",
            "change",
            "third",
            "missing-first",
            "explain-again",
            "case-board",
            "find-trial",
            "not-yet",
        )
    ]


@pytest.mark.parametrize(
    ("kind", "number"), [("news", 5), ("debrief", 5), ("door", 5), ("moment", 3), ("confidence", 4)]
)
def test_cards_have_as_many_lines_as_are_drawn(kind: str, number: int) -> None:
    pack = catalogue().pack("general")
    assert pack is not None
    assert len(pack.of_kind(kind)) == number


def test_every_kind_has_an_item() -> None:
    have = {item.kind for pack in catalogue().packs for item in pack.items}
    assert sorted(file_kinds.KINDS - have) == []


def test_the_readme_of_the_packs_names_every_kind_field_and_place() -> None:
    text = (CONTENT / "README.md").read_text(encoding="utf-8")
    rows = dict(re.findall(r"^\| `([a-z-]+)` \| .+ \| (`.+`) \|$", text, re.MULTILINE))
    assert {kind: frozenset(re.findall(r"`([^`]+)`", cell)) for kind, cell in rows.items()} == {
        kind: fields - {"source"} for kind, fields in file_kinds.LIST_FIELDS.items()
    }
    assert set(re.findall(r"`\{(\w+)\}`", text)) == file_kinds.PLACES
    for name in (
        *file_kinds.PACK_KEYS,
        *file_kinds.FILE_KEYS,
        *file_kinds.SOURCE_KEYS,
        *file_kinds.FIELDS,
    ):
        assert f"| `{name}` |" in text


AT_ONCE = r"chest pain|trouble breathing|seizures?|fainting"
"""Signs that `general` gives the emergency number before all else."""
LIMB_CLOT = r"swollen\b.*\b(?:arm|leg)\b|\b(?:arm|leg)\b.*\bswollen"
"""A sign of a clot in an arm or a leg. Two swollen legs can be the heart."""
EMERGENCY = r"emergency (?:number|room)|(?:go to|to) the hospital"


def urgent() -> list[PackItem]:
    items = (item for pack in catalogue().packs for item in pack.of_kind("time"))
    return [item for item in items if item.first("urgent")]


def test_a_sign_that_is_an_emergency_for_everyone_is_one_in_every_pack() -> None:
    named = [item for item in urgent() if re.search(AT_ONCE, item.text, re.IGNORECASE)]
    assert len(named) > len(PACKS)
    assert [item.id for item in named if not re.search(EMERGENCY, item.text)] == []


def test_a_swollen_arm_or_leg_waits_for_tomorrow_in_no_pack() -> None:
    sentences = [(item.id, each) for item in urgent() for each in item.text.split(". ")]
    named = [(name, each) for name, each in sentences if re.search(LIMB_CLOT, each, re.IGNORECASE)]
    assert len(named) > len(PACKS)
    assert [name for name, each in named if "call today" in each.lower()] == []


def test_a_line_that_stands_for_others_keeps_their_temperatures() -> None:
    of = {item.id: set(re.findall(r"\d+(?:\.\d+)? °[CF]", item.text)) for item in urgent()}
    lost = {
        item.id: of[other] - of[item.id]
        for item in urgent()
        for other in item.fields.get(INSTEAD_OF, ())
    }
    assert {name: figures for name, figures in lost.items() if figures} == {}
