"""Every item of every list is found, with its line, depth and headings."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from markdown_it import MarkdownIt

from companion.markdown import TextRefusedError, list_items
from tests.support.corpora import corpora, rests_on

if TYPE_CHECKING:
    from pathlib import Path

LISTS = corpora("reverse-interview/raw")


def texts(folder: Path, pattern: str) -> list[tuple[str, str]]:
    if not folder.is_dir():
        return []
    return [(path.name, path.read_bytes().decode("utf-8")) for path in sorted(folder.glob(pattern))]


def stock_count(text: str) -> int:
    tokens = MarkdownIt("commonmark", {"html": False, "maxNesting": 100}).parse(text)
    return sum(token.type == "list_item_open" for token in tokens)


def test_nested_items_come_in_the_order_of_the_text() -> None:
    text = "# Visit\n\n- one\n  - two\n    1. three\n- four\n\n## Later\n\n* five\n"
    found = [(item.text, item.line, item.depth, item.headings) for item in list_items(text).items]
    assert found == [
        ("one", 3, 0, ("Visit",)),
        ("two", 4, 1, ("Visit",)),
        ("three", 5, 2, ("Visit",)),
        ("four", 6, 0, ("Visit",)),
        ("five", 10, 0, ("Visit", "Later")),
    ]


@pytest.mark.promise("import.list-items")
@pytest.mark.parametrize(
    ("source", "text", "plain"),
    [
        ("- a **bold** `b`", "a **bold** `b`", "a bold b"),
        ("- see [it](https://a.org/b?c=1 'x')", *["see it (https://a.org/b?c=1)"] * 2),
        ("- [*soft*](<a b>)", "*soft* (a b)", "soft (a b)"),
        ("- [same](same)", *["same"] * 2),
        ("- [ref][r] and [r]\n\n[r]: /u", *["ref (/u) and r (/u)"] * 2),
        ("- <https://example.org>", *["https://example.org"] * 2),
        ("- ![seen](p.png)", *["!seen (p.png)"] * 2),
        ("- <b>html</b> <!-- x -->", *["<b>html</b> <!-- x -->"] * 2),
        ("- two\n  lines", *["two lines"] * 2),
        ("- two\n\n  paragraphs", *["two paragraphs"] * 2),
        ("- [x](javascript:alert)", *["[x](javascript:alert)"] * 2),
        ("- ```\n  code\n  ```", *["code"] * 2),
        ("-", "", ""),
        ("- [ ] box", *["[ ] box"] * 2),
        ("> - quoted", *["quoted"] * 2),
    ],
)  # fmt: skip
def test_an_item_is_its_words_with_addresses_beside_them(
    source: str, text: str, plain: str
) -> None:
    (item,) = list_items(source).items
    assert (item.text, item.plain) == (text, plain)


def test_lists_nested_too_deep_are_counted_not_lost_in_silence() -> None:
    text = "".join(f"{'  ' * depth}- item {depth}\n" for depth in range(60))
    found = list_items(text)
    assert len(found.items) == 50
    assert found.dropped == tuple(range(51, 61))


def test_lists_on_one_line_nested_too_deep_are_counted() -> None:
    found = list_items("- " * 70 + "x\n")
    assert len(found.items) + len(found.dropped) == 70


def test_a_list_between_two_rules_is_no_front_matter() -> None:
    assert [item.text for item in list_items("---\n- one\n---\n- two\n").items] == ["one", "two"]


def test_front_matter_is_no_list() -> None:
    items = list_items("---\nsources:\n- name: x\n---\n- one\n").items
    assert [(item.text, item.line) for item in items] == [("one", 5)]


def test_windows_and_old_mac_line_ends_keep_their_lines() -> None:
    for text in ("- a\r\n- b\r\n", "- a\r- b\r"):
        assert [(item.text, item.line) for item in list_items(text).items] == [("a", 1), ("b", 2)]


@pytest.mark.promise("import.list-items")
@rests_on("reverse-interview/raw")
def test_all_424_items_of_the_question_lists_are_found() -> None:
    found = texts(LISTS, "README.md") + texts(LISTS / "translations", "*.md")
    assert sum(len(list_items(text).items) for _, text in found) == 424
    for name, text in found:
        assert len(list_items(text).items) == stock_count(text), name


@rests_on("markdown-it-py-tests")
@rests_on("commonmark")
def test_counts_equal_the_stock_parser_on_its_own_tests_and_on_the_specification() -> None:
    compared = 0
    for folder, name in (
        ("markdown-it-py-tests", "fixtures.jsonl"),
        ("commonmark", "commonmark_0.31_examples.jsonl"),
    ):
        for line in (corpora(folder) / name).read_text(encoding="utf-8").splitlines():
            text = json.loads(line)["markdown"]
            if text.startswith("---"):
                continue
            found = list_items(text)
            assert len(found.items) == stock_count(text), text
            compared += 1
    assert compared > 1900


@rests_on("commonmark")
def test_the_specification_itself_is_read() -> None:
    spec = corpora("commonmark/raw/spec.txt").read_bytes().decode("utf-8")
    with pytest.raises(TextRefusedError, match="more than 5000 lines"):
        list_items(spec)
    part = "\n".join(spec.split("\n")[:4900])
    assert len(list_items(part).items) == stock_count(part)
