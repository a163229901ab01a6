"""Sentences about papers and their files: which there are, what is left out, where they lie."""

from __future__ import annotations

TITLE = "Papers: see one, then make a file of it"
BEFORE_GROUP = "Before a visit"
AFTER_GROUP = "After a visit"
COPIES_GROUP = "Copies of all of it"
COPIES = {"me": "My copy", "family": "Family copy", "doctor": "Doctor copy"}
CALENDAR = "Calendar file"
ABOUT = {
    "doctor": "one page, to hand over",
    "records": "to those who have them",
    "summary": "plan, who does what, when, whom to call",
    "comparison": "side by side, and what follows",
    "timeline": "for a doctor who does not know me",
    "still-open": "what was carried to a message",
    "ask-both": "one sheet for each of them",
    "calendar": "visits and steps, with a reminder",
    "case/me": "nothing is left out",
    "case/family": "without what was to be asked alone",
    "case/doctor": "without how we found the doctors",
}
LIST_HINT = "Enter shows it · Esc back"
FILE_NAMES = {
    "doctor": "page-for-the-doctor",
    "records": "ask-for-records",
    "referral": "ask-for-a-referral",
    "insurer": "ask-the-insurer",
    "message": "message-to-the-doctor",
    "still-open": "ask-what-is-still-open",
    "ask-both": "the-same-questions",
    "timeline": "my-history",
    "summary": "summary-of-the-visit",
    "comparison": "opinions-side-by-side",
    "calendar": "calendar",
    "case/me": "my-copy",
    "case/family": "family-copy",
    "case/doctor": "doctor-copy",
}

NOTHING_LEFT_OUT = (
    "For me: the file leaves nothing out. Covered notes, and stars that you have not both given, "
    "are in it but not on this screen."
)
FORMS = {"html": "a page to print", "text": "text to paste", "markdown": "Markdown"}
FOR_WHOM = {"me": "for me", "family": "for the family", "doctor": "for a doctor"}
LARGE = "large letters"
WHERE = "Where to?"
TOP = "This is what it says"
PREVIEW_HINT = "Enter a file · f print, paste or Markdown · w for whom · l large · Esc back"
CALENDAR_HINT = "Enter a file · w for whom · Esc back"
FIELD_HINT = "Enter makes the file · Esc goes back, no file is made"
IS_MADE = "It is made; where, it says on top."
NO_NAME = "Type a name for the file."
THERE_ALREADY = "There is a file of that name already; it was left as it is. Type another name."
OWN_FILE = "Companion keeps its own files there; nothing was changed. Type another name."
EXAMPLE = "This is the made-up example: no file is made of it."


def made(path: str, *, private: bool) -> str:
    """The path of a paper that was made."""
    who = "Only you" if private else "Other accounts of this computer"
    return f"Made: {path} · {who} can read it; it was not opened."


def refused(reason: str) -> str:
    """The disk refuses the file."""
    return f"The file could not be made: {reason}. Type another name."
