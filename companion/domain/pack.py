"""A pack: guidance for one condition, read from Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain.value import Value, field

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date


PAPER = "paper"
"""The field of a letter that says which paper it is."""


class Source(Value):
    """Where a figure or a piece of advice comes from."""

    name: str
    """Author and year, as cited in the text: `Kessels 2003`."""
    title: str
    where: str
    """Where to find it; shown as text, never opened."""
    year: int
    """Year of publication."""
    caveat: str = ""
    """Its caveat, in one plain line; empty when no figure is taken."""
    seen: str = ""
    """How it was read: full text, abstract, press or secondary."""


class PackItem(Value):
    """One piece of guidance with a stable id."""

    id: str
    """`pack/item`."""
    kind: str
    """reasons, questions, records, article … (the kinds of `content/README.md`)."""
    text: str
    """The item's own words, one paragraph, without fields."""
    file: str
    """File inside the pack's folder, with forward slashes."""
    line: int
    """Line of the item in that file, from 1."""
    group: str = ""
    """The heading it stands under; empty when none."""
    fields: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Named fields (why, ask also, say …), each with its values in order."""
    body: str = ""
    """Markdown of an article section or letter; empty for list items."""

    def first(self, name: str) -> str:
        """Return the first value of a field, or an empty string."""
        values = self.fields.get(name, ())
        return values[0] if values else ""


class Pack(Value):
    """One folder of guidance."""

    id: str
    """Short name: `general`, `hemophilia`."""
    title: str
    """Name as shown."""
    language: str
    """BCP 47 tag of its wording."""
    extends: tuple[str, ...]
    """Packs it builds on."""
    reviewed: date | None
    """When its wording was last gone over; None when that is not known any more."""
    path: str
    """The folder it was read from."""
    about: str = ""
    """Whom it is for, in a few sentences."""
    sources: tuple[Source, ...] = ()
    """Everything its texts cite."""
    items: tuple[PackItem, ...] = ()
    """All its items in reading order."""

    def of_kind(self, kind: str) -> tuple[PackItem, ...]:
        """Return its items of one kind, in reading order."""
        return tuple(item for item in self.items if item.kind == kind)


class Problem(Value):
    """Something wrong with a pack, at one line of one file."""

    file: str
    """The file as given to the check."""
    line: int
    """Line from 1; 1 when the whole file is meant."""
    rule: str
    """Short stable name of the rule: `missing-source`."""
    sentence: str
    """The problem and its remedy."""
