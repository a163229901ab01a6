"""Sentences of the cards of the Visit room."""

from __future__ import annotations

BACK = "Esc back to typing"
CHOOSE_HINT = "a digit chooses · arrows and Enter · a letter goes on typing · Esc back"
DIGIT_HINT = "a digit chooses · Up/Down another note · a letter types on · Esc back"
STILL_TO_ASK = "____ still to ask"

# F1

MORE_TITLE = "What you can do now    your half-written note stays"
TITLES = {"app.theme": "Colors", "visit.clock": "Clock"}
SHORT = {
    "visit.say_it_back": "read a note aloud, to check it",
    "visit.moment": "three sentences to show or say",
    "visit.number_card": "how many, of how many, how long",
    "note.change_mark": "doctor's words, unclear, to do ...",
    "visit.cover": "hide it until it is asked for",
    "visit.unexpected_news": "five questions that always fit",
    "visit.before_you_leave": "plan, who, when, whom to call",
    "visit.hand_over": "and note that you did",
    "visit.clock": "start again, more time, hide",
    "visit.hide_screen": "same key comes back",
    "visit.end": "what was answered, what is open",
    "visit.read_back": "every question with its notes",
    "visit.find": "by words, mark, question, writer",
    "visit.look_back": "earlier notes",
    "visit.look_on": "later notes",
    "visit.set_state": "of the question you are at",
    "visit.told_other": "a note with its time",
    "visit.doctor_is_here": "the clock starts again",
    "visit.more_time": "five minutes",
    "visit.change_author": "the other person writes",
    "note.move": "under another question",
    "note.delete": "undo brings it back",
    "note.mine_only": "in no copy but your own",
    "app.undo": "typing, else the last change",
    "app.palette": "type a part of its name",
    "app.go": "a digit from 0 to 4",
    "app.theme": "colors of the screen",
    "app.take_over": "when the other window is closed",
    "app.quit": "all is saved",
}


def under(number: int) -> str:
    """The question of a note."""
    return f"question {number}" if number else "anything else"


# A new question

NEW_QUESTION_PLACEHOLDER = "Type the question."
NEW_QUESTION_HINT = "Enter adds it · Esc back, what you typed here waits"


def new_question(number: int) -> str:
    """The label while a new question is typed."""
    return f"New question {number}"


# Ask for a moment

MOMENT_TITLE = "Ask for a moment"
MOMENT_HINT = "1 to 3 show one large · a letter goes on typing · Esc back"
MOMENT = (
    "I need a short break, please.",
    "Please say that once more, slowly.",
    "Please write that word down for me.",
)

# The clock

CLOCK_TITLE = "Clock"
CLOCK_HERE = "The doctor is here"
CLOCK_HERE_ASIDE = "the clock starts again now"
CLOCK_MORE = "Five more minutes"
CLOCK_SHOWN = "Show the clock"
CLOCK_LAST = "Only the last five minutes"
CLOCK_OFF = "Hide the clock"

# The state of a question


def state_title(number: int) -> str:
    """The state of one question."""
    return f"How far has question {number} come?"


STATE_CHOICES = {
    "open": ("open", "not asked yet; a note under it makes it asked"),
    "answered": ("answered", ""),
    "partly": ("partly", "something is still missing"),
    "carried": ("carried over", "for the next visit"),
    "dropped": ("dropped", "no longer needed"),
}

# One note


def note_of(place: int, of: int) -> str:
    """The note of a card."""
    return f"Note {place} of {of}.   Up/Down another note"


MARK_TITLE = "Mark a note"
MARK_NONE = "no mark"
MARKED = "The mark is set."
COVER_TITLE = "Cover a note"
COVER_IT = "Cover it"
COVER_IT_ASIDE = "hidden on every screen and in copies for others"
COVER_EXPLAINED = "It stays covered until it is asked for, and that is confirmed."
COVER_NOW = "This note is covered."
COVER_LEFT_OUT = "This note is left out: nothing in this room shows that it is there."
COVER_SURE = "Sure? Its words will be on the screen."
COVER_YES = "Yes, show it"
COVER_LEAVE = "Leave it covered"
COVERED_NOW = "covered"
SHOWN_NOW = "The note is shown again."
DELETE_TITLE = "Delete a note"
DELETE_IT = "Delete it"
DELETE_LEAVE = "Leave it"
DELETED = "The note is deleted. Ctrl+Z brings it back."
MINE_TITLE = "For me only"
MINE_IT = "For me only"
MINE_IT_ASIDE = "left out of every copy but your own"
MINE_ALL = "In every copy"
MINE_DONE = "That is set."
MOVE_TITLE = "Move a note"
MOVE_HINT = "a number puts it there · Up/Down another note · Esc back"
MOVED = "The note is moved."


