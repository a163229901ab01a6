"""Parses the items of a text's lists, nested ones too."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from companion.markdown.parser import parse, plain_text, written_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from markdown_it.token import Token

    from companion.markdown.parser import Parsed

_BULLETS = re.compile(r"(?:[ \t>]*(?:[-+*]|\d{1,9}[.)])(?=[ \t]|$))+")
_BULLET = re.compile(r"(?:[-+*]|\d{1,9}[.)])(?=[ \t]|$)")
_WORD = re.compile(r"[^\W_]")
_NO_WORDS = re.compile(r"\s*(?:\[[ xX]\]\s*)?\Z")
"""An item of nothing, or of a box alone, which is not a question."""
_TAG = re.compile(r"\s*</?[A-Za-z!][^>]*>")
_ROW = re.compile(r"\s*\|.*\||[^|]+\|[^|]+\|")


@dataclass(frozen=True, slots=True)
class ListItem:
    """One item of a list."""

    text: str
    """Its own text as written, without the bullet and nested items, on one line; links as
    `text (address)`.
    """
    plain: str
    """The same without emphasis and code marks."""
    line: int
    """Its first line, from 1."""
    depth: int
    """0 for an item of an outermost list."""
    headings: tuple[str, ...] = ()
    """The headings above it, outermost first."""


class Outside(StrEnum):
    """Kind of a line outside of all items."""

    PARAGRAPH = "paragraph"
    TABLE = "table"
    """A row of a table."""
    HTML = "html"
    HEADING = "heading"
    """A heading with no item under it."""
    CODE = "code"
    FRONT = "front"
    """A line of front matter."""
    ADDRESS = "address"
    """The address of a link elsewhere in the text."""


@dataclass(frozen=True, slots=True)
class ListItems:
    """All items of a text, and the lines outside of them."""

    items: tuple[ListItem, ...]
    """In the order of the text."""
    dropped: tuple[int, ...] = ()
    """First line of each item that is nested too deep, from 1."""
    outside: tuple[tuple[int, Outside], ...] = ()
    """Number, from 1, and kind of each line with words outside of all items."""


@dataclass(slots=True)
class _OpenItem:
    """An item that has not ended."""

    line: int
    """From 1."""
    depth: int
    """Depth, from 1."""
    headings: tuple[str, ...]
    text: list[str] = field(default_factory=list)
    plain: list[str] = field(default_factory=list)

    def add(self, token: Token) -> None:
        """Add a paragraph or a piece of code."""
        if token.type == "inline":
            self.text.append(written_text(token))
            self.plain.append(plain_text(token.children or ()))
        else:
            code = " ".join(token.content.split())
            self.text.append(code)
            self.plain.append(code)

    def closed(self) -> ListItem:
        """Return the finished item."""
        return ListItem(
            " ".join(filter(None, self.text)),
            " ".join(filter(None, self.plain)),
            self.line,
            self.depth,
            self.headings,
        )


class _ItemWalk:
    """One pass over the tokens, item by item."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self.items: list[_OpenItem] = []
        self.met: dict[int, Outside | None] = {}
        self._open: list[_OpenItem] = []
        self._headings: list[tuple[int, str]] = []
        self._level = 0
        self._lines: range = range(0)
        self._waiting: dict[int, range] = {}
        for token in tokens:
            self._take(token)

    def closed(self) -> tuple[ListItem, ...]:
        """Return the finished items."""
        return tuple(item.closed() for item in self.items)

    def _take(self, token: Token) -> None:
        if token.type == "list_item_open":
            headings = tuple(text for _, text in self._headings)
            item = _OpenItem((token.map or [0])[0] + 1, len(self._open), headings)
            self.items.append(item)
            self._open.append(item)
            self._meet(item.line, None)
        elif token.type == "list_item_close":
            self._open.pop()
        elif token.type == "heading_open":
            self._level = int(token.tag[1:])
            self._lines = _lines_of(token)
        elif token.type == "heading_close":
            self._level = 0
        elif token.type in {"inline", "fence", "code_block"}:
            self._words(token)

    def _words(self, token: Token) -> None:
        lines = _lines_of(token)
        if self._open:
            self._open[-1].add(token)
            self.met.update(dict.fromkeys(self._lines if self._level else lines, None))
            if not _NO_WORDS.match(token.content):
                for waiting in self._waiting.values():
                    self.met.update(dict.fromkeys(waiting, None))
        elif self._level:
            while self._headings and self._headings[-1][0] >= self._level:
                self._headings.pop()
            self._headings.append((self._level, plain_text(token.children or ())))
            self._waiting = {
                level: rows for level, rows in self._waiting.items() if level < self._level
            } | {self._level: self._lines}
            self.met.update(dict.fromkeys(self._lines, Outside.HEADING))
        elif token.type == "inline":
            for number, line in zip(lines, token.content.split("\n"), strict=False):
                self._meet(number, _kind_of_line(line))
        else:
            self.met.update(dict.fromkeys(lines, Outside.CODE))

    def _meet(self, line: int, kind: Outside | None) -> None:
        self.met.setdefault(line, kind)


def _lines_of(token: Token) -> range:
    """Return the lines of a token, from 1."""
    first, after = token.map or (0, 0)
    return range(first + 1, after + 1)


def _kind_of_line(line: str) -> Outside:
    if _TAG.match(line):
        return Outside.HTML
    return Outside.TABLE if _ROW.match(line) else Outside.PARAGRAPH


def _outside(parsed: Parsed, met: Mapping[int, Outside | None]) -> Iterator[tuple[int, Outside]]:
    """Yield number and kind of each line with words outside of all items."""
    deep = {number + 1 for start, end in parsed.dropped for number in range(start, end)}
    for number, line in enumerate(parsed.lines, 1):
        if not _WORD.search(line) or number in deep:
            continue
        kind = Outside.FRONT if number < parsed.body_line else met.get(number, Outside.ADDRESS)
        if kind is not None:
            yield number, kind


def _dropped(parsed: Parsed, items: Sequence[ListItem]) -> tuple[int, ...]:
    read = Counter(item.line for item in items)
    lines: list[int] = []
    for number in sorted({n for start, end in parsed.dropped for n in range(start, end)}):
        bullets = _BULLETS.match(parsed.lines[number]) if number < len(parsed.lines) else None
        found = len(_BULLET.findall(bullets[0])) if bullets else 0
        lines.extend([number + 1] * (found - read[number + 1]))
    return tuple(lines)


def items_of(tokens: Sequence[Token]) -> tuple[ListItem, ...]:
    """Return every list item among parsed tokens."""
    return _ItemWalk(tokens).closed()


def list_items(text: str) -> ListItems:
    """Return every list item of a text, and the lines outside of all items.

    Raises:
        TextRefusedError: The text is too large, or takes too long.
    """
    parsed = parse(text)
    walk = _ItemWalk(parsed.tokens)
    items = walk.closed()
    return ListItems(items, _dropped(parsed, items), tuple(_outside(parsed, walk.met)))
