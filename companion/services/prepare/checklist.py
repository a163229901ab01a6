"""Checklists: lines ticked in guidance or added in the patient's own words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain.changes import find_by_id, not_deleted, with_added
from companion.domain.field_types import one_star_more
from companion.domain.preparation import Matter, Reason
from companion.services.entry_table import EntryTable
from companion.services.prepare.preparation import short
from companion.words import prepare as words
from companion.words.appointment import undo_answer

if TYPE_CHECKING:
    from companion.domain.case import CopiedText
    from companion.services.case.session import CaseSession
    from companion.services.draft import Draft

KINDS: dict[str, type[Reason | Matter]] = {"reasons": Reason, "priorities": Matter}
"""The tables that are checklists: reasons, and what matters."""


class Checklist:
    """One checklist of the case's own file."""

    def __init__(self, session: CaseSession, table: str) -> None:
        self.session = session
        self.table = table
        self._entries = EntryTable(session, table)

    def tick(self, text: CopiedText) -> None:
        """Choose a piece of guidance, or let it go again."""
        have = next((each for each in self.chosen() if each.source == text.source), None)
        if have is not None:
            self.take_away(have.id)
            return
        made = self.session.new(KINDS[self.table], text=text.text, source=text.source)
        self.session.change_case(
            words.undo_chosen(short(text.text)), lambda file: with_added(file, self.table, made)
        )

    def chosen(self) -> tuple[Reason | Matter, ...]:
        """Return the lines that were chosen, in that order."""
        rows: tuple[Reason | Matter, ...] = getattr(self.session.file, self.table)
        return not_deleted(rows)

    def take_away(self, entity_id: str) -> None:
        """Let a chosen line go."""
        one = find_by_id(self.chosen(), entity_id)
        if one is not None:
            self._entries.change(words.undo_taken_away(short(one.text)), entity_id, deleted=True)

    def own_draft(self, label: str, entity_id: str | None = None) -> Draft:
        """Return a field for a line in own words; None is a new one."""
        one = find_by_id(self.chosen(), entity_id)
        made = one or self.session.new(KINDS[self.table])

        def more() -> Draft | None:
            return self.own_draft(label) if one is None else None

        return self._entries.own_draft(label, made, undo_answer(label), then=more)

    def more_stars(self, matter_id: str) -> None:
        """Give one star more to something that matters, none after five."""
        one = find_by_id(not_deleted(self.session.file.priorities), matter_id)
        if one is not None:
            self._entries.change(words.UNDO_STARS, matter_id, stars=one_star_more(one.stars))
