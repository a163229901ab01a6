"""Sentences about Markdown texts that are refused."""

from __future__ import annotations

TOO_TANGLED = "The text is too tangled to read in time; use plain lists and short paragraphs."


def too_big(kilobytes: int) -> str:
    """The text has too many bytes."""
    return f"The text is larger than {kilobytes} kB; split it into smaller files."


def too_many_lines(lines: int) -> str:
    """The text has too many lines."""
    return f"The text has more than {lines} lines; split it into smaller files."


def paragraph_too_long(characters: int) -> str:
    """One paragraph is too long."""
    return f"This paragraph is longer than {characters} characters; break it up."
