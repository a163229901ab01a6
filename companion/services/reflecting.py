"""How sure one is, which way one leans, and why one decided; dated, in one's own words."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from companion.domain.comparison import Confidence, Decision, Leaning
from companion.domain.tables import added, altered, found, live
from companion.domain.text import is_blank
from companion.services.drafting import Draft, into_case
from companion.services.shelf import texts_of_kind
from companion.services.step_keeping import StepKeeping
from companion.words import comparing as words

if TYPE_CHECKING:
    from companion.domain.case import CaseFile


class Reflecting(StepKeeping):
    """What people write about themselves. Each act changes the case's own file."""

    def sure_questions(self) -> tuple[str, ...]:
        """The four questions."""
        own = tuple(text.text for text in texts_of_kind(self.file.texts, "confidence"))
        return (own + words.SURE_OWN)[:4] if len(own) < len(words.SURE_OWN) else own[:4]

    @property
    def sure(self) -> Confidence | None:
        """The answers given last."""
        every = live(self.file.confidence)
        return every[-1] if every else None

    def answer(self, place: int, *, yes: bool | None) -> None:
        """Answer one of the four; the answers of another day stay in the log."""
        now = self.session.now()
        today = now.astimezone().date()
        last = self.sure
        same_day = last is not None and last.at is not None and last.at.astimezone().date() == today
        answers: list[bool | None] = [None] * len(words.SURE_OWN)
        if last is not None and same_day:
            answers = list(last.answers)
        answers[place] = yes
        if last is not None and same_day:
            known = last.id
            self.session.change_case(
                words.UNDO_SURE,
                lambda file: altered(file, "confidence", known, answers=tuple(answers)),
            )
            return
        by_id = self.file.head.writer_id
        made = Confidence(**self.new_ids(), at=now, by_id=by_id, answers=tuple(answers))
        self.session.change_case(words.UNDO_SURE, lambda file: added(file, "confidence", made))

    def leaning_draft(self) -> Draft:
        """Which way we lean today, as a field; earlier entries stay."""
        now = self.session.now()
        made = Leaning(**self.new_ids(), at=now, by_id=self.file.head.writer_id)

        def change(file: CaseFile, text: str) -> CaseFile:
            if found(file.leaning, made.id) is not None:
                return altered(file, "leaning", made.id, text=text, deleted=is_blank(text))
            return file if is_blank(text) else added(file, "leaning", replace(made, text=text))

        return Draft(words.LEANING_FIELD, "", into_case(self.session, change), words.UNDO_LEANING)

    @property
    def decision(self) -> Decision | None:
        """What was decided and why."""
        return next(iter(live(self.file.decision)), None)

    def decision_draft(self) -> Draft:
        """Why we decided, as a field."""
        have = self.decision
        now = self.session.now()
        made = have or Decision(**self.new_ids(), at=now, by_id=self.file.head.writer_id)

        def change(file: CaseFile, text: str) -> CaseFile:
            if found(file.decision, made.id) is not None:
                gone = is_blank(text)
                return altered(file, "decision", made.id, text=text, at=now, deleted=gone)
            return file if is_blank(text) else added(file, "decision", replace(made, text=text))

        text = have.text if have is not None else ""
        return Draft(words.DECIDED_FIELD, text, into_case(self.session, change), words.UNDO_DECIDED)
