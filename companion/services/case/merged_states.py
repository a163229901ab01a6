"""Merge several states of one store for reading.

A sync program, a restored backup, a lock that was taken away or a copied folder may leave two
states of a store, in files beside each other (`storage.conflict_copies`) or in the store's own
files (`Store.others`). The reader sees the words of both; nothing has to be chosen first.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, cast

from companion.domain.changes import FileT, field_names, rows, table_names, with_rows
from companion.domain.merge import merge, with_half_lines
from companion.domain.value import Value, replace
from companion.domain.visit import VisitFile
from companion.files import file_name
from companion.storage.codec import SCHEMA, UnreadableDocumentError, read_case, read_visit
from companion.storage.conflict_copies import Copied, copies
from companion.storage.errors import StoreError, Unreadable
from companion.storage.findings import Finding, FindingKind
from companion.storage.store import read_store, read_stray_journal

if TYPE_CHECKING:
    from collections.abc import Iterable

    from companion.domain.changes import Rows, StoreFile
    from companion.domain.entity import Entity
    from companion.files import Info
    from companion.services.context import AppContext
    from companion.storage.conflict_copies import Copy

_READ = frozenset({Copied.CONFLICT, Copied.DRAFT})
"""Copies with words that may be in no other file."""
Tables = dict[str, dict[int, dict[str, Any]]]


class MergedStates(Value, Generic[FileT]):
    """The merged states of a store."""

    value: FileT
    """The merged value; the first state itself where the others add nothing."""
    findings: tuple[Finding, ...] = ()
    """A finding that there are several states, and one for each that cannot be read."""
    read: tuple[tuple[str, Info], ...] = ()
    """The copies that were read whole: path and file."""


def copies_of_stores(context: AppContext, case_id: str) -> dict[str, tuple[Copy, ...]]:
    """Return the other states and the drafts beside the stores of a case, by the store's name.

    Raises:
        Unreadable: The case's folder cannot be listed.
    """
    found: dict[str, tuple[Copy, ...]] = {}
    for copy in copies(context.files, context.home, case_id):
        if copy.kind in _READ:
            found[copy.store] = (*found.get(copy.store, ()), copy)
    return found


def merge_states(
    context: AppContext, value: FileT, others: Iterable[Tables], beside: Iterable[Copy]
) -> MergedStates[FileT]:
    """Merge all states of a store.

    Args:
        context: Where the files are.
        value: The store's own state.
        others: States found in the store's own files.
        beside: States in files of their own.
    """
    states: list[StoreFile] = []
    findings: list[Finding] = []
    was_read: list[tuple[str, Info]] = []
    name = _name(value)
    for tables in others:
        try:
            states.append(_state(value, tables))
        except UnreadableDocumentError:
            findings.append(Finding(FindingKind.ASIDE, name))
    for copy in beside:
        if copy.is_draft:
            continue
        try:
            info = _info(context, copy)
            states.append(_state(value, _tables(context, copy)))
        except (StoreError, UnreadableDocumentError):
            findings.append(Finding(FindingKind.ASIDE, name, file_name(copy.path)))
            continue
        was_read.append((copy.path, info))
    whole = _with(value, states)
    if whole is not value:
        findings.append(Finding(FindingKind.UNITED, name))
    return MergedStates(whole, tuple(findings), tuple(was_read))


def _name(value: StoreFile) -> str:
    return f"visit-{value.id}.json" if isinstance(value, VisitFile) else "case.json"


def _info(context: AppContext, copy: Copy) -> Info:
    try:
        return context.files.info(copy.path)
    except OSError as error:
        raise Unreadable(copy.path, error) from error


def _tables(context: AppContext, copy: Copy) -> Tables:
    if ".journal" in file_name(copy.path):
        return read_stray_journal(copy.path, context.files)
    return read_store(copy.path, context.files, SCHEMA)[0]


def _state(value: FileT, tables: Tables) -> StoreFile:
    """Return a state as a value; one read from a part of a store may have no head."""
    if isinstance(value, VisitFile):
        visit = read_visit(value.id, tables)[0]
        return visit if tables.get("about") else replace(visit, about=())
    case = read_case(value.id, tables)[0]
    return case if tables.get("about") else replace(case, about=())


def _with(value: FileT, states: Iterable[StoreFile]) -> FileT:
    """Return the value merged with other states; the value itself where they add nothing."""
    others = cast("list[FileT]", [each for each in states if type(each) is type(value)])
    both = value
    for other in others:
        both = merge(both, other)
    if isinstance(both, VisitFile):
        every = cast("list[VisitFile]", [value, *others])
        both = cast("FileT", with_half_lines(both, every))
    tables = {}
    for table in table_names(type(value)):
        kept = _in_order(rows(value, table), rows(both, table))
        if kept is not rows(value, table):
            tables[table] = kept
    return with_rows(value, tables) if tables else value


def _in_order(own: Rows, both: Rows) -> Rows:
    """Return all rows, ours first and in our order; our tuple where nothing is added."""
    merged = {each.id: each for each in both}
    kept = tuple(_unless_same(each, merged.pop(each.id)) for each in own)
    added = tuple(each for each in both if each.id in merged)
    if not added and all(new is old for new, old in zip(kept, own, strict=True)):
        return own
    return (*kept, *added)


def _unless_same(own: Entity, merged: Entity) -> Entity:
    names = field_names(type(own))
    same = all(getattr(own, name) == getattr(merged, name) for name in names)
    return own if same else merged
