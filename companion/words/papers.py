"""Headings and labels of papers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.words.days import plain_date, told_text

if TYPE_CHECKING:
    from collections.abc import Sequence

ABOUT = "About this case"
PATIENT = "Patient"
ROLES = {"patient": "patient", "companion": "companion", "clinician": "doctor"}
DECIDE_BY = "Decide by"
REASONS = "Why we want a second opinion"
PRIORITIES = "What matters most"
RECORDS = "Records"
RESULTS = "Test results"
RESULTS_AWAITED = "Test results we're waiting for"
RESULT_WHY = "Why"
RESULT_TAKEN = "Test done"
QUESTIONS = "Questions"
MORE_QUESTIONS = "Questions for the first visit"
UNLISTED = "Other questions"
ANYTHING_ELSE = "Other notes"
NUMBERS = "Numbers"
SAID_BACK = "Checked with the doctor"
BEFORE_YOU_LEAVE = "Before you leave"
DEBRIEF = "Right after the visit"
OPINIONS = "What each doctor said"
COMPARISON = "Side by side"
TOGETHER = "How they compare"
OPTIONS = "Our options"
MORE_OPTIONS = "The other options, on the same topics"
STARS_OF_OPTIONS = "Stars show how much something matters to us. They are never added up."
PATHS = "What to do next"
CONFIDENCE = "How sure are we?"
LEANING = "Where we're leaning"
DECISION = "What we decided, and why"
STEPS = "To do"
SOURCES = "Guidance we used"
PREPARATION = "Preparation"
GOAL = "Goal for this visit"
YOURSELF = "you"
"""Who has a record, where the packs mean the patient; in lower case."""
INVITATION = "From the invitation"
INVITED_BY = "Invited by"
LINK = "Link"
SAY_FIRST = "To start the call"
UNFINISHED = "Unfinished line"
UNREADABLE = "Visits that can't be read"
VISIT = "Visit"
STEP = "To do"
NO_DOCTOR = "a doctor"
NOT_LOOKED_AT = "not compared yet"
NOT_SAID = "not discussed"
NOTHING_WRITTEN = "nothing written down"
MISSING_QUESTION = "(the words of this question are missing)"
WHY_ASK = "why ask"
ALSO = "also"
STILL_TO_ASK = "still to ask"
PHONE = "phone or video visit"
CALLED_OFF = "canceled"
RECORDS_SEEN = "Records this doctor had seen"
RATINGS = "Our impressions"
ADDITIONS = "Added later"
DONE = "done"
GUT = "gut feeling"
NOT_ADVICE = (
    "These are notes for talking with doctors. They are not medical advice. "
    "You and your doctors decide what to do."
)

GUIDANCE = "Guidance"
BOTH = 2
FAIRNESS = "Before you compare"
HAD_SEEN = "had seen it"
HAD_NOT_SEEN = "had not seen it"
PUT_TO_ONE = "asked only of"

PREPARE = {
    "time_check": "Is there time?",
    "opening": "Our first words",
    "telling": "Telling my current doctor",
    "referral": "Referral",
    "insurance": "Insurance",
    "where_to_go": "Where to go",
    "numbers_wanted": "How we want to hear the news",
    "role_wanted": "Who decides",
    "expectation": "What we expect",
    "companion_job": "Who comes along",
}
PREPARE_LISTS = {
    "medicines": "Medicines",
    "allergies": "Allergies",
    "timeline": "History",
}
COVERED = {
    "cover": "Numbers about living or dying are hidden until the patient asks.",
    "leave_out": "Numbers about living or dying are kept off the screen.",
}
KINDS = {
    "plain": "",
    "quote": "the doctor's words",
    "understood": "what I understood",
    "unclear": "unclear",
    "todo": "to do",
    "number": "a number",
    "spelling": "a spelling to check",
}
STATUSES = {
    "needed": "needed",
    "asked": "asked for",
    "sent": "sent",
    "arrived": "arrived",
    "not_needed": "not needed",
}
RECORD_DAYS = {
    "asked_at": "asked for",
    "sent_at": "sent",
    "arrived_at": "arrived",
    "chase_on": "ask again on",
}
RECORD_FIELDS = {
    "holder": "who has it",
    "spoken_to": "who we asked",
    "why": "why it's needed",
    "changes": "how much it could change",
}
FLAGS = {"covered": "hidden", "mine_only": "not in copies", "later": "added later"}
CARD = {
    "what": "What",
    "count": "How many",
    "out_of": "Out of",
    "over": "Over how long",
    "for_whom": "For which people",
    "with_treatment": "With treatment",
    "without_treatment": "Without treatment",
    "said_by": "Who says so",
}
WHY = {
    "different_information": "they had different information",
    "different_reading": "they read a test differently",
    "different_standard": "they follow different standards",
    "different_weighting": "they weigh things differently",
    "more_than_one_good_way": "there's more than one good way",
    "do_not_know": "we don't know why",
}
RATED = {
    "trust": "trust",
    "daily_life": "fits our daily life",
    "what_matters": "fits what matters most",
    "talk": "how well we could talk",
}
KNOWN = {
    "yes": "This doctor knew the other opinion.",
    "no": "This doctor didn't know the other opinion.",
    "unknown": "",
}
SURE = (
    "we know our options",
    "we know what matters most",
    "we have enough support",
    "we feel sure",
)
ANSWERS = {True: "yes", False: "no", None: "no answer yet"}
PRIORITY = {"must": "must ask", "should": "should ask", "could": "could ask"}


def whose_and_when(patient: str, day: str) -> str:
    """Whose paper it is, and the day it was made."""
    return " · ".join(
        part for part in (patient, f"made on {day}" if patient and day else day) if part
    )


def stars(number: int) -> str:
    """1 to 5 stars in words and characters."""
    return f"{'★' * number} ({number} of 5)"


def compared(verdict: str, why: Sequence[str], number: int | None) -> str:
    """How opinions compare on a topic, why they differ, and how much it matters in stars."""
    told = f"{verdict} ({', '.join(why)})" if why else verdict
    return f"{told}; matters {stars(number)}" if number else told


def matters_to(topic: str, name: str) -> str:
    """The stars of one person on one topic of the options."""
    return f"{topic} (how much it matters{f' to {name}' if name else ''})"


def stars_of(number: int, name: str) -> str:
    """Stars that one person gave something."""
    return f"{stars(number)}{f', {name}' if name else ''}"


def due(day: str) -> str:
    """By when a to-do is due."""
    return f"by {day}"


def notes_of(day: str, doctor: str) -> str:
    """Title of a visit's notes."""
    when = f" from {day}" if day else ""
    return f"Notes{when} with {doctor or NO_DOCTOR}"


