"""All packs there are, and those of a case: the general ones first."""

from __future__ import annotations

from threading import Lock
from typing import TYPE_CHECKING, Protocol

from companion.domain.pack import GENERAL, INSTEAD_OF, NOT_URGENT, PAPER, SITUATION, stands_for
from companion.domain.value import replace

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from companion.domain.pack import Pack, PackHead, PackItem, Problem
    from companion.files import Files


class WholePacks(Protocol):
    """The place that whole packs are read from."""

    def pack(self, head: PackHead) -> Pack | None:
        """Return the whole pack of a head; None if it is gone by now."""

    def problems(self) -> tuple[Problem, ...]:
        """Return the faults of every pack, each file with its whole path."""


class Catalogue:
    """The heads of all packs that were found; a whole pack is read when it is first asked for.

    Args:
        heads: Each id once, general first, then by title.
        whole: Where whole packs are read; without it there are none.
    """

    def __init__(self, heads: Iterable[PackHead] = (), whole: WholePacks | None = None) -> None:
        self.heads = tuple(heads)
        self._by_id = {head.id: head for head in self.heads}
        self._whole = whole
        self._read: dict[str, Pack | None] = {}
        self._one_at_a_time = Lock()

    @property
    def packs(self) -> tuple[Pack, ...]:
        """Every whole pack, in the order of the heads."""
        return tuple(pack for head in self.heads if (pack := self.pack(head.id)) is not None)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Faults in all of them, each file with its whole path; to tell them, all are read."""
        with self._one_at_a_time:
            return self._whole.problems() if self._whole else ()

    def head(self, identity: str) -> PackHead | None:
        """Return the head of the pack of that id."""
        return self._by_id.get(identity)

    def pack(self, identity: str) -> Pack | None:
        """Return the whole pack of that id."""
        head = self.head(identity)
        if head is None or self._whole is None:
            return None
        with self._one_at_a_time:
            if identity not in self._read:
                pack = self._whole.pack(head)
                self._read[identity] = pack and self._with_sentences(pack)
            return self._read[identity]

    def chosen_heads(self, identities: Iterable[str]) -> tuple[PackHead, ...]:
        """Return the heads of a case: general, the chosen ones, all they build on; parents first.

        Ids of packs that are not there are ignored.
        """
        found: dict[str, PackHead] = {}
        for identity in (GENERAL, *identities):
            self._with_parents(identity, found, ())
        return tuple(found.values())

    def chosen(self, identities: Iterable[str]) -> tuple[Pack, ...]:
        """Return the packs of a case: general, the chosen ones, all they build on; parents first.

        Ids of packs that are not there are ignored. Items that one of them hides are left out.
        """
        packs = self._chosen(identities)
        hidden = _hidden(packs)
        return tuple(_without(pack, hidden) for pack in packs)

    def hidden(self, identities: Iterable[str]) -> frozenset[str]:
        """Return the full ids of the items that are not shown in a case with those packs."""
        return _hidden(self._chosen(identities))

    def letters(self, identities: Iterable[str]) -> dict[str, PackItem]:
        """Return the letters for a case with those packs by paper, in the order of the packs.

        The letter of the illness replaces the general one. A letter that names no paper is a paper
        of its own, by its id.
        """
        found: dict[str, PackItem] = {}
        for letter in (each for pack in self.chosen(identities) for each in pack.of_kind("letter")):
            own = letter.id.rpartition("/")[2].removeprefix("letter-")
            found[letter.first(PAPER) or own] = letter
        return found

    def item(self, full_id: str) -> PackItem | None:
        """Return the item of a full id, `pack/item`."""
        pack = self.pack(full_id.partition("/")[0])
        items = pack.items if pack else ()
        return next((item for item in items if item.id == full_id), None)

    def _with_sentences(self, pack: Pack) -> Pack:
        """Return a pack whose items say their situations as sentences, its own before others."""
        if not any(SITUATION in item.fields for item in pack.items):
            return pack
        heads = self.chosen_heads((pack.id,))
        known = {each.id: each.title for head in heads for each in head.situations}
        return replace(pack, items=tuple(_aimed(item, known) for item in pack.items))

    def _chosen(self, identities: Iterable[str]) -> tuple[Pack, ...]:
        packs = (self.pack(head.id) for head in self.chosen_heads(identities))
        return tuple(pack for pack in packs if pack is not None)

    def _with_parents(
        self, identity: str, found: dict[str, PackHead], below: Sequence[str]
    ) -> None:
        head = self.head(identity)
        if head is None or identity in found or identity in below:
            return
        for parent in head.extends:
            self._with_parents(parent, found, (*below, identity))
        found[identity] = head


def _hidden(packs: Iterable[Pack]) -> frozenset[str]:
    packs = tuple(packs)
    wanted = {item for pack in packs for item in pack.hides}
    urgent = {item.id: item for pack in packs for item in pack.items if item.urgency < NOT_URGENT}
    return frozenset((wanted - urgent.keys()) | _stood_for(tuple(urgent.values())))


def _stood_for(urgent: Sequence[PackItem]) -> set[str]:
    """Return the ids of urgent items that a later one is read instead of.

    Only those before it: so of some that name each other in a circle the last one stays.
    """
    found: set[str] = set()
    before: dict[str, PackItem] = {}
    for item in urgent:
        named = (before[name] for name in item.fields.get(INSTEAD_OF, ()) if name in before)
        found.update(other.id for other in named if stands_for(item, other))
        before[item.id] = item
    return found


def _without(pack: Pack, hidden: frozenset[str]) -> Pack:
    if hidden.isdisjoint(item.id for item in pack.items):
        return pack
    return replace(pack, items=tuple(item for item in pack.items if item.id not in hidden))


def _aimed(item: PackItem, known: Mapping[str, str]) -> PackItem:
    named = item.fields.get(SITUATION, ())
    sentences = tuple(dict.fromkeys(known.get(each, each) for each in named))
    if sentences == named:
        return item
    return replace(item, fields={**item.fields, SITUATION: sentences})


def load(files: Files, roots: Sequence[str]) -> Catalogue:
    """Read the heads of every pack of the folders; of two with one id the earlier folder's wins.

    A head takes a few milliseconds, a whole pack tens of them: call it, and ask for packs nobody
    waits for, off the interface's thread.

    Args:
        files: The file system.
        roots: Folders of packs, the user's own first (`folders.roots`).
    """
    # Imported when packs are first read: the program starts without YAML and Markdown.
    from companion.packs.folders import PackShelf, pack_folders, read_folder_head  # noqa: PLC0415

    folders = tuple(folder for root in roots for folder in pack_folders(files, root))
    heads: dict[str, PackHead] = {}
    for folder in folders:
        head = read_folder_head(files, folder)
        if head is not None:
            heads.setdefault(head.id, head)
    ordered = sorted(heads.values(), key=lambda head: (head.id != GENERAL, head.title))
    return Catalogue(ordered, PackShelf(files, folders))
