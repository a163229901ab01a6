"""Sentences of the cards of the Visit room."""

from __future__ import annotations

BACK = "Esc back to typing"
CHOOSE_HINT = "number or Enter choose · letter types on · Esc back"
DIGIT_HINT = "number choose · Up/Down other note · letter types on · Esc back"
STILL_TO_ASK = "____ still to ask"

# F1

MORE_TITLE = "What you can do now"
TITLES = {"app.theme": "Colors", "visit.clock": "Clock"}
SHORT = {
    "visit.say_it_back": "read a note aloud, to check it",
    "visit.moment": "3 sentences to show or say",
    "visit.number_card": "how many, of how many, how long",
    "note.change_mark": "doctor's words, unclear, to do ...",
    "visit.cover": "hide it until the patient asks",
    "visit.unexpected_news": "5 questions for any news",
    "visit.five_questions": "5 of them, onto your list",
    "visit.recall": "who, when, and 6 lines in order",
    "visit.details": "now or later",
    "visit.before_you_leave": "the plan, the results, who to call",
    "visit.hand_over": "and note that you did",
    "visit.clock": "start again, more time, hide",
    "visit.hide_screen": "the same key brings it back",
    "visit.end": "what's answered, what's still open",
    "visit.said": "one page, to read aloud",
    "visit.read_back": "every question with its notes",
    "visit.find": "by words, mark, question, writer",
    "visit.look_back": "",
    "visit.look_on": "",
    "visit.set_state": "of the question you're on",
    "visit.told_other": "a note with its time",
    "visit.doctor_is_here": "the clock starts again",
    "visit.more_time": "",
    "visit.change_author": "",
    "note.move": "under another question",
    "note.delete": "undo brings it back",
    "note.mine_only": "only in your own copy",
    "app.undo": "typing, else the last change",
    "app.palette": "type part of its name",
    "app.go": "a number from 0 to 4",
    "app.visits": "one that has ended, too",
    "app.theme": "colors of the screen",
    "app.take_over": "once the other window is closed",
    "app.quit": "all is saved",
}


def under(number: int) -> str:
    """The question of a note."""
    return f"question {number}" if number else "other notes"


# A new question

NEW_QUESTION_PLACEHOLDER = "Type the question."
NEW_QUESTION_HINT = "Enter add · Esc back, your words are kept"


def new_question(number: int) -> str:
    """The label while a new question is typed."""
    return f"New question {number}"


# Ask for a moment

MOMENT_TITLE = "Ask for a moment"
MOMENT_HINT = "1 to 3 make it large · letter types on · Esc back"
MOMENT = (
    "I need a short break, please.",
    "Could you say that again, slowly?",
    "Could you write that word down for me?",
)

# The clock

CLOCK_TITLE = "Clock"
CLOCK_HERE = "The doctor is here"
CLOCK_MORE = "5 more minutes"
CLOCK_SHOWN = "Show the clock"
CLOCK_LAST = "Only the last 5 minutes"
CLOCK_OFF = "Hide the clock"

# The state of a question


def state_title(number: int) -> str:
    """The state of one question."""
    return f"Is question {number} answered?"


STATE_CHOICES = {
    "open": ("open", "not asked yet (a note here counts as asked)"),
    "answered": ("answered", ""),
    "partly": ("partly answered", "something is still missing"),
    "carried": ("ask later", "at the next visit"),
    "dropped": ("not needed", ""),
}

# One note


def note_of(place: int, of: int) -> str:
    """The note of a card."""
    return f"Note {place} of {of}   Up/Down other note"


MARK_TITLE = "Mark a note"
MARK_NONE = "no mark"
MARKED = "Mark changed."
COVER_TITLE = "Hide a note"
COVER_IT = "Hide it"
COVER_IT_ASIDE = "on every screen, and in copies for others"
COVER_NOW = "This note is hidden."
COVER_LEFT_OUT = "This note is kept off the screen; no line shows it."
COVER_SURE = "Show it? The words will be on the screen."
COVER_YES = "Yes, show it"
COVER_LEAVE = "Keep it hidden"
COVERED_NOW = "hidden"
SHOWN_NOW = "The note is back on the screen."
DELETE_TITLE = "Delete a note"
DELETE_IT = "Delete it"
DELETE_LEAVE = "Leave it"
DELETED = "Note deleted. Ctrl+Z brings it back."
MINE_TITLE = "Not in copies"
MINE_IT = "Not in copies"
MINE_IT_ASIDE = "only in your own copy, never in others'"
MINE_ALL = "In every copy"
MINE_DONE = "Done."
MOVE_TITLE = "Move a note"
MOVE_HINT = "number move it there · Up/Down other note · Esc back"
MOVED = "Note moved."


def stays_hidden(patient: str) -> str:
    """What it means that a note is hidden."""
    return f"It stays hidden until {patient} asks and you confirm."


