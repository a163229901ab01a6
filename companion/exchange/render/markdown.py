"""Renders a document as Markdown; the user's words show as they were written."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from companion.exchange.render.document import (
    DocumentTable,
    Drawing,
    Heading,
    Items,
    Paragraph,
    list_lines,
    with_colon,
)

if TYPE_CHECKING:
    from companion.exchange.render.document import Block, Document, Item

_SIGNS = re.compile(r"([\\`*_\[\]<>&|~#$])")
_AT_START = re.compile(r"(\d{0,9})([-+=.)])")
_LEADING = re.compile(r"\s+")
_TRAILING = re.compile(r"\s+\Z")
_MOST_MARKED = 1_000_000_000
"""Markdown takes no larger number for that of a list."""


def _as_number(found: re.Match[str]) -> str:
    """Write white space at an end as numbers: there it would be dropped."""
    return "".join(f"&#{ord(sign)};" for sign in found[0])


def _line(text: str) -> str:
    """Escape one line: every character stands for itself."""
    end = _TRAILING.search(text)
    body = text[: end.start()] if end else text
    start = _LEADING.match(body)
    inner = body[start.end() :] if start else body
    escaped = _AT_START.sub(r"\1\\\2", inner, count=1) if _AT_START.match(inner) else ""
    # What stands at the start was escaped just now; a backslash there is ours.
    cut = len(_AT_START.match(inner)[0]) if escaped else 0  # type: ignore[index]
    inner = (escaped[: cut + 1] if escaped else "") + _SIGNS.sub(r"\\\1", inner[cut:])
    return (_as_number(start) if start else "") + inner + (_as_number(end) if end else "")


def escaped(text: str, indent: str = "") -> str:
    """Escape text so that Markdown shows it character for character.

    Args:
        text: The words; line ends become hard breaks.
        indent: Put in front of every line but the first.
    """
    inner = text.strip("\n")
    before = len(text) - len(text.lstrip("\n")) if inner else 0
    after = len(text) - len(inner) - before
    lines = "\\\n".join(
        _line(line) if number == 0 else indent + _line(line)
        for number, line in enumerate(inner.split("\n"))
    )
    return "&#10;" * before + lines + "&#10;" * after


def _labelled(label: str, text: str, indent: str) -> str:
    words = escaped(text, indent)
    if not label:
        return words
    return f"**{escaped(with_colon(label, text))}** {words}".rstrip(" ")


def _count_on(items: tuple[Item, ...]) -> bool:
    """Whether Markdown would count to the same numbers."""
    numbers = [int(item.label) for item in items]
    return numbers == [*range(numbers[0], numbers[0] + len(numbers))] and numbers[-1] < _MOST_MARKED


def _cell(text: str) -> str:
    return "<br>".join(_line(line) for line in text.split("\n"))


def _table(table: DocumentTable) -> str:
    lines = [table.header, ("---",) * len(table.header), *table.rows]
    written = (
        [*row] if number == 1 else [_cell(cell) for cell in row] for number, row in enumerate(lines)
    )
    return "\n".join(f"| {' | '.join(row)} |" for row in written)


def _drawing(drawing: Drawing) -> str:
    return "\n".join((f"{escaped(drawing.caption)}:", "", "```text", *drawing.lines, "```"))


def _block(block: Block) -> str:
    if isinstance(block, Heading):
        return f"{'#' * block.level} {escaped(' '.join(block.text.splitlines()))}"
    if isinstance(block, Paragraph):
        return _labelled(block.label, block.text, "")
    if isinstance(block, Items):
        numbered = block.numbered and _count_on(block.items)
        return "\n".join(list_lines(block.items, _labelled, numbered=numbered))
    return _table(block) if isinstance(block, DocumentTable) else _drawing(block)


def write_markdown(document: Document) -> bytes:
    """Return the document as Markdown: UTF-8, LF."""
    blocks = [_block(block) for block in document.whole]
    return ("\n\n".join(blocks) + "\n").encode()
