"""Citations in texts: `(Soucie 2000)`, and the sources they name."""

from __future__ import annotations

import calendar
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from companion.domain.pack import PackItem, Source

MADE_UP = "made-up example"
"""Stands in round brackets in place of a source: the numbers are invented."""
_BRACKETS = re.compile(r"\(([^()]{3,200})\)")
_NAMED = re.compile(r"[A-Z][^\d]*(?:19|20)\d\d[a-z]?")
_MONTHS = frozenset(calendar.month_name)


def names_cited(text: str) -> tuple[str, ...]:
    """Return each `Who Year` in round brackets, several separated by `;`, in order."""
    return tuple(
        name
        for brackets in _BRACKETS.findall(text)
        for name in (" ".join(part.split()) for part in brackets.split(";"))
        if _NAMED.fullmatch(name) and name.split()[0] not in _MONTHS
    )


def without_citations(text: str) -> str:
    """Return the text without its citations."""
    return _BRACKETS.sub(lambda found: "" if _is_citation(found[1]) else found[0], text)


def says_made_up(text: str) -> bool:
    """Whether the text says that its numbers are invented."""
    return f"({MADE_UP})" in text.lower()


def sources_of(item: PackItem, sources: Iterable[Source]) -> tuple[Source, ...]:
    """Return the sources of an item, from its words or `source` fields, in the order of the list.

    The Guide shows each with its year and caveat.
    """
    texts = [item.text, item.body, *(value for values in item.fields.values() for value in values)]
    named = {*names_cited(" ".join(texts)), *item.fields.get("source", ())}
    return tuple(source for source in sources if source.name in named)


def _is_citation(brackets: str) -> bool:
    return bool(names_cited(f"({brackets})")) or brackets.lower() == MADE_UP
