"""The guidance for everybody: what is always on top, and numbers that must not differ."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from companion.words import comparison, recall, visit, visit_cards, visit_ends
from tests.support.guidance import packs_at_hand

if TYPE_CHECKING:
    from companion.domain.pack import Pack, PackItem

EMERGENCY = ("911", "112", "999", "000", "111")
CRISIS = ("988", "116 123", "13 11 14", "1737", "findahelpline.com")
MOST_WORDS = 25
MOST_LINES = 6


def general() -> Pack:
    return next(pack for pack in packs_at_hand() if pack.id == "general")


def words_of(name: str) -> str:
    item = next(each for each in general().items if each.id == f"general/{name}")
    fields = (value for values in item.fields.values() for value in values)
    return " ".join((item.text, item.body, *fields))


def on_top() -> list[PackItem]:
    return [item for item in general().of_kind("time") if item.first("urgent") == "first"]


def test_what_is_always_on_top_is_read_at_a_glance() -> None:
    assert 0 < len(on_top()) <= MOST_LINES
    for item in on_top():
        assert len(item.text.split()) <= MOST_WORDS, item.id


def test_every_urgent_line_names_its_source() -> None:
    urgent = [item for item in general().of_kind("time") if item.first("urgent")]
    assert [item.id for item in urgent if not item.first("source")] == []


@pytest.mark.parametrize("name", ["time-crisis", "support-crisis", "hard-crisis"])
def test_the_crisis_lines_are_the_same_wherever_they_stand(name: str) -> None:
    said = words_of(name)
    assert [number for number in CRISIS if number not in said] == []


@pytest.mark.parametrize("name", ["time-very-ill", "hard-crisis"])
def test_the_emergency_number_is_said_by_country(name: str) -> None:
    said = words_of(name)
    assert [number for number in EMERGENCY if number not in said] == []


@pytest.mark.parametrize(
    ("kind", "sentences"),
    [
        ("moment", visit_cards.MOMENT),
        ("news", visit.NEWS_QUESTIONS),
        ("confidence", comparison.SURE_OWN),
        ("debrief", visit_ends.DEBRIEF),
        ("recall", recall.PROMPTS),
        ("door", tuple(visit_cards.BEFORE_YOU_LEAVE_LINES.values())),
    ],
)
def test_a_case_without_guidance_reads_the_same_sentences(
    kind: str, sentences: tuple[str, ...]
) -> None:
    assert tuple(item.text for item in general().of_kind(kind)) == sentences


def test_a_case_without_guidance_has_the_same_next_steps() -> None:
    there = {
        item.id.partition("/")[2]: (item.text, item.first("makes"))
        for item in general().of_kind("paths")
    }
    for name, text, makes in comparison.PATHS_OWN:
        assert there[name] == (text, makes)
