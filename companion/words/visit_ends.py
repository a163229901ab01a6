"""Sentences of the cards before a visit, at its end, and after."""

from __future__ import annotations

# Before it starts

BEFORE_TITLE = "Before it starts"
BEFORE_LINES = (
    "Set the laptop low, so you can see the doctor over it.",
    'Ask: "Is it OK if I take notes? I forget so much."',
    "If the news is hard, stop typing and look up. Notes can wait.",
)
BEFORE_SAY_FIRST = "Say first:"
BEFORE_INVITED = "Invitation:"
BEFORE_LINK = "Link:"
BEFORE_GOAL = "Goal:"
BEFORE_DECIDE = "Decide by:"
BEFORE_WRITES = "Who is writing?"
BEFORE_MINUTES = "Minutes planned"
BEFORE_CLOCK = "Show the clock"
BEFORE_COVER = "Numbers about living or dying"
BEFORE_PAGE = "Page for the doctor"
BEFORE_PAGE_READY = "give it at the start"
BEFORE_PAGE_GIVEN = "the doctor has it"
BEFORE_NO_MINUTES = "not known"
BEFORE_CLOCKS = {"shown": "yes", "last_five": "the last 5 minutes", "off": "no"}
BEFORE_COVERS = ("show", "cover", "leave_out")
BEFORE_STARTS = "the clock starts with your first note"
BEFORE_GOES = "Just type. This card closes by itself."
BEFORE_IN = "Up/Down line · Left/Right choose · letter types on · Esc back"


def before_covers(patient: str) -> dict[str, str]:
    """What can become of numbers about living or dying."""
    says = ("show", f"hide until {patient} asks", "keep off the screen")
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

END_TITLE = "You asked what you could. Here's where things stand."
END_HINT = "Arrows choose · 1 to 4 what now · Tab to writing · Esc to the visit"
END_ANSWERED = "Answered"
END_PARTLY = "Partly answered"
END_ASKED = "Asked"
END_OPEN = "Still open. What should happen with each? You can decide later."
END_NOTHING = "Nothing is left open."
END_TO_DO = "To do"
END_HIDDEN = "Hidden"
END_WRITING_HINT = "Enter save · Tab to the list above · Esc to the visit"
END_STEP_HINT = "Enter due date · Left/Right who does it · Esc to the visit"
END_PLACEHOLDER = 'You can keep writing: "on the way out she said ..."'
END_WHO = "Which doctor was it, and which day? Enter: write it down."
END_NOW = "What now?"
END_CHOICES = {
    "next": "next visit",
    "message": "in a message",
    "drop": "drop it",
    "later": "decide later",
}
END_MESSAGE = "There's a letter ready for it in Papers."
END_LATER = "Asking later is fine: by message, or at the next visit."
END_DEBRIEF = "Write it down while it's fresh"
END_SAID = "What was said, on one page"
END_SAID_ASIDE = "to read aloud, keep or send on"
END_READ = "Go over the answers, in order"
END_READ_ASIDE = "every question with its notes"
END_STOP = "Stop for today"
END_STOP_ASIDE = "you don't have to decide today"
STOPPED = "All saved. You don't have to decide anything today."


def end_top(clinician: str) -> str:
    """The top line at the end of a visit."""
    return " · ".join(part for part in ("End of the visit", clinician) if part)


def end_right(begun: str, ended: str, notes: int) -> str:
    """From when to when, where that is known, and how many notes."""
    word = "note" if notes == 1 else "notes"
    hours = f"{begun} to {ended} · " if begun and ended else ""
    return f"{hours}{notes} {word}, all saved"


def end_debrief_aside(count: int) -> str:
    """What writing it down takes."""
    return f"{count} questions, one at a time"


def hidden_notes(count: int, patient: str) -> str:
    """Notes that stay hidden."""
    word = "note stays" if count == 1 else "notes stay"
    return f"{count} {word} hidden until {patient} asks."


def left_out_notes(count: int, patient: str) -> str:
    """Notes that are on no line until the user asks for them."""
    word = "note" if count == 1 else "notes"
    return f"{count} {word} kept off the screen until {patient} asks."


def by_day(day: str) -> str:
    """The day when something is to be done."""
    return f"by {day or '____'}"


# By when

DAY_ASK = "By when?"
DAY_HOW = "Any way you'd say it: next Thursday, in 3 weeks. Blank: no date."
DAY_PLACEHOLDER = "next Thursday, in 3 weeks, tomorrow ..."
DAY_HINT = "Enter save · Esc leave it unchanged"


# While it is fresh

DEBRIEF = (
    "What was the main thing the doctor said?",
    "What happens next?",
    "What was not clear?",
    "What surprised you?",
    "How are you feeling now?",
)
DEBRIEF_TITLE = "In a sentence or two"
DEBRIEF_EACH = "Write your own first. Then read each other's."
DEBRIEF_NOW = "writing now"
DEBRIEF_WRITTEN = "written"
DEBRIEF_NOT_YET = "not yet"
DEBRIEF_PLACEHOLDER = "A line or two is enough. Or leave it blank."


TURN_HIDES = "What was written stays hidden until both of you are done."
TURN_SKIP_ASIDE = "and show what was written"
TURN_HINT = "1 start · 2 skip · letter types on · Esc not now"
TOGETHER_TITLE = "What each of you wrote"
TOGETHER_HINT = "Up/Down move · Tab change an answer · Enter done · Esc back"


def turn_title(name: str) -> str:
    """The call to the keyboard."""
    return f"{name}: your turn at the keyboard"


def turn_start(name: str) -> str:
    """The other person writes now."""
    return f"{name} writes now"


def turn_skip(name: str) -> str:
    """The other person does not write."""
    return f"Skip {name}'s turn"


def turn_done(name: str, count: int) -> str:
    """What was written, and what comes now."""
    return f"{name} is done. The same {count} questions come now, one at a time."


def debrief_top(place: int, of: int) -> str:
    """The top line of the debrief."""
    return f"While it's fresh · {place} of {of}"


def debrief_hint(other: str) -> str:
    """Keys of the debrief.

    Args:
        other: Who else may write; empty when nobody.
    """
    switch = f"Ctrl+T {other} writes · " if other else ""
    return f"Enter next · Up back · {switch}Tab the notes · Esc stop here"


def debrief_done(count: int) -> str:
    """All questions were gone through."""
    return f"All {count} are saved. Next: Ctrl+G, then 3, to compare."


# Go over the answers

READ_TITLE = "The answers, in order"
READ_HINT = "Up/Down, PgUp/PgDn move · letter types on · Esc back"
READ_NOTHING = "no notes"
READ_BEFORE_YOU_LEAVE = "Before you leave"
BEFORE_YOU_LEAVE_STEPS = {
    "call": "Who to call",
    "plan": "The plan",
    "who": "Who does what",
    "results": "Results",
    "report": "The report",
}
"""Put before each answer where it is a step among others."""
READ_DEBRIEF = "While it's fresh"
LEFT_BLANK = "nothing written"
READ_WAITS = "Written. You'll see it when everyone is done."
