"""A document without a format: headings, paragraphs, lists, tables, drawings."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading."""

    level: int
    """2 for a part, 3 for what is in it; the title is 1."""
    text: str
    """Its words."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph."""

    text: str
    """What a person wrote, or a sentence of ours."""
    label: str = ""
    """Words of ours in front of it."""


@dataclass(frozen=True, slots=True)
class Item:
    """One item of a list."""

    text: str
    """What a person wrote."""
    label: str = ""
    """Words of ours in front of it."""
    items: tuple[Item, ...] = ()
    """Items under it."""


@dataclass(frozen=True, slots=True)
class Items:
    """A list."""

    items: tuple[Item, ...]
    """Its items."""
    answers: bool = False
    """Whether each has room below it for an answer by hand."""

    @property
    def numbered(self) -> bool:
        """Whether each bears a number and nothing else in front of it."""
        return bool(self.items) and all(item.label.isdecimal() for item in self.items)


@dataclass(frozen=True, slots=True)
class DocumentTable:
    """A table."""

    header: tuple[str, ...]
    """One cell a column."""
    rows: tuple[tuple[str, ...], ...]
    """As many cells each; the first names the row."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """Lines of characters in even steps."""

    caption: str
    """What it shows, in words."""
    lines: tuple[str, ...]
    """The characters."""


class PageLayout(StrEnum):
    """How a document lies on paper."""

    PAGES = "pages"
    """Page after page, as many as it takes."""
    ONE_PAGE = "one-page"
    """Cut so that it fits one page, A4 or Letter."""
    WIDE = "wide"
    """Page after page, on their side, for a table of many columns."""


Block = Heading | Paragraph | Items | DocumentTable | Drawing


@dataclass(frozen=True, slots=True)
class Document:
    """A whole document."""

    title: str
    """Its title."""
    blocks: tuple[Block, ...]
    """What it holds, in order."""
    headed: bool = True
    """Whether the title stands over it; a letter goes without."""
    layout: PageLayout = PageLayout.PAGES
    """How it lies on paper."""
    remarks: tuple[str, ...] = ()
    """What to know before it is given away, one sentence each; no part of it."""
    whose: str = ""
    """Whose it is, at the foot of every page; nothing where nobody has a name."""

    @property
    def whole(self) -> tuple[Block, ...]:
        """Its blocks, the title first where it has one."""
        return (Heading(1, self.title), *self.blocks) if self.headed else self.blocks


def section(heading: str, *blocks: Block | None, level: int = 2) -> list[Block]:
    """A part with its heading; nothing when it holds nothing."""
    held = [block for block in blocks if block is not None and block != Items(())]
    return [Heading(level, heading), *held] if held else []


def labelled(label: str, text: str) -> Paragraph | None:
    """A paragraph with a label; nothing when there are no words."""
    return Paragraph(text, label) if text else None


def with_colon(label: str, text: str) -> str:
    """A label as it stands before a text: with a colon, unless it ends in a sign already."""
    whole = not label or not text or label.endswith(("?", ":", "!", "."))
    return label if whole else f"{label}:"
