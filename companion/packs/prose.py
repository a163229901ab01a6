"""Reads articles and letters: the file as an item, and headings that have an id."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from companion.domain.pack import PAPER, PackItem
from companion.domain.value import replace
from companion.packs import file_kinds
from companion.packs.lists import COMMENT, ITEM_ID, item_id
from companion.packs.texts import full_id
from companion.words import packs as words

if TYPE_CHECKING:
    from companion.markdown.parser import Parsed
    from companion.packs.texts import PackFile

_PLACE = re.compile(r"\{([^{}\n]*)\}")


class _Heading(NamedTuple):
    text: str
    """Its words without the id."""
    line: int
    """From 1."""
    body_line: int
    """The line after it, from 1."""


def read_prose(draft: PackFile, parsed: Parsed, identity: str, paper: str = "") -> None:
    """Read an article or a letter into `draft`.

    Args:
        draft: Takes the items and problems.
        parsed: The file.
        identity: The `id` of its front matter; may be empty.
        paper: The paper of a letter; may be empty.
    """
    end = len(parsed.lines) + 1
    headings = _headings(parsed)
    if identity:
        _whole(draft, parsed, identity, headings)
        _name_paper(draft, paper)
    elif draft.kind == file_kinds.LETTER or not any(COMMENT.search(each.text) for each in headings):
        draft.report(1, "missing-id", words.missing_key("id"))
    if draft.kind == file_kinds.LETTER:
        _check_places(draft, parsed)
        return
    sections = [each for each in headings if COMMENT.search(each.text)]
    ends = [each.line for each in sections[1:]] + [end]
    for heading, until in zip(sections, ends, strict=False):
        body = _body(parsed, heading.body_line, until)
        _section(draft, heading, body)


def _whole(draft: PackFile, parsed: Parsed, identity: str, headings: list[_Heading]) -> None:
    if not ITEM_ID.fullmatch(identity):
        draft.report(1, "bad-item-id", words.BAD_ID)
        return
    start = parsed.body_line
    if headings and headings[0].text == draft.title:
        start = headings[0].body_line
    body = _body(parsed, start, len(parsed.lines) + 1)
    if not body:
        draft.report(start, "empty-item", words.NO_BODY)
        return
    name = full_id(draft.pack, identity)
    draft.items.append(PackItem(name, draft.kind, draft.title, draft.name, 1, body=body))


def _name_paper(draft: PackFile, paper: str) -> None:
    if paper and draft.items:
        draft.items[-1] = replace(draft.items[-1], fields={PAPER: (paper,)})


def _section(draft: PackFile, heading: _Heading, body: str) -> None:
    identity = item_id(draft, heading.text, heading.line)
    text = " ".join(COMMENT.sub("", heading.text).split())
    if not text or not body:
        draft.report(heading.line, "empty-item", words.EMPTY_ITEM if body else words.NO_BODY)
        return
    if identity:
        name, group = full_id(draft.pack, identity), draft.title
        draft.items.append(
            PackItem(name, draft.kind, text, draft.name, heading.line, group, body=body)
        )


def _headings(parsed: Parsed) -> list[_Heading]:
    found: list[_Heading] = []
    for index, token in enumerate(parsed.tokens):
        if token.type == "heading_open" and token.level == 0 and token.map:
            text = parsed.tokens[index + 1].content
            found.append(_Heading(text, token.map[0] + 1, token.map[1] + 1))
    return found


def _body(parsed: Parsed, start: int, end: int) -> str:
    return COMMENT.sub("", "\n".join(parsed.lines[start - 1 : end - 1])).strip()


def _check_places(draft: PackFile, parsed: Parsed) -> None:
    for number, text in enumerate(parsed.lines[parsed.body_line - 1 :], parsed.body_line):
        for name in _PLACE.findall(text):
            if name not in file_kinds.PLACES:
                sentence = words.unknown_place(name, file_kinds.PLACES)
                draft.report(number, "unknown-place", sentence)
