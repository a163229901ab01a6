"""How sure one is, which way one leans, and why one decided; dated, in one's own words."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from companion.domain.changes import added, altered, found, live
from companion.domain.comparison import Confidence, Decision, Leaning
from companion.domain.moments import local_day
from companion.domain.text import is_blank
from companion.services.case.library import texts_of_kind
from companion.services.compare.steps import StepKeeping
from companion.services.draft import Draft, into_case
from companion.words import comparing as words

if TYPE_CHECKING:
    from datetime import date, datetime

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

    def _today(self) -> Confidence | None:
        """What the one who writes answered today."""
        last = self.sure
        mine = last is not None and last.by_id == self.file.head.writer_id
        return last if mine and last is not None and _day_of(last) == self.today() else None

    def sure_today(self) -> tuple[bool | None, ...]:
        """Today's answers."""
        today = self._today()
        return today.answers if today is not None else (None,) * len(words.SURE_OWN)

    def answer(self, place: int, *, yes: bool | None) -> None:
        """Answer one of the four; the answers of another day, or of somebody else, stay."""
        today = self._today()
        answers = (*self.sure_today()[:place], yes, *self.sure_today()[place + 1 :])
        if today is not None:
            known = today.id
            self.session.change_case(
                words.UNDO_SURE, lambda file: altered(file, "confidence", known, answers=answers)
            )
            return
        by_id, now = self.file.head.writer_id, self.session.now()
        made = Confidence(**self.new_ids(), at=now, by_id=by_id, answers=answers)
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

    def leanings(self) -> tuple[Leaning, ...]:
        """Which way we leaned, and what we had decided before, by day."""
        written = (each for each in live(self.file.leaning) if each.text)
        return tuple(sorted(written, key=lambda each: str(each.at)))

    @property
    def decision(self) -> Decision | None:
        """What was decided and why."""
        return next(iter(live(self.file.decision)), None)

    def decision_draft(self) -> Draft:
        """Why we decided, as a field; what was written on another day stays in the log."""
        have = self.decision
        now = self.session.now()
        made = have or Decision(**self.new_ids(), at=now, by_id=self.file.head.writer_id)
        before = self._before(have, now) if have is not None else None

        def change(file: CaseFile, text: str) -> CaseFile:
            if before is not None:
                file = _logged(file, before, keep=text != before.text)
            if found(file.decision, made.id) is not None:
                gone = is_blank(text)
                at = made.at if text == made.text else now
                return altered(file, "decision", made.id, text=text, at=at, deleted=gone)
            return file if is_blank(text) else added(file, "decision", replace(made, text=text))

        text = have.text if have is not None else ""
        return Draft(words.DECIDED_FIELD, text, into_case(self.session, change), words.UNDO_DECIDED)

    def _before(self, decision: Decision, now: datetime) -> Leaning | None:
        """A decision of another day, as an entry of the log."""
        if _day_of(decision) == local_day(now):
            return None
        return Leaning(**self.new_ids(), at=decision.at, by_id=decision.by_id, text=decision.text)


def _day_of(written: Confidence | Decision) -> date | None:
    return local_day(written.at) if written.at is not None else None


def _logged(file: CaseFile, entry: Leaning, *, keep: bool) -> CaseFile:
    """The file with an entry in its log, or without it."""
    if found(file.leaning, entry.id) is not None:
        return altered(file, "leaning", entry.id, deleted=not keep)
    return added(file, "leaning", entry) if keep else file
