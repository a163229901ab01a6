"""Writing down a visit that is over: each answer becomes a note under the question it answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain.changes import with_added, with_changed, with_head
from companion.domain.marks import read_mark, write_mark
from companion.domain.question import ListedQuestion, Question
from companion.domain.question_rows import shown_end
from companion.domain.recall import KIND, Prompt, answer_to, prompt_of, question_for
from companion.domain.text import is_blank
from companion.domain.visit import ended_before
from companion.words import recall as words
from companion.words import visit as visit_words

if TYPE_CHECKING:
    from companion.domain.visit import VisitFile
    from companion.services.visit.editor import VisitEditor


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
