"""A document without a format: headings, paragraphs, lists, tables, drawings."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from companion.domain.value import Value

if TYPE_CHECKING:
    from collections.abc import Callable


class Heading(Value):
    """A heading."""

    level: int
    """2 for a section, 3 below it; the title is 1."""
    text: str


class Paragraph(Value):
    """A paragraph."""

    text: str
    """The user's words, or a sentence of ours."""
    label: str = ""
    """Our words in front of it."""


class Item(Value):
    """One item of a list."""

    text: str
    label: str = ""
    """Our words in front of it."""
    items: tuple[Item, ...] = ()


class Items(Value):
    """A list."""

    items: tuple[Item, ...]
    room: int = 0
    """Lines to write on by hand below each item; only on a page to print."""
    boxes: tuple[str, ...] = ()
    """Words of boxes to tick by hand below each item."""
    by_hand: bool = False
    """Whether plain text has the lines to write on too: a sheet to take along, not to send."""

    @property
    def numbered(self) -> bool:
        """Whether every label is a number."""
        return bool(self.items) and all(item.label.isdecimal() for item in self.items)


class DocumentTable(Value):
    """A table."""

    header: tuple[str, ...]
    """One cell for each column."""
    rows: tuple[tuple[str, ...], ...]
    """As many cells each; the first one names the row."""


class Drawing(Value):
    """A drawing of characters of equal width."""

    caption: str
    lines: tuple[str, ...]


class PageLayout(StrEnum):
    """Page layout of a printed document."""

    PAGES = "pages"
    """Page after page, as many as it takes."""
    ONE_PAGE = "one-page"
    """Shortened so that it fits one page, A4 or Letter."""
    WIDE = "wide"
    """Landscape, for a table of many columns."""


Block = Heading | Paragraph | Items | DocumentTable | Drawing


class Document(Value):
    """A whole document."""

    title: str
    blocks: tuple[Block, ...]
    headed: bool = True
    """Whether the title stands on top; a letter has none."""
    layout: PageLayout = PageLayout.PAGES
    remarks: tuple[str, ...] = ()
    """Sentences for the user before the document is given away; not part of it."""
    whose: str = ""
    """The patient's name, for the foot of every page; may be empty."""

    @property
    def whole(self) -> tuple[Block, ...]:
        """Its blocks, with the title as the first one if it is headed."""
        return (Heading(1, self.title), *self.blocks) if self.headed else self.blocks


def filled(*blocks: Block | None) -> tuple[Block, ...]:
    """Return the blocks that hold anything."""
    return tuple(block for block in blocks if block is not None and block != Items(()))


def section(heading: str, *blocks: Block | None, level: int = 2) -> list[Block]:
    """Return blocks under a heading; nothing where there are none."""
    held = filled(*blocks)
    return [Heading(level, heading), *held] if held else []


def labelled(label: str, text: str) -> Paragraph | None:
    """Return a paragraph with a label; None when there are no words."""
    return Paragraph(text, label) if text else None


def boxes_line(boxes: tuple[str, ...]) -> str:
    """Return boxes to tick, in plain signs."""
    return "   ".join(f"[ ] {each}" for each in boxes)


def with_colon(label: str, text: str) -> str:
    """Return a label with a colon, unless it ends in punctuation or nothing follows."""
    whole = not label or not text or label.endswith(("?", ":", "!", "."))
    return label if whole else f"{label}:"


def list_lines(
    items: tuple[Item, ...],
    write: Callable[[str, str, str], str],
    indent: str = "",
    *,
    numbered: bool = False,
) -> list[str]:
    """Return the lines of a list, each with its mark; items under an item are indented.

    Args:
        items: The items.
        write: Writes a label and a text, the text's further lines after an indent.
        indent: Put in front of every line.
        numbered: Whether to take the labels as marks.
    """
    lines: list[str] = []
    for item in items:
        mark, label = (f"{item.label}.", "") if numbered else ("-", item.label)
        inner = indent + " " * (len(mark) + 1)
        lines.append(f"{indent}{mark} {write(label, item.text, inner)}")
        lines += list_lines(item.items, write, inner)
    return lines
