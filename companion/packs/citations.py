"""Citations in a text: `(Soucie 2000)`, and the sources they name."""

from __future__ import annotations

import calendar
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from companion.domain.pack import PackItem, Source

MADE_UP = "made-up example"
"""In round brackets in place of a source: these numbers are no facts."""
_BRACKETS = re.compile(r"\(([^()]{3,200})\)")
_NAMED = re.compile(r"[A-Z][^\d]*(?:19|20)\d\d[a-z]?")
_MONTHS = frozenset(calendar.month_name)


def names_cited(text: str) -> tuple[str, ...]:
    """What looks like `Who Year` in round brackets, several parted by `;`, in order."""
    return tuple(
        name
        for brackets in _BRACKETS.findall(text)
        for name in (" ".join(part.split()) for part in brackets.split(";"))
        if _NAMED.fullmatch(name) and name.split()[0] not in _MONTHS
    )


def without_citations(text: str) -> str:
    """The text without its citations."""
    return _BRACKETS.sub(lambda found: "" if _is_citation(found[1]) else found[0], text)


def says_made_up(text: str) -> bool:
    """Whether the text says that its numbers are made up."""
    return f"({MADE_UP})" in text.lower()


def sources_of(item: PackItem, sources: Iterable[Source]) -> tuple[Source, ...]:
    """The sources an item names, in its words or a `source` field, in the order of the list.

    The Guide shows each with its year and caveat.
    """
    texts = [item.text, item.body, *(value for values in item.fields.values() for value in values)]
    named = {*names_cited(" ".join(texts)), *item.fields.get("source", ())}
    return tuple(source for source in sources if source.name in named)


def _is_citation(brackets: str) -> bool:
    return bool(names_cited(f"({brackets})")) or brackets.lower() == MADE_UP
