"""The steps of a case: who does each, by when, and whether it is done."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from companion.domain.changes import find_by_id, with_added, with_changed
from companion.domain.comparison import Step
from companion.domain.rating import raters
from companion.domain.steps import shown_steps
from companion.domain.text import is_blank
from companion.domain.value import replace
from companion.services.draft import Draft
from companion.services.entry_table import EntryTable
from companion.services.time_fields import as_day
from companion.words import comparison as words

if TYPE_CHECKING:
    from companion.services.case.session import CaseSession


class Steps:
    """The steps of a case. A step of a visit is kept in the case's own file once it changes."""

    def __init__(self, session: CaseSession) -> None:
        self.session = session

    def listed(self) -> tuple[Step, ...]:
        """Return the steps that are not done, by day, then those that are."""
        every = shown_steps(self.session.case)
        return tuple(sorted(every, key=lambda step: (step.done_at is not None, step.due or "9999")))

    def _change(self, sentence: str, step: Step, **values: Any) -> None:  # noqa: ANN401
        """Change a step; a step of a visit is copied into the case's own file first."""
        if find_by_id(self.session.file.steps, step.id) is None:
            # Without a step of undo: taking the change back must not take the step away.
            kept = replace(step, stamps={})
            self.session.change_case("", lambda file: with_added(file, "steps", kept))
        now = {"deleted": False, **values}
        self.session.change_case(sentence, lambda file: with_changed(file, "steps", step.id, **now))

    def toggle_done(self, step: Step) -> None:
        """Mark a step as done, or as not done after all."""
        at = None if step.done_at is not None else self.session.now()
        self._change(words.UNDO_STEP, step, done_at=at)

    def next_owner(self, step: Step) -> None:
        """Give a step to the next owner: patient, companion, none."""
        owners = [*(one.id for one in raters(self.session.case)), None]
        at = owners.index(step.owner_id) if step.owner_id in owners else -1
        self._change(words.UNDO_STEP, step, owner_id=owners[(at + 1) % len(owners)])

    def day_draft(self, step: Step) -> Draft:
        """Return a field for the day by which a step is due."""

        def write(sentence: str, text: str) -> None:
            self._change(sentence, step, due=text or None)

        draft = Draft(words.DAY_FIELD, step.due or "", write, words.UNDO_STEP)
        return as_day(draft, self.session, f"{step.id}/due")

    def text_draft(self, step: Step) -> Draft:
        """Return a field for the words of a step; an emptied step stays as it was."""

        def write(sentence: str, text: str) -> None:
            if not is_blank(text):
                self._change(sentence, step, text=text)

        return Draft(words.STEP_FIELD, step.text, write, words.UNDO_STEP)

    def new_draft(self) -> Draft:
        """Return a field for a step of the user's own."""
        made = self.session.new(Step)
        return EntryTable(self.session, "steps").own_draft(
            words.STEP_FIELD, made, words.UNDO_NEW_STEP
        )

    def drop(self, step: Step) -> None:
        """Take a step out; undo brings it back."""
        self._change(words.UNDO_STEP, step, deleted=True)
