"""The present doctor's opinion, by aspect."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain.changes import not_deleted
from companion.domain.moments import local_day
from companion.services.prepare.present_opinion import PresentDoctor
from companion.ui.prepare.part import DONE, Part, PartResult, said_of
from companion.ui.prepare.rows import (
    add_row,
    answer_row,
    blank,
    heading,
    kind_of,
    tick_row,
    words_row,
)
from companion.words import compare as compare_words
from companion.words import opinion as words
from companion.words.days import plain_day

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import datetime

    from companion.services.case.session import CaseSession
    from companion.services.compare.opinions import OpinionEditor
    from companion.ui.widgets.line_list import Row


WHY_KNOWN = "general/own-view-first"
"""The line of guidance that says why it matters what a doctor had been told."""


class OpinionPart(Part):
    """The present doctor's opinion; set down before the visit."""

    NAME = "opinion"

    def __init__(self, session: CaseSession) -> None:
        super().__init__(session)
        self.doctor = PresentDoctor(session)

    @property
    def title(self) -> str:
        """The words over the part: whose opinion it is."""
        return words.title(self.doctor.name())

    def _day(self, at: datetime) -> str:
        return plain_day(local_day(at), self.session.context.today())

    def rows(self) -> tuple[Row, ...]:
        """Return the doctor, a field an aspect, and what the doctor knew and had seen."""
        editor = self.doctor.opinion
        opinion = editor.column.opinion
        frozen = opinion.frozen_at if opinion else None
        state = words.frozen_on(self._day(frozen)) if frozen else words.INTRO
        known = opinion.other_opinion_known.value if opinion else "unknown"
        seen = opinion.records_seen if opinion else ()
        records = not_deleted(self.session.file.records)
        return (
            words_row("state", state),
            answer_row("doctor:", words.DOCTOR, self.doctor.name()),
            *self._cells(editor),
            *(
                add_row(f"added:{each.id}", f"{words.added_on(self._day(each.at))} {each.text}")
                for each in editor.shown_additions()
                if each.at is not None
            ),
            add_row("more:", f"+ {words.ADDITION}")
            if frozen
            else add_row("freeze:", f"+ {words.FREEZE}"),
            blank("known"),
            answer_row("known:", words.KNOWN, words.KNOWN_AS[known]),
            *([heading("seen", words.SEEN)] if records else []),
            *(tick_row(f"seen:{each.id}", each.text, ticked=each.id in seen) for each in records),
        )

    def _cells(self, editor: OpinionEditor) -> Iterator[Row]:
        veil = editor.veil
        for aspect in self.doctor.aspects():
            cell = editor.cell(aspect.id)
            if cell is None:
                said = words.NOTHING_THEN if editor.column.frozen else ""
            else:
                said = compare_words.COVERED if veil.hides(cell) else cell.text
            yield answer_row(f"cell:{aspect.id}", aspect.text, said)

    def beside(self, key: str) -> tuple[str, ...]:
        """Return what a topic asks, or why it matters what the doctor knew."""
        kind, which = kind_of(key)
        if kind == "known":
            text = self.guidance_of(WHY_KNOWN)
            return said_of(text) if text else ()
        if kind != "cell":
            return ()
        aspect = next((each for each in self.doctor.aspects() if each.id == which), None)
        text = self.guidance_of(aspect.source) if aspect and aspect.source else None
        return text.every("why") if text else ()

    def activate(self, key: str) -> PartResult:
        """Write on an aspect, name the doctor, set the opinion down."""
        kind, which = kind_of(key)
        editor = self.doctor.opinion
        frozen = editor.column.frozen
        if kind == "doctor":
            return PartResult(draft=self.doctor.name_draft())
        if kind == "cell":
            aspect = next(each for each in self.doctor.aspects() if each.id == which)
            if editor.hides(which) and not frozen:
                return PartResult(compare_words.CELL_COVERED)
            said = words.IS_FROZEN if frozen else ""
            return PartResult(said, editor.cell_draft(aspect))
        if kind == "more":
            return PartResult(draft=editor.addition_draft())
        if kind == "freeze":
            return self.freeze(key)
        if kind == "known":
            editor.next_known()
        elif kind == "seen":
            editor.toggle_record(which)
        return DONE

    def freeze(self, key: str) -> PartResult:
        """Set the opinion down."""
        del key
        done = self.doctor.freeze()
        return PartResult(words.FROZEN_NOW if done else words.NOTHING_TO_FREEZE)

    def actions(self) -> dict[str, Callable[[str], PartResult]]:
        """Return what the keys of the room do here."""
        return {"tick": self.activate, "reword": self.activate, "freeze": self.freeze}
