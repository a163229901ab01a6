"""The question list while it is prepared: taking, adding, rewording, ordering, marking."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from companion.domain.changes import added, altered, found, live
from companion.domain.people import Role
from companion.domain.question import ListedQuestion, Priority, Question
from companion.domain.question_rows import moved, next_position
from companion.domain.text import is_blank
from companion.exchange.questions.question_list import from_lines, new_questions
from companion.services.case.library import field_of, fields_of
from companion.services.draft import Draft
from companion.services.prepare.preparation import short
from companion.services.prepare.prepared_questions import PreparedQuestions
from companion.words import questions as words
from companion.words.rooms import taken_out

if TYPE_CHECKING:
    from companion.domain.case import CopiedText


class QuestionEditor(PreparedQuestions):
    """The acts on the list. Each touches exactly one file."""

    def tick(self, text: CopiedText) -> None:
        """Take a question from the guidance, or let it go again."""
        have = self.taken().get(text.source)
        if have is not None:
            self.take_away(have)
            return
        earlier = self.let_go(text.source)
        if earlier is not None:
            self._bring_back(earlier, text)
            return
        question = Question(
            id=self.session.context.new_id(),
            created_at=self.session.now(),
            text=text.text,
            source=text.source,
            alone=field_of(text, "alone") == "yes",
            group=text.group,
            follow_ups=fields_of(text, "ask also"),
            why=field_of(text, "why"),
        )
        entry = self._new_entry(question.id, _proposed(text))
        self.change(
            words.undo_question(self._named(text.text)),
            lambda file: added(added(file, "questions", question), "listed", entry),
            self.list_home(),
        )

    def _bring_back(self, question: Question, text: CopiedText) -> None:
        """Put a question that was let go at the end of the list again."""
        gone = next((each for each in self.listed if each.question_id == question.id), None)
        sentence = words.undo_question(self._named(question.text))
        if gone is None:
            entry = self._new_entry(question.id, _proposed(text))
            self.change(sentence, lambda file: added(file, "listed", entry), self.list_home())
        else:
            again = {"deleted": False, "position": next_position(self.listed)}
            self.change(
                sentence, lambda file: altered(file, "listed", gone.id, **again), self.list_home()
            )

    def _new_entry(self, question_id: str, priority: Priority) -> ListedQuestion:
        return ListedQuestion(
            id=self.session.context.new_id(),
            created_at=self.session.now(),
            question_id=question_id,
            position=next_position(self.listed),
            priority=priority,
        )

    def take_away(self, question_id: str) -> str:
        """Take a question out of the list; undo brings it back. What to say.

        Once the visit has a note, one that others stand after is dropped and keeps its number.
        """
        question = self.known().get(question_id)
        name = self._named(question.text) if question else ""
        number = next(
            (row.number for row in self.rows() if row.listed.question_id == question_id), 0
        )
        self.alter_entry(words.undo_taken_out(name), question_id, deleted=True)
        if self.entry(question_id) is None:
            return taken_out(name)
        return words.dropped(number)

    def set_priority(self, question_id: str, priority: Priority) -> None:
        """Must, should or could."""
        self.alter_entry(words.undo_priority(priority.value), question_id, priority=priority)

    def move(self, question_id: str, by: int) -> bool:
        """One place up (-1) or down (+1); False when it cannot go there."""
        entry = self.entry(question_id)
        position = moved(self.listed, entry.id, by) if entry else None
        if position is None or self.frozen():
            return False
        self.alter_entry(words.UNDO_MOVED, question_id, position=position)
        return True

    def next_asker(self, question_id: str) -> None:
        """Nobody in particular, the patient, the companion, and round again."""
        entry = self.entry(question_id)
        people = [one for one in live(self.session.file.people) if one.role is not Role.CLINICIAN]
        round_of: list[str | None] = [None, *(one.id for one in people)]
        if entry is not None:
            at = round_of.index(entry.asker_id) if entry.asker_id in round_of else 0
            asker = round_of[(at + 1) % len(round_of)]
            self.alter_entry(words.UNDO_ASKER, question_id, asker_id=asker)

    def toggle_alone(self, question_id: str) -> None:
        """Better asked when nobody else listens, or not."""
        question = self.known().get(question_id)
        if question is not None:
            # What is to be asked alone from now on is covered, whatever was shown before.
            now = {"alone": not question.alone, "uncovered": False}
            self.change(
                words.UNDO_ALONE,
                lambda file: altered(file, "questions", question_id, **now),
                self.home_of(question_id),
            )

    def _named(self, text: str) -> str:
        """A question as it is named in an undo sentence, which stands on the screen."""
        return words.COVERED if self.session.covering.takes_text(text) else short(text)

    def is_covered(self, question_id: str) -> bool:
        """Whether a question's words are hidden."""
        return any(row.covered for row in self.rows() if row.listed.question_id == question_id)

    def show(self, question_id: str) -> None:
        """Show a question that is covered, because somebody asked for it.

        What was taken from a covered note is shown with that note only.
        """
        self.change(
            words.UNDO_SHOWN,
            lambda file: altered(file, "questions", question_id, uncovered=True),
            self.home_of(question_id),
        )

    # Words

    def reword_draft(self, question_id: str) -> Draft:
        """A question's words as a field, in the file where they live."""
        question = self.known().get(question_id)
        home = self.home_of(question_id)

        def write(sentence: str, text: str) -> None:
            if not is_blank(text):
                self.change(
                    sentence, lambda file: altered(file, "questions", question_id, text=text), home
                )

        return Draft(words.REWORD, question.text if question else "", write, words.UNDO_REWORDED)

    def own_draft(self) -> Draft:
        """A question of one's own as a field; several lines pasted become one question each."""
        made = Question(id=self.session.context.new_id(), created_at=self.session.now())
        entry = self._new_entry(made.id, Priority.SHOULD)
        home = self.list_home()

        def write(sentence: str, text: str) -> None:
            if sentence and "\n" in text:
                draft.said = self.add_lines(text)
            else:
                change = lambda file: _typed(file, made, entry, text)  # noqa: E731
                self.change(sentence, change, home)

        draft = Draft(words.OWN, "", write, words.UNDO_OWN, then=self.own_draft)
        return draft

    def add_lines(self, text: str) -> str:
        """One question for every line of a pasted list that the case does not have; what to say."""
        case = self.session.case
        every = [*case.file.questions, *(each for visit in case.visits for each in visit.questions)]
        new = new_questions(
            from_lines(text),
            {question.origin.key for question in every if question.origin},
            first=next_position(self.listed),
            now=self.session.now(),
            new_id=self.session.context.new_id,
        )
        self.change(
            words.undo_lines(len(new.questions)),
            lambda file: added(added(file, "questions", *new.questions), "listed", *new.listed),
            self.list_home(),
        )
        return words.pasted(len(new.questions), new.there)


def _proposed(text: CopiedText) -> Priority:
    """How much the guidance says a question matters."""
    proposed = field_of(text, "priority")
    return Priority(proposed) if proposed in set(Priority) else Priority.SHOULD


def _typed(file: Any, made: Question, entry: ListedQuestion, text: str) -> Any:  # noqa: ANN401
    """The file with a question that is being typed: made with its first letter."""
    blank = is_blank(text)
    if found(file.questions, made.id) is None:
        if blank:
            return file
        return added(added(file, "questions", replace(made, text=text)), "listed", entry)
    file = altered(file, "questions", made.id, text=text, deleted=blank)
    return altered(file, "listed", entry.id, deleted=blank)
