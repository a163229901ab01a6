"""Texts of the Guide as rows: contents, a text with its sources."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.ui.widgets.line_list import Row
from companion.words import guide as words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from companion.domain.pack import Source
    from companion.markdown import Block
    from companion.services.reading import Reading

FOUND = "> "
"""Stands before a paragraph with the searched words."""


def contents_rows(found: Iterable[Reading]) -> tuple[Row, ...]:
    """The titles under their sections."""
    rows: list[Row] = []
    section = ""
    for reading in found:
        if reading.section != section:
            section = reading.section
            rows.append(Row(f"section-{reading.key}", section, mood="heading", selectable=False))
        rows.append(Row(reading.key, reading.title, lead="  "))
    return tuple(rows)


def _lead(block: Block) -> str:
    indent = "  " * block.level
    leads = {
        "item": f"{indent}{block.marker or ' ':<2} ",
        "quote": "| ",
        "code": "    ",
    }
    return leads.get(block.kind, "")


def _has(block: Block, wanted: tuple[str, ...]) -> bool:
    return bool(wanted) and all(word in block.text.casefold() for word in wanted)


class _Page:
    """Rows of one page, numbered."""

    def __init__(self) -> None:
        self.rows: list[Row] = []

    def add(self, text: str, lead: str = "", mood: str = "") -> None:
        """One row; nothing can be chosen here."""
        self.rows.append(Row(str(len(self.rows)), text, lead=lead, mood=mood, selectable=False))

    def gap(self) -> None:
        """An empty line, never two."""
        if self.rows and self.rows[-1].text:
            self.add("")


def text_rows(
    content: Iterable[Block], cited: Iterable[Source], last: str, wanted: tuple[str, ...] = ()
) -> tuple[Row, ...]:
    """A text, its sources with what to keep in mind, when it was looked over.

    Args:
        content: The text.
        cited: The sources it names.
        last: When its pack was looked over.
        wanted: Searched words in small letters; where they stand is marked.
    """
    page = _Page()
    for block in content:
        if block.kind != "item":
            page.gap()
        mark = FOUND if _has(block, wanted) else "  "
        for line in block.text.split("\n"):
            page.add(line, mark + _lead(block), "heading" if block.kind == "heading" else "")
    _add_sources(page, tuple(cited))
    page.gap()
    page.add(last, "  ", "muted")
    page.add(words.NOT_ADVICE_SENTENCE, "  ")
    return tuple(page.rows)


def _add_sources(page: _Page, cited: tuple[Source, ...]) -> None:
    if not cited:
        return
    page.gap()
    page.add(words.SOURCES, "  ", "heading")
    for source in cited:
        page.add(words.source(source.name, source.title, source.where), "  - ")
        if source.caveat:
            page.add(words.caveat(source.caveat), "    ")


def first_found(rows: Iterable[Row]) -> int | None:
    """The place of the first row that is marked as found."""
    return next((at for at, row in enumerate(rows) if row.lead.startswith(FOUND)), None)
