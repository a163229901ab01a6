"""Sentences about the page for the doctor."""

from __future__ import annotations

TITLE = "This is what the page says. It fills itself from the other parts."
MAKE = "+ Make the page: a file to print or to send"
NAME = "Where to?"
HINT = "Enter makes the file · Esc goes back, no file is made"
LAST = "Last made"
NO_NAME = "Type a name for the file."
THERE_ALREADY = "There is a file of that name already; it was left as it is. Type another name."
EXAMPLE = "This is the made-up example: no file is made of it."


def file_name(day: str) -> str:
    """The name that is proposed."""
    return f"page-for-the-doctor-{day}.html"


def made(path: str) -> str:
    """Where the page is."""
    return f"The page is made: {path}"


def refused(reason: str) -> str:
    """The disk does not take the file."""
    return f"The file could not be made: {reason}. Type another name."
