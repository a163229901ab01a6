"""A text of the Guide as lines: when it was checked, the text, its sources, who is behind it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from companion.words import guidance
from companion.words import guide as words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from companion.domain.pack import Pack, Source
    from companion.markdown import Block


@dataclass(frozen=True, slots=True)
class PageLine:
    """One line of a text; it may be longer than a window is wide."""

    text: str
    lead: str = ""
    """What stands before its words; further lines of it are indented by as much."""
    mood: str = ""
    """`muted` or `heading`."""
    block: Block | None = None
    """The paragraph of the text it belongs to."""


def guide_page(
    blocks: Iterable[Block], cited: Iterable[Source], packs: tuple[Pack, ...]
) -> tuple[PageLine, ...]:
    """Return a text below when it was checked, its sources with their caveats, who is behind it.

    Args:
        blocks: The text.
        cited: The sources it names.
        packs: The packs it is from.
    """
    page: list[PageLine] = []
    if packs:
        checked = guidance.all_checked((pack.reviewed, pack.reviewer) for pack in packs)
        page.append(PageLine(checked, mood="muted"))
    every = tuple(blocks)
    roomy = any(block.kind == "item" and not block.marker for block in every)
    for block in every:
        begins = block.kind != "item" or (roomy and bool(block.marker))
        if begins and not (block.kind == "item" and page and page[-1].mood == "heading"):
            _gap(page)
        mood = "heading" if block.kind == "heading" else ""
        lead = _lead(block)
        page += [PageLine(line, lead, mood, block) for line in block.text.split("\n")]
    _add_sources(page, tuple(cited))
    _gap(page)
    for pack in packs:
        said = guidance.behind(pack.title, pack.next_review, pack.funding, pack.country)
        page.append(PageLine(said, mood="muted"))
    page.append(PageLine(words.NOT_ADVICE_SENTENCE))
    return tuple(page)


def _lead(block: Block) -> str:
    indent = "  " * block.level
    leads = {
        "item": f"{indent}{block.marker or ' ':<2} ",
        "quote": "| ",
        "code": "    ",
    }
    return leads.get(block.kind, "")


def _gap(page: list[PageLine]) -> None:
    """Add an empty line, never a second one."""
    if page and page[-1].text:
        page.append(PageLine(""))


def _add_sources(page: list[PageLine], cited: tuple[Source, ...]) -> None:
    if not cited:
        return
    _gap(page)
    page.append(PageLine(words.SOURCES, mood="heading"))
    for source in cited:
        said = words.source(source.name, source.title, source.where, source.read)
        page.append(PageLine(said, "- "))
        if source.caveat:
            page.append(PageLine(words.caveat(source.caveat), "  "))
