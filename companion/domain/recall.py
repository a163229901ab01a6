"""A visit written down from memory: a few prompts, each with a question of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain.changes import not_deleted
from companion.domain.question_rows import in_order
from companion.domain.value import Value

if TYPE_CHECKING:
    from companion.domain.case import CopiedText
    from companion.domain.note import Note
    from companion.domain.question import Question
    from companion.domain.visit import VisitFile

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
