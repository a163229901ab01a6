"""Sentences of the page *what now* of the Compare room."""

from __future__ import annotations

from companion.words.compare import NO_DOCTOR, all_of

NOW_TITLE = "What this can mean"
DIFFER_ON = "They differ on"
NOT_DISCUSSED_ON = "Not discussed with all"
CANNOT_TELL_ON = "Cannot tell yet"
SO_FAR = "That is so for the rows you have looked at. On the others it is open."
NOTHING_JUDGED = "No row has been looked at yet. Press t, and say how each goes together."
PATHS_HEADING = "Ways on"
PATHS_SUB = "None is the better one. Choose one to begin with; you can change it."
STEPS = "Steps"
STEPS_REMIND = "with a day: in Home, and in the calendar file"
NEW_STEP = "+ New step"
SURE = "How sure are we?"
LEANING = "Leaning, in your words"
DECIDED = "Why we decided"
NOTHING_WRITTEN = "nothing written yet"
TWO_CAREFUL = "Two doctors can both be careful and still differ. It does not tell you who is right."
MAKES = {
    "visit": "makes: a visit or call, with your questions in it",
    "message": "makes: steps for a message to both, and for the answer",
    "sheet": "makes: one sheet, same words for each",
    "steps": "makes: steps for records, referral and who pays",
    "date": "makes: a day to look at it again",
}
CHOSEN_BEFORE = "chosen"
FRONT_DESK = "If somebody else answers"
EXPECTED = "Before the visit you expected"
PAPERS = {
    "take-back": ("message", "+ Paper: message back to your present doctor"),
    "together": ("both", "+ Paper: ask both to look at it together"),
    "same-questions": ("ask-both", "+ Paper: the same questions for both"),
    "change": ("change", "+ Paper: move your care to another doctor"),
    "third": ("book", "+ Paper: ask for a visit"),
}
"""The paper of a path, and how it is offered."""
SAY = "You may say"


def saw_it(records: tuple[str, ...], seen: str, unseen: str, of: int) -> str:
    """Doctors who had seen some records, and who had not."""
    them = "it" if len(records) == 1 else "them"
    had = f"{seen} had seen: {', '.join(records)}. {unseen} had not."
    return f"{had} Compare after {all_of(of)} have seen {them}."


def put_to_one(doctor: str, questions: str) -> str:
    """Questions that were put to only one doctor."""
    return f"Put to {doctor or NO_DOCTOR} only: {questions}"


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
    """A row that changes what the others mean."""
    return f"Say how this row goes together too, it changes what the rest means: {row}"


def chosen_on(day: str) -> str:
    """When a path was chosen."""
    return f"{CHOSEN_BEFORE} {day}"


def made_visit(doctor: str, when: str, *, phone: bool, planned: bool) -> str:
    """The visit or call that a path has made, and when it is or was."""
    what = "a call" if phone else "a visit"
    day = when or ("no day yet" if planned else "")
    made = f"made: {what} with {doctor or NO_DOCTOR}"
    return f"{', '.join(part for part in (made, day) if part)} · Enter opens it"


def made_steps(count: int, first_day: str) -> str:
    """The steps that a path has made, and when the first one is due."""
    made = "1 step is" if count == 1 else f"{count} steps are"
    return f"made: {made} in the list below{f', the next by {first_day}' if first_day else ''}"


def leaned_before(count: int) -> str:
    """How often a leaning was written before."""
    return "1 entry before it" if count == 1 else f"{count} entries before it"


def visit_made(doctor: str) -> str:
    """A visit was made."""
    return f"Made: a visit with {doctor or NO_DOCTOR}, with your questions."


def visit_there(doctor: str) -> str:
    """There is such a visit already."""
    return f"The visit with {doctor or NO_DOCTOR} is planned already, see below."


def steps_made(count: int) -> str:
    """Steps were made."""
    if not count:
        return "Its steps are in the list already."
    made = "1 step is" if count == 1 else f"{count} steps are"
    return f"{made} in the list now. o: whose, d: by when."


ENTER_AGAIN = "Chosen. Press Enter once more to make what it makes."
CHOOSE_A_STEP = "Go to a step with the arrows first."
CHOOSE_A_PATH = "Choose a way on first, with Space."
