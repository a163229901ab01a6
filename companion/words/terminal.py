"""Sentences for failures of the terminal or of the program itself."""

from __future__ import annotations


def last_words(kept_at: str | None, *, saved: bool, command: str) -> str:
    """Companion has to close by its own fault.

    Args:
        kept_at: Where the report without any of your words lies, or None if none was kept.
        saved: Whether everything is in a file.
        command: What to type to open the program again.
    """
    all_saved = "Your words are saved. " if saved else ""
    sentence = (
        "Sorry. Something went wrong inside Companion and it had to close. "
        f"{all_saved}To go on: {command}"
    )
    if kept_at is None:
        return sentence
    return f"{sentence}\nA report with none of your words in it is at {kept_at}"
