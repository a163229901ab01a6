"""One table of the case's own file: its entries are changed by id, and written in fields."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from companion.domain.changes import find_by_id, rows, with_changed, with_text
from companion.services.draft import Draft, into_case
from companion.services.time_fields import as_day
from companion.words.appointment import undo_answer

if TYPE_CHECKING:
    from companion.domain.case import CaseFile
    from companion.domain.entity import Entity
    from companion.services.case.session import CaseSession


class EntryTable:
    """Changes the entries of a table, each change one step of undo."""

    def __init__(self, session: CaseSession, table: str) -> None:
        self.session = session
        self.table = table

    def change(self, sentence: str, entity_id: str, **values: Any) -> None:  # noqa: ANN401
        """Change some fields of an entry."""
        self.session.change_case(
            sentence, lambda file: with_changed(file, self.table, entity_id, **values)
        )

    def own_draft(
        self,
        label: str,
        made: Entity,
        sentence: str,
        **more: Any,  # noqa: ANN401 - then and key of `Draft`
    ) -> Draft:
        """Return a field for the words of an entry, which is added with its first letter."""

        def change(file: CaseFile, text: str) -> CaseFile:
            return with_text(file, self.table, made, text)

        return Draft(
            label, getattr(made, "text", ""), into_case(self.session, change), sentence, **more
        )

    def text_draft(self, label: str, entity_id: str, name: str) -> Draft:
        """Return a field for one of an entry's details."""

        def change(file: CaseFile, text: str) -> CaseFile:
            return with_changed(file, self.table, entity_id, **{name: text})

        kept = self._kept(entity_id, name)
        return Draft(label, kept, into_case(self.session, change), undo_answer(label))

    def day_draft(self, label: str, entity_id: str, name: str, *, past: bool = False) -> Draft:
        """Return a field for one of an entry's days; `past`: one that only can have been."""

        def change(file: CaseFile, day: str) -> CaseFile:
            return with_changed(file, self.table, entity_id, **{name: day or None})

        kept = self._kept(entity_id, name)
        draft = Draft(label, kept, into_case(self.session, change), undo_answer(label))
        return as_day(draft, self.session, f"{entity_id}/{name}", past=past)

    def _kept(self, entity_id: str, name: str) -> str:
        entry = find_by_id(rows(self.session.file, self.table), entity_id)
        return getattr(entry, name, None) or ""
