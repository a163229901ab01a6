"""Names of the fields of Compare, and what undo takes back."""

from __future__ import annotations

from companion.words.compare import NO_DOCTOR

ADD_ASPECT = "A row of your own: what do you want to compare?"
ADDITION = "Set down for good. What you add here is dated today"
RATED = {
    "trust": "Do I trust this opinion?",
    "daily_life": "Does it fit with my daily life?",
    "what_matters": "Does it fit with what matters to me?",
    "talk": "How well could we talk?",
}
RATED_SHORT = {
    "trust": "trust",
    "daily_life": "fit with daily life",
    "what_matters": "fit with what matters",
    "talk": "how well we could talk",
}
SURE_OWN = (
    "Do we know the ways open to us, with their good and bad sides?",
    "Are we clear about what matters most to us?",
    "Do we have enough help and advice to go on?",
    "Do we feel sure about the way we lean?",
)
PATHS_OWN = (
    ("stay", "Stay with the present plan.", "date"),
    ("take-back", "Take it back to your present doctor.", "visit"),
    ("together", "Ask both to look at it together.", "message"),
    ("same-questions", "Put the same questions to both.", "sheet"),
    ("change", "Change to another doctor.", "steps"),
    ("third", "Ask a third doctor.", "visit"),
    ("not-yet", "Not yet.", "date"),
)
VISIT_UNREADABLE = "A visit of this case cannot be read; what was said there is missing here."
STEP_FIELD = "What is to be done?"
DAY_FIELD = "By when? Empty: no day"
LEANING_FIELD = "Which way do we lean today, in our words?"
DECIDED_FIELD = "Why we decided, in our words"
PATH_WHY_FIELD = "Why this way, in our words"

# What undo takes back.

UNDO_VERDICT = "how a row goes together"
UNDO_WHY = "why they differ"
UNDO_STARS = "how much a row matters"
UNDO_CELL = "what an opinion says"
UNDO_NOTES = "notes behind an opinion"
UNDO_ADDITION = "addition to an opinion"
UNDO_SET_DOWN = "opinion set down"
UNDO_SEEN = "what a doctor had seen"
UNDO_KNOWN = "whether the other opinion was known"
UNDO_RATING = "rating"
UNDO_ASPECT = "row of one's own"
UNDO_ASPECT_GONE = "row taken out"
DAY_WORD = "day"
"""Part of the step of a path that wants a day."""
UNDO_PATH = "way on chosen"
UNDO_PATH_WHY = "why this way"
UNDO_STEPS = "steps of a way on"
UNDO_STEP = "step changed"
UNDO_NEW_STEP = "new step"
UNDO_SURE = "how sure we are"
UNDO_LEANING = "leaning"
UNDO_DECIDED = "why we decided"


def look_again(decide_by: str) -> str:
    """The day to look at the plan again."""
    before = f" Decide by {decide_by}." if decide_by else ""
    return f"Which day to look again?{before} Empty: no day"


def say_first(say: str, front_desk: str) -> str:
    """Words to begin a call with, and those for somebody else who answers."""
    other = f'Not there? "{front_desk}"' if front_desk else ""
    return "\n".join(part for part in (f'"{say}"' if say else "", other) if part)


def ask_about(row: str) -> str:
    """The question to both about a row without a question in the guidance."""
    return f"How did you come to what you said about this: {row}?"


def cell(aspect: str, doctor: str) -> str:
    """The name of a cell while it is written."""
    return f"{aspect}, {doctor or NO_DOCTOR}: in your words"
