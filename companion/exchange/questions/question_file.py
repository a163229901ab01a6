"""Reads questions from a Markdown or text file; a module apart, as the parser loads slowly."""

from __future__ import annotations

import re

from companion.domain.question_rows import NEWS_GROUP
from companion.domain.text import clean, decode_file
from companion.exchange.errors import ImportRefusedError
from companion.exchange.questions.question_list import (
    ImportedQuestions,
    from_lines,
    with_origin_keys,
    without_box,
)
from companion.markdown import MAXIMUM_BYTES, TextRefusedError, list_items
from companion.words import exchange as words

MARKDOWN_NAMES = (".md", ".markdown", ".mdown")
TEXT_NAMES = (".txt", ".text")
_TEXT_BULLET = re.compile(r"\s*(?:[•◦▪–]\s|\[[ xX]\]\s)")
_FORMS = (
    ("heading", re.compile(r" {0,3}#{1,6} \S")),
    ("item", re.compile(r"\s*(?:[-*+]|\d{1,9}[.)])\s+\S")),
    ("more", re.compile(r"\s+\S")),
)
"""Lines of a list under headings; a text of nothing else is Markdown."""
_OTHER_BULLET = re.compile(r"^([ \t]*)[•◦▪●○‣][ \t]", re.MULTILINE)
_MARKDOWN = re.compile(r"^ {0,3}(?:#{1,6} |[-*+] )", re.MULTILINE)


def from_markdown(text: str) -> ImportedQuestions:
    """Return every list item, nested ones too; headings become the group.

    Raises:
        ImportRefusedError: The text is too large or takes too long.
    """
    try:
        # Markdown does not know these bullets; a question would be the end of the one before.
        found = list_items(_OTHER_BULLET.sub(r"\1- ", text))
    except TextRefusedError as error:
        raise ImportRefusedError(error.sentence) from error
    items = ((without_box(item.text), _group(item.headings), item.line) for item in found.items)
    deep = ((line, words.TOO_DEEP) for line in found.dropped)
    others = ((line, words.OUTSIDE[kind]) for line, kind in found.outside)
    return with_origin_keys(items, (*deep, *others))


def _group(headings: tuple[str, ...]) -> str:
    """Return the heading an item stands under.

    A heading that equals our mark of the questions for unexpected news is changed, as its questions
    would be out of sight.
    """
    group = headings[-1] if headings else ""
    return group.capitalize() if group == NEWS_GROUP else group


def read_list(name: str, data: bytes) -> ImportedQuestions:
    """Return the questions of a file; its name, else its content, says how to read it.

    Raises:
        ImportRefusedError: It is too large, or takes too long.
    """
    text = clean(decode_file(data))
    if len(text) > MAXIMUM_BYTES or len(text.encode("utf-8", "replace")) > MAXIMUM_BYTES:
        raise ImportRefusedError(words.too_large(MAXIMUM_BYTES // 1024, "kB"))
    return from_markdown(text) if _is_markdown(name.lower(), text) else from_lines(text)


def _is_markdown(name: str, text: str) -> bool:
    """Whether to read a text as Markdown; where its lines leave no doubt, whatever its name."""
    lines = [line for line in text.split("\n") if line.strip()]
    if name.endswith(MARKDOWN_NAMES):
        # Bullets that Markdown does not know: every line is a question.
        return not all(_TEXT_BULLET.match(line) for line in lines)
    if name.endswith(TEXT_NAMES):
        kinds = [next((kind for kind, form in _FORMS if form.match(line)), "") for line in lines]
        return all(kinds) and {"heading", "item"} <= {*kinds}
    return bool(_MARKDOWN.search(text))