def asked_for(name: str) -> str:
    """The patient wants to see a hidden note."""
    return f"{name[:1].upper()}{name[1:]} asks to see it"


# Say it back

BACK_TITLE = "Read this aloud"
BACK_FIRST = "Let me check I have this right:"
BACK_LAST = "Is that right?"
BACK_WHAT = "What did the doctor say?"
BACK_TYPE_IT = "type it"
BACK_YES = "yes, that's right"
BACK_NO = "no: type the correction"
BACK_ESC = "not now"
BACK_OWN_LINE = "saves it, and your own words"
BACK_TYPED = "Enter saves your correction. For yes, clear the line."
GAPS = {
    "unit": "There's a number here. Number of what?",
    "how_often": "There's a dose here. How often?",
    "year": "There's a date here. Which year?",
}


def back_placeholder(key: str) -> str:
    """What to do with the line while a note is said back."""
    return f"Type the correction, or press {key} for yes."


def back_top(number: int, at: str) -> str:
    """The top line while a note is said back."""
    return f"Say it back · {under(number)} · note of {at}"


def back_keeps(at: str, clinician: str) -> str:
    """What a yes saves."""
    return "saves: " + ", ".join(part for part in (f"confirmed {at}", clinician) if part)


def back_hint(moment: str) -> str:
    """Keys while a note is said back."""
    return f"Up/Down other note · {moment} ask for a moment · {BACK}"


CONFIRMED = "Confirmed, with the time."
CORRECTED = "Corrected. Your own words are saved too."

# Number card

NUMBER_TITLE = "How many?"
NUMBER_HINT = "Enter save · Tab next line · Up back · "
NUMBER_PLACEHOLDER = "Don't know? Leave it blank and ask."
NUMBER_LINES = {
    "what": "What happens",
    "count": "How many",
    "out_of": "Out of how many",
    "over": "Over how long",
    "for_whom": "For which people",
    "with_treatment": "How many with treatment",
    "without_treatment": "How many without",
    "said_by": "Who says so, from where",
}
NUMBER_ASK = {
    "what": "What could happen?",
    "count": "How many people?",
    "out_of": "Out of how many?",
    "over": "Over how long?",
    "for_whom": "For which people?",
    "with_treatment": "How many with treatment?",
    "without_treatment": "How many without treatment?",
    "said_by": "Where does the number come from?",
}
NUMBER_HEADS = {
    "count": "",
    "with_treatment": "with treatment",
    "without_treatment": "without",
}
NUMBER_HEADS_SHORT = {"count": "", "with_treatment": "with", "without_treatment": "without"}
NUMBER_SAID = "given with each number"
NUMBER_LEGEND = "x it happens   . it doesn't"
NUMBER_COVERED = "This note is hidden, so its number isn't drawn."


def number_head(name: str, number: int, *, short: bool) -> str:
    """What stands over a field of a hundred marks: how many, and of whom."""
    if short:
        return f"{number} {NUMBER_HEADS_SHORT[name]}".rstrip()
    return f"{number} in 100 {NUMBER_HEADS[name]}".rstrip()


def undrawn(name: str, why: str) -> str:
    """A line of the card whose figure is not drawn."""
    return f"{NUMBER_LINES[name]}: {why}"


def number_top(number: int) -> str:
    """The top line of a number card."""
    return f"Number card · {under(number)}"


def blanks(count: int) -> str:
    """Lines of a number card that are still empty."""
    return f"{count} still to ask" if count else "complete"


def missing(text: str, ask: str, more: int) -> str:
    """A number card with blanks: its note, the first thing still to ask, how many more."""
    others = f" (and {more} more)" if more else ""
    return " · ".join(part for part in (text, f"{ask}{others}") if part)


# Before you leave

BEFORE_YOU_LEAVE_TITLE = '5 things to ask. Skip any; they stay "still to ask".'
BEFORE_YOU_LEAVE_HINT = "Enter next · Up back · answers become to-dos · "
BEFORE_YOU_LEAVE_RESULT_HINT = "Enter next · Up back · F2 add the test result · "
BEFORE_YOU_LEAVE_LINES = {
    "call": "Who do we call, and for what?",
    "plan": "What is the plan now?",
    "who": "Who does what?",
    "results": "When will results come, and who tells us?",
    "report": "Can we have a copy of the report?",
}
BEFORE_YOU_LEAVE_ONE = "Only a minute left? Ask number 1."
BEFORE_YOU_LEAVE_OPEN = "Still to ask, from your list:"
BEFORE_YOU_LEAVE_DONE = "Saved. Your answers are on the to-do list."


def before_you_leave_top(clinician: str) -> str:
    """The top line of the card *before you leave*."""
    return " · ".join(part for part in ("Before you leave", clinician) if part)


def spelling(text: str) -> str:
    """A word whose spelling is still to be checked, at the end of a visit."""
    return f"{text}: check the spelling"
