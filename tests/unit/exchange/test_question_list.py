from __future__ import annotations

from datetime import UTC, datetime

import pytest

from companion.exchange.errors import ImportRefusedError
from companion.exchange.question_file import read_list
from companion.exchange.question_list import new_questions, origin_key
from tests.corpora import needed

NOW = datetime(2026, 12, 3, 13, 0, tzinfo=UTC)


def texts(name: str, data: str) -> list[str]:
    return [each.text for each in read_list(name, data.encode()).questions]


def test_every_item_of_a_markdown_list_is_a_question_nested_ones_too() -> None:
    found = read_list(
        "a.md", b"# First\n- One\n  - [two](http://x.invalid)\n\n## Then\n1. *Three*\n"
    )
    assert [(each.text, each.group) for each in found.questions] == [
        ("One", "First"),
        ("two (http://x.invalid)", "First"),
        ("*Three*", "Then"),
    ]


def test_every_line_of_a_text_is_a_question_as_it_stands_but_for_its_bullet() -> None:
    data = "- a\n* b\n\u2022 c\n1. d\n2) e\n[ ] f\n- [ ] g\n\n5 mg? \n"
    assert texts("a.txt", data) == ["a", "b", "c", "d", "e", "f", "g", "5 mg? "]


def test_what_has_no_words_is_left_out_and_named_by_its_line() -> None:
    assert read_list("a.md", b"- a\n-\n- b\n").left_out == ((2, "no words"),)


def test_equal_questions_have_keys_of_their_own() -> None:
    found = read_list("a.txt", b"why\nwhy\nhow\n")
    assert [each.key for each in found.questions] == [
        origin_key("why", 0),
        origin_key("why", 1),
        origin_key("how", 0),
    ]


def test_a_second_time_nothing_is_new() -> None:
    found = read_list("a.txt", b"why\nwhy\nhow\n")
    first = new_questions(found, (), first=1.0, now=NOW, new_id=lambda: "x" * 8)
    keys = {each.origin.key for each in first.questions if each.origin}
    again = new_questions(found, keys, first=1.0, now=NOW, new_id=lambda: "y" * 8)
    assert (len(first.questions), len(again.questions), again.there) == (3, 0, 3)


def test_a_list_of_more_than_256_kb_is_refused() -> None:
    with pytest.raises(ImportRefusedError):
        read_list("a.txt", b"x" * (256 * 1024 + 1))


def test_a_byte_order_mark_and_other_line_ends_are_no_words() -> None:
    assert texts("a.txt", "\ufeffa\r\nb\rc") == ["a", "b", "c"]


def test_real_lists_in_four_languages_come_in_whole() -> None:
    folder = needed("reverse-interview/raw")
    files = [folder / "README.md", *sorted((folder / "translations").glob("*.md"))]
    if len(files) < 4:
        pytest.skip("the corpus reverse-interview is not whole")
    names = {"README.md", "ARABIC.md", "FRENCH.md", "JAPANESE.md"}
    found = [read_list(each.name, each.read_bytes()) for each in files if each.name in names]
    assert sum(len(each.questions) for each in found) == 424
    assert all(each.left_out == () for each in found)


def test_a_heading_never_hides_its_questions() -> None:
    (found,) = read_list("a.md", b"# news\n- One\n").questions
    assert found.group == "News"
