"""Texts of the Guide as rows: contents, a text with its sources."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain.folded_text import folded, holds
from companion.services.guide import guide_page
from companion.ui.widgets.line_list import Row
from companion.words import guide as words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from companion.domain.pack import Pack, Source
    from companion.markdown import Block
    from companion.services.guide import GuideText

FOUND = "* "
"""The mark before a paragraph with the searched words."""
NOT_FOUND = "  "
"""What stands before the others, as wide."""


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


SAY = words.FIELDS["say"]
URGENT = "!"
_SIGNS = FOUND, f"{URGENT} "


def marked(blocks: Iterable[Block], wanted: tuple[str, ...]) -> tuple[Block, ...]:
    """Return the paragraphs with all the searched words; where none has all, those with any."""
    every = tuple(blocks)
    whole = tuple(block for block in every if _has(block, wanted, all))
    return whole or tuple(block for block in every if _has(block, wanted, any))


def _has(block: Block, wanted: tuple[str, ...], how: Callable[[Iterable[bool]], bool]) -> bool:
    return bool(wanted) and how(holds(folded(block.text), word) for word in wanted)


def text_rows(
    blocks: Iterable[Block],
    cited: Iterable[Source],
    packs: tuple[Pack, ...],
    wanted: tuple[str, ...] = (),
) -> tuple[Row, ...]:
    """Return a text as rows that cannot be chosen, with what stands above and below it.

    Args:
        blocks: The text.
        cited: The sources it names.
        packs: The packs it is from.
        wanted: Searched words in small letters; their places are marked.
    """
    every = tuple(blocks)
    found = set(map(id, marked(every, wanted)))
    rows: list[Row] = []
    for place, line in enumerate(guide_page(every, cited, packs)):
        mark = FOUND if id(line.block) in found else NOT_FOUND
        lead = f"{mark}{line.lead}" if line.text else ""
        says = line.text.startswith(SAY)
        rows.append(
            Row(
                str(place),
                line.text,
                lead=lead,
                mood="quote" if says else line.mood,
                selectable=False,
                tints=tuple((sign, "mark") for sign in _SIGNS if sign in lead),
                strong=SAY.rstrip() if says else "",
            )
        )
    return tuple(rows)


def places_found(rows: Iterable[Row]) -> tuple[int, ...]:
    """Return the places of the rows that are marked as found."""
    return tuple(at for at, row in enumerate(rows) if row.lead.startswith(FOUND))
