from __future__ import annotations

import re
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as some

from companion.exchange.errors import ImportRefusedError
from companion.exchange.questions.question_file import from_markdown, read_list
from companion.exchange.questions.question_list import new_questions, origin_key
from companion.markdown import list_items
from companion.words import exchange as words
from tests.support.corpora import needed

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
    whys = {why for each in found for _, why in each.left_out}
    assert whys <= {*words.OUTSIDE.values()}


def test_a_heading_never_hides_its_questions() -> None:
    (found,) = read_list("a.md", b"# news\n- One\n").questions
    assert found.group == "News"


BULLETS = ("- ", "* ", "+ ", "1. ", "12) ", "  - ")
BOXES = ("[ ] ", "[x] ", "[X] ", "[ ]  ")


@pytest.mark.promise("import.task-boxes")
@pytest.mark.parametrize("bullet", BULLETS)
@pytest.mark.parametrize("box", BOXES)
def test_the_box_of_a_task_is_dropped_behind_every_bullet(bullet: str, box: str) -> None:
    text = f"{bullet}{box}Is it [really] open?\n"
    assert texts("a.md", text) == texts("a.txt", text) == ["Is it [really] open?"]


@pytest.mark.parametrize("text", ["[a] or [b]?", "[ ]open", "x [ ] y", "[link](https://a.org) ok"])
def test_brackets_of_a_question_are_no_box(text: str) -> None:
    assert texts("a.txt", f"- {text}\n") == [text]


EVERYTHING = """\
---
title: My list
---
# Diagnosis

Words that nobody asked.
- Is it right?
  Is it really?
- [x] How sure?

  More of the second.

## Nobody asks here

| one | two |
|-----|-----|
| a | b |

<div>tag</div>

    code

> a quote
> - Asked in it?

[link]: https://example.org
"""


@pytest.mark.promise("import.left-out")
def test_every_line_of_markdown_is_taken_or_named() -> None:
    found = read_list("a.md", EVERYTHING.encode())
    assert [each.text for each in found.questions] == [
        "Is it right? Is it really?",
        "How sure? More of the second.",
        "Asked in it?",
    ]
    assert dict(found.left_out) == {
        2: "front matter",
        6: "not in a list",
        15: "a table",
        17: "a table",
        19: "HTML",
        21: "code",
        23: "not in a list",
        26: "the address of a link",
    }


def test_a_heading_counts_where_a_question_stands_under_it() -> None:
    data = b"# All\n## None\n## Some\n- One?\n# Nothing\nEnd\n===\n"
    assert read_list("a.md", data).left_out == (
        (2, words.OUTSIDE["heading"]),
        (5, words.OUTSIDE["heading"]),
        (6, words.OUTSIDE["heading"]),
    )


BLOCKS = some.sampled_from(
    [
        *("- One?", "* Two?", "1. Three?", "  - Nested?", "- [ ] Box?", "-", "> - asked?"),
        *("# Group", "Under\n===", "Words", "More\nwords", "> quote", "---", ""),
        *("```\ncode\n```", "    indented", "| a | b |", "<b>tag</b>"),
        *("[a]: https://a.org", "![picture](a.png)"),
    ]
)


@pytest.mark.promise("import.left-out")
@given(some.lists(BLOCKS, max_size=12), some.sampled_from(["\n", "\n\n"]))
def test_every_line_with_words_is_a_question_a_group_or_left_out(
    blocks: list[str], between: str
) -> None:
    text = between.join(blocks)
    found = from_markdown(text)
    named = {line for line, _ in found.left_out}
    rest = " ".join(f"{each.text} {each.group}" for each in found.questions)
    used = {heading for item in list_items(text).items for heading in item.headings}
    for number, line in enumerate(text.split("\n"), 1):
        words_of = re.findall(r"\w+", re.sub(r"^\s*(?:\d+[.)]|[-*>+ ]*\[[ xX]\])", "", line))
        if words_of and number not in named:
            assert all(word in rest or word in " ".join(used) for word in words_of), line


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_lists_in_every_encoding_of_unicode_are_read(encoding: str) -> None:
    for name in ("a.txt", "a.md", ""):
        data = "- Müller?\r- 5 €?\r\n".encode(encoding)
        assert [each.text for each in read_list(name, data).questions] == ["Müller?", "5 €?"]


def test_a_list_under_a_name_of_the_other_kind_is_read_as_what_it_is() -> None:
    named_text = read_list("a.txt", b"# Group\n\n- One?\n  - [ ] Two?\n")
    assert [(each.text, each.group) for each in named_text.questions] == [
        ("One?", "Group"),
        ("Two?", "Group"),
    ]
    assert texts("a.md", "• One?\n• Two?\n") == ["One?", "Two?"]
    assert texts("a.txt", "# of doses?\nIs it bad?\n- really?\n")[0] == "# of doses?"


@pytest.mark.parametrize("bullet", "•◦▪●○‣")
def test_bullets_that_markdown_does_not_know_begin_a_question_too(bullet: str) -> None:
    text = f"# Pain\n\n- one?\n{bullet} two?\n  {bullet} [ ] three?\n* four?\n\n{bullet}\tfive?\n"
    found = from_markdown(text)
    assert [each.text for each in found.questions] == ["one?", "two?", "three?", "four?", "five?"]
    assert {each.group for each in found.questions} == {"Pain"}
    assert found.left_out == ()


@pytest.mark.parametrize(
    "text",
    [
        "# Pain\n- \n",
        "# Pain\n- [ ]\n",
        "# Pain\n* [x]\n-\n",
        "Pain\n====\n1.\n",
        "## Pain\n- - \n",
    ],
)
def test_a_heading_over_items_without_words_is_left_out_too(text: str) -> None:
    found = from_markdown(text)
    assert found.questions == ()
    assert (1, words.OUTSIDE["heading"]) in found.left_out
    more = from_markdown(f"{text}- Does it hurt?\n")
    assert [each.group for each in more.questions] == ["Pain"]
    assert 1 not in {line for line, _ in more.left_out}
