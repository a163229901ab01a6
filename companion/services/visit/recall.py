"""Writing down a visit that is over: each answer becomes a note under the question it answers.

A few prompts ask for it, each with a question of its own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain.changes import not_deleted, with_added, with_changed, with_head
from companion.domain.marks import read_mark, write_mark
from companion.domain.question import ListedQuestion, Question
from companion.domain.question_rows import in_order, shown_end
from companion.domain.text import is_blank
from companion.domain.value import Value
from companion.domain.visit import ended_before
from companion.words import recall as words
from companion.words import visit as visit_words

if TYPE_CHECKING:
    from companion.domain.case import CopiedText
    from companion.domain.note import Note
    from companion.domain.visit import VisitFile
    from companion.services.visit.editor import VisitEditor


KIND = "recall"
"""Kind of guidance that holds the prompts."""
_QUESTION = "question"
"""The field that names a question which asks the same."""


class Prompt(Value):
    """One prompt for memory."""

    text: str
    """What is asked."""
    source: str | None = None
    """`pack/item` it was copied from."""
    why: str = ""
    """What to think of."""
    same: tuple[str, ...] = ()
    """Questions of the pack that ask the same: what is answered goes under one that is listed."""


def prompt_of(text: CopiedText) -> Prompt:
    """Return the prompt that a copied piece of guidance is."""
    pack = text.source.partition("/")[0]
    named = text.every(_QUESTION)
    same = tuple(each if "/" in each else f"{pack}/{each}" for each in named)
    return Prompt(text.text, text.source, text.first("why"), same)


def question_for(
    prompt: Prompt, visit: VisitFile, questions: dict[str, Question]
) -> Question | None:
    """Return the question of the visit's list under which an answer to a prompt belongs.

    The one that was made for the prompt, else one that asks the same.
    """
    listed = [
        questions[entry.question_id]
        for entry in in_order(visit.listed)
        if entry.question_id in questions
    ]
    own = [each for each in listed if _is_for(prompt, each)]
    same = [each for each in listed if each.source in prompt.same]
    return next(iter(own + same), None)


def _is_for(prompt: Prompt, question: Question) -> bool:
    if prompt.source is not None:
        return question.source == prompt.source
    return question.source is None and question.text == prompt.text


def answer_to(question: Question | None, visit: VisitFile) -> Note | None:
    """Return the note that answers a prompt: the first under its question that is not covered."""
    if question is None:
        return None
    notes = (note for note in not_deleted(visit.notes) if note.question_id == question.id)
    return next((note for note in notes if not note.covered), None)


class VisitRecall:
    """The prompts for memory of one visit, and what was written for each."""

    def __init__(self, editor: VisitEditor) -> None:
        self._editor = editor
        texts = editor.session.file.guidance(KIND)
        self.prompts = tuple(map(prompt_of, texts)) or tuple(map(Prompt, words.PROMPTS))

    def _question(self, prompt: Prompt) -> Question | None:
        session, visit = self._editor.session, self._editor.visit
        return question_for(prompt, visit, session.questions(visit))

    def answer(self, prompt: Prompt) -> str:
        """Return the line that was written for a prompt, its mark included; empty for none."""
        note = answer_to(self._question(prompt), self._editor.visit)
        return write_mark(note.kind, note.text) if note is not None else ""

    def save(self, prompt: Prompt, line: str) -> None:
        """Save a line as a note under its question, which is listed if it was not yet.

        A line that was written before is changed; a blank one is left as it was.
        """
        if is_blank(line) or line == self.answer(prompt):
            return
        editor, question = self._editor, self._question(prompt)
        before = answer_to(question, editor.visit)
        if before is not None:
            kind, text = read_mark(line)
            now = editor.session.now()
            editor.notes.change_and_cover(
                visit_words.UNDO_NOTE_CHANGED,
                before.id,
                lambda visit: with_changed(
                    visit, "notes", before.id, kind=kind, text=text, edited_at=now
                ),
            )
        else:
            self._add(line, question, prompt)

    def _add(self, line: str, question: Question | None, prompt: Prompt) -> None:
        """Add a note, with the question of the prompt where there is none yet, in one change.

        What is remembered has been: the visit is over, unless it was begun before.
        """
        session, end = self._editor.session, shown_end(self._editor.visit)
        over = ended_before(session.now())
        listed = question or session.new(Question, text=prompt.text, source=prompt.source)
        entry = session.new(ListedQuestion, question_id=listed.id, position=end)

        def beside(visit: VisitFile) -> VisitFile:
            if question is None:
                visit = with_added(with_added(visit, "questions", listed), "listed", entry)
            begun = visit.head.started_at is not None or visit.head.ended_at is not None
            return visit if begun else with_head(visit, ended_at=over)

        self._editor.notes.add(line, listed.id, beside=beside)