def asked_for(name: str) -> str:
    """The patient wants to see a covered note."""
    return f"{name[:1].upper()}{name[1:]} asks to see it"


# Say it back

BACK_TITLE = "Read this aloud"
BACK_FIRST = "Let me check I have this right:"
BACK_LAST = "Is that right?"
BACK_WHAT = "What did the doctor answer?"
BACK_ENTER = "(Enter alone does nothing)"
BACK_YES = "yes, that is right"
BACK_NO = "no: type what is right, Enter"
BACK_ESC = "not now"
BACK_NOTHING = "nothing changes"
BACK_OWN_LINE = "keeps: that, and your own line"
BACK_PLACEHOLDER = "Type what is right, or press the key for yes."
BACK_TYPED = "Enter keeps what is typed. For yes, empty the line first."
GAPS = {
    "unit": "A number here has no unit: number of what?",
    "how_often": "A dose here does not say how often.",
    "year": "A date here has no year.",
}


def back_top(number: int, at: str) -> str:
    """The top line while a note is said back."""
    return f"Say it back · {under(number)} · note of {at}"


def back_keeps(at: str, clinician: str) -> str:
    """What a yes keeps."""
    return "keeps: " + ", ".join(part for part in (f"confirmed {at}", clinician) if part)


def back_hint(moment: str) -> str:
    """Keys while a note is said back."""
    return f"Up/Down another note · {moment} ask for a moment · {BACK}"


CONFIRMED = "Kept: confirmed."
CORRECTED = "Kept: corrected. Your own line is kept too."

# Number card

NUMBER_TITLE = "How many?"
NUMBER_HINT = "Tab next line · Enter keep · Up back · "
NUMBER_PLACEHOLDER = "Leave it empty: it stays as still to ask."
NUMBER_LINES = {
    "what": "What happens",
    "count": "How many",
    "out_of": "Out of how many",
    "over": "Over how long",
    "for_whom": "For whom",
    "with_treatment": "How many with it",
    "without_treatment": "How many without it",
    "said_by": "Who says so, from where",
}
NUMBER_ASK = {
    "what": "What is it that happens?",
    "count": "How many people?",
    "out_of": "Out of how many?",
    "over": "Over how long?",
    "for_whom": "For people like whom?",
    "with_treatment": "And how many with it?",
    "without_treatment": "And how many without it?",
    "said_by": "Where does the number come from?",
}
NUMBER_HEADS = {"count": "how many", "with_treatment": "with it", "without_treatment": "without it"}
NUMBER_SAID = "said with each number"
NUMBER_LEGEND = "x happens   . does not happen"
NUMBER_COVERED = "The note is covered: its number is not drawn."


def undrawn(name: str, why: str) -> str:
    """A line of the card whose figure is not drawn."""
    return f"{NUMBER_LINES[name]}: {why}"


def number_top(number: int) -> str:
    """The top line of a number card."""
    return f"Number card · {under(number)}"


def blanks(count: int) -> str:
    """Lines of a number card that are still empty."""
    return f"{count} still to ask" if count else "all of it known"


def missing(text: str, ask: str, more: int) -> str:
    """A number card with blanks: its note, the first thing still to ask, how many more."""
    others = f" And {more} more." if more else ""
    return " · ".join(part for part in (text, f"{ask}{others}") if part)


# Before you leave

BEFORE_YOU_LEAVE_TITLE = 'Five things. What you skip stays as "still to ask".'
BEFORE_YOU_LEAVE_HINT = "Enter next · Up back · each answer becomes a step · "
BEFORE_YOU_LEAVE_LINES = {
    "call": "Whom do we call, and for what?",
    "plan": "What is the plan now?",
    "who": "Who does what?",
    "results": "When do the results come, and who tells us?",
    "report": "Can we have a copy of the report?",
}
BEFORE_YOU_LEAVE_ONE = "Only one minute? Ask 1."
BEFORE_YOU_LEAVE_OPEN = "Still open from your list:"
BEFORE_YOU_LEAVE_DONE = "Kept. Each answer is a step now."


def before_you_leave_top(clinician: str) -> str:
    """The top line of the card *before you leave*."""
    return " · ".join(part for part in ("Before you leave", clinician) if part)
