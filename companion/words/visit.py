"""Sentences of the Visit room."""

from __future__ import annotations

# What undo takes back, as in "Taken back: note deleted."

UNDO_VISIT = "visit changed"
UNDO_COVERED_NOTE = "covered note"
UNDO_NOTE_CHANGED = "note changed"
UNDO_NOTE_DELETED = "note deleted"
UNDO_NOTE_MOVED = "note moved to another question"
UNDO_NOTE_MARKED = "mark of a note changed"
UNDO_NOTE_COVERED = "note covered or shown"
UNDO_NOTE_MINE = "whether a note is for me only"
UNDO_NUMBER = "number card filled in"
UNDO_SAID_BACK = "note said back"
UNDO_STATE = "state of a question changed"
UNDO_QUESTION = "new question"
UNDO_CARRIED = "where something still open goes"
UNDO_CLOCK = "clock changed"
UNDO_HANDED_OVER = "page handed over"
UNDO_TOLD_OTHER = "the other opinion was told"
UNDO_NEWS = "unexpected news switched"
UNDO_ENDED = "visit ended"
UNDO_BEFORE_YOU_LEAVE = "answer before you leave"
UNDO_DEBRIEF = "answer while it was fresh"


def undo_note(text: str) -> str:
    """A note that was written."""
    return f"note: {text}" if text else "note without words"


# The glance bar

ALL_ASKED = "all must-asks asked"
NOT_STARTED = "not started yet"
AFTERWARDS = "after the visit"
TIME_IS_OVER = "planned time is over"
SET_BACK = "the clock was set back"
ENDED = "visit ended"
NO_CLINICIAN = "Visit"
NEWS_IS_ON = "your own questions wait"
CUE_PAGE = "hand over the page"


def by_phone(name: str) -> str:
    """The other side of a call."""
    return f"{name}, by phone"


def still_to_ask(numbers: tuple[int, ...]) -> str:
    """Must-asks that were not put yet."""
    return "still to ask: " + " ".join(f"Q{number}" for number in numbers)


def minutes_left(minutes: int) -> str:
    """Whole minutes of the planned time."""
    return f"{minutes} min left"


def unclear(count: int) -> str:
    """Notes marked as unclear."""
    return f"{count} unclear"


def to_do(count: int) -> str:
    """Notes marked as to do."""
    return f"{count} to do"


def before_you_leave_cue(key: str) -> str:
    """The line that appears by itself near the end."""
    return f"{key} before you leave".strip()


# The two panes

QUESTIONS = "Questions"
NOTES = "Notes"
ANYTHING_ELSE = "Anything else"
MUST_ASK = "* must-ask"
MISSING_QUESTION = "(its words are missing)"
COVERED = "covered"
LEFT_OUT = "left out"
DOCTOR_CAME = "the doctor is here"
ADDED_LATER = "added after the visit"
FOR_ME_ONLY = "(for me only)"
NO_NOTES = "What you write will stand here."
MOMENT_HERE = "(something here)"


def after(name: str) -> str:
    """A question that the companion asks: the patient answers first."""
    return f"(after {name})"


def more_wait(count: int) -> str:
    """Questions folded under one line."""
    return f"{count} more, not must-asks: Tab shows them"


def yours_wait(count: int) -> str:
    """The prepared questions, while there is unexpected news."""
    return f"your own {count} wait; F1 6 brings them back"


def confirmed(at: str, clinician: str) -> str:
    """A note said back and confirmed."""
    return ", ".join(part for part in (f"confirmed {at}", clinician) if part)


def corrected(at: str, clinician: str, before: str, label: str) -> str:
    """A note said back and put right, whose correct words stand above; what was written before."""
    said = ", ".join(part for part in (f"corrected {at}", clinician) if part)
    return f"{label}: {before} · {said}" if before else said


# Above and in the composer

PLACEHOLDER = "Just type.   \" doctor's words    ? unclear    ! to do    # a number"
MARK_WORDS = {
    "plain": "",
    "quote": "doctor's words",
    "understood": "what I understood",
    "unclear": "unclear, ask again",
    "todo": "to do",
    "number": "a number",
    "spelling": "a spelling to check",
}
COVERED_WHILE_TYPED = "covered while you type"


