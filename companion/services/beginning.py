"""A new case while its first lines are being filled in; kept from the first letter on."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from companion.domain.people import Role
from companion.domain.tables import altered, with_rows
from companion.packs.catalogue import GENERAL, Catalogue
from companion.services.shelf import NewCase

if TYPE_CHECKING:
    from collections.abc import Callable

    from companion.domain.case import CaseFile, CopiedText
    from companion.domain.comparison import Aspect
    from companion.domain.entity import Entity
    from companion.domain.pack import Pack
    from companion.services.session import Session
    from companion.services.shelf import Shelf

__all__ = ["GENERAL", "Beginning", "general_first", "with_packs"]


def general_first(packs: tuple[Pack, ...], chosen: frozenset[str]) -> tuple[Pack, ...]:
    """The chosen packs with those they build on, and the one for everybody before them."""
    return Catalogue(packs).chosen(pack.id for pack in packs if pack.id in chosen)


def is_for_all(text: CopiedText) -> bool:
    """Whether a piece of guidance is that of the pack that every case uses."""
    return text.source.partition("/")[0] == GENERAL


class Beginning:
    """The acts of the new case form. Each is kept at once; none is a step of undo."""

    def __init__(self, shelf: Shelf, packs: tuple[Pack, ...]) -> None:
        self.shelf = shelf
        self.packs = packs
        self.session: Session | None = None
        self.new = NewCase(packs=general_first(packs, frozenset()))

    @property
    def chosen(self) -> frozenset[str]:
        """Ids of the packs chosen."""
        return frozenset(pack.id for pack in self.new.packs)

    def keep(self) -> Session:
        """The case as it stands, made if it is not there yet.

        Raises:
            StoreError: Its file cannot be made.
        """
        if self.session is None:
            self.session = self.shelf.make(self.new)
        return self.session

    def title(self, text: str) -> None:
        """What it is about."""
        self.new = replace(self.new, title=text)
        head = replace(self.keep().file.head, title=text)
        self._change(lambda file: with_rows(file, {"about": (head,)}))

    def name(self, role: Role, text: str) -> None:
        """The first name of the patient or the companion."""
        if role is Role.PATIENT:
            self.new = replace(self.new, patient=text)
        else:
            self.new = replace(self.new, companion=text)
        person = next(one for one in self.keep().file.people if one.role is role)
        self._change(lambda file: altered(file, "people", person.id, name=text))

    def writer(self, role: Role) -> None:
        """Who is here."""
        self.new = replace(self.new, writer=role)
        person = next(one for one in self.keep().file.people if one.role is role)
        head = replace(self.keep().file.head, writer_id=person.id)
        self._change(lambda file: with_rows(file, {"about": (head,)}))

    def tick(self, pack_id: str) -> None:
        """Choose a pack, or leave it out again; the one for everybody stays."""
        chosen = self.chosen ^ {pack_id}
        self.new = replace(self.new, packs=general_first(self.packs, chosen))
        session = self.keep()
        fresh = self.shelf.first_value(session.case_id, self.new)
        self._change(lambda file: with_packs(file, fresh))

    def _change(self, change: Callable[[CaseFile], CaseFile]) -> None:
        self.keep().change_case("", change)


def with_packs(file: CaseFile, fresh: CaseFile) -> CaseFile:
    """The file with the packs of a fresh value: its texts and rows, what it has kept as it is."""
    head = replace(file.head, packs=fresh.head.packs)
    return with_rows(
        file,
        {
            "about": (head,),
            "texts": _by_source(file.texts, fresh.texts),
            "aspects": _by_source(file.aspects, fresh.aspects),
        },
    )


def _by_source(
    have: tuple[CopiedText, ...] | tuple[Aspect, ...],
    wanted: tuple[CopiedText, ...] | tuple[Aspect, ...],
) -> tuple[Entity, ...]:
    sources = {each.source for each in wanted}
    known = {each.source for each in have}
    kept: list[Entity] = []
    for each in have:
        gone = each.source is not None and each.source not in sources
        kept.append(each if each.deleted == gone else replace(each, deleted=gone))
    return (*kept, *(each for each in wanted if each.source not in known))
