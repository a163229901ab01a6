"""Where an answer belongs is said by the guidance; older copies are understood as before."""

from __future__ import annotations

import pytest

from companion.domain.answer_places import (
    AnswerPlaces,
    SaidPart,
    earlier_part_of_question,
    earlier_part_of_topic,
)
from companion.domain.case import CopiedText
from companion.domain.pack import ASPECT, PART
from companion.domain.question import Question
from companion.domain.value import replace
from companion.packs.file_kinds import FIELD_VALUES
from companion.services.case.library import copy_guidance
from tests.support.guidance import packs_at_hand


def copied(source: str, kind: str, **fields: str) -> CopiedText:
    return CopiedText(id="text0001", source=source, kind=kind, fields=tuple(fields.items()))


def asked(source: str | None, text: str = "") -> Question:
    return Question(id="question", source=source, text=text)


def test_an_answer_stands_where_its_topic_does_unless_its_question_says_another_place() -> None:
    places = AnswerPlaces(
        (
            copied("own/aspect-x", "aspects", part="next"),
            copied("own/one", "questions", aspect="aspect-x"),
            copied("own/two", "questions", aspect="aspect-x", part="call"),
            copied("own/three", "questions"),
        )
    )
    told = [places.part_of_question(asked(f"own/{name}")) for name in ("one", "two", "three")]
    assert told == [SaidPart.NEXT, SaidPart.CALL, None]
    assert places.part_of_topic("own/aspect-x") is SaidPart.NEXT
    assert places.part_of_topic(None) is None


def test_a_question_may_name_a_topic_of_a_pack_that_its_own_builds_on() -> None:
    places = AnswerPlaces(
        (
            copied("below/aspect-x", "aspects", part="why"),
            copied("own/aspect-y", "aspects", part="what"),
            copied("own/one", "questions", aspect="aspect-x"),
        )
    )
    assert places.part_of_question(asked("own/one")) is SaidPart.WHY


def test_where_the_guidance_says_no_part_nothing_older_says_one() -> None:
    places = AnswerPlaces(
        (
            copied("own/aspect-other", "aspects", part="what"),
            copied("own/aspect-plan", "aspects"),
            copied("own/one", "questions", aspect="aspect-plan"),
        )
    )
    assert places.part_of_question(asked("own/one")) is None


def test_a_question_in_the_words_of_the_guidance_has_its_place() -> None:
    text = CopiedText(
        id="text0001",
        source="own/one",
        kind="questions",
        text="Why me?",
        fields=((PART, "why"),),
    )
    assert AnswerPlaces((text,)).part_of_question(asked(None, "why me?")) is SaidPart.WHY


ITEMS = [(item, pack) for pack in packs_at_hand() for item in pack.items]


def test_copies_that_name_no_part_have_the_places_that_the_guidance_names_now() -> None:
    new = AnswerPlaces(tuple(copy_guidance(item, pack, item.id) for item, pack in ITEMS))
    without = (
        (item, pack, {name: each for name, each in item.fields.items() if name != PART})
        for item, pack in ITEMS
    )
    old = AnswerPlaces(
        tuple(copy_guidance(replace(item, fields=f), pack, item.id) for item, pack, f in without)
    )
    for item, _ in ITEMS:
        if item.kind == "aspects":
            assert new.part_of_topic(item.id) is old.part_of_topic(item.id) is not None
        else:
            now, then = (each.part_of_question(asked(item.id)) for each in (new, old))
            assert now is then, item.id


@pytest.mark.parametrize("pack", ["general", "hemophilia"])
def test_the_oldest_copies_which_name_no_topic_have_their_places_too(pack: str) -> None:
    assert earlier_part_of_question(pack, "who-to-call") is SaidPart.CALL
    assert earlier_part_of_topic("aspect-plan") is SaidPart.ADVISED


def test_every_topic_of_the_guidance_has_a_part_and_every_part_can_be_named() -> None:
    topics = [item for item, _ in ITEMS if item.kind == "aspects"]
    assert [item.id for item in topics if not item.first(PART)] == []
    assert FIELD_VALUES[PART] == {*SaidPart} - {SaidPart.OPEN, SaidPart.ALSO}
    assert any(item.fields.get(ASPECT) for item, _ in ITEMS if item.kind == "door")
