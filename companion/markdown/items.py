"""The items of a text's lists, nested ones too."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from companion.markdown.inline import plain, written
from companion.markdown.parser import parse

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown_it.token import Token

    from companion.markdown.parser import Parsed

_BULLETS = re.compile(r"(?:[ \t>]*(?:[-+*]|\d{1,9}[.)])(?=[ \t]|$))+")
_BULLET = re.compile(r"(?:[-+*]|\d{1,9}[.)])(?=[ \t]|$)")


@dataclass(frozen=True, slots=True)
class ListItem:
    """One item of a list."""

    text: str
    """Its own words as written, without the bullet and nested items, on one line; links as
    `text (address)`."""
    plain: str
    """The same without emphasis and code marks."""
    line: int
    """Where it begins, from 1."""
    depth: int
    """0 for an item of an outer list, 1 for an item in it, …"""
    headings: tuple[str, ...] = ()
    """The headings it stands under, outermost first."""


@dataclass(frozen=True, slots=True)
class Listing:
    """All items of a text, and what could not be read."""

    items: tuple[ListItem, ...]
    """The items in the order of the text."""
    dropped: tuple[int, ...] = ()
    """The line of each item nested too deep to be read, from 1."""


@dataclass(slots=True)
class _Open:
    """An item whose end has not come."""

    line: int
    """From 1."""
    depth: int
    """How deep it is nested, from 1."""
    headings: tuple[str, ...]
    """The headings it stands under."""
    text: list[str] = field(default_factory=list)
    """Its paragraphs as written."""
    plain: list[str] = field(default_factory=list)
    """The same as read."""

    def add(self, token: Token) -> None:
        """Take in a paragraph or a piece of code."""
        if token.type == "inline":
            self.text.append(written(token))
            self.plain.append(plain(token.children or ()))
        else:
            code = " ".join(token.content.split())
            self.text.append(code)
            self.plain.append(code)

    def closed(self) -> ListItem:
        """The item with everything taken in."""
        return ListItem(
            " ".join(filter(None, self.text)),
            " ".join(filter(None, self.plain)),
            self.line,
            self.depth,
            self.headings,
        )


class _Walk:
    """One pass over the tokens."""

    def __init__(self) -> None:
        self.items: list[_Open] = []
        self._open: list[_Open] = []
        self._headings: list[tuple[int, str]] = []
        self._level = 0

    def take(self, token: Token) -> None:
        """Follow one token."""
        if token.type == "list_item_open":
            headings = tuple(text for _, text in self._headings)
            item = _Open((token.map or [0])[0] + 1, len(self._open), headings)
            self.items.append(item)
            self._open.append(item)
        elif token.type == "list_item_close":
            self._open.pop()
        elif token.type == "heading_open":
            self._level = int(token.tag[1:])
        elif token.type == "heading_close":
            self._level = 0
        elif token.type in {"inline", "fence", "code_block"}:
            self._words(token)

    def _words(self, token: Token) -> None:
        if self._open:
            self._open[-1].add(token)
        elif self._level:
            while self._headings and self._headings[-1][0] >= self._level:
                self._headings.pop()
            self._headings.append((self._level, plain(token.children or ())))


def _dropped(parsed: Parsed, items: Sequence[ListItem]) -> tuple[int, ...]:
    read = Counter(item.line for item in items)
    lines: list[int] = []
    for number in sorted({n for start, end in parsed.dropped for n in range(start, end)}):
        bullets = _BULLETS.match(parsed.lines[number]) if number < len(parsed.lines) else None
        found = len(_BULLET.findall(bullets[0])) if bullets else 0
        lines.extend([number + 1] * (found - read[number + 1]))
    return tuple(lines)


def items_of(tokens: Sequence[Token]) -> tuple[ListItem, ...]:
    """Every list item among parsed tokens."""
    walk = _Walk()
    for token in tokens:
        walk.take(token)
    return tuple(item.closed() for item in walk.items)


def listing(text: str) -> Listing:
    """Every list item of a text, and the lines of those nested too deep.

    Raises:
        TextRefusedError: The text is too large, or takes too long.
    """
    parsed = parse(text)
    items = items_of(parsed.tokens)
    return Listing(items, _dropped(parsed, items))


def list_items(text: str) -> tuple[ListItem, ...]:
    """Every list item of a text, nested ones too, in the order of the text.

    Raises:
        TextRefusedError: The text is too large, or takes too long.
    """
    return listing(text).items
