"""Sentences of the cards over the Compare room."""

from __future__ import annotations

NOTES_TITLE = "Notes behind this"
NOTES_EMPTY = "There are no notes of this visit."
NOTES_HINT = "Space or Enter tick · F4 to the note in its visit · Esc back"
NOTE_GONE = "This note is not there any more."
NOTES_NONE = "This opinion is not from a visit, so it has no notes. F2 writes."
SEEN_TITLE = "What this doctor had seen"
SEEN_RECORDS = "Records this doctor had seen"
SEEN_EMPTY = "There is no record in this case yet. Prepare has a list of them."
SEEN_KNOWN = "Did this doctor know of the other opinion?"
KNOWN_WORDS = {"unknown": "we do not know", "yes": "yes", "no": "no"}
ADDITIONS = "Added later"

# Ratings.

RATE_TITLE = "How we found them"
GIVEN = "given"
NOT_GIVEN = "not yet"
RATE_HINT = "Enter rate · Tab the other person · Esc back"
RATE_WORDS = "In words first · Enter then stars · Esc back"
RATE_STARS = "Now stars: press 1, 2, 3, 4 or 5."
RATE_STARS_HINT = "1 2 3 4 5 stars · Esc back"
RATE_BEHIND_HINT = "Enter choose · Esc back"
RATE_BEHIND = "What is behind it? Choose a note, or your gut."
GUT = "my gut: no note behind it"
GUT_SHORT = "gut"
NOTE_SHORT = "from a note"
RATE_NO_STARS = "No stars were given: they come with what is behind them, a note or your gut."
RATE_APART = "Each for yourself. Stars are shown when everybody is done."
RATE_GAPS = "Where you see it most differently stands first."
RATE_NOBODY = "No opinion has anything in it yet, so there is nothing to rate."


def apart(stars: int) -> str:
    """The distance of two ratings."""
    if not stars:
        return "the same"
    return "1 star apart" if stars == 1 else f"{stars} stars apart"


def who_rates(name: str) -> str:
    """The person who rates."""
    return f"{name} rates"


SURE_HINT = "y yes · n no · Space next · Esc back"
SHEET_TITLE = "The same questions for both"
SHEET_HINT = "Enter the sheet as a paper · Esc back"
SHEET_EMPTY = "There is nothing to ask both yet: say first how the rows go together."
LOG_TITLE = "Which way we leaned, and what we had decided, day by day"
LOG_HINT = "arrows · Esc back"
EVIDENCE_TITLE = "The notes behind this row"
EVIDENCE_HINT = "Enter goes to the note in its visit · Esc back"
EVIDENCE_NONE = "gut: no note behind it"
WRITTEN_BEFORE = "written down from before, so no notes"


def gone(count: int) -> str:
    """Notes that a cell or verdict rests on and that are not there any more."""
    return "1 note is not there any more" if count == 1 else f"{count} notes are not there any more"


def put_to(doctor: str) -> str:
    """A question that was already put to one doctor."""
    return f"asked of {doctor}" if doctor else "asked of one"


YES, NO, NOT_SAID = "yes", "no", "not said"
HINT_CARD = "Space or Enter tick · Esc back"