def opinion_of(doctor: str, day: str) -> str:
    """An opinion by clinician and date."""
    return ", ".join(filter(None, (doctor or NO_DOCTOR, day)))


def for_doctor(doctor: str) -> str:
    """Title of the page for the doctor."""
    return f"For {doctor or 'the doctor'}"


def compare_again(doctors: int) -> str:
    """What makes a comparison fair: that every doctor has seen a record."""
    return f"compare again once {'both' if doctors == BOTH else 'all of them'} have seen"


def minutes(number: int) -> str:
    """A length of time."""
    return f"{number} minutes"


def after(name: str) -> str:
    """The person who asks a question."""
    return f"{name} asks"


def more(number: int) -> str:
    """Questions that are not on the page."""
    return f"And {number} more on our list." if number else ""


def in_hundred(number: int, caption: str) -> str:
    """The caption of a field of 100 marks."""
    return f"{caption}: {number} in 100" if caption else f"{number} in 100"


def one_of_several(text: str) -> str:
    """One of several notes that stand in one cell, a line each."""
    return f"· {text}"


def guidance(source: str, reviewed: str) -> str:
    """The source of guidance."""
    return f"{source}, wording checked on {told_text(reviewed, plain_date)}" if reviewed else source


# Columns and parts of the table

COLUMNS = (
    "part",
    "visit",
    "doctor",
    "time",
    "number",
    "priority",
    "state",
    "kind",
    "who",
    "text",
    "more",
)


def result_by(day: str) -> str:
    """The day by which a test result is expected."""
    return f"expected by {day}"


def result_arrived(day: str) -> str:
    """The day on which a test result arrived."""
    return f"arrived {day}"


def result_expected(text: str, who: str) -> str:
    """A test result in a calendar."""
    return f"Test result expected: {text}" + (f" ({who})" if who else "")
