"""Steps: whose, by when, done."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from companion.domain.changes import added, altered, found
from companion.domain.comparison import Step
from companion.domain.moments import local_day
from companion.domain.rating import raters
from companion.domain.steps import shown_steps
from companion.domain.text import is_blank
from companion.services.draft import Draft, into_case
from companion.services.time_fields import DayField
from companion.words import appointment
from companion.words import comparing as words

if TYPE_CHECKING:
    from datetime import date

    from companion.domain.case import CaseFile
    from companion.services.case.session import CaseSession


class StepKeeping:
    """The steps of a case. One that only stands in a visit is kept in the case once it changes."""

    def __init__(self, session: CaseSession) -> None:
        self.session = session

    @property
    def file(self) -> CaseFile:
        """The case's own file."""
        return self.session.file

    def new_ids(self) -> dict[str, Any]:
        """What a new thing begins with."""
        return {"id": self.session.context.new_id(), "created_at": self.session.now()}

    def today(self) -> date:
        """The local day."""
        return local_day(self.session.now())

    def steps(self) -> tuple[Step, ...]:
        """What is not done first, by day; then what is done."""
        every = shown_steps(self.session.case)
        return tuple(sorted(every, key=lambda step: (step.done_at is not None, step.due or "9999")))

    def _keep_step(self, sentence: str, step: Step, **values: Any) -> None:  # noqa: ANN401
        """Change a step; one that only stood in a visit is kept in the case from here on."""
        if found(self.file.steps, step.id) is None:
            # As it stands first, and no step of undo: taking the change back must not take it away.
            kept = replace(step, stamps={})
            self.session.change_case("", lambda file: added(file, "steps", kept))
        now = {"deleted": False, **values}
        self.session.change_case(sentence, lambda file: altered(file, "steps", step.id, **now))

    def toggle_done(self, step: Step) -> None:
        """Done, or not done after all."""
        at = None if step.done_at is not None else self.session.now()
        self._keep_step(words.UNDO_STEP, step, done_at=at)

    def next_owner(self, step: Step) -> None:
        """Patient, companion, nobody yet: the next of them."""
        owners = [*(one.id for one in raters(self.session.case)), None]
        at = owners.index(step.owner_id) if step.owner_id in owners else -1
        self._keep_step(words.UNDO_STEP, step, owner_id=owners[(at + 1) % len(owners)])

    def day_draft(self, step: Step) -> Draft:
        """By when, as a field."""
        field = DayField(self.today())

        def write(sentence: str, text: str) -> None:
            self._keep_step(sentence, step, due=text or None)

        return Draft(
            words.DAY_FIELD,
            field.text(step.due),
            write,
            words.UNDO_STEP,
            read=field.read,
            echo=field.echo,
            unread=appointment.day_unread(),
            key=f"{step.id}/due",
            waits=self.session.unread,
        )

    def text_draft(self, step: Step) -> Draft:
        """What is to be done, as a field; an emptied one stays as it was."""

        def write(sentence: str, text: str) -> None:
            if not is_blank(text):
                self._keep_step(sentence, step, text=text)

        return Draft(words.STEP_FIELD, step.text, write, words.UNDO_STEP)

    def new_step_draft(self) -> Draft:
        """A step of one's own, as a field."""
        made = Step(**self.new_ids())

        def change(file: CaseFile, text: str) -> CaseFile:
            if found(file.steps, made.id) is not None:
                return altered(file, "steps", made.id, text=text, deleted=is_blank(text))
            return file if is_blank(text) else added(file, "steps", replace(made, text=text))

        return Draft(words.STEP_FIELD, "", into_case(self.session, change), words.UNDO_NEW_STEP)

    def drop_step(self, step: Step) -> None:
        """Take a step out; undo brings it back."""
        self._keep_step(words.UNDO_STEP, step, deleted=True)
