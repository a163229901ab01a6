"""Texts of the Guide as rows."""

from __future__ import annotations

from datetime import date

import pytest

from companion.domain.case import CopiedText
from companion.domain.pack import Pack, PackItem, Source
from companion.domain.value import replace
from companion.markdown import blocks
from companion.services.guide import (
    cited_sources,
    copied_packs,
    guide_texts,
    matching_terms,
    packs_to_read,
    text_blocks,
)
from companion.ui.guide.text_rows import contents_rows, places_found, text_rows
from companion.words import guide as words
from tests.support.guidance import catalogue_of

CAVEAT = Source("Soucie 2000", "A study", "Blood 96:437", 2000, "Long ago.")


def pack(name: str, *items: PackItem, extends: tuple[str, ...] = ()) -> Pack:
    return Pack(
        id=name,
        title=name.capitalize(),
        language="en",
        extends=extends,
        reviewed=date(2026, 11, 20),
        path="",
        sources=(CAVEAT,),
        items=items,
    )


def item(name: str, kind: str, text: str, **values: object) -> PackItem:
    return PackItem(id=name, kind=kind, text=text, file="a.md", line=1, **values)  # type: ignore[arg-type]


GENERAL = pack(
    "general",
    item("general/time", "time", "Go now.", fields={"urgent": ("yes",), "say": ("Help!",)}),
    item("general/article", "article", "Centers", body="## What\n\nLower risk (Soucie 2000)."),
    item("general/section", "article", "What", group="Centers", body="Lower risk."),
    item("general/word", "glossary", "trough", fields={"means": ("the lowest level",)}),
)
KIND = pack("kind", item("kind/time", "time", "Call.", group="Urgent"), extends=("general",))


def test_whether_there_is_time_stands_before_everything_else() -> None:
    found = guide_texts((GENERAL, KIND))
    assert [reading.key for reading in found] == [
        *("general:time", "kind:time", "general/article", "general:glossary"),
    ]


def above(file: str, said: str) -> PackItem:
    """What stands above the first item of a list."""
    return PackItem(f"kind/above-{said}", "introduction", said, file, 1, "Its title")


def with_introductions() -> Pack:
    lists = [
        replace(item(f"kind/{kind}", kind, "An item."), file=f"{kind}.md")
        for kind in ("records", "goals", "support", "time")
    ]
    files = {"records.md": "Ask early.", "support.md": "Can change.", "time.md": "Go first."}
    return pack("kind", *(above(*each) for each in files.items()), *lists)


def test_what_stands_above_a_list_of_the_guide_is_said_above_it() -> None:
    time, support, _ = guide_texts((with_introductions(),), chosen=True)
    for reading, said in ((time, "Go first."), (support, "Can change.")):
        first, second = text_blocks(reading)[:2]
        assert (first.kind, first.text) == ("paragraph", said)
        assert second.kind == "item"


def test_what_stands_above_a_list_that_is_not_in_the_guide_is_one_text_of_its_pack() -> None:
    *_, reading = guide_texts((with_introductions(),))
    assert reading.title == words.HOW_TO_USE
    assert [(block.kind, block.text) for block in text_blocks(reading)] == [
        ("heading", "Its title"),
        ("paragraph", "Ask early."),
    ]


def test_an_article_is_one_text_not_one_a_section() -> None:
    found = [reading.title for reading in guide_texts((GENERAL,)) if reading.is_article]
    assert found == ["Centers"]


def test_a_list_that_several_packs_have_names_its_pack() -> None:
    term = PackItem(id="x", kind="glossary", text="trough", file="glossary.md", line=1)
    texts = guide_texts((pack("general", term), pack("hemophilia", term)))
    assert [reading.title.partition("(")[2] for reading in texts] == ["General)", "Hemophilia)"]


def test_the_packs_of_the_case_are_read_with_what_they_build_on() -> None:
    other = pack("other")
    assert packs_to_read(catalogue_of((GENERAL, KIND, other)), ("kind",)) == (GENERAL, KIND)
    assert packs_to_read(catalogue_of((GENERAL, KIND, other)), ()) == (GENERAL, KIND, other)
    assert packs_to_read(catalogue_of((GENERAL,)), ("gone",)) == (GENERAL,)


def test_a_pack_that_is_gone_is_read_as_far_as_the_case_copied_it() -> None:
    text = CopiedText(
        id="text0001",
        source="gone/time",
        kind="time",
        text="Go now.",
        fields=(("urgent", "yes"),),
        reviewed="2026-11-20",
    )
    packs = copied_packs((text,), ["gone", "never"])
    (reading,) = guide_texts(packs)
    assert [(block.marker, block.text) for block in text_blocks(reading)] == [("!", "Go now.")]
    assert [pack.reviewed for pack in reading.packs] == [date(2026, 11, 20)]


