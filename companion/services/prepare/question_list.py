"""The question list of the visit that is prepared for: taking, adding, rewording, ordering."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from companion.domain.changes import find_by_id, not_deleted, with_added, with_changed, with_text
from companion.domain.people import Role
from companion.domain.question import ListedQuestion, Priority, Question
from companion.domain.question_rows import (
    all_questions,
    listed_question,
    moved,
    next_position,
    numbered_questions,
    visible_questions,
)
from companion.domain.text import is_blank
from companion.domain.veil import veiled
from companion.exchange.questions.question_list import from_lines, new_questions
from companion.services.draft import Draft
from companion.services.prepare.preparation import PreparationEditor, short
from companion.words import questions as words
from companion.words.rooms import taken_out

if TYPE_CHECKING:
    from collections.abc import Callable

    from companion.domain.case import CaseFile, CopiedText
    from companion.domain.question_rows import NumberedQuestion
    from companion.domain.visit import VisitFile
    from companion.services.case.session import CaseSession


class QuestionEditor:
    """The list, in the file of the visit that is prepared for, or in the case's before any visit.

    Each change touches exactly one file.
    """

    def __init__(self, session: CaseSession) -> None:
        self.session = session
        self.preparation = PreparationEditor(session)

    # The list as it stands

    @property
    def _file(self) -> CaseFile | VisitFile:
        """The file that holds the list."""
        return self.preparation.visit or self.session.file

    @property
    def _listed(self) -> tuple[ListedQuestion, ...]:
        return self._file.listed

    def known(self) -> dict[str, Question]:
        """Return every question the list can name, by id."""
        visit = self.preparation.visit
        if visit is not None:
            return self.session.questions(visit)
        return {each.id: each for each in self.session.file.questions}

    def rows(self) -> tuple[NumberedQuestion, ...]:
        """Return the list with its numbers."""
        visit = self.preparation.visit
        notes = visit.notes if visit else ()
        rows = visible_questions(numbered_questions(self._listed, notes, self.known()), news=False)
        questions = (row.question for row in rows if row.question is not None)
        return veiled(rows, self.session.veil_over(questions))

    def offered(self) -> tuple[CopiedText, ...]:
        """Return what the guidance offers."""
        return self.session.file.guidance("questions")

    def taken(self) -> dict[str, str]:
        """Return the sources of the questions in the list, with the question's id."""
        return {
            row.question.source: row.question.id
            for row in self.rows()
            if row.question is not None and row.question.source
        }

    def frozen(self) -> bool:
        """Return whether numbers must stay: the visit has a note already."""
        visit = self.preparation.visit
        return visit is not None and bool(visit.live_notes)

    def entry(self, question_id: str) -> ListedQuestion | None:
        """Return a question's place in the list."""
        return listed_question(self._file, question_id)

    def is_covered(self, question_id: str) -> bool:
        """Return whether a question's words are hidden."""
        return any(row.covered for row in self.rows() if row.listed.question_id == question_id)

    # Changing one file

    def _change(
        self, sentence: str, change: Callable[[Any], Any], visit_id: str | None = None
    ) -> None:
        """Change that visit's file, or the case's own for None."""
        if visit_id is None:
            self.session.change_case(sentence, change)
        else:
            self.session.change_visit(visit_id, sentence, change)

    def _change_list(self, sentence: str, change: Callable[[Any], Any]) -> None:
        """Change the file that holds the list."""
        self._change(sentence, change, self._list_home())

    def _list_home(self) -> str | None:
        """Return the visit whose file holds the list; None for the case's own."""
        visit = self.preparation.visit
        return visit.id if visit else None

    def _home_of(self, question_id: str) -> str | None:
        """Return the visit in whose file a question lives; None for the case's own."""
        homes = (
            visit.id
            for visit in self.session.case.visits
            if find_by_id(visit.questions, question_id) is not None
        )
        return next(homes, None)

    def _alter_entry(self, sentence: str, question_id: str, **values: Any) -> None:  # noqa: ANN401
        """Change a question's place, priority or asker."""
        entry = self.entry(question_id)
        if entry is not None:
            self._change_list(
                sentence, lambda file: with_changed(file, "listed", entry.id, **values)
            )

    def _alter_question(self, sentence: str, question_id: str, **values: Any) -> None:  # noqa: ANN401
        """Change a question in the file where it lives."""
        self._change(
            sentence,
            lambda file: with_changed(file, "questions", question_id, **values),
            self._home_of(question_id),
        )

    def _named(self, text: str) -> str:
        """Return a question as an undo sentence, which stands on the screen, names it."""
        return words.COVERED if self.session.covering.takes_text(text) else short(text)

    # Taking and letting go

    def tick(self, text: CopiedText) -> None:
        """Take a question from the guidance, or let it go again."""
        have = self.taken().get(text.source)
        if have is not None:
            self.take_away(have)
            return
        earlier = self._let_go(text.source)
        if earlier is not None:
            self._bring_back(earlier, text)
            return
        question = self.session.new(
            Question,
            text=text.text,
            source=text.source,
            alone=text.first("alone") == "yes",
            group=text.group,
            follow_ups=text.every("ask also"),
            why=text.first("why"),
        )
        entry = self._new_entry(question.id, _proposed(text))
        self._change_list(
            words.undo_question(self._named(text.text)),
            lambda file: with_added(with_added(file, "questions", question), "listed", entry),
        )

    def _let_go(self, source: str) -> Question | None:
        """Return the question taken from a piece of guidance before, if no list has it now."""
        file, visits = self.session.file, self.session.case.visits
        listed = {entry.question_id for entry in not_deleted(file.listed)}
        listed |= {entry.question_id for visit in visits for entry in not_deleted(visit.listed)}
        return next(
            (
                each
                for each in not_deleted((*self._file.questions, *file.questions))
                if each.source == source and each.id not in listed
            ),
            None,
        )

    def _bring_back(self, question: Question, text: CopiedText) -> None:
        """Put a question that was let go at the end of the list again."""
        gone = next((each for each in self._listed if each.question_id == question.id), None)
        sentence = words.undo_question(self._named(question.text))
        if gone is None:
            entry = self._new_entry(question.id, _proposed(text))
            self._change_list(sentence, lambda file: with_added(file, "listed", entry))
        else:
            again = {"deleted": False, "position": next_position(self._listed)}
            self._change_list(sentence, lambda file: with_changed(file, "listed", gone.id, **again))

    def _new_entry(self, question_id: str, priority: Priority) -> ListedQuestion:
        return self.session.new(
            ListedQuestion,
            question_id=question_id,
            position=next_position(self._listed),
            priority=priority,
        )

    def take_away(self, question_id: str) -> str:
        """Take a question out of the list, and return what to say; undo brings it back.

        Once the visit has a note, one that others stand after is dropped and keeps its number.
        """
        question = self.known().get(question_id)
        name = self._named(question.text) if question else ""
        number = next(
            (row.number for row in self.rows() if row.listed.question_id == question_id), 0
        )
        self._alter_entry(words.undo_taken_out(name), question_id, deleted=True)
        if self.entry(question_id) is None:
            return taken_out(name)
        return words.dropped(number)

    # Marking and ordering

    def set_priority(self, question_id: str, priority: Priority) -> None:
        """Mark a question must, should or could."""
        self._alter_entry(words.undo_priority(priority.value), question_id, priority=priority)

    def move(self, question_id: str, by: int) -> bool:
        """Move one place up (-1) or down (+1); False when it cannot go there."""
        entry = self.entry(question_id)
        position = moved(self._listed, entry.id, by) if entry else None
        if position is None or self.frozen():
            return False
        self._alter_entry(words.UNDO_MOVED, question_id, position=position)
        return True

    def next_asker(self, question_id: str) -> None:
        """Go on to the next person who asks: none in particular, the patient, the companion."""
        entry = self.entry(question_id)
        people = [
            one for one in not_deleted(self.session.file.people) if one.role is not Role.CLINICIAN
        ]
        round_of: list[str | None] = [None, *(one.id for one in people)]
        if entry is not None:
            at = round_of.index(entry.asker_id) if entry.asker_id in round_of else 0
            asker = round_of[(at + 1) % len(round_of)]
            self._alter_entry(words.UNDO_ASKER, question_id, asker_id=asker)

    def toggle_alone(self, question_id: str) -> None:
        """Mark a question as better asked in private, or not."""
        question = self.known().get(question_id)
        if question is not None:
            # What is to be asked alone from now on is covered, whatever was shown before.
            now = {"alone": not question.alone, "uncovered": False}
            self._alter_question(words.UNDO_ALONE, question_id, **now)

    def show(self, question_id: str) -> None:
        """Show a covered question, because the user asked for it.

        What was taken from a covered note is shown with that note only.
        """
        self._alter_question(words.UNDO_SHOWN, question_id, uncovered=True)

    # Words

    def reword_draft(self, question_id: str) -> Draft:
        """Return a field for a question's words, in the file where they live."""
        question = self.known().get(question_id)
        home = self._home_of(question_id)

        def write(sentence: str, text: str) -> None:
            if not is_blank(text):
                self._change(
                    sentence,
                    lambda file: with_changed(file, "questions", question_id, text=text),
                    home,
                )

        return Draft(words.REWORD, question.text if question else "", write, words.UNDO_REWORDED)

    def own_draft(self) -> Draft:
        """Return a field for an own question; each line of a pasted text becomes one."""
        made = self.session.new(Question)
        entry = self._new_entry(made.id, Priority.SHOULD)
        home = self._list_home()

        def write(sentence: str, text: str) -> None:
            if sentence and "\n" in text:
                draft.said = self.add_lines(text)
            else:
                change = lambda file: _with_typed(file, made, entry, text)  # noqa: E731
                self._change(sentence, change, home)

        draft = Draft(words.OWN, "", write, words.UNDO_OWN, then=self.own_draft)
        return draft

    def add_lines(self, text: str) -> str:
        """Add a question for every line the case does not have, and return what to say."""
        every = all_questions(self.session.case).values()
        new = new_questions(
            from_lines(text),
            {question.origin.key for question in every if question.origin},
            first=next_position(self._listed),
            now=self.session.now(),
            new_id=self.session.context.new_id,
        )
        self._change_list(
            words.undo_lines(len(new.questions)),
            lambda file: with_added(
                with_added(file, "questions", *new.questions), "listed", *new.listed
            ),
        )
        return words.pasted(len(new.questions), new.there)


def _proposed(text: CopiedText) -> Priority:
    """Return how much the guidance says a question matters."""
    proposed = text.first("priority")
    return Priority(proposed) if proposed in set(Priority) else Priority.SHOULD


def _with_typed(file: Any, made: Question, entry: ListedQuestion, text: str) -> Any:  # noqa: ANN401
    """Return the file with a question that is being typed, and its place in the list."""
    if find_by_id(file.questions, made.id) is None and not is_blank(text):
        file = with_added(file, "listed", entry)
    file = with_text(file, "questions", made, text)
    return with_changed(file, "listed", entry.id, deleted=is_blank(text))
