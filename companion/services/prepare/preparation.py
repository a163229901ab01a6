"""The single answers of the Prepare room, and its lists kept line by line."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from companion.domain.changes import added, with_rows
from companion.domain.moments import local_day
from companion.domain.preparation import Preparation
from companion.domain.progress import prepared_visit
from companion.domain.text import one_line
from companion.services.case.library import texts_of_kind
from companion.services.draft import Draft, into_case
from companion.words import prepare as words
from companion.words.appointment import undo_answer

if TYPE_CHECKING:
    from datetime import date

    from companion.domain.case import CaseFile, CopiedText
    from companion.domain.preparation import Covered
    from companion.domain.visit import VisitFile
    from companion.services.case.session import CaseSession

LONGEST_NAME = 40
"""Characters of a text named in an undo sentence."""
LISTS = frozenset({"medicines", "allergies", "timeline"})
"""Answers that are kept line by line."""


def short(text: str) -> str:
    """A text as it is named in an undo sentence."""
    return one_line(text)[:LONGEST_NAME]


class Preparing:
    """What is settled before a visit, as far as the case's own file keeps it."""

    def __init__(self, session: CaseSession) -> None:
        self.session = session

    @property
    def file(self) -> CaseFile:
        """The case's own file."""
        return self.session.file

    @property
    def visit(self) -> VisitFile | None:
        """The visit that is prepared for."""
        return prepared_visit(self.session.case, self.session.now())

    def today(self) -> date:
        """The local day."""
        return local_day(self.session.now())

    def guidance(self, kind: str) -> tuple[CopiedText, ...]:
        """The case's own copies of guidance of one kind."""
        return texts_of_kind(self.file.texts, kind)

    # Single answers

    def answer(self, name: str) -> str:
        """One of the single answers; lists one a line."""
        value = getattr(self.file.prepare, name)
        return "\n".join(value) if name in LISTS else str(value)

    def answer_draft(self, name: str, label: str) -> Draft:
        """A single answer as a field."""
        return Draft(
            label,
            self.answer(name),
            into_case(self.session, lambda file, text: self._answered(file, **{name: text})),
            undo_answer(label),
        )

    def set_answer(self, name: str, value: str) -> None:
        """Choose a single answer."""
        self.session.change_case(
            words.UNDO_CHOICE, lambda file: self._answered(file, **{name: value})
        )

    def tick_line(self, name: str, text: str) -> None:
        """Put a line into an answer, or take it out."""
        lines = [line for line in self.answer(name).split("\n") if line]
        lines = [line for line in lines if line != text] if text in lines else [*lines, text]
        self.set_answer(name, "\n".join(lines))

    def cover(self, covered: Covered) -> None:
        """What happens to numbers about living or dying."""
        self.session.change_case(
            words.UNDO_CHOICE, lambda file: self._answered(file, covered=covered)
        )

    def printed(self, day: str | None) -> None:
        """When the page for the doctor was last printed."""
        self.session.change_case(
            words.UNDO_CHOICE, lambda file: self._answered(file, page_printed_at=day)
        )

    def _answered(self, file: CaseFile, **values: Any) -> CaseFile:  # noqa: ANN401
        kept: dict[str, Any] = {
            name: tuple(line for line in value.split("\n") if line.strip())
            if name in LISTS
            else value
            for name, value in values.items()
        }
        if file.preparation:
            return with_rows(file, {"preparation": (replace(file.preparation[0], **kept),)})
        made = Preparation(id=file.id, created_at=self.session.now())
        return added(file, "preparation", replace(made, **kept))

    # Lists kept line by line

    def line_draft(self, name: str, label: str, at: int | None = None) -> Draft:
        """One line of a list as a field; None is a new one at the end.

        Several lines pasted into it become several lines of the list.
        """
        lines = tuple(getattr(self.file.prepare, name))
        place = len(lines) if at is None else at

        def change(file: CaseFile, text: str) -> CaseFile:
            now = (*lines[:place], text, *lines[place + 1 :])
            return self._answered(file, **{name: "\n".join(now)})

        return Draft(
            label,
            lines[place] if place < len(lines) else "",
            into_case(self.session, change),
            undo_answer(label),
            then=(lambda: self.line_draft(name, label)) if at is None else (lambda: None),
        )

    def move_line(self, name: str, at: int, by: int) -> int:
        """Move one line of a list up (-1) or down (+1); where it stands then."""
        lines = list(getattr(self.file.prepare, name))
        goal = min(max(0, at + by), len(lines) - 1)
        lines.insert(goal, lines.pop(at))
        kept = "\n".join(lines)
        self.session.change_case(
            words.UNDO_MOVED, lambda file: self._answered(file, **{name: kept})
        )
        return goal

    def drop_line(self, name: str, at: int) -> None:
        """Take one line out of a list."""
        lines = tuple(getattr(self.file.prepare, name))
        kept = "\n".join((*lines[:at], *lines[at + 1 :]))
        self.session.change_case(
            words.undo_taken_away(short(lines[at])),
            lambda file: self._answered(file, **{name: kept}),
        )
