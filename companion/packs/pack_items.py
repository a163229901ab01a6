"""The items and the running text of one file of a pack, and how they are read.

Those of a list, each with its words, id and fields; an article or a letter as one item, and its
headings that have an id.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from companion.domain.pack import (
    ASPECT,
    NOT_URGENT,
    PAPER,
    ROW,
    SITUATION,
    URGENT,
    PackItem,
    Problem,
    urgency,
)
from companion.domain.value import replace
from companion.markdown.items import items_of
from companion.packs import file_kinds
from companion.packs.front_matter import SITUATION_ID
from companion.words import packs as words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from companion.markdown.items import ListItem
    from companion.markdown.parser import Parsed

_COMMENT = re.compile(r"\s{0,8}<!--([^<>]{0,400}?)-->")
"""The comment that contains an id."""
_ITEM_ID = re.compile(r"[a-z0-9-]{1,80}")
_FIELD = re.compile(r"([a-z][a-z ]{1,20}):(?:\s+(.*))?", re.DOTALL)
_SPOKEN = re.compile(r'"([^"]*)"|“([^“”]*)”')
_PLACE = re.compile(r"\{([^{}\n]*)\}")


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph, or an item with its fields; it must name its own sources."""

    line: int
    """Where it begins, from 1."""
    sentences: tuple[str, ...]
    sources: tuple[str, ...] = ()
    """Sources named in `source` fields."""
    urgent: bool = False
    """Whether it must be read before others; then each sentence is judged by its length."""
    situations: tuple[tuple[str, int], ...] = ()
    """Situations it is aimed at, by id, each with its line."""
    aspects: tuple[tuple[str, int], ...] = ()
    """Rows of the comparison that it speaks to, by id, each with its line."""

    @property
    def text(self) -> str:
        """The sentences on one line."""
        return " ".join(self.sentences)


@dataclass(slots=True)
class PackFile:
    """One file of a pack; what stands in it is added while it is read."""

    name: str
    """Name inside the pack's folder, with forward slashes."""
    pack: str
    """The pack's id."""
    kind: str
    """Its kind; `about` for `pack.md`."""
    title: str
    position: int = 0
    """Its position among the pack's files."""
    items: list[PackItem] = field(default_factory=list)
    """Its items, top to bottom."""
    passages: list[Passage] = field(default_factory=list)
    """Its paragraphs and items, top to bottom."""
    introduction: PackItem | None = None
    """What stands above the first item of a list."""
    problems: list[Problem] = field(default_factory=list)

    def report(self, line: int, rule: str, sentence: str) -> None:
        """Add a problem."""
        self.problems.append(Problem(self.name, line, rule, sentence))


def full_id(pack: str, item: str) -> str:
    """Return an item's id with its pack: `pack/item`."""
    return f"{pack}/{item}"


def words_of(sentences: Sequence[str]) -> int:
    """Return how many words the sentences have."""
    return sum(len(sentence.split()) for sentence in sentences)


@dataclass(slots=True)
class _UnfinishedItem:
    """An item whose fields are still to come."""

    source: ListItem
    fields: dict[str, list[str]] = field(default_factory=dict)
    """Its fields so far, by name."""
    situations: list[tuple[str, int]] = field(default_factory=list)
    """The ids of situations so far, each with its line."""
    aspects: list[tuple[str, int]] = field(default_factory=list)
    """The ids of rows of the comparison so far, each with its line."""


class _Heading(NamedTuple):
    text: str
    """Its words without the id."""
    line: int
    """From 1."""
    body_line: int
    """The line after it, from 1."""


# Lists


def read_list(draft: PackFile, parsed: Parsed) -> None:
    """Read the items of a list file into `draft`."""
    items: list[_UnfinishedItem] = []
    for found in items_of(parsed.tokens):
        if found.depth == 0:
            items.append(_UnfinishedItem(found))
        elif found.depth == 1:
            _add_field(draft, items[-1], found)
        else:
            draft.report(found.line, "nested-too-deep", words.NESTED_TOO_DEEP)
    for item in items:
        _finish(draft, item)
    if not items:
        draft.report(parsed.body_line, "empty-file", words.NO_ITEMS)


def _item_id(draft: PackFile, text: str, line: int) -> str:
    """Return the id in a line's comment; report a fault and return an empty one."""
    comment = _COMMENT.search(text)
    if not comment:
        draft.report(line, "missing-item-id", words.MISSING_ITEM_ID)
        return ""
    found = comment[1].strip()
    if not _ITEM_ID.fullmatch(found):
        draft.report(line, "bad-item-id", words.BAD_ITEM_ID)
        return ""
    return found


