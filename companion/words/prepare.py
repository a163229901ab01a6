"""Sentences of the Prepare room."""

from __future__ import annotations

from math import ceil

from companion.words.opinion import title

LIST_TITLE = "Getting ready"
PARTS = {
    "time": "Is there time?",
    "reasons": "Why a second opinion",
    "goal": "Goal for this visit",
    "telling": "Tell your doctor",
    "records": "Records",
    "questions": "Questions",
    "matters": "What matters most",
    "opinion": "Your doctor's opinion",
    "people": "Who comes with you",
    "opening": "Your first words",
    "medicines": "Medicines, allergies",
    "history": "Your history, one page",
    "numbers": "How to hear the news",
    "role": "Who decides",
    "expectation": "What you expect",
    "visit": "Date, time and place",
    "results": "Test results",
    "page": "Page for the doctor",
    "enough": "Enough for today",
}
OPTIONAL = "optional:"
MARKS = {"ready": "[x]", "begun": "[~]", "not_begun": "[ ]"}
KEPT_CALM = "[x] ready  [~] started  [ ] not yet.  Skip what you like."
BLANK = "____"
OWN_WORDS = "+ In your own words"
SAY = "You can say:"

SEE_PAGE = "+ See the page, and save it to print or send"
WHY_PAGE = "Give it to the doctor at the start. It helps most when you go through it together."
ALL_PAPERS = "+ Letters, copies and all other papers"

ENTER_FIRST = "Not written: press Enter on a line first, then type."
ENTER_WRITES = "Press Enter to change this."
NOT_HERE = "That key does nothing here. F1 shows what you can do."
NOTHING_NEXT = "All 9 parts are done. You can stop here."
REST_IS_OPTIONAL = "Those were the 9 main parts. The rest is optional."

UNDO_CHOICE = "choice"
UNDO_MOVED = "line moved"
UNDO_STARS = "how much something matters"

TIME_ANSWER = "What your doctor says"
REASON_LABEL = "Your own reason"
PRIORITY_LABEL = "Something that matters to you"
GOAL_LABEL = "Goal for this visit, in one sentence"
GOAL_INTRO = "In one sentence: what do you want to know when you leave?"
GOAL_EXAMPLES = "Or pick one and change it:"
TELLING = {
    "telling": "Telling your doctor",
    "referral": "Referral",
    "insurance": "Insurance",
    "where_to_go": "Where you're going",
}
TELLING_PAPERS = {
    "referral": "+ Letter: ask for a referral",
    "insurer": "+ Letter: ask your insurer",
    "book": "+ Letter: ask for an appointment",
}
PATIENT = "Patient's first name"
COMPANION = "Companion's first name"
JOB = "How they help"
JOBS = "Ways they can help. Enter selects."
ALONE = "I'm going alone."
OPENING_LABEL = "2 sentences to start with"
OPENING_SHORT = "Your first words"
OPENING_INTRO = "Who you are and why you came. Two sentences are easy to remember."
WORDS_A_SECOND = 2.5
"""About how fast people read aloud."""
MEDICINES = "Medicines"
ALLERGIES = "Allergies"
HISTORY = "History"
ADD_MEDICINE = "+ A medicine: name, how much, how often, since when"
ADD_ALLERGY = "+ An allergy, and your reaction"
ADD_EVENT = "+ An event: when, and what happened"
NONE_OF = {"medicines": "I take no medicines.", "allergies": "No allergies that I know of."}
HISTORY_INTRO = "One line for each event, oldest first."
PAGE_LINES = 30
"""Lines that fit one page in legible letters."""
NUMBERS_LABEL = "How you want to hear the news"
NUMBERS_CHOICES = (
    "Tell me everything, with numbers.",
    "Just the main points, in plain words.",
    "A little at a time. I'll ask for more.",
)
COVERED = "Numbers about living or dying"
COVERED_AS = {
    "show": "show them",
    "cover": "hide them until I ask",
    "leave_out": "keep them off the screen",
}
ROLE_LABEL = "How much you want to decide"
ROLE_CHOICES = (
    "I decide, with the doctor's advice.",
    "We decide together.",
    "The doctor decides, knowing what matters to me.",
    "I don't know yet.",
)
EXPECTATION_LABEL = "What you expect to hear"
EXPECTATION_INTRO = (
    "Write this before you go; later you'll see what was new. It's left out of copies for others."
)
ENTER_OPENS = "Enter open"
PART_HINT = "Enter choose or write · n next thing · Esc list · F1 more"
LINES_HINT = "Enter write · Ctrl+Up/Down move · n next thing · Esc list · F1 more"
TIME_HINT = "Enter write what your doctor says · n next thing · Esc list · F1 more"
NO_VISIT = "no visit planned yet"
EDIT_HINT = "Enter save · Esc save and go back"
EMPTY_HINT = "Enter or Esc close this empty line"
RECORD_HINT = "Space move on · F5 asked · Enter details · F8 own · Esc list · F1 more"
CHOOSING_HINT = "Enter add or remove · Esc back"
PRIORITY_HINT = "Enter select · * how much it matters · F8 own · Esc list"

