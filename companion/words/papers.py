"""Headings and labels of papers."""

from __future__ import annotations

from companion.words.days import plain_date, told_text

ABOUT = "About this case"
PATIENT = "Patient"
ROLES = {"patient": "patient", "companion": "companion", "clinician": "doctor"}
DECIDE_BY = "Decide by"
REASONS = "Why we ask for another opinion"
PRIORITIES = "What matters most"
RECORDS = "Records"
QUESTIONS = "Questions"
MORE_QUESTIONS = "Questions for the first visit"
UNLISTED = "Questions on no list"
ANYTHING_ELSE = "Anything else"
NUMBERS = "Numbers"
SAID_BACK = "Said back to the doctor"
BEFORE_YOU_LEAVE = "Before you leave"
DEBRIEF = "While it was fresh"
OPINIONS = "What each doctor said"
COMPARISON = "Side by side"
TOGETHER = "Together"
PATHS = "Ways on"
CONFIDENCE = "How sure are we?"
LEANING = "Which way we lean"
DECISION = "Why we decided"
STEPS = "Next steps"
SOURCES = "Sources of guidance"
PREPARATION = "Preparation"
GOAL = "What this visit is for"
YOURSELF = "you"
"""Who has a record, where the packs mean the patient; in lower case."""
INVITATION = "From the invitation"
INVITED_BY = "Who invites"
LINK = "Link"
SAY_FIRST = "To begin the call"
UNFINISHED = "Unfinished line"
UNREADABLE = "Visits whose files could not be read"
VISIT = "Visit"
STEP = "Step"
NO_DOCTOR = "a doctor"
NOT_LOOKED_AT = "not looked at yet"
NOT_SAID = "not discussed"
NOTHING_WRITTEN = "nothing written down"
MISSING_QUESTION = "(the words of this question are missing)"
WHY_ASK = "why ask"
ALSO = "also"
STILL_TO_ASK = "still to ask"
PHONE = "by phone"
CALLED_OFF = "called off"
RECORDS_SEEN = "Records seen"
RATINGS = "How we found it"
ADDITIONS = "Added later"
DONE = "done"
GUT = "a feeling"
NOT_ADVICE = (
    "These are notes for talking with doctors. They are not medical advice. "
    "What to do is for you and your doctors to decide."
)

GUIDANCE = "Guidance"
FAIRNESS = "Before you compare"
COMPARE_AFTER = "compare after both have seen"
HAD_SEEN = "had seen it"
HAD_NOT_SEEN = "had not"
PUT_TO_ONE = "put to one doctor only"

PREPARE = {
    "time_check": "Is there time?",
    "opening": "To begin with",
    "telling": "Telling the present doctor",
    "referral": "Referral",
    "insurance": "Insurance",
    "where_to_go": "Where to go",
    "numbers_wanted": "How we want numbers and news",
    "role_wanted": "How much we want to decide",
    "expectation": "What we expect to hear",
    "companion_job": "Who comes, and what job",
}
PREPARE_LISTS = {
    "medicines": "Medicines",
    "allergies": "Allergies",
    "timeline": "History",
}
COVERED = {
    "cover": "Numbers about living or dying are covered until the patient asks.",
    "leave_out": "Numbers about living or dying are left out.",
}
KINDS = {
    "plain": "",
    "quote": "the doctor's words",
    "understood": "what I understood",
    "unclear": "unclear, ask again",
    "todo": "to do",
    "number": "a number",
    "spelling": "a spelling to check",
}
STATES = {
    "open": "open",
    "asked": "asked",
    "answered": "answered",
    "partly": "partly answered",
    "carried": "carried over",
    "dropped": "dropped",
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
    "holder": "from",
    "spoken_to": "whom we asked",
    "why": "why it is wanted",
    "changes": "how much it can change",
}
FLAGS = {"covered": "covered", "mine_only": "for me only", "later": "added later"}
CARD = {
    "what": "What",
    "count": "How many",
    "out_of": "Out of",
    "over": "Over how long",
    "for_whom": "For whom",
    "with_treatment": "With treatment",
    "without_treatment": "Without treatment",
    "said_by": "Who says so",
}
BEFORE_YOU_LEAVE_LINES = {
    "call": "Whom do we call, and for what?",
    "plan": "What is the plan now?",
    "who": "Who does what?",
    "results": "When are the results?",
    "report": "Can we have a copy of the report?",
}
VERDICTS = {
    "same": "same",
    "refined": "refined: same, more exact",
    "differs": "differs",
    "not_discussed": "not discussed",
    "cannot_tell_yet": "cannot tell yet",
}
WHY = {
    "different_information": "different information",
    "different_reading": "a different reading",
    "different_standard": "a different standard",
    "different_weighting": "a different weighting",
    "more_than_one_good_way": "more than one good way",
    "do_not_know": "we do not know why",
}
RATED = {
    "trust": "trust",
    "daily_life": "fit with daily life",
    "what_matters": "fit with what matters",
    "talk": "how well we could talk",
}
KNOWN = {
    "yes": "The other opinion was known.",
    "no": "The other opinion was not known.",
    "unknown": "",
}
SURE = ("know the ways", "clear what matters", "enough support", "feel sure")
ANSWERS = {True: "yes", False: "no", None: "no answer"}
PRIORITY = {"must": "must ask", "should": "should ask", "could": "could ask"}


def stars(number: int) -> str:
    """1 to 5 stars in words and characters."""
    return f"{'★' * number} ({number} of 5)"


def notes_of(day: str, doctor: str) -> str:
    """Title of a visit's notes."""
    when = f" of {day}" if day else ""
    return f"Notes{when} with {doctor or NO_DOCTOR}"


def opinion_of(doctor: str, day: str) -> str:
    """An opinion by clinician and date."""
    return ", ".join(filter(None, (doctor or NO_DOCTOR, day)))


def for_doctor(doctor: str) -> str:
    """Title of the page for the doctor."""
    return f"For {doctor or 'the doctor'}"


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
