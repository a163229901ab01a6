"""Sentences of writing a visit down from memory, and of its doctor and day."""

from __future__ import annotations

TITLE = "What do you remember?"
PROMPTS = (
    "What is it?",
    "How sure is the doctor?",
    "What does the doctor advise?",
    "Why that?",
    "What can go wrong?",
    "What happens next, and when?",
)
"""The prompts of a case without guidance."""
WHO = "Which doctor?"
WHEN = "Which day?"
WHO_PLACEHOLDER = "A name, or leave it blank."
WHEN_PLACEHOLDER = "last Tuesday, Dec 3, yesterday ..."
LINE_PLACEHOLDER = "Half a sentence is enough. Or leave it blank."
BLANK = "____"
HINT = "Enter next, also when blank · Up back · Esc just type"
DONE = "Saved. Anything else? Just type. To compare: Ctrl+G 3."
NOTHING_YET = "Write what you remember. To compare later: Ctrl+G 3."
SKIP = "Skip what you don't remember. After these, just type."

DETAILS_TITLE = "Doctor and day"
DETAILS_HINT = "Enter next · Up back · Esc back to typing"
DETAILS_SAVED = "Saved."

FIVE_ADDED = "5 questions added. Press Tab, then a number."
FIVE_THERE = "Those 5 questions are on your list already."
LABELS_WITHOUT_QUESTIONS = {"visit.mark_answered": "5 questions"}
"""What stands in the last line in place of the usual label."""
UNDO_FIVE = "5 questions for any visit"


def five_offered(key: str) -> str:
    """The offer of questions that fit any visit."""
    return f"No questions yet? {key} adds 5 for any visit."


def five_in_list(key: str) -> str:
    """The same offer in the list of questions."""
    return f"{key} adds 5 for any visit."


def top(place: int, of: int) -> str:
    """The top line while a visit is written down from memory."""
    return f"From memory · {place} of {of}"
