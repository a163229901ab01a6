"""Renders a document as plain text; lines are never broken."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.exchange.render.document import (
    Drawing,
    Heading,
    Items,
    Paragraph,
    boxes_line,
    list_lines,
    with_colon,
)

if TYPE_CHECKING:
    from companion.exchange.render.document import Block, Document, DocumentTable

_LINES = {1: "=", 2: "-"}
_STEP = "  "
_WIDEST = 72
_WRITTEN = 68
"""Signs of a line to write on."""


def _labelled(label: str, text: str, indent: str) -> str:
    words = text.replace("\n", f"\n{indent}")
    return " ".join(filter(None, (with_colon(label, text), words)))


def _heading(level: int, text: str) -> str:
    line = _LINES.get(level)
    return f"{text}\n{line * min(len(text), _WIDEST)}" if line else text


def _table(table: DocumentTable) -> str:
    """Write one row below the other: columns would break lines."""
    rows = []
    for row in table.rows:
        cells = (
            f"{_STEP}{_labelled(name, cell, _STEP)}"
            for name, cell in zip(table.header[1:], row[1:], strict=True)
        )
        rows.append("\n".join((row[0], *cells)))
    return "\n\n".join(rows)


def _list(block: Items) -> list[str]:
    """Write a list; on a sheet that is written on, also boxes to tick and lines to write on."""
    if not block.by_hand:
        return list_lines(block.items, _labelled, numbered=block.numbered)
    lines: list[str] = []
    for item in block.items:
        lines += list_lines((item,), _labelled, numbered=block.numbered)
        lines += [f"{_STEP}{boxes_line(block.boxes)}"] if block.boxes else []
        lines += ["", f"{_STEP}{'_' * _WRITTEN}"] * block.room
        lines.append("")
    return lines[:-1]


def _block(block: Block) -> str:
    if isinstance(block, Heading):
        return _heading(block.level, block.text)
    if isinstance(block, Paragraph):
        return _labelled(block.label, block.text, "")
    if isinstance(block, Items):
        return "\n".join(_list(block))
    if isinstance(block, Drawing):
        return "\n".join((f"{block.caption}:", "", *(f"{_STEP}{line}" for line in block.lines)))
    return _table(block)


def write_text(document: Document) -> bytes:
    """Return the document as plain text: UTF-8, LF."""
    blocks = [_block(block) for block in document.whole]
    return ("\n\n".join(blocks) + "\n").encode()
