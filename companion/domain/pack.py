"""A pack: guidance for one condition, read from Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain.value import Value, field

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date


GENERAL = "general"
"""The id of the pack that applies to every case."""
PAPER = "paper"
"""The field of a letter that says which paper it is."""
URGENT = "urgent"
"""The field of an item that must be read before others."""
URGENT_FIRST = "first"
"""Its value for what stands above all other urgent items, whatever packs are chosen."""
URGENT_YES = "yes"
"""Its value for what stands above all that is not urgent."""
NOT_URGENT = 2
"""Urgency of what may be read after all that is urgent."""
INSTEAD_OF = "instead of"
"""The field of an urgent item that names the items it stands for, by their full ids."""
INTRODUCTION = "introduction"
"""The kind of what stands above the first item of a list."""
SITUATION = "situation"
"""The field of an item that is for people in one situation only."""
ASPECT = "aspect"
"""The field of a question that names a row of the comparison its answers belong to."""
ROW = "row"
"""The field of a question for both doctors that names a row it makes clear."""

PART = "part"
"""The field of a topic, or of a question, that says which part of *what was said* it belongs to."""


class Source(Value):
    """Where a figure or a piece of advice comes from."""

    name: str
    """Author and year, as cited in the text: `Kessels 2003`."""
    title: str
    where: str
    """Where to find it; shown as text, never opened."""
    year: int
    caveat: str = ""
    """Its caveat, in one plain line; empty when no figure is taken."""
    seen: str = ""
    """How it was read: full text, abstract, press or secondary."""
    read: date | None = None
    """The day a web page was read, as pages change."""


class Situation(Value):
    """A situation of a reader, at which items of a pack are aimed."""

    id: str
    """Short name, as items write it: `inhibitor`."""
    title: str
    """One sentence, as shown: `You have an inhibitor.`"""


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

    @property
    def urgency(self) -> int:
        """How soon it must be read: 0 above all else, 1 urgent, 2 with the others."""
        return urgency(self.first(URGENT))


def stands_for(item: PackItem, other: PackItem) -> bool:
    """Return whether an item may be read instead of another one, which it names.

    A danger is never left without a line: only an urgent line that is for everyone takes the place
    of an urgent one, and none takes the place of what stands above all else.
    """
    return (
        other.id in item.fields.get(INSTEAD_OF, ())
        and SITUATION not in item.fields
        and item.first(URGENT) == other.first(URGENT) == URGENT_YES
    )


def urgency(value: str) -> int:
    """Return how soon an item must be read, by the value of its field `urgent`."""
    return {URGENT_FIRST: 0, URGENT_YES: 1}.get(value, NOT_URGENT)


class PackHead(Value):
    """What stands at the head of a pack: enough to list it and to choose it."""

    id: str
    """Short name: `general`, `hemophilia`."""
    title: str
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
    reviewer: str = ""
    """The clinician who read the whole pack, name and profession; empty while there is none."""
    next_review: date | None = None
    """When its wording is gone over again."""
    funding: str = ""
    """Who paid for it; `none` when nobody did."""
    country: tuple[str, ...] = ()
    """Where its rights, numbers and addresses hold; empty when they hold everywhere."""
    hides: tuple[str, ...] = ()
    """Full ids of items of packs it builds on that are not shown with it."""
    situations: tuple[Situation, ...] = ()


class Pack(PackHead):
    """One folder of guidance: its head, and all that stands in it."""

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

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.sentence}"
