"""Texts of the Guide as rows: contents, a text with its sources."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain.folded_text import folded, holds
from companion.ui.widgets.line_list import Row
from companion.words import guidance
from companion.words import guide as words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from companion.domain.pack import Pack, Source
    from companion.markdown import Block
    from companion.services.guide.guide_texts import GuideText

FOUND = "> "
"""The mark before a paragraph with the searched words."""


def contents_rows(
    found: Iterable[GuideText],
    counts: Mapping[str, int] | None = None,
    *,
    with_meaning: bool = False,
) -> tuple[Row, ...]:
    """Return the titles under their sections.

    Args:
        found: The texts there are to read.
        counts: The number of places with searched words in each text, by its key.
        with_meaning: Whether the meaning of a word stands beside it, where no text is in view.
    """
    rows: list[Row] = []
    section = ""
    for reading in found:
        if reading.section != section:
            section = reading.section
            rows.append(Row(f"section-{reading.key}", section, mood="heading", selectable=False))
        title, count = reading.title, (counts or {}).get(reading.key, 0)
        if reading.section == words.WORDS_SECTION:
            means = reading.items[0].first("means") if with_meaning else ""
            title = words.item(title, means)
        rows.append(Row(reading.key, title, lead="  ", right=str(count) if count else ""))
    return tuple(rows)


def marked(blocks: Iterable[Block], wanted: tuple[str, ...]) -> tuple[Block, ...]:
    """Return the paragraphs with all the searched words; where none has all, those with any."""
    every = tuple(blocks)
    whole = tuple(block for block in every if _has(block, wanted, all))
    return whole or tuple(block for block in every if _has(block, wanted, any))


def _lead(block: Block) -> str:
    indent = "  " * block.level
    leads = {
        "item": f"{indent}{block.marker or ' ':<2} ",
        "quote": "| ",
        "code": "    ",
    }
    return leads.get(block.kind, "")


def _has(block: Block, wanted: tuple[str, ...], how: Callable[[Iterable[bool]], bool]) -> bool:
    return bool(wanted) and how(holds(folded(block.text), word) for word in wanted)


class _Page:
    """Rows of one page, numbered."""

    def __init__(self) -> None:
        self.rows: list[Row] = []

    def add(self, text: str, lead: str = "", mood: str = "") -> None:
        """Add a row that cannot be chosen."""
        self.rows.append(Row(str(len(self.rows)), text, lead=lead, mood=mood, selectable=False))

    def gap(self) -> None:
        """Add an empty line, never a second one."""
        if self.rows and self.rows[-1].text:
            self.add("")


def text_rows(
    blocks: Iterable[Block],
    cited: Iterable[Source],
    packs: tuple[Pack, ...],
    wanted: tuple[str, ...] = (),
) -> tuple[Row, ...]:
    """Return a text below when it was checked, its sources with their caveats, who is behind it.

    Args:
        blocks: The text.
        cited: The sources it names.
        packs: The packs it is from.
        wanted: Searched words in small letters; their places are marked.
    """
    page = _Page()
    if packs:
        checked = guidance.all_checked((pack.reviewed, pack.reviewer) for pack in packs)
        page.add(checked, "  ", "muted")
    every = tuple(blocks)
    found = set(map(id, marked(every, wanted)))
    for block in every:
        if block.kind != "item":
            page.gap()
        mark = FOUND if id(block) in found else "  "
        for line in block.text.split("\n"):
            page.add(line, mark + _lead(block), "heading" if block.kind == "heading" else "")
    _add_sources(page, tuple(cited))
    page.gap()
    for pack in packs:
        said = guidance.behind(pack.title, pack.next_review, pack.funding, pack.country)
        page.add(said, "  ", "muted")
    page.add(words.NOT_ADVICE_SENTENCE, "  ")
    return tuple(page.rows)


def _add_sources(page: _Page, cited: tuple[Source, ...]) -> None:
    if not cited:
        return
    page.gap()
    page.add(words.SOURCES, "  ", "heading")
    for source in cited:
        said = words.source(source.name, source.title, source.where, source.read)
        page.add(said, "  - ")
        if source.caveat:
            page.add(words.caveat(source.caveat), "    ")


def places_found(rows: Iterable[Row]) -> tuple[int, ...]:
    """Return the places of the rows that are marked as found."""
    return tuple(at for at, row in enumerate(rows) if row.lead.startswith(FOUND))
