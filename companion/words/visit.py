"""Sentences of the Visit room."""

from __future__ import annotations

# What undo takes back, as in "Undone: note deleted."

UNDO_VISIT = "visit changed"
UNDO_COVERED_NOTE = "hidden note"
UNDO_NOTE_CHANGED = "note changed"
UNDO_NOTE_DELETED = "note deleted"
UNDO_NOTE_MOVED = "note moved to another question"
UNDO_NOTE_MARKED = "a note's mark"
UNDO_NOTE_COVERED = "note hidden or shown"
UNDO_NOTE_MINE = "note in copies, or not"
UNDO_NUMBER = "number card filled in"
UNDO_SAID_BACK = "note said back"
UNDO_STATE = "a question's state"
UNDO_QUESTION = "new question"
UNDO_CARRIED = "what happens with something open"
UNDO_CLOCK = "clock changed"
UNDO_HANDED_OVER = "page given to the doctor"
UNDO_TOLD_OTHER = "doctor told of the other opinion"
UNDO_NEWS = "unexpected news on or off"
UNDO_ENDED = "visit ended"
UNDO_BEFORE_YOU_LEAVE = "answer before you leave"
UNDO_DEBRIEF = "answer while it's fresh"
UNDO_DEBRIEF_DONE = "done while it's fresh"


def undo_note(text: str) -> str:
    """A note that was written."""
    return f"note: {text}" if text else "note with no words"


# The glance bar

ALL_ASKED = "all must-asks asked"
NOT_STARTED = "not started yet"
AFTERWARDS = "after the visit"
TIME_IS_OVER = "planned time is over"
SET_BACK = "the clock was set back"
ENDED = "visit ended"
NO_CLINICIAN = "Visit"
NEWS_IS_ON = "your questions are set aside"
CUE_PAGE = "give the doctor your page"


def by_phone(name: str) -> str:
    """The other side of a call."""
    return f"{name}, phone or video"


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
OTHER_NOTES = "Other notes"
MUST_ASK = "* must-ask"
MISSING_QUESTION = "(its words are missing)"
COVERED = "hidden"
LEFT_OUT = "kept off the screen"
DOCTOR_CAME = "the doctor is here"
NOT_IN_COPIES = "(not in copies)"
NO_NOTES = "Your notes will appear here."
MOMENT_HERE = "(come back to this)"


def hidden_until(patient: str) -> str:
    """In place of the words of a hidden note."""
    return f"hidden until {patient} asks" if patient else COVERED


def after(name: str) -> str:
    """A question that the companion asks: the patient answers first."""
    return f"(after {name})"


def more_wait(count: int) -> str:
    """Questions folded under one line."""
    return f"{count} more for when there's time: Tab shows them"


def yours_wait(count: int) -> str:
    """The prepared questions, while there is unexpected news."""
    return f"your {count} are set aside; F1 6 brings them back"


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
    "spelling": "check spelling",
}
COVERED_WHILE_TYPED = "hidden while you type"


def covered_on_enter(key: str) -> str:
    """What is typed speaks of living or dying, so its note will be hidden."""
    return f"will be hidden ({key}: show it)" if key else "will be hidden"


ENTER_SAVE = "Enter save"
WHICH_QUESTION = "Which question?  type its number, 0 for other notes"
WHICH_HINT = "number goes there · letter types on · "
MOVE_WHICH = "Move this note where?  type the number, 0 for other notes"
NO_EARLIER_NOTES = "This is where your notes start."
NO_LATER_NOTES = "You're at your newest note."
EDIT_HINT = "Enter save · Tab move it · Esc leave it unchanged"
THE_PATIENT = "the patient"
THE_COMPANION = "the companion"
AFTER_THE_VISIT = "added after the visit"


def writes(name: str) -> str:
    """The person who is typing."""
    return f"writing: {name}"


def writes_from_here(name: str, before: str) -> str:
    """Another person types from this note on."""
    return f"{name} is writing now (before: {before})"


def now_at(number: int) -> str:
    """The current question while another one is chosen."""
    return f"now on {number}"


def so_far(digits: str) -> str:
    """A number that may have more digits."""
    return f"{digits}_ Enter to go there"


def esc_stays(number: int) -> str:
    """What Esc does while a question is chosen."""
    return f"Esc stay at {number}"


def changing(at: str, number: int) -> str:
    """The label while a note is changed."""
    place = f"question {number}" if number else "other notes"
    return f"Changing your note of {at}, {place}"


# What just happened

NO_NOTE_YET = "There's no note yet."
NO_NOTE_TO_CHANGE = "There's no note to change yet."
PICK_A_QUESTION = "Pick a question first: press Tab, then its number."
CHANGED = "Note changed."
LEFT = "Left unchanged."
HALF_WAITS = "You left a line unfinished. Enter saves it as a note."
LINE_COVERED = "hidden"


def it_is_hidden(key: str, patient: str) -> str:
    """A hidden note that was to be changed."""
    shows = f"{key} shows it" if key else "It's shown"
    return f"This note is hidden. {shows} when {patient} asks."


def question_covered(key: str) -> str:
    """The current question is hidden."""
    return f"hidden ({key} shows it)" if key else LINE_COVERED


QUESTION_SHOWN = "The question is back on the screen."
QUESTION_OF_A_NOTE = "It comes from a hidden note. Show the note first."
UNDO_QUESTION_SHOWN = "question shown"


def covered_by_itself(key: str) -> str:
    """A note was hidden for its content."""
    return f"Hidden. {key} shows it." if key else LINE_COVERED


LINE_SHOWN = "back on the screen"
TOLD_OTHER = "Noted: this doctor now knows the other opinion."
HANDED_OVER = "Noted: the doctor has your page."
CLOCK_STARTED = "The clock starts now."
VISIT_GOES_ON = "The visit goes on. The clock starts now."
MORE_TIME = "5 more minutes."
NEWS_ON = "5 questions for any news. F1 6 brings yours back."
NEWS_QUESTIONS = (
    "What is it called, and how do you spell it?",
    "How sure are you?",
    "What happens next, and by when?",
    "What do we need to do today?",
    "Who do we call, and for what?",
)
"""Questions after unexpected news, for a case without guidance."""
NEWS_OFF = "Your questions are back."
NO_MORE_TYPING_TO_UNDO = "No more typing to undo. Clear the line to undo notes."
CURTAIN = "Screen hidden. What you type is saved."


def no_question(number: str) -> str:
    """A number without a question."""
    return f"There's no question {number}."


def state_is(number: int, state: str) -> str:
    """The state that F2 set."""
    return f"Question {number}: {state}."


def question_added(number: int) -> str:
    """A new question."""
    return f"Added as question {number}. Your next notes go under it."


def curtain_hint(keys: str) -> str:
    """How to uncover the screen."""
    return f"{keys} to show the screen again"


STATES = {
    "open": "open",
    "asked": "asked",
    "answered": "answered",
    "partly": "partly answered",
    "carried": "ask later",
    "dropped": "not needed",
}


def told_other(doctor: str) -> str:
    """The note that the other opinion was told."""
    return f"We told them what {doctor or 'the other doctor'} said."
