"""A question as it stands in a list on the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.words import visit as words

if TYPE_CHECKING:
    from companion.domain.question_rows import NumberedQuestion


def shown_question(row: NumberedQuestion, missing: str = words.MISSING_QUESTION) -> str:
    """Return a question's words, or that they are covered.

    Args:
        row: The question.
        missing: The words shown for a question without any.
    """
    return words.COVERED if row.covered else row.text or missing
