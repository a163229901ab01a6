"""The text of a paragraph: as written with addresses in brackets, or plain."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown_it.token import Token

_BREAK = re.compile(r"(?<![ \t])[ \t]*\\?\n[ \t]*")
_COMMENT = re.compile(r"[ \t]{0,8}<!--[^<>]{0,400}?-->")
_AUTOLINK = re.compile(r"<([A-Za-z][A-Za-z0-9.+-]{1,31}:[^\s<>]*)>")


def without_comments(text: str) -> str:
    """Return the text without `<!-- … -->`."""
    return _COMMENT.sub("", text)


def written_text(token: Token) -> str:
    """Return an inline token's own source on one line, links as `text (address)`."""
    source, position, parts = token.content, 0, list[str]()
    for link in token.children or ():
        if link.type != "link_open" or "start" not in link.meta or link.meta["start"] < position:
            continue
        parts.append(source[position : link.meta["start"]])
        label = source[link.meta["start"] + 1 : link.meta["label_end"]]
        parts.append(_with_address(label, str(link.attrs.get("href", ""))))
        position = link.meta["end"]
    parts.append(source[position:])
    return _BREAK.sub(" ", _AUTOLINK.sub(r"\1", "".join(parts))).strip()


def plain_text(children: Sequence[Token]) -> str:
    """Return inline tokens as plain text: no emphasis, links as `text (address)`."""
    parts: list[str] = []
    links: list[tuple[str, int]] = []
    for token in children:
        if token.type == "link_open":
            links.append((str(token.attrs.get("href", "")), len(parts)))
        elif token.type == "link_close" and links:
            address, begun = links.pop()
            parts[begun:] = [_with_address("".join(parts[begun:]), address)]
        elif token.type in {"softbreak", "hardbreak"}:
            parts.append(" ")
        else:
            parts.append(token.content)
    return "".join(parts).strip()


def _with_address(words: str, address: str) -> str:
    if not address or address in {words, f"mailto:{words}"}:
        return words
    return f"{words} ({address})" if words else address
