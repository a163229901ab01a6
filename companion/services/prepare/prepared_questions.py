"""The question list of the visit that lies ahead, or the plan before it: where it lives."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from companion.domain.changes import altered, found, live
from companion.domain.question_rows import in_view, numbered
from companion.domain.veil import veiled
from companion.services.prepare.preparation import Preparing

if TYPE_CHECKING:
    from collections.abc import Callable

    from companion.domain.case import CaseFile, CopiedText
    from companion.domain.question import ListedQuestion, Question
    from companion.domain.question_rows import NumberedQuestion
    from companion.domain.visit import VisitFile
    from companion.services.case.session import CaseSession


class PreparedQuestions:
    """The list as it stands, and the file it lives in."""

    def __init__(self, session: CaseSession) -> None:
        self.session = session
        self.preparing = Preparing(session)

    @property
    def home(self) -> CaseFile | VisitFile:
        """The file that holds the list: the visit's, or the case's before any visit."""
        return self.preparing.visit or self.session.file

    @property
    def listed(self) -> tuple[ListedQuestion, ...]:
        """The entries."""
        return self.home.listed

    def known(self) -> dict[str, Question]:
        """Every question the list can name, by id."""
        visit = self.preparing.visit
        if visit is not None:
            return self.session.questions(visit)
        return {each.id: each for each in self.session.file.questions}

    def rows(self) -> tuple[NumberedQuestion, ...]:
        """The list with its numbers."""
        visit = self.preparing.visit
        notes = visit.notes if visit else ()
        rows = in_view(numbered(self.listed, notes, self.known()), news=False)
        questions = (row.question for row in rows if row.question is not None)
        return veiled(rows, self.session.veil_over(questions))

    def offered(self) -> tuple[CopiedText, ...]:
        """What the guidance offers."""
        return self.preparing.guidance("questions")

    def taken(self) -> dict[str, str]:
        """The sources of the questions in the list, with the question's id."""
        return {
            row.question.source: row.question.id
            for row in self.rows()
            if row.question is not None and row.question.source
        }

    def let_go(self, source: str) -> Question | None:
        """The question taken from a piece of guidance before, which stands on no list now."""
        file, visits = self.session.file, self.session.case.visits
        listed = {entry.question_id for entry in live(file.listed)}
        listed |= {entry.question_id for visit in visits for entry in live(visit.listed)}
        return next(
            (
                each
                for each in live((*self.home.questions, *file.questions))
                if each.source == source and each.id not in listed
            ),
            None,
        )

    def frozen(self) -> bool:
        """Whether numbers must stay: the visit has a note already."""
        visit = self.preparing.visit
        return visit is not None and bool(visit.live_notes)

    # Changing

    def change(
        self,
        sentence: str,
        change: Callable[[Any], Any],
        home: str | None = None,
    ) -> None:
        """Change one file: that visit's, or the case's own for None."""
        if home is None:
            self.session.change_case(sentence, change)
        else:
            self.session.change_visit(home, sentence, change)

    def list_home(self) -> str | None:
        """The visit whose file holds the list; None for the case's own."""
        visit = self.preparing.visit
        return visit.id if visit else None

    def home_of(self, question_id: str) -> str | None:
        """The visit in whose file a question lives; None for the case's own."""
        for visit in self.session.case.visits:
            if found(visit.questions, question_id) is not None:
                return visit.id
        return None

    def entry(self, question_id: str) -> ListedQuestion | None:
        """A question's place in the list."""
        return next((each for each in live(self.listed) if each.question_id == question_id), None)

    def alter_entry(self, sentence: str, question_id: str, **values: Any) -> None:  # noqa: ANN401
        """Change a question's place, priority or asker."""
        entry = self.entry(question_id)
        if entry is not None:
            self.change(
                sentence,
                lambda file: altered(file, "listed", entry.id, **values),
                self.list_home(),
            )