ENOUGH_TITLE = "That's enough for today."
ENOUGH_GO = "Back to Home"
DONE_SO_FAR = "Ready or started:"
NOTHING_YET = "Nothing written yet. That's all right."
WAITS = "This can wait:"
TIME_FIRST = 'Before you stop, read the top of "Is there time?" Some things cannot wait.'
"""The next thing to do, until the patient has looked whether there is time."""


def undo_chosen(text: str) -> str:
    """Something was selected."""
    return f"chosen: {text}"


def undo_taken_away(text: str) -> str:
    """Something was removed."""
    return f"removed: {text}"


def more_reasons(count: int) -> str:
    """How many reasons are not shown yet."""
    return "+ 1 more reason" if count == 1 else f"+ {count} more reasons"


def part_name(part: str, doctor: str = "") -> str:
    """The name of a part; two of them name the current doctor."""
    if doctor and part == "telling":
        return f"Tell {doctor}"
    if doctor and part == "opinion":
        return title(doctor)
    return PARTS[part]


def arrived(done: int, of: int) -> str:
    """How many records have arrived."""
    return f"{done} of {of}"


def questions(count: int, musts: int) -> str:
    """How many questions there are."""
    return f"{count}, {musts} must"


def ready_of(done: int, of: int) -> str:
    """How much is ready, in words."""
    return f"{done} of {of} ready"


def decide_by(day: str, days: int) -> str:
    """The day to decide by, and how many days are left."""
    if days < 0:
        return f"decide-by date was {day}"
    left = {0: "today", 1: "1 day left"}.get(days, f"{days} days left")
    return f"decide by {day}, {left}"


def by(day: str, days: int) -> str:
    """The day to decide by, where there is room for no more."""
    return f"was due {day}" if days < 0 else f"by {day}"


def list_hint(following: str) -> str:
    """The last line of the list of parts: it names the next thing."""
    next_thing = f"n next: {following}" if following else "n next thing"
    return f"{next_thing} · Enter open · F1 more"


def ready_now(part: str, following: str) -> str:
    """A part that has become ready, and the next one."""
    return f"Ready: {part} · n next: {following}"


def top(what: str) -> str:
    """The left of the top line."""
    return f"Prepare · {what}" if what else "Prepare"


def words_so_far(text: str) -> str:
    """How many words a text has, and how long it takes to say."""
    count = len(text.split())
    many = "1 word" if count == 1 else f"{count} words"
    seconds = ceil(count / WORDS_A_SECOND)
    return f"{many}, about {seconds} seconds to say" if count > 1 else many


def history_lines(count: int) -> str:
    """How much of a page the history takes."""
    if count > PAGE_LINES:
        return f"{count} lines won't fit on a page. What can you leave out?"
    return f"{count} of about {PAGE_LINES} lines that fit on a page."


def done_words(part: str, name: str, done: int, of: int) -> str:
    """A part by its name with how far it has come, in words."""
    if part == "records" and of:
        return f"{name}: {done} of {of} arrived"
    if part == "questions" and of:
        many = "1 question" if of == 1 else f"{of} questions"
        return f"{name}: {many}, {done} must-ask" + ("" if done == 1 else "s")
    return name


def say(text: str) -> str:
    """Words that the user may say."""
    return f'{SAY} "{text}"'


def next_is(part: str) -> str:
    """The next thing on another day."""
    return f"Next time: {part}"


def page_made(day: str) -> str:
    """When the page for the doctor was last made."""
    return f"Last made: {day}"
