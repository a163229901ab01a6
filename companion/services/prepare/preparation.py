"""The answers of the Prepare room: single ones, and lists that are kept line by line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from companion.domain.changes import with_added, with_rows
from companion.domain.preparation import Preparation
from companion.domain.progress import prepared_visit
from companion.domain.text import one_line
from companion.domain.value import replace
from companion.services.draft import Draft, into_case
from companion.words import prepare as words
from companion.words.appointment import undo_answer

if TYPE_CHECKING:
    from companion.domain.case import CaseFile, CopiedText
    from companion.domain.preparation import Covered
    from companion.domain.visit import VisitFile
    from companion.services.case.session import CaseSession

LONGEST_NAME = 40
"""Characters of a text named in an undo sentence."""


def short(text: str) -> str:
    """Return a text as it is named in an undo sentence."""
    return one_line(text)[:LONGEST_NAME]


class PreparationEditor:
    """The answers in a case's own file; those that `Preparation` has as a tuple are lists."""

    def __init__(self, session: CaseSession) -> None:
        self.session = session

    @property
    def visit(self) -> VisitFile | None:
        """The visit that is prepared for."""
        return prepared_visit(self.session.case, self.session.now())

    def guidance(self, kind: str) -> tuple[CopiedText, ...]:
        """Return the case's own copies of guidance of one kind."""
        return self.session.file.guidance(kind)

    # Answers

    def _kept(self, name: str) -> str | tuple[str, ...]:
        kept: str | tuple[str, ...] = getattr(self.session.file.prepare, name)
        return kept

    def answer(self, name: str) -> str:
        """Return an answer; a list one item a line."""
        kept = self._kept(name)
        return "\n".join(kept) if isinstance(kept, tuple) else kept

    def lines(self, name: str) -> tuple[str, ...]:
        """Return the lines of an answer."""
        kept = self._kept(name)
        if isinstance(kept, tuple):
            return kept
        return tuple(line for line in kept.split("\n") if line)

    def answer_draft(self, name: str, label: str) -> Draft:
        """Return a field for an answer."""
        return Draft(
            label,
            self.answer(name),
            into_case(self.session, lambda file, text: self._answered(file, name, text)),
            undo_answer(label),
        )

    def set_answer(self, name: str, text: str) -> None:
        """Choose a text as an answer."""
        self.session.change_case(words.UNDO_CHOICE, lambda file: self._answered(file, name, text))

    def tick_line(self, name: str, text: str) -> None:
        """Put a line into an answer, or take it out."""
        have = self.lines(name)
        lines = [line for line in have if line != text] if text in have else [*have, text]
        self.set_answer(name, "\n".join(lines))

    def _answered(self, file: CaseFile, name: str, text: str) -> CaseFile:
        """Return the file with a text as an answer; each line that is not blank is an item."""
        is_list = isinstance(self._kept(name), tuple)
        items = tuple(line for line in text.split("\n") if line.strip()) if is_list else ()
        return self._with(file, **{name: items if is_list else text})

    def _with(self, file: CaseFile, **values: Any) -> CaseFile:  # noqa: ANN401 - its fields
        if file.preparation:
            return with_rows(file, {"preparation": (replace(file.preparation[0], **values),)})
        made = Preparation(id=file.id, created_at=self.session.now())
        return with_added(file, "preparation", replace(made, **values))

    def _choose(self, **values: Any) -> None:  # noqa: ANN401 - its fields
        self.session.change_case(words.UNDO_CHOICE, lambda file: self._with(file, **values))

    def cover(self, covered: Covered) -> None:
        """Choose what happens to numbers about living or dying."""
        self._choose(covered=covered)

    def printed(self) -> None:
        """Keep that the page for the doctor was made today."""
        self._choose(page_printed_at=self.session.context.today().isoformat())

    # Lists, line by line

    def line_draft(self, name: str, label: str, at: int | None = None) -> Draft:
        """Return a field for one line of a list; None is a new one at the end.

        Several lines pasted into it become several lines of the list.
        """
        lines = self.lines(name)
        place = len(lines) if at is None else at

        def change(file: CaseFile, text: str) -> CaseFile:
            return self._answered(
                file, name, "\n".join((*lines[:place], text, *lines[place + 1 :]))
            )

        return Draft(
            label,
            lines[place] if place < len(lines) else "",
            into_case(self.session, change),
            undo_answer(label),
            then=(lambda: self.line_draft(name, label)) if at is None else (lambda: None),
        )

    def move_line(self, name: str, at: int, by: int) -> int:
        """Move one line of a list up (-1) or down (+1); return where it stands then."""
        lines = list(self.lines(name))
        goal = min(max(0, at + by), len(lines) - 1)
        lines.insert(goal, lines.pop(at))
        kept = "\n".join(lines)
        self.session.change_case(words.UNDO_MOVED, lambda file: self._answered(file, name, kept))
        return goal

    def drop_line(self, name: str, at: int) -> None:
        """Take one line out of a list."""
        lines = self.lines(name)
        kept = "\n".join((*lines[:at], *lines[at + 1 :]))
        self.session.change_case(
            words.undo_taken_away(short(lines[at])), lambda file: self._answered(file, name, kept)
        )