def covered_on_enter(key: str) -> str:
    """What is typed speaks of living or dying, so its note will be covered."""
    return f"will be covered ({key}: no)" if key else "will be covered"


ENTER_SAVE = "Enter save"
WHICH_QUESTION = "Which question?  type its number, 0 for anything else"
WHICH_HINT = "a number goes there · a letter goes on typing · "
MOVE_WHICH = "Move this note where?  type the number, 0 for anything else"
NO_EARLIER_NOTES = "These are the earliest notes."
NO_LATER_NOTES = "These are the newest notes."
EDIT_HINT = "Enter keep · Tab move it to another question · Esc leave it as it was"
THE_PATIENT = "the patient"
THE_COMPANION = "the companion"
AFTER_THE_VISIT = "added after the visit"


def writes(name: str) -> str:
    """The person who is typing."""
    return f"{name} writes"


def writes_from_here(name: str, before: str) -> str:
    """Another person types from this note on."""
    return f"{name} writes from here, {before} wrote before"


def now_at(number: int) -> str:
    """The current question while another one is chosen."""
    return f"now: {number}"


def so_far(digits: str) -> str:
    """A number that may have more digits."""
    return f"{digits}_ Enter goes there"


def esc_stays(number: int) -> str:
    """What Esc does while a question is chosen."""
    return f"Esc stays at {number}"


def changing(at: str, number: int) -> str:
    """The label while a note is changed."""
    place = f"question {number}" if number else "anything else"
    return f"Changing your note of {at}, {place}"


# What just happened

NO_NOTE_YET = "There is no note yet."
NO_NOTE_TO_CHANGE = "There is no note yet to change."
IT_IS_COVERED = "This note is covered. F6 shows it when it is asked for."
AT_ANYTHING_ELSE = "This is 0, anything else. First Tab and a number."
CHANGED = "The note is changed."
LEFT = "The note is as it was."
HALF_WAITS = "Half a line waits here. Enter keeps it as a note."
LINE_COVERED = "covered"


def question_covered(key: str) -> str:
    """The current question is covered."""
    return f"covered ({key} shows it)" if key else LINE_COVERED


QUESTION_SHOWN = "The question is shown."
QUESTION_OF_A_NOTE = "It was a covered note. Show that note first, in its visit."
UNDO_QUESTION_SHOWN = "question shown"


def covered_by_itself(key: str) -> str:
    """A note was covered for its content."""
    return f"Covered. {key} shows it." if key else LINE_COVERED


LINE_SHOWN = "shown again"
TOLD_OTHER = "Noted: from now on this doctor knows the other opinion."
HANDED_OVER = "Noted: the page is with the doctor."
CLOCK_STARTED = "The clock starts now."
VISIT_GOES_ON = "The visit goes on; the clock starts now."
MORE_TIME = "Five more minutes."
NEWS_ON = "Five questions that always fit. Your own are kept."
NEWS_QUESTIONS = (
    "What is it called, and how is it written?",
    "How sure are you?",
    "What happens next, and by when?",
    "What must we do today?",
    "Whom do we call, and for what?",
)
"""Questions after unexpected news, for a case without guidance."""
NEWS_OFF = "Your own questions are back."
NO_MORE_TYPING_TO_UNDO = "Nothing more here. Empty the line to take back notes."
CURTAIN = "Hidden. What you type is kept."


def no_question(number: str) -> str:
    """A number without a question."""
    return f"There is no question {number}."


def state_is(number: int, state: str) -> str:
    """The state that F2 set."""
    return f"Question {number}: {state}."


def question_added(number: int) -> str:
    """A new question."""
    return f"Question {number} is added. What you type now goes under it."


def curtain_hint(keys: str) -> str:
    """How to uncover the screen."""
    return f"{keys} shows the screen again"


STATES = {
    "open": "open",
    "asked": "asked",
    "answered": "answered",
    "partly": "partly answered",
    "carried": "carried over",
    "dropped": "dropped",
}


def told_other(doctor: str) -> str:
    """The note that the other opinion was told."""
    return (
        f"We told what {doctor} had said." if doctor else "We told what the other doctor had said."
    )
