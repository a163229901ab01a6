"""Sentences of the Prepare room."""

from __future__ import annotations

from math import ceil

from companion.words.opinion import title

LIST_TITLE = "Getting ready"
PARTS = {
    "time": "Is there time?",
    "reasons": "Why another opinion",
    "goal": "Goal of this visit",
    "telling": "Tell your doctor",
    "records": "Records",
    "questions": "Questions",
    "matters": "What matters to me",
    "opinion": "What my doctor says",
    "people": "Who comes, what job",
    "opening": "Opening, two sentences",
    "medicines": "Medicines, allergies",
    "history": "My history, one page",
    "numbers": "Numbers and news",
    "role": "How much I decide",
    "expectation": "What I expect to hear",
    "visit": "The visit itself",
    "page": "Page for the doctor",
    "enough": "Enough for today",
}
IF_YOU_LIKE = "if you like:"
MARKS = {"ready": "[x]", "begun": "[~]", "not_begun": "[ ]"}
KEPT_CALM = "[x] ready  [~] begun  [ ] not begun.  Nothing is a must."
BLANK = "____"
OWN_WORDS = "+ In your own words"
SAY = "You may say:"

SEE_PAGE = "+ See the page, and make a file to print or to send"
WHY_PAGE = "Hand it over at the start. Your questions help most when the doctor takes them up."
ALL_PAPERS = "+ Letters, copies and all other papers"

ENTER_WRITES = "Enter changes what stands here."
NOT_HERE = "That key has nothing to do here."
NOTHING_NEXT = "Nothing is left to do now in the nine parts. You can stop here."
ONLY_IF_YOU_LIKE = "Those were the nine parts. From here on only if you like."

UNDO_CHOICE = "choice"
UNDO_MOVED = "line moved"
UNDO_STARS = "how much something matters"

TIME_ANSWER = "What the doctor says"
REASON_LABEL = "A reason of your own"
PRIORITY_LABEL = "Something that matters to you"
GOAL_LABEL = "Goal of this visit, one sentence"
GOAL_INTRO = "One sentence: what should be clear when you walk out?"
GOAL_EXAMPLES = "Examples. Enter takes one; then change it to fit you."
TELLING = {
    "telling": "How I tell my doctor",
    "referral": "Referral",
    "insurance": "Insurer",
    "where_to_go": "Where I go",
}
TELLING_PAPERS = {
    "referral": "+ Letter: ask for a referral",
    "insurer": "+ Letter: ask the insurer",
    "book": "+ Letter: ask for a visit",
}
PATIENT = "The patient"
COMPANION = "Who comes along"
JOB = "What job"
JOBS = "Jobs one can take. Enter ticks one."
ALONE = "I go alone."
OPENING_LABEL = "Two sentences to begin with"
OPENING_SHORT = "Opening"
OPENING_INTRO = (
    "Who you are and what you came for. Two sentences are easy to remember and to say first."
)
WORDS_A_SECOND = 2.5
"""About how fast people read aloud."""
MEDICINES = "Medicines"
ALLERGIES = "Allergies"
HISTORY = "History"
ADD_MEDICINE = "+ A medicine: name, how much, how often, since when"
ADD_ALLERGY = "+ An allergy, and what happens"
ADD_POINT = "+ A point: when, what"
NONE_OF = {"medicines": "I take no medicine.", "allergies": "I know of no allergy."}
HISTORY_INTRO = "One line a point, the oldest first. Ctrl+Up and Ctrl+Down move a line."
PAGE_LINES = 30
"""Points that fit one page in legible letters."""
NUMBERS_LABEL = "How you want numbers and news"
NUMBERS_CHOICES = (
    "All of it, with numbers.",
    "The main things, in plain words.",
    "Step by step. I will ask for more.",
)
COVERED = "Numbers about living or dying"
COVERED_AS = {
    "show": "show them",
    "cover": "cover them until I ask",
    "leave_out": "leave them out",
}
ROLE_LABEL = "How much you want to decide"
ROLE_CHOICES = (
    "I decide, after I have heard the doctor.",
    "We decide together.",
    "The doctor decides, after hearing what matters to me.",
    "I do not know yet.",
)
EXPECTATION_LABEL = "What you expect to hear"
EXPECTATION_INTRO = (
    "Write it before the visit. Afterward you can see what was new. Nobody else has to read it."
)
ENTER_OPENS = "Enter opens a part"
PART_HINT = "Enter chooses or writes · n next thing · Esc list · F1 more"
TIME_HINT = "Enter writes what your doctor says · n next thing · Esc list · F1 more"
NO_VISIT = "no visit planned yet"
EDIT_HINT = "Enter keeps it · Esc keeps it too and goes back"
READ_HINT = "Enter keeps it · Esc keeps it too, if it can be read, and goes back"
EMPTY_HINT = "Enter on an empty line closes the field · Esc closes it too"
RECORD_HINT = "Space moves it on · F5 asked · Enter details · F8 own · Esc list · F1 more"
CHOOSING_HINT = "Enter takes it or lets it go · Esc back"
PRIORITY_HINT = "Enter ticks · * how much it matters · F8 own · Esc list"

ENOUGH_TITLE = "That is enough for today."
ENOUGH_SAVED = "All is saved. You can stop at any time and go on another day."
ENOUGH_GO = "Back to Home"
DONE_SO_FAR = "This is ready, or begun:"
NOTHING_YET = "Nothing is written yet. That is all right."
WAITS = "This can wait:"
TIME_FIRST = 'Before you stop, read the top of "Is there time?" Some things cannot wait.'
"""The next thing to do, until the patient has looked whether there is time."""


def undo_chosen(text: str) -> str:
    """Something was ticked."""
    return f"chosen: {text}"


def undo_taken_away(text: str) -> str:
    """Something was taken away."""
    return f"taken away: {text}"


def part_name(part: str, doctor: str = "") -> str:
    """The name of a part; two of them name the present doctor."""
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
        return f"the day to decide was {day}"
    left = {0: "today", 1: "1 day left"}.get(days, f"{days} days left")
    return f"decide by {day}, {left}"


def list_hint(following: str) -> str:
    """The last line of the list of parts: it names the next thing."""
    next_thing = f"n next: {following}" if following else "n next thing"
    return f"{next_thing} · Enter opens a part · F1 more"


def ready_now(part: str, following: str) -> str:
    """A part that has become ready, and the next one."""
    return f"Ready: {part} · n goes on to: {following}"


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
        return f"{count} points: more than a page. What could be left out?"
    return f"{count} of about {PAGE_LINES} points that fit one page."


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
    return f"Made last: {day}"
