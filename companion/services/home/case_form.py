"""The form of a new or a changed case, kept from the first letter on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from companion.domain.changes import (
    find_by_id,
    not_deleted,
    with_added,
    with_changed,
    with_head,
    with_rows,
)
from companion.domain.pack import GENERAL
from companion.domain.people import Person, Role
from companion.domain.value import Value, replace
from companion.services.case.library import NewCase

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from companion.domain.case import CaseFile, CopiedText
    from companion.domain.comparison import Aspect
    from companion.domain.entity import Entity
    from companion.domain.pack import PackHead
    from companion.packs.catalogue import Catalogue
    from companion.services.case.library import CaseLibrary
    from companion.services.case.session import CaseSession


class PackChoice(Value):
    """A pack as it is offered: those that build on another stand below it."""

    pack: PackHead
    depth: int
    """How far it is indented: 0 for one that builds on no other but the one for everybody."""
    folded: int = 0
    """How many stand below it that are not shown until it is chosen."""


MOST_UNFOLDED = 3
"""More than so many packs below one are shown only once that is chosen."""


def pack_choices(packs: tuple[PackHead, ...], chosen: frozenset[str]) -> tuple[PackChoice, ...]:
    """Return the packs in the order in which they are offered: a tree, its branches by title.

    A pack stands below the first of those it builds on that is there.
    """
    there = {pack.id: pack for pack in packs}
    below: dict[str, list[PackHead]] = {}
    for pack in sorted(packs, key=lambda pack: (pack.id != GENERAL, pack.title)):
        below.setdefault(_stands_below(pack, there), []).append(pack)
    found: list[PackChoice] = []

    def add(pack: PackHead, depth: int) -> None:
        children = below.pop(pack.id, [])
        folds = len(children) > MOST_UNFOLDED and pack.id not in chosen
        found.append(PackChoice(pack, depth, len(children) if folds else 0))
        if not folds:
            for child in children:
                add(child, depth + 1)

    for pack in below.pop("", []):
        add(pack, 0)
    return tuple(found)


def _stands_below(pack: PackHead, there: Mapping[str, PackHead]) -> str:
    """Return the pack below which one stands; empty where that would lead round in a circle."""
    first, seen, each = "", {GENERAL}, pack
    while each.id not in seen:
        seen.add(each.id)
        parent = next(
            (there[name] for name in each.extends if name in there and name != GENERAL), None
        )
        if parent is None:
            return first
        first, each = first or parent.id, parent
    return ""


def is_for_all(text: CopiedText) -> bool:
    """Return whether a piece of guidance is from the pack that every case uses."""
    return text.source.partition("/")[0] == GENERAL


class CaseForm:
    """The form of a case. Each change is kept at once; none is a step of undo.

    Args:
        library: Where a new case is made.
        catalogue: Every pack there is; only those chosen are read whole, once a case is made.
        session: The case that is changed; None for a new one.
    """

    def __init__(
        self, library: CaseLibrary, catalogue: Catalogue, session: CaseSession | None = None
    ) -> None:
        self.library = library
        self.session = session
        self.new = NewCase()
        """What is filled in; its packs come as the case is made."""
        self._catalogue = catalogue
        self._chosen: frozenset[str] = frozenset()
        if session is not None:
            self.new = _as_filled_in(session.file)
            self._chosen = frozenset(session.file.head.packs)

    @property
    def packs(self) -> tuple[PackHead, ...]:
        """Every pack there is."""
        return self._catalogue.heads

    @property
    def chosen(self) -> frozenset[str]:
        """The ids of the packs chosen, with those they build on."""
        return frozenset(head.id for head in self._catalogue.chosen_heads(self._in_order()))

    def made_case(self) -> CaseSession:
        """Return the case, made now if it is not there yet.

        Raises:
            StoreError: Its file cannot be made.
        """
        if self.session is None:
            self.session = self.library.create(self._with_packs())
        return self.session

    def _with_packs(self) -> NewCase:
        return replace(self.new, packs=self._catalogue.chosen(self._in_order()))

    def _in_order(self) -> tuple[str, ...]:
        return tuple(head.id for head in self.packs if head.id in self._chosen)

    def set_title(self, text: str) -> None:
        """Set what the case is about."""
        self.new = replace(self.new, title=text)
        self._change(lambda file: with_head(file, title=text))

    def set_name(self, role: Role, text: str) -> None:
        """Set the first name of the patient or the companion."""
        if role is Role.PATIENT:
            self.new = replace(self.new, patient=text)
        else:
            self.new = replace(self.new, companion=text)
        person = self._person(role)
        self._change(lambda file: with_changed(file, "people", person.id, name=text))

    def set_writer(self, role: Role) -> None:
        """Set who writes: the patient or the companion."""
        self.new = replace(self.new, writer=role)
        person = self._person(role)
        self._change(lambda file: with_head(file, writer_id=person.id))

    def toggle_pack(self, pack_id: str) -> None:
        """Choose a pack with those it builds on, or leave it out with those that build on it.

        The one for everybody stays.
        """
        chosen = self.chosen
        if pack_id in chosen:
            on_it = {head.id for head in self.packs if pack_id in self._with_parents(head.id)}
            self._chosen = chosen - on_it
        else:
            self._chosen = chosen | {pack_id}
        session = self.made_case()
        fresh = self.library.first_value(session.case_id, self._with_packs())
        known = frozenset(head.id for head in self.packs)
        self._change(lambda file: with_packs(file, fresh, known, self._catalogue.hidden))

    def _with_parents(self, pack_id: str) -> set[str]:
        return {head.id for head in self._catalogue.chosen_heads((pack_id,))}

    def _person(self, role: Role) -> Person:
        """Return the patient or the companion; a case from elsewhere may have none yet."""
        person = _first(self.made_case().file, role)
        if person is None:
            context = self.library.context
            person = Person(id=context.new_id(), created_at=context.now(), role=role)
            made = person
            self._change(lambda file: with_added(file, "people", made))
        return person

    def _change(self, change: Callable[[CaseFile], CaseFile]) -> None:
        self.made_case().change_case("", change)


def _first(file: CaseFile, role: Role) -> Person | None:
    return next((one for one in not_deleted(file.people) if one.role is role), None)


def _as_filled_in(file: CaseFile) -> NewCase:
    """Return what a case has, as the form shows it."""
    names = {role: person.name for role in Role if (person := _first(file, role)) is not None}
    writer = find_by_id(file.people, file.head.writer_id)
    return NewCase(
        title=file.head.title,
        writer=writer.role if isinstance(writer, Person) else Role.PATIENT,
        patient=names.get(Role.PATIENT, ""),
        companion=names.get(Role.COMPANION, ""),
    )


def with_packs(
    file: CaseFile,
    fresh: CaseFile,
    known: frozenset[str],
    hidden: Callable[[tuple[str, ...]], frozenset[str]] = lambda _: frozenset(),
) -> CaseFile:
    """Return the file with the packs of a fresh one: their texts and rows come, others go.

    The texts and rows of a pack that stays are not touched, nor those of a pack that is not known;
    but what a pack hides goes as that comes, and comes back as that goes.

    Args:
        file: The case.
        fresh: A new case with the packs chosen.
        known: Ids of all packs there are.
        hidden: Returns the items that are not shown with some packs.
    """
    before, wanted = file.head.packs, fresh.head.packs
    hides, hid = hidden(wanted), hidden(before)
    gone = _PacksAndItems(frozenset(before) & known - frozenset(wanted), hides - hid)
    come = _PacksAndItems(frozenset(wanted) - frozenset(before), hid - hides)
    packs = (*wanted, *(pack for pack in before if pack not in known))
    return with_rows(
        file,
        {
            "about": (replace(file.head, packs=packs),),
            "texts": _by_source(file.texts, fresh.texts, gone, come),
            "aspects": _by_source(file.aspects, fresh.aspects, gone, come),
        },
    )


@dataclass(frozen=True, slots=True)
class _PacksAndItems:
    """Packs, and single items of others, that come or go together."""

    packs: frozenset[str]
    """Ids of whole packs."""
    items: frozenset[str]
    """Full ids of items."""

    def __contains__(self, source: str | None) -> bool:
        return source in self.items or (source or "").partition("/")[0] in self.packs


def _by_source(
    have: tuple[CopiedText, ...] | tuple[Aspect, ...],
    wanted: tuple[CopiedText, ...] | tuple[Aspect, ...],
    gone: _PacksAndItems,
    come: _PacksAndItems,
) -> tuple[Entity, ...]:
    there = {each.source for each in have}
    kept: list[Entity] = []
    for each in have:
        deleted = each.source in gone or (each.deleted and each.source not in come)
        kept.append(each if each.deleted == deleted else replace(each, deleted=deleted))
    new = (each for each in wanted if each.source not in there)
    return (*kept, *(each for each in new if each.source in come))
