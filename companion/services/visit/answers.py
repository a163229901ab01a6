"""Answers to the questions asked before the patient leaves and in the debrief after."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from companion.domain.changes import find_by_id, not_deleted, with_added, with_changed
from companion.domain.people import takes_part
from companion.domain.visit import BeforeYouLeave, Debrief
from companion.words import visit as words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from companion.domain.people import Person
    from companion.services.case.session import OpenVisit
    from companion.services.visit.people import VisitPeople


class VisitAnswers:
    """Saves the answers of *before you leave* and of the debrief."""

    def __init__(self, here: OpenVisit, people: VisitPeople) -> None:
        self._here = here
        self._people = people

    def save_before_you_leave(self, answer: str, text: str) -> None:
        """Save one answer of *before you leave*: call, plan, who, results or report."""
        here = self._here
        visit = here.visit
        values: dict[str, Any] = {answer: text}
        if find_by_id(visit.before_you_leave, visit.id) is None:
            card = BeforeYouLeave(id=visit.id, created_at=here.now(), **values)
            here.change(
                words.UNDO_BEFORE_YOU_LEAVE,
                lambda visit: with_added(visit, "before_you_leave", card),
            )
            return
        values["deleted"] = False
        here.change(
            words.UNDO_BEFORE_YOU_LEAVE,
            lambda visit: with_changed(visit, "before_you_leave", visit.id, **values),
        )

    def save_debrief(self, prompt: str, text: str, by_id: str | None) -> None:
        """Save a person's answer to one question of the debrief, in place of an earlier one."""
        here = self._here
        now = here.now()
        earlier = self.debrief_of(prompt, by_id)
        if earlier is not None:
            here.change(
                words.UNDO_DEBRIEF,
                lambda visit: with_changed(visit, "debrief", earlier.id, text=text, at=now),
            )
            return
        answer = Debrief(
            id=here.new_id(), created_at=now, prompt=prompt, text=text, at=now, by_id=by_id
        )
        here.change(words.UNDO_DEBRIEF, lambda visit: with_added(visit, "debrief", answer))

    def debrief_of(self, prompt: str, by_id: str | None) -> Debrief | None:
        """Return a person's answer to one question of the debrief, if there is one.

        Where two notebooks were put together, words come before what was left blank.
        """
        answers = (each for each in self._here.visit.debrief if not each.deleted)
        theirs = [one for one in answers if one.prompt == prompt and one.by_id == by_id]
        return next((one for one in theirs if one.text), next(iter(theirs), None))

    def debriefs(self, prompt: str) -> tuple[tuple[Person, Debrief], ...]:
        """Return every person's answer to one question; nothing until all have answered."""
        answers = [(one, self.debrief_of(prompt, one.id)) for one in self.debriefed()]
        known = tuple((one, answer) for one, answer in answers if answer is not None)
        return known if len(known) == len(answers) else ()

    def debriefed(self) -> tuple[Person, ...]:
        """Return those whose answers are waited for, and whoever has given one."""
        visit, user = self._here.visit, self._here.session.file.head.writer_id
        wrote = {each.by_id for each in not_deleted(visit.debrief)}
        everybody = self._people.writers()
        return tuple(one for one in everybody if takes_part(one, user) or one.id in wrote)

    def has_been_through(self, prompts: Iterable[str], by_id: str | None) -> bool:
        """Return whether a person has answered every question of the debrief, or left it blank."""
        return all(self.debrief_of(prompt, by_id) is not None for prompt in prompts)

    def leave_rest_blank(self, prompts: Iterable[str], by_id: str | None) -> None:
        """Save that a person is done: what was not answered was left blank."""
        here, now = self._here, self._here.now()
        blank = [
            Debrief(id=here.new_id(), created_at=now, prompt=prompt, at=now, by_id=by_id)
            for prompt in prompts
            if self.debrief_of(prompt, by_id) is None
        ]
        if blank:
            here.change(words.UNDO_DEBRIEF_DONE, lambda visit: with_added(visit, "debrief", *blank))
