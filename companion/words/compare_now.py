"""Sentences of the page *what now* of the Compare room."""

from __future__ import annotations

from companion.words.compare import NO_DOCTOR, all_of

NOW_TITLE = "What this could mean"
DIFFER_ON = "They differ on"
CANNOT_TELL_ON = "Can't tell yet"
SO_FAR = "That's for the topics you've compared so far."
NOTHING_JUDGED = "Nothing compared yet. Press t and go topic by topic."
PATHS_HEADING = "What to do next"
PATHS_SUB = "None is better than the others. Pick one; you can change it."
STEPS = "To do"
NEW_STEP = "+ New to-do"
SURE = "How sure are we?"
LEANING = "Where we're leaning"
DECIDED = "What we decided, and why"
NOTHING_WRITTEN = "nothing yet"
NO_LEANING = "nothing yet. You don't have to decide today."
TWO_CAREFUL = "Two careful doctors can disagree. That does not tell you who is right."
MAKES = {
    "visit": "sets up a visit or call with your questions",
    "message": "adds to-dos: the message, and the answer",
    "sheet": "makes one page, the same words for both",
    "steps": "adds a to-do for each step",
    "date": "sets a date to look again",
}
MAKES_SHORT = {
    "visit": "sets up a visit or call",
    "message": "adds to-dos for a message",
    "sheet": "makes one page for both",
    "steps": "adds to-dos",
    "date": "sets a date to look again",
}
YOUR_CURRENT_DOCTOR = "your current doctor"
"""In the text of a next step, where the doctor's name can stand."""
CHOSEN_BEFORE = "chosen"
FRONT_DESK = "If someone else answers"
EXPECTED = "Before the visit you expected"
PAPERS = {
    "take-back": ("message", "+ Paper: message to your current doctor"),
    "together": ("both", "+ Paper: ask both doctors to talk to each other"),
    "same-questions": ("ask-both", "+ Paper: the same questions for both"),
    "change": ("change", "+ Paper: move your care to another doctor"),
    "third": ("book", "+ Paper: ask for an appointment"),
}
"""The paper of a path, and how it is offered."""
SAY = "You can say"


def saw_it(records: tuple[str, ...], seen: str, unseen: str, of: int) -> str:
    """Doctors who had seen some records, and who had not."""
    them = "it" if len(records) == 1 else "them"
    had = f"{seen} had seen: {', '.join(records)}. {unseen} had not."
    return f"{had} Compare again once {all_of(of)} have seen {them}."


def not_discussed_by(of: int) -> str:
    """Topics that did not come up with every doctor."""
    return f"Not discussed by {all_of(of)}"


def put_to_one(doctor: str, questions: str) -> str:
    """Questions that were put to only one doctor."""
    return f"Asked only of {doctor or NO_DOCTOR}: {questions}"


def and_more(count: int) -> str:
    """How many are not shown."""
    return f"and {count} more"


def sure(yes: int, of: int, day: str) -> str:
    """How many of the four were answered with yes, and when."""
    return f"{yes} of {of} yes, {day}"


def sure_then(day: str, answers: str) -> str:
    """What was answered on one day."""
    return f"{day}: {answers}"


def step_right(owner: str, due: str, done: str, *, late: bool) -> str:
    """Owner and day of a step."""
    when = f"was due {due}" if late else f"by {due}"
    parts = [owner, f"done {done}" if done else (when if due else "")]
    return " · ".join(part for part in parts if part)


def first_say(row: str) -> str:
    """A topic that changes what the others mean."""
    return f"Compare this topic too; it affects the rest: {row}"


def chosen_on(day: str) -> str:
    """When a path was chosen."""
    return f"{CHOSEN_BEFORE} {day}"


def made_visit(doctor: str, when: str, *, phone: bool, planned: bool) -> str:
    """The visit or call that a path has made, and when it is or was."""
    what = "a call" if phone else "a visit"
    day = when or ("no date yet" if planned else "")
    made = f"set up: {what} with {doctor or NO_DOCTOR}"
    return f"{', '.join(part for part in (made, day) if part)} · Enter open"


def made_steps(count: int, first_day: str) -> str:
    """The steps that a path has made, and when the first one is due."""
    made = "1 to-do" if count == 1 else f"{count} to-dos"
    return f"added: {made}, see below{f'; the next by {first_day}' if first_day else ''}"


def own_words(label: str, day: str, text: str) -> str:
    """What was written last of one thing, with its day."""
    return f"{label} ({day}): {text}" if day else f"{label}: {text}"


def leaned_before(count: int) -> str:
    """How often a leaning was written before."""
    return "1 earlier entry" if count == 1 else f"{count} earlier entries"


def visit_made(doctor: str, fits: int, more: int) -> str:
    """A visit was made, with as many questions as fit its minutes; how many wait."""
    if not more:
        return f"Set up: a visit with {doctor or NO_DOCTOR}, with your questions."
    asked = "1 question" if fits == 1 else f"{fits} questions"
    return f"Set up: a visit with {asked}, {more} more if there's time."


def visit_there(doctor: str) -> str:
    """There is such a visit already."""
    return f"Your visit with {doctor or NO_DOCTOR} is already planned; see below."


def steps_made(count: int) -> str:
    """Steps were made."""
    if not count:
        return "Its to-dos are already on the list."
    made = "1 to-do" if count == 1 else f"{count} to-dos"
    return f"{made} added. Ctrl+T: who does it, F3: due date."


ENTER_AGAIN = "Chosen. Press Enter again to set it up."
CHOOSE_A_STEP = "Pick a to-do with the arrows first."
CHOOSE_A_PATH = "Pick a next step first (Space)."