@pytest.mark.parametrize("reviewed", ["", "last year"])
def test_a_copy_without_a_review_date_is_read_all_the_same(reviewed: str) -> None:
    text = CopiedText(
        id="text0001", source="gone/time", kind="time", text="Go now.", reviewed=reviewed
    )
    (reading,) = guide_texts(copied_packs((text,), ["gone"]))
    rows = text_rows(text_blocks(reading), (), reading.packs)
    assert rows[0].text == "Not yet read by a clinician."
    assert "Gone." in [row.text for row in rows]


def test_contents_stand_under_their_sections() -> None:
    rows = contents_rows(guide_texts((GENERAL,)))
    assert [row.text for row in rows if not row.selectable] == ["Is there time?", "General"]


def test_a_list_shows_urgent_marks_words_to_say_and_meanings() -> None:
    time, _, glossary = guide_texts((GENERAL,))
    assert [(block.marker, block.text) for block in text_blocks(time)] == [
        ("!", "Go now."),
        ("", 'You can say: "Help!"'),
    ]
    assert [block.text for block in text_blocks(glossary)] == ["trough: the lowest level"]


def test_a_text_stands_between_its_review_and_its_sources_with_who_is_behind_it() -> None:
    behind = replace(GENERAL, next_review=date(2027, 5, 31), funding="none", country=("US", "GB"))
    article = guide_texts((behind,))[1]
    cited = cited_sources(article, (behind,))
    rows = text_rows(text_blocks(article), cited, article.packs)
    lines = [row.text for row in rows if row.text]
    assert lines == [
        "Wording checked on 20 November 2026. Not yet read by a clinician.",
        "What",
        "Lower risk (Soucie 2000).",
        "Sources",
        "Soucie 2000: A study. Blood 96:437.",
        "Keep in mind: Long ago.",
        (
            "General. Next check of the wording: by 31 May 2027. No one paid for it. "
            "Its rights and phone numbers are for: United States, United Kingdom."
        ),
        words.NOT_ADVICE_SENTENCE,
    ]


def test_searched_words_are_marked_where_they_stand() -> None:
    rows = text_rows(blocks("One.\n\nTwo lowest levels.\n\nThe lowest."), (), (), ("lowest",))
    assert [rows[at].text for at in places_found(rows)] == ["Two lowest levels.", "The lowest."]
    assert places_found(text_rows(blocks("One."), (), ())) == ()


def test_words_that_stand_in_different_paragraphs_are_marked_in_each() -> None:
    rows = text_rows(blocks("One low.\n\nTwo high.\n\nThree."), (), (), ("low", "high"))
    assert [rows[at].text for at in places_found(rows)] == ["One low.", "Two high."]


def test_a_word_that_is_explained_is_found_by_its_beginning_before_all_others() -> None:
    words_of = pack(
        "blood",
        item("blood/a", "glossary", "non-trough", fields={"means": ("not the lowest",)}),
        item("blood/b", "glossary", "trough level", fields={"means": ("the lowest level",)}),
    )
    found = matching_terms(guide_texts((GENERAL, words_of)), ("trou",))
    assert [each.title for each in found] == ["trough", "trough level", "non-trough"]
    rows = contents_rows(found, with_meaning=True)
    assert rows[1].text == "trough: the lowest level"
    assert matching_terms(guide_texts((GENERAL,)), ()) == ()


def test_the_glossary_stands_in_the_order_of_the_alphabet() -> None:
    blood = pack(
        "blood",
        item("blood/b", "glossary", "trough", fields={"means": ("low",)}),
        item("blood/a", "glossary", "APL", fields={"means": ("fast",)}),
    )
    (glossary,) = guide_texts((blood,))
    assert [each.text for each in glossary.items] == ["APL", "trough"]


def test_every_word_looked_for_has_to_be_there() -> None:
    article = guide_texts((GENERAL,))[1]
    assert article.contains(("lower", "risk"))
    assert not article.contains(("lower", "gain"))


def test_items_keep_their_nesting_and_code_its_lines() -> None:
    rows = text_rows(blocks("- a\n  - b\n\n1. c\n\n```\nx\ny\n```\n"), (), ())
    shown = [f"{row.lead}{row.text}" for row in rows if row.text]
    assert shown[:5] == ["  -  a", "    -  b", "  1. c", "      x", "      y"]
