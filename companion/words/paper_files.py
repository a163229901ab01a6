"""Sentences about papers and their files: which there are, what is left out, how one is printed."""

from __future__ import annotations

TITLE = "Papers: read one first, then save it"
BEFORE_GROUP = "Before a visit"
AFTER_GROUP = "After a visit"
COPIES_GROUP = "Copies of everything"
COPIES = {"me": "My copy", "family": "Family copy", "doctor": "Doctor copy"}
CALENDAR = "Calendar file"
ABOUT = {
    "doctor": "one page to give the doctor",
    "booklet": "if you leave the laptop at home",
    "records": "to the clinics that have them",
    "said": "to read aloud, keep or send on",
    "summary": "plan, who does what, when, who to call",
    "comparison": "and what to do next",
    "options": "what each is like, and how much that matters",
    "timeline": "for a doctor who doesn't know you yet",
    "still-open": "open questions you chose to send",
    "ask-both": "one page for each doctor",
    "calendar": "visits and to-dos, with reminders",
    "case/me": "nothing is left out",
    "case/family": "without what you'll ask in private",
    "case/doctor": "without your impressions of the doctors",
}
LIST_HINT = "Enter read · q to your phone · Esc back"
FILE_NAMES = {
    "doctor": "page-for-the-doctor",
    "booklet": "questions-with-room-to-write",
    "records": "ask-for-records",
    "referral": "ask-for-a-referral",
    "insurer": "ask-the-insurer",
    "message": "message-to-the-doctor",
    "still-open": "ask-what-is-still-open",
    "ask-both": "the-same-questions",
    "timeline": "my-history",
    "said": "what-was-said",
    "summary": "summary-of-the-visit",
    "comparison": "opinions-side-by-side",
    "options": "our-options",
    "calendar": "calendar",
    "case/me": "my-copy",
    "case/family": "family-copy",
    "case/doctor": "doctor-copy",
}

NOT_ON_SCREEN = "Your own copy has more than this screen: hidden notes, for one."
"""On the preview of a copy that leaves nothing out, where a screen does."""
FORMS = {"html": "a page to print", "text": "text to paste", "markdown": "Markdown"}
FOR_WHOM = {"me": "for me", "family": "for the family", "doctor": "for a doctor"}
LARGE = "large print"
EVERY_QUESTION = "all questions"
WHERE = "Save as"
TOP = "Preview"
PREVIEW_HINT = "Enter save · f file type · w who it's for · l large · q phone · Esc back"
SHEET_HINT = "Enter save · a all questions · f file type · w who it's for · Esc back"
CALENDAR_HINT = "Enter save · w who it's for · q to your phone · Esc back"
FIELD_HINT = "Enter save · Esc back, nothing is saved"
IS_MADE = "Saved. The top line shows where."
NO_NAME = "Type a name for the file."
THERE_ALREADY = "That name is taken; the old file is safe. Try another."
OWN_FILE = "Companion's own files are there. Try another name."
EXAMPLE = "This is the example, so no file is saved."


def made_hint(keys: str) -> str:
    """The last line once a file is there."""
    others = ("q phone", "Enter save again", "f file type", "w who it's for", "Esc back")
    return " · ".join(filter(None, (keys, *others)))


def made(path: str, *, private: bool) -> str:
    """The path of a paper that was made."""
    who = "Only your account" if private else "Other accounts on this computer"
    return f"Saved: {path} · {who} can open it."


def refused(reason: str) -> str:
    """The disk refuses the file."""
    return f"Not saved: {reason}. Try another name."


# Once a paper was made: opening and printing it.

OPENED = "Opening it in your browser. You can print it there."
NOT_OPENED = "No browser opened. Open the file yourself to print it."
SENDING = "Sending it to the printer."
PRINTED = "Sent to the printer."
PRINTED_AS_TEXT = "Printing as plain text. For the full page, press o."
NOT_PRINTED = "The printer didn't take it. o opens it: print there."
NO_PRINTER = "Companion can't reach a printer here. o opens it instead."
NEITHER = "To print, open the file in a browser on any computer."
NOTHING_SAVED = "Nothing is saved yet. Press Enter to save it first."


def how(*, opens: bool, prints: bool) -> str:
    """How a file that was made is printed here."""
    if opens and prints:
        return "To print it: o opens it in your browser, p sends it to the printer."
    if opens:
        return "To print it: o opens it in your browser."
    if prints:
        return "To print it: p sends it to the printer."
    return "To print it: open the file in a browser, on this or another computer."


def keys(*, opens: bool, prints: bool) -> str:
    """The keys for it, as they stand in a last line."""
    both = ("o open to print" if opens else "", "p print" if prints else "")
    return " · ".join(filter(None, both))
