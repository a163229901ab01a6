"""Parses a text into plain blocks, for a reader that draws its own lines."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from companion.markdown.parser import parse, plain_text, without_comments

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown_it.token import Token

Kind = Literal["heading", "paragraph", "item", "quote", "code", "rule"]


@dataclass(frozen=True, slots=True)
class Block:
    """One block of a text."""

    kind: Kind
    text: str
    """Plain text on one line (code keeps its lines); empty for a rule."""
    line: int
    """Its first line, from 1."""
    level: int = 0
    """1 to 6 for a heading; the depth of an item, 0 for an outermost one."""
    marker: str = ""
    """`-` or `1.` for the first block of an item; empty for its later ones."""


class _BlockWalk:
    """One pass over the tokens, block by block."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self.blocks: list[Block] = []
        self._markers: list[str] = []
        self._quotes = 0
        self._level = 0
        for token in tokens:
            self._take(token)

    def _take(self, token: Token) -> None:
        if token.type == "list_item_open":
            self._markers.append(f"{token.info}{token.markup}" if token.info else "-")
        elif token.type == "list_item_close":
            self._markers.pop()
        elif token.type in {"blockquote_open", "blockquote_close"}:
            self._quotes += token.nesting
        elif token.type in {"heading_open", "heading_close"}:
            self._level = int(token.tag[1:]) if token.nesting == 1 else 0
        elif token.type == "inline":
            self._add(self._kind(), without_comments(plain_text(token.children or ())), token)
        elif token.type in {"fence", "code_block"}:
            self._add("code", token.content.rstrip("\n"), token)
        elif token.type == "hr":
            self.blocks.append(Block("rule", "", (token.map or [0])[0] + 1))

    def _kind(self) -> Kind:
        if self._level and not self._markers:
            return "heading"
        if self._markers:
            return "item"
        return "quote" if self._quotes else "paragraph"

    def _add(self, kind: Kind, text: str, token: Token) -> None:
        if not text.strip():
            return
        level = self._level if kind == "heading" else max(0, len(self._markers) - 1)
        marker = self._markers[-1] if kind == "item" else ""
        if marker:
            self._markers[-1] = ""
        text = text if kind == "code" else text.strip()
        self.blocks.append(Block(kind, text, (token.map or [0])[0] + 1, level, marker))


def blocks_of(tokens: Sequence[Token]) -> tuple[Block, ...]:
    """Return the blocks of parsed tokens."""
    return tuple(_BlockWalk(tokens).blocks)


def blocks(text: str) -> tuple[Block, ...]:
    """Return the blocks of a text, without its front matter and comments.

    Raises:
        TextRefusedError: The text is too large, or takes too long.
    """
    return blocks_of(parse(text).tokens)
