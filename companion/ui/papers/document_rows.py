"""A document as rows on the screen, much as it will lie on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.exchange.render.document import (
    DocumentTable,
    Drawing,
    Heading,
    Items,
    Paragraph,
    boxes_line,
    with_colon,
)
from companion.ui.widgets.row import Row

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from companion.exchange.render.document import Block, Document, Item

_EDGE = "   "
_STEP = "  "


def document_rows(document: Document) -> list[Row]:
    """Return every block of a document, an empty line between them; none can be chosen."""
    lines: list[tuple[str, str, str, str]] = []
    for block in document.whole:
        if lines:
            lines.append(("", "", "", ""))
        lines += _block(block)
    return [
        Row(f"line/{at}", text, lead=f"{_EDGE}{lead}", mood=mood, strong=strong, selectable=False)
        for at, (lead, text, mood, strong) in enumerate(lines)
    ]


def _block(block: Block) -> Iterator[tuple[str, str, str, str]]:
    if isinstance(block, Heading):
        yield "", block.text, "heading", ""
    elif isinstance(block, Paragraph):
        yield "", *_labelled(block.label, block.text)
    elif isinstance(block, Items):
        for item in block.items:
            yield from _items((item,), "", numbered=block.numbered)
            if block.boxes:
                yield _STEP, boxes_line(block.boxes), "muted", ""
    elif isinstance(block, DocumentTable):
        yield from _table(block)
    elif isinstance(block, Drawing):
        yield "", block.caption, "", ""
        yield from ((_STEP, line, "", "") for line in block.lines)


def _labelled(label: str, text: str) -> tuple[str, str, str]:
    name = with_colon(label, text)
    return " ".join(filter(None, (name, text))), "", name


def _items(
    items: Iterable[Item], indent: str, *, numbered: bool = False
) -> Iterator[tuple[str, str, str, str]]:
    for item in items:
        mark, label = (f"{item.label}. ", "") if numbered else ("- ", item.label)
        yield f"{indent}{mark}", *_labelled(label, item.text)
        yield from _items(item.items, f"{indent}{' ' * len(mark)}")


def _table(table: DocumentTable) -> Iterator[tuple[str, str, str, str]]:
    """Return one row after the other: columns would be too narrow."""
    for row in table.rows:
        yield "", row[0], "strong", ""
        for name, cell in zip(table.header[1:], row[1:], strict=True):
            yield _STEP, *_labelled(name, cell)
