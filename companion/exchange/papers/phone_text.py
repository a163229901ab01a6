"""A paper as a short text for a phone: the same words, without lines that only please the eye."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.exchange.render.document import DocumentTable, Heading, Items, Paragraph, with_colon
from companion.words import letters

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from companion.exchange.render.document import Block, Document, Item


def whole_text(document: Document) -> str:
    """Return all words of a paper, a line for each paragraph and item."""
    return "\n".join(line for block in document.whole for line in _lines(block) if line)


def short_lines(document: Document) -> tuple[str, ...]:
    """Return the title, and a line for each thing that matters most.

    These are the numbered questions where there are any, else what stands under each heading.
    """
    numbered = [b for b in document.blocks if isinstance(b, Items) and b.numbered]
    if numbered:
        return (document.title, *(line for block in numbered for line in _lines(block)))
    lines, heading = [document.title], ""
    for block in document.blocks:
        if isinstance(block, Heading):
            heading = block.text
        elif heading:
            said = " · ".join(line.removeprefix("- ") for line in _lines(block) if line)
            lines += [f"{with_colon(heading, said)} {said}"] if said else []
            heading = ""
    return tuple(lines)


def other_lines(document: Document) -> tuple[str, ...]:
    """Return what a paper with numbered questions says besides them, headings left out."""
    return tuple(
        line
        for block in document.blocks
        if not isinstance(block, Heading) and not (isinstance(block, Items) and block.numbered)
        for line in _lines(block)
        if line
    )


def fitted(lines: Sequence[str], room: int, others: Sequence[str] = ()) -> str:
    """Return the first lines that fit so many bytes, and how many more there are.

    Empty where not even a part of the second line fits.

    Args:
        lines: What matters most.
        room: Bytes there are.
        others: What is added, as far as it fits, where all of that has room.
    """
    whole = "\n".join(lines)
    if len(lines) > 1 and len(whole.encode()) <= room:
        for line in others:
            longer = f"{whole}\n{line}"
            whole = longer if len(longer.encode()) <= room else whole
        return whole
    for number in range(len(lines), 1, -1):
        left = len(lines) - number
        text = "\n".join((*lines[:number], *([letters.and_more(left)] if left else [])))
        if len(text.encode()) <= room:
            return text
    return _cut(" ".join(lines[1:2]), room) if len(lines) > 1 else _cut("".join(lines), room)


def _cut(line: str, room: int) -> str:
    """Return the words of a line that fit, and the mark of a cut; empty where none does."""
    words = line.split(" ")
    for number in range(len(words) - 1, 0, -1):
        text = " ".join(words[:number]) + letters.CUT
        if len(text.encode()) <= room:
            return text
    return line if line and len(line.encode()) <= room else ""


def _lines(block: Block) -> Iterator[str]:
    if isinstance(block, Heading):
        yield block.text
    elif isinstance(block, Paragraph):
        yield _said(block.label, block.text)
    elif isinstance(block, Items):
        yield from (_item(item, numbered=block.numbered) for item in block.items)
    elif isinstance(block, DocumentTable):
        yield from (" · ".join(filter(None, row)) for row in (block.header, *block.rows))


def _said(label: str, text: str) -> str:
    text = " ".join(text.split())
    return "" if not text or text.strip("_") == "" else f"{with_colon(label, text)} {text}".strip()


def _item(item: Item, *, numbered: bool) -> str:
    said = _said("" if numbered else item.label, item.text)
    under = "".join(f" ({_said(each.label, each.text)})" for each in item.items)
    return f"{item.label} {said}{under}" if numbered else f"- {said}{under}" if said else ""
