"""The patient's choice of what is covered without a key: text about living or dying."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain.changes import stamp_of
from companion.domain.entity import order
from companion.domain.preparation import Covered
from companion.domain.value import Value, astuple

if TYPE_CHECKING:
    from companion.domain.case import CaseFile
    from companion.domain.note import Note
    from companion.domain.question import Question


class Covering(Value):
    """The patient's choice for numbers about living or dying, and the words of the guidance."""

    choice: Covered = Covered.SHOW
    """Shown, covered, or left out."""
    words: tuple[str, ...] = ()
    """Words that cover, besides those that always do."""

    @property
    def leaves_out(self) -> bool:
        """Whether what is covered is on no line at all."""
        return self.choice is Covered.LEAVE_OUT

    def get_ready(self) -> None:
        """Read the phrases that are looked for, which takes a moment the first time."""
        self.takes_text("2 years ago")

    def takes_text(self, text: str) -> bool:
        """Return whether a text is covered."""
        if self.choice is Covered.SHOW:
            return False
        from companion.domain.outlook import speaks_of_outlook  # noqa: PLC0415 - once it is asked

        return speaks_of_outlook(text, self.words)

    def takes_note(self, note: Note, question: Question | None = None) -> bool:
        """Return whether a note is covered as it is saved: its words, its correction, its number.

        Args:
            note: The note.
            question: The question it stands under.
        """
        if self.choice is Covered.SHOW:
            return False
        return self.takes_answers_to(question) or self.takes_words_of(note)

    def takes_words_of(self, note: Note) -> bool:
        """Return whether the words of a note, what was put right or its number cover it."""
        back = note.teach_back.text if note.teach_back is not None else ""
        card = " ".join(filter(None, astuple(note.number))) if note.number is not None else ""
        return any(self.takes_text(text) for text in (note.text, back, card) if text)

    def takes_question(self, question: Question) -> bool:
        """Return whether a question is covered: one to ask alone, or one that speaks of it."""
        if self.choice is Covered.SHOW or question.uncovered:
            return False
        return question.alone or self.takes_text(question.text)

    def takes_answers_to(self, question: Question | None) -> bool:
        """Return whether all that is written under a question is covered."""
        if question is None or self.choice is Covered.SHOW:
            return False
        return question.alone or self.takes_question(question)


def is_older_than_choice(note: Note, file: CaseFile) -> bool:
    """Return whether a note was not uncovered by hand since the patient's choice."""
    return order(stamp_of(note, "covered")) < order(stamp_of(file.prepare, "covered"))


def covering_of(file: CaseFile) -> Covering:
    """The patient's choice for a case."""
    choice = file.prepare.covered
    if choice is Covered.SHOW:
        return Covering()
    return Covering(choice, tuple(text.text for text in file.texts if text.kind == "cover"))
