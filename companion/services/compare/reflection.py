"""How sure people are, which way they lean, and why they decided: dated, in their own words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from companion.domain.changes import find_by_id, not_deleted, with_added, with_changed, with_text
from companion.domain.comparison import Confidence, Decision, Leaning
from companion.domain.moments import local_day
from companion.domain.value import replace
from companion.services.draft import Draft, into_case
from companion.services.entry_table import EntryTable
from companion.words import comparison as words

if TYPE_CHECKING:
    from datetime import date, datetime

    from companion.domain.case import CaseFile
    from companion.domain.changes import EntityT
    from companion.services.case.session import CaseSession


class Reflection:
    """Answers, leanings and the decision. Each change is one of the case's own file."""

    def __init__(self, session: CaseSession) -> None:
        self.session = session

    def _new(self, kind: type[EntityT], **values: Any) -> EntityT:  # noqa: ANN401 - its fields
        """Return an entry of today by the one who writes."""
        writer = self.session.file.head.writer_id
        return self.session.new(kind, at=self.session.now(), by_id=writer, **values)

    def sure_questions(self) -> tuple[str, ...]:
        """Return the four questions: those of the packs, or plain ones."""
        own = tuple(text.text for text in self.session.file.guidance("confidence"))
        return (*own, *words.SURE_OWN)[: len(words.SURE_OWN)]

    @property
    def sure(self) -> Confidence | None:
        """The answers that were given last."""
        every = not_deleted(self.session.file.confidence)
        return every[-1] if every else None

    def _today(self) -> Confidence | None:
        """Return the writer's answers of today, if there are any."""
        last = self.sure
        if last is None or last.by_id != self.session.file.head.writer_id:
            return None
        return last if _day_of(last) == self.session.context.today() else None

    def sure_today(self) -> tuple[bool | None, ...]:
        """Return today's answers, None for each that was not given."""
        today = self._today()
        return today.answers if today is not None else (None,) * len(words.SURE_OWN)

    def answer(self, place: int, *, yes: bool | None) -> None:
        """Answer one of the four questions; answers of another day or another person stay."""
        today = self._today()
        answers = (*self.sure_today()[:place], yes, *self.sure_today()[place + 1 :])
        if today is not None:
            known = today.id
            self.session.change_case(
                words.UNDO_SURE,
                lambda file: with_changed(file, "confidence", known, answers=answers),
            )
            return
        made = self._new(Confidence, answers=answers)
        self.session.change_case(words.UNDO_SURE, lambda file: with_added(file, "confidence", made))

    def leaning_draft(self) -> Draft:
        """Return a field for a new leaning; earlier ones stay."""
        made = self._new(Leaning)
        return EntryTable(self.session, "leaning").own_draft(
            words.LEANING_FIELD, made, words.UNDO_LEANING
        )

    def leanings(self) -> tuple[Leaning, ...]:
        """Return the log by day: leanings, and decisions of earlier days."""
        written = (each for each in not_deleted(self.session.file.leaning) if each.text)
        return tuple(sorted(written, key=lambda each: str(each.at)))

    @property
    def decision(self) -> Decision | None:
        """The decision and its reason, if it is written."""
        return next(iter(not_deleted(self.session.file.decision)), None)

    def decision_draft(self) -> Draft:
        """Return a field for the decision; words of an earlier day stay in the log."""
        have = self.decision
        now = self.session.now()
        made = have or self._new(Decision)
        before = self._before(have, now) if have is not None else None

        def change(file: CaseFile, text: str) -> CaseFile:
            if before is not None:
                file = _with_entry(file, before, keep=text != before.text)
            at = made.at if text == made.text else now
            return with_changed(with_text(file, "decision", made, text), "decision", made.id, at=at)

        text = have.text if have is not None else ""
        return Draft(words.DECIDED_FIELD, text, into_case(self.session, change), words.UNDO_DECIDED)

    def _before(self, decision: Decision, now: datetime) -> Leaning | None:
        """Return a decision of another day as an entry of the log."""
        if _day_of(decision) == local_day(now):
            return None
        made = self._new(Leaning)
        return replace(made, at=decision.at, by_id=decision.by_id, text=decision.text)


def _day_of(written: Confidence | Decision) -> date | None:
    return local_day(written.at) if written.at is not None else None


def _with_entry(file: CaseFile, entry: Leaning, *, keep: bool) -> CaseFile:
    """Return the file with an entry in its log, or without it."""
    if find_by_id(file.leaning, entry.id) is not None:
        return with_changed(file, "leaning", entry.id, deleted=not keep)
    return with_added(file, "leaning", entry) if keep else file
