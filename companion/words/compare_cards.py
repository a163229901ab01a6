"""Sentences of the cards over the Compare room."""

from __future__ import annotations

NOTES_TITLE = "Notes this is based on"
NOTES_EMPTY = "This visit has no notes."
NOTES_HINT = "Space or Enter select · type to find · F4 go to the note · Esc back"
NOTES_HINT_FIND = "Enter select · arrows · F4 go to the note · Esc all notes"
FIND_NOTES = "Find in the notes"
NOTES_NOT_FOUND = "No note has these words. Esc shows all."
OTHER_NOTES = "Your other notes"
BEFORE_YOU_LEAVE = "Before you leave"
"""Over the answers given then."""
NOTE_GONE = "This note isn't there anymore."
NOTES_NONE = "This opinion isn't from a visit, so it has no notes. F2 to write."
SEEN_TITLE = "What this doctor had seen"
SEEN_RECORDS = "Records this doctor had seen"
SEEN_EMPTY = "No records in this case yet. Prepare has a list of them."
SEEN_KNOWN = "Did this doctor know of the other opinion?"
ADDITIONS = "Added later"

TOPICS_TITLE = "Add a topic"
TOPICS_OWN = "+ In your own words"

FURTHER_TITLE = "More topics"
FURTHER_TOLD = "With notes"
FURTHER_OTHERS = "Nothing noted yet"
FURTHER_NONE = "All topics are there. F8 adds one of your own."


def all_told(count: int) -> str:
    """Brings every topic with notes."""
    return "Compare the one with notes" if count == 1 else f"Compare the {count} with notes"


# Ratings.

RATE_TITLE = "Our impressions"
GIVEN = "given"
NOT_GIVEN = "not yet"
RATE_HINT = "Enter rate · Tab the other person · Esc back"
RATE_WORDS = "Words first · Enter go on to stars · Esc back"
RATE_STARS = "Now stars: press 1, 2, 3, 4 or 5."
RATE_STARS_HINT = "1 2 3 4 5 stars · Esc back"
RATE_BEHIND_HINT = "Enter choose · Esc back"
RATE_BEHIND = 'What is it based on? Pick a note, or "gut feeling".'
GUT = "gut feeling, no note"
GUT_SHORT = "gut feeling"
NOTE_SHORT = "from a note"
RATE_NO_STARS = 'No stars yet: first pick a note, or "gut feeling".'
RATE_APART = "Rate on your own. Stars show when everyone is done."
RATE_GAPS = "Biggest differences first."
RATE_NO_ONE = "Impressions need a name: Prepare, Who comes with you."
RATE_NOBODY = "Nothing to rate yet: no opinion is written down."


def rate_more(count: int) -> str:
    """Further sides of an opinion that one may rate."""
    return "+ 1 more to rate" if count == 1 else f"+ {count} more to rate"


def apart(stars: int) -> str:
    """The distance of two ratings."""
    if not stars:
        return "the same"
    return "1 star apart" if stars == 1 else f"{stars} stars apart"


def who_rates(name: str) -> str:
    """The person who rates."""
    return f"rating: {name}"


SURE_HINT = "y yes · n no · Space next · Esc back"
SHEET_TITLE = "The same questions for both"
SHEET_HINT = "Enter see it as a paper · Esc back"
SHEET_EMPTY = "Nothing to ask both yet. Compare the topics first."
LOG_TITLE = "Where we were leaning, and what we decided, day by day"
LOG_HINT = "arrows · Esc back"
EVIDENCE_TITLE = "Based on these notes"
EVIDENCE_HINT = "Enter go to the note · Esc back"
EVIDENCE_NONE = "gut feeling, no note"
NOT_USED = "not used yet"
"""Beside what proposes itself and stands in no opinion."""
WRITTEN_BEFORE = "written earlier, so no notes"


def gone(count: int) -> str:
    """Notes that a cell or verdict rests on and that are not there any more."""
    return "1 note isn't there anymore" if count == 1 else f"{count} notes aren't there anymore"


def put_to(doctor: str) -> str:
    """A question that was already put to one doctor."""
    return f"asked of {doctor}" if doctor else "asked of one"


YES, NO, NOT_SAID = "yes", "no", "no answer yet"
HINT_CARD = "Space or Enter select · Esc back"
