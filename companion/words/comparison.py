"""Names of the fields of Compare, and what undo takes back."""

from __future__ import annotations

from companion.words.compare import NO_DOCTOR

ADD_ASPECT = "Your own topic: what do you want to compare?"
ADDITION = "Locked. What you add here gets today's date"
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
    "Do we know our options, and the pros and cons of each?",
    "Are we clear about what matters most to us?",
    "Do we have enough help and advice to go on?",
    "Do we feel sure about where we're leaning?",
)
PATHS_OWN = (
    ("stay", "Stay with your current plan.", "date"),
    ("take-back", "Talk it over with your current doctor.", "visit"),
    ("together", "Ask both doctors to talk to each other.", "message"),
    ("same-questions", "Ask both the same questions.", "sheet"),
    ("change", "Change to another doctor.", "steps"),
    ("third", "Ask a third doctor.", "visit"),
    ("not-yet", "Not yet.", "date"),
)
VISIT_UNREADABLE = "A visit in this case can't be read; what was said there is missing here."
STEP_FIELD = "What needs doing?"
DAY_FIELD = "By when? Blank: no date"
LEANING_FIELD = "Where are we leaning today, in our own words?"
DECIDED_FIELD = "What we decided, and why, in our own words"
PATH_WHY_FIELD = "Why this one, in our own words"

# What undo takes back.

UNDO_VERDICT = "how a topic compares"
UNDO_WHY = "why they differ"
UNDO_STARS = "how much a topic matters"
UNDO_CELL = "what an opinion says"
UNDO_NOTES = "notes an opinion is based on"
UNDO_ADDITION = "addition to an opinion"
UNDO_SET_DOWN = "opinion locked"
UNDO_SEEN = "what a doctor had seen"
UNDO_KNOWN = "whether the other opinion was known"
UNDO_RATING = "rating"
UNDO_ASPECT = "topic added"
UNDO_ASPECT_GONE = "topic removed"
DAY_WORDS = ("day", "date")
"""One of them stands in the step of a path that wants a day."""
UNDO_PATH = "next step chosen"
UNDO_PATH_WHY = "why this next step"
UNDO_STEPS = "to-dos of a next step"
UNDO_STEP = "to-do changed"
UNDO_NEW_STEP = "new to-do"
UNDO_SURE = "how sure we are"
UNDO_LEANING = "where we're leaning"
UNDO_DECIDED = "what we decided"


def look_again(decide_by: str) -> str:
    """The day to look at the plan again."""
    before = f" Decide by {decide_by}." if decide_by else ""
    return f"When will you look again?{before} Blank: no date"


def say_first(say: str, front_desk: str) -> str:
    """Words to begin a call with, and those for somebody else who answers."""
    other = f'Not there? "{front_desk}"' if front_desk else ""
    return "\n".join(part for part in (f'"{say}"' if say else "", other) if part)


def ask_about(row: str) -> str:
    """The question to both about a topic without a question in the guidance."""
    return f"How did you come to your view on this: {row}?"


def cell(aspect: str, doctor: str) -> str:
    """The name of a cell while it is written."""
    return f"{aspect}, {doctor or NO_DOCTOR}: in your words"