def _add_field(draft: PackFile, item: _UnfinishedItem, found: ListItem) -> None:
    allowed = file_kinds.LIST_FIELDS[draft.kind]
    named = _FIELD.fullmatch(found.plain)
    name = " ".join(named[1].split()) if named else ""
    if name not in allowed:
        sentence = words.unknown_field(name, draft.kind, allowed)
        draft.report(found.line, "unknown-field", sentence)
        return
    value = " ".join((named[2] or "").split()) if named else ""
    values = file_kinds.FIELD_VALUES.get(name)
    if not value:
        draft.report(found.line, "empty-field", words.empty_field(name))
    elif values and value not in values:
        draft.report(found.line, "bad-value", words.bad_value(name, values))
    else:
        item.fields.setdefault(name, []).extend(_values(name, value))
        if is_situation_id(name, value):
            item.situations.append((value, found.line))
        if name in (ASPECT, ROW):
            item.aspects.append((value, found.line))


def _values(name: str, value: str) -> list[str]:
    if name == "source":
        return [" ".join(part.split()) for part in value.split(";") if part.strip()]
    spoken = _SPOKEN.fullmatch(value) if name in {"say", "contact"} else None
    return [(spoken[1] or spoken[2] or value) if spoken else value]


def is_situation_id(field_name: str, value: str) -> bool:
    """Whether a field names a situation by its id; a sentence is none."""
    return field_name == SITUATION and SITUATION_ID.fullmatch(value) is not None


def _finish(draft: PackFile, item: _UnfinishedItem) -> None:
    line = item.source.line
    text = " ".join(_COMMENT.sub("", item.source.plain).split())
    identity = _item_id(draft, item.source.plain, line)
    if not text:
        draft.report(line, "empty-item", words.EMPTY_ITEM)
    needed = file_kinds.NEEDED_FIELDS.get(draft.kind)
    if needed and needed not in item.fields:
        draft.report(line, "missing-field", words.missing_field(needed, draft.kind))
    sentences = [text]
    for name, values in item.fields.items():
        if name in file_kinds.PROSE_FIELDS:
            sentences.extend(value for value in values if not is_situation_id(name, value))
    draft.passages.append(
        Passage(
            line,
            tuple(filter(None, sentences)),
            tuple(item.fields.get("source", ())),
            urgency((item.fields.get(URGENT) or [""])[0]) < NOT_URGENT,
            tuple(item.situations),
            tuple(item.aspects),
        )
    )
    if not identity or not text:
        return
    headings = item.source.headings
    group = headings[-1] if headings and headings != (draft.title,) else ""
    fields = {name: tuple(values) for name, values in item.fields.items()}
    name = full_id(draft.pack, identity)
    draft.items.append(PackItem(name, draft.kind, text, draft.name, line, group, fields))


# Articles and letters


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
        if paper and draft.items:
            draft.items[-1] = replace(draft.items[-1], fields={PAPER: (paper,)})
    elif draft.kind == file_kinds.LETTER or not any(
        _COMMENT.search(each.text) for each in headings
    ):
        draft.report(1, "missing-id", words.missing_key("id"))
    if draft.kind == file_kinds.LETTER:
        _check_places(draft, parsed)
        return
    sections = [each for each in headings if _has_comment(each)]
    ends = [each.line for each in sections[1:]] + [end]
    for heading, until in zip(sections, ends, strict=False):
        body = _body(parsed, heading.body_line, until)
        _section(draft, heading, body)


def _whole(draft: PackFile, parsed: Parsed, identity: str, headings: list[_Heading]) -> None:
    if not _ITEM_ID.fullmatch(identity):
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


def _section(draft: PackFile, heading: _Heading, body: str) -> None:
    identity = _item_id(draft, heading.text, heading.line)
    text = " ".join(_COMMENT.sub("", heading.text).split())
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


def _has_comment(heading: _Heading) -> bool:
    return _COMMENT.search(heading.text) is not None


def _body(parsed: Parsed, start: int, end: int) -> str:
    return _COMMENT.sub("", "\n".join(parsed.lines[start - 1 : end - 1])).strip()


def _check_places(draft: PackFile, parsed: Parsed) -> None:
    for number, text in enumerate(parsed.lines[parsed.body_line - 1 :], parsed.body_line):
        for name in _PLACE.findall(text):
            if name not in file_kinds.PLACES:
                sentence = words.unknown_place(name, file_kinds.PLACES)
                draft.report(number, "unknown-place", sentence)
