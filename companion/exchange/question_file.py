"""Questions from a file, Markdown or text; apart from the lists, as the parser loads slowly."""

from __future__ import annotations

import re

from companion.domain.asking import NEWS_GROUP
from companion.domain.text import clean, decode
from companion.exchange.errors import ImportRefusedError
from companion.exchange.question_list import QuestionList, from_lines, keyed
from companion.markdown import MAXIMUM_BYTES, TextRefusedError, listing
from companion.words import exchange as words

MARKDOWN_NAMES = (".md", ".markdown", ".mdown")
TEXT_NAMES = (".txt", ".text")
_MARKDOWN = re.compile(r"^ {0,3}(?:#{1,6} |[-*+] )", re.MULTILINE)


def from_markdown(text: str) -> QuestionList:
    """Every list item, nested ones too; headings become the group.

    Raises:
        ImportRefusedError: The text is too large or takes too long.
    """
    try:
        found = listing(text)
    except TextRefusedError as error:
        raise ImportRefusedError(error.sentence) from error
    items = ((item.text, _group(item.headings), item.line) for item in found.items)
    return keyed(items, found.dropped)


def _group(headings: tuple[str, ...]) -> str:
    """The heading an item stands under.

    A heading that reads like the mark of the questions for unexpected news is no such mark: its
    questions would be out of sight.
    """
    group = headings[-1] if headings else ""
    return group.capitalize() if group == NEWS_GROUP else group


def read_list(name: str, data: bytes) -> QuestionList:
    """The questions of a file; its name's ending, else its first look, says how to read it.

    Raises:
        ImportRefusedError: It is too large, or takes too long.
    """
    if len(data) > MAXIMUM_BYTES:
        raise ImportRefusedError(words.too_large(MAXIMUM_BYTES // 1024, "kB"))
    text = clean(decode(data).removeprefix("\ufeff"))
    ending = name.lower()
    if ending.endswith(MARKDOWN_NAMES):
        return from_markdown(text)
    if ending.endswith(TEXT_NAMES) or not _MARKDOWN.search(text):
        return from_lines(text)
    return from_markdown(text)
