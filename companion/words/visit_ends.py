"""Sentences of the cards before a visit, at its end, and after."""

from __future__ import annotations

# Before it starts

BEFORE_TITLE = "Before it starts"
BEFORE_LINES = (
    "Put the laptop where you can see the doctor over it.",
    'You may say: "May I take notes on this? I forget so much."',
    "When the news is hard: stop typing. Look up. The notes can wait.",
)
BEFORE_SAY_FIRST = "Say first:"
BEFORE_INVITED = "Invitation:"
BEFORE_LINK = "Link:"
BEFORE_GOAL = "Goal:"
BEFORE_WRITES = "Who writes?"
BEFORE_MINUTES = "Minutes planned"
BEFORE_CLOCK = "Show the clock"
BEFORE_COVER = "Numbers about living or dying"
BEFORE_PAGE = "The page for the doctor"
BEFORE_PAGE_READY = "hand it over at the start"
BEFORE_PAGE_GIVEN = "given to the doctor"
BEFORE_NO_MINUTES = "not known"
BEFORE_CLOCKS = {"shown": "yes", "last_five": "only the last five minutes", "off": "no"}
BEFORE_COVERS = ("show", "cover", "leave_out")
BEFORE_NO_PAGE = "not made; that is fine"
BEFORE_GOES = "Just type. This card goes away with the first letter."
BEFORE_IN = "Up/Down line · Left/Right choose · a letter goes on typing · Esc back"


def before_starts(key: str) -> str:
    """When the clock starts."""
    return f"the clock starts with your first note; {key} starts it again"


def before_covers(patient: str) -> dict[str, str]:
    """What can become of numbers about living or dying."""
    says = ("show", f"cover until {patient} asks", "leave them out")
    return dict(zip(BEFORE_COVERS, says, strict=True))


def asks_first(patient: str) -> str:
    """The person who puts the questions."""
    return f"{patient} asks first"


def made_on(day: str) -> str:
    """When the page was made."""
    return f"made {day}"


def before_hint(key: str) -> str:
    """The last line under the card."""
    return f"Enter save · Tab to the card · {key} the doctor is here · F1 more"


# The end

END_TITLE = "You asked what you could. This is how it stands."
END_HINT = "Arrows choose · 1 to 3 what now · Tab to writing · Esc to the visit"
END_ANSWERED = "Answered"
END_PARTLY = "Partly"
END_ASKED = "Asked"
END_OPEN = "Where should each go? You can choose later; nothing is dropped by itself."
END_NOTHING = "Nothing is left open."
END_TO_DO = "To do"
END_COVERED = "Covered"
END_LEFT_OUT = "Left out"
END_WRITING_HINT = "Enter save · Tab to the list above · Esc to the visit"
END_STEP_HINT = "Enter by when · Left/Right who does it · Up/Down · Esc to the visit"
END_PLACEHOLDER = 'You can go on writing: "on the way out she said ..."'
END_NOW = "What now?"
END_CHOICES = {"next": "next visit", "message": "message", "drop": "drop", "later": "later"}
END_MESSAGE = "A letter that asks it waits in Papers."
END_DEBRIEF = "Ten minutes while it is fresh"
END_DEBRIEF_ASIDE = "five questions, one at a time"
END_READ = "Read the answers through, in order"
END_READ_ASIDE = "one minute, also for reading aloud"
END_STOP = "Stop for today"
END_STOP_ASIDE = "nothing has to be decided today"
STOPPED = "All is kept. Nothing has to be decided today."


def end_top(clinician: str) -> str:
    """The top line at the end of a visit."""
    return " · ".join(part for part in ("End of the visit", clinician) if part)


def end_right(begun: str, ended: str, notes: int) -> str:
    """From when to when, and how many notes."""
    word = "note" if notes == 1 else "notes"
    return f"{begun} to {ended} · {notes} {word}, all saved"


def covered_notes(count: int, patient: str) -> str:
    """Notes that stay covered."""
    if count == 1:
        return f"1 note. It stays covered until {patient} asks for it."
    return f"{count} notes. They stay covered until {patient} asks for them."


def left_out_notes(count: int, patient: str) -> str:
    """Notes that are on no line until the user asks for them."""
    word = "note stays" if count == 1 else "notes stay"
    return f"{count} {word} left out until {patient} asks."


def by_day(day: str) -> str:
    """The day when something is to be done."""
    return f"by {day or '____'}"


# By when

DAY_ASK = "By when?"
DAY_HOW = "As you would say it: next Thursday, in 3 weeks, tomorrow. Empty: no day."
DAY_PLACEHOLDER = "next Thursday, in 3 weeks, tomorrow ..."
DAY_HINT = "Enter keep the day · Esc leave it as it was"


# While it is fresh

DEBRIEF = (
    "What was the main thing the doctor said?",
    "What happens next?",
    "What was not clear?",
    "What surprised you?",
    "How are you now?",
)
DEBRIEF_TITLE = "In one or two sentences"
DEBRIEF_EACH = "Each of you first, then read each other's."
DEBRIEF_THEN = "Then:"
DEBRIEF_NOW = "writing now"
DEBRIEF_WRITTEN = "written"
DEBRIEF_NOT_YET = "not yet"
DEBRIEF_DONE = "All five are kept. Ctrl+G, then 3: what each doctor said."
DEBRIEF_PLACEHOLDER = "One or two lines are enough. Empty is fine too."


def debrief_top(place: int, of: int) -> str:
    """The top line of the debrief."""
    return f"While it is fresh · {place} of {of}"


def debrief_hint(other: str) -> str:
    """Keys of the debrief."""
    return f"Enter next · Up back · Ctrl+T {other} · Tab the notes · Esc stop here"


# Read the answers through

READ_TITLE = "The answers, in order"
READ_HINT = "Up/Down, PgUp/PgDn go through · a letter goes on typing · Esc back"
READ_NOTHING = "nothing written here"
READ_BEFORE_YOU_LEAVE = "Before you leave"
BEFORE_YOU_LEAVE_STEPS = {
    "call": "Whom to call",
    "plan": "The plan",
    "who": "Who does what",
    "results": "Results",
    "report": "The report",
}
"""Put before each answer where it is a step among others."""
READ_DEBRIEF = "While it was fresh"
READ_WAITS = "Written. It is shown here once everybody has written."
