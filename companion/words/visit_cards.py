"""Sentences of the cards of the Visit room."""

from __future__ import annotations

NEW_QUESTION_PLACEHOLDER = "Type the question."
NEW_QUESTION_HINT = "Enter adds it · Esc back, what you typed here waits"


def new_question(number: int) -> str:
    """The label while a new question is typed."""
    return f"New question {number}"
