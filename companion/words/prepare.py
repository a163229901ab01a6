"""Sentences of the Prepare room."""

from __future__ import annotations

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
KEPT_CALM = "[x] ready  [~] begun  [ ] not begun.  Nothing here has to be filled in."
BLANK = "____"
OWN_WORDS = "+ In your own words"
SAY = "You may say:"

SEE_PAGE = "+ See the page, and make a file to print or to send"
WHY_PAGE = "Hand it over at the start. Your questions help most when the doctor takes them up."
ALL_PAPERS = "+ Letters, copies and all other papers"

NOT_HERE = "That key has nothing to do here."
NOTHING_NEXT = "All nine parts are ready. You can stop here."

UNDO_CHOICE = "choice"
UNDO_STARS = "how much something matters"

TIME_ANSWER = "What the doctor says"
REASON_LABEL = "A reason of your own"
MATTER_LABEL = "Something that matters to you"
GOAL_LABEL = "Goal of this visit, one sentence"
GOAL_INTRO = "One sentence: what should be clear when you walk out?"
GOAL_EXAMPLES = "Examples. Enter takes one; then change it to fit you."
TELLING = {
    "telling": "How I tell my doctor",
    "referral": "Referral",
    "insurance": "Insurer",
    "where_to_go": "Where I go",
}
PATIENT = "The patient"
COMPANION = "Who comes along"
JOB = "What job"
JOBS = "Jobs one can take. Enter ticks one."
ALONE = "I go alone."
OPENING_LABEL = "Two sentences to begin with"
OPENING_INTRO = (
    "Who you are and what you came for. Two sentences are easy to remember and to say first."
)
MEDICINES = "Medicines"
ALLERGIES = "Allergies"
HISTORY = "History"
ADD_MEDICINE = "+ A medicine: name, how much, how often, since when"
ADD_ALLERGY = "+ An allergy, and what happens"
ADD_POINT = "+ A point: when, what"
HISTORY_INTRO = "One line a point, the oldest first. One page is plenty."
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
LIST_HINT = "Enter opens a part · n next thing · F1 more"
PART_HINT = "Enter chooses or writes · n next thing · Esc list · F1 more"
TIME_HINT = "Enter writes what your doctor says · n next thing · Esc list · F1 more"
NO_VISIT = "no visit planned yet"
EDIT_HINT = "Enter keeps it · Esc keeps it too and goes back"
EMPTY_HINT = "Enter on an empty line closes the field · Esc closes it too"
RECORD_HINT = "Space moves it on · a asked · Enter details · F8 own · Esc list · F1 more"
CHOOSING_HINT = "Enter takes it or lets it go · Esc back"
MATTER_HINT = "Enter ticks · * how much it matters · F8 own · Esc list"

ENOUGH_TITLE = "That is enough for today."
ENOUGH_SAVED = "All is saved. You can stop at any time and go on another day."
ENOUGH_GO = "Back to Home"


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


def decide_by(day: str) -> str:
    """The day to decide by."""
    return f"decide by {day}"


def top(what: str) -> str:
    """The left of the top line."""
    return f"Prepare · {what}" if what else "Prepare"


def words_so_far(text: str) -> str:
    """How long a text is; about fifty words can be said in half a minute."""
    count = len(text.split())
    return f"{count} word" if count == 1 else f"{count} words"


def say(text: str) -> str:
    """Words somebody may use."""
    return f'{SAY} "{text}"'


def from_guidance(pack: str, month: str) -> str:
    """Where a piece of guidance comes from."""
    return f"guidance: {pack}, reviewed {month}"


def next_is(part: str) -> str:
    """What comes next another day."""
    return f"Next time: {part}"


CANNOT_BE_KEPT = "This cannot be kept as it stands. The same key again leaves it out."


def page_made(day: str) -> str:
    """When the page for the doctor was made last."""
    return f"Made last: {day}"
