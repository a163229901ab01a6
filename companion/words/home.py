"""Sentences of Home."""

from __future__ import annotations

PROGRAM = "Companion"
NO_CASE_YET = "no case yet"

# First start.

STRAYS = "Some files have copies or are missing: see companion list."
HELLO = (
    "Hello. This helps you when you ask another doctor for an opinion.",
    "",
    "You will have asked.  You will have it in writing.  You can compare.",
    "",
    "Nothing leaves this laptop. There is no account. You can stop at any time; all is kept.",
    "If you feel very ill now, do not read on: call your doctor or the emergency number.",
)
WHERE_TO_BEGIN = "Where would you like to begin?"
BEGINNINGS = (
    ("home.new_case", "I want to get ready for a visit", "about 10 minutes, in small parts"),
    ("home.write_now", "The visit is today or now", "straight to writing"),
    ("home.was_there", "I was there already", "write down what you remember"),
    ("home.example", "Look around in a made-up example", "nothing there is kept"),
    ("home.practice", "Try the keys first", "one minute"),
)
LETTERS_TOO_SMALL = "Letters too small? Hold Ctrl and press +  (on a Mac: Cmd and +)."
HINT_FIRST = "1 to 5, or arrows and Enter · F1 more · Ctrl+Q close"

# The list of cases.

CASES = "Cases"
COMING_UP = "Coming up"
NEW_CASE_ROW = "+ New case"
EXAMPLE_ROW = "Look around in the made-up example"
NO_TITLE = "A case without a name"
NO_DOCTOR = "a doctor, no name yet"
NO_VISIT = "no visit planned yet"
READING = "its visits are being read; you can open it now"
HINT_OPEN_VISIT_ABOVE = "A visit is still open: the line on top goes back to it (Shift+Tab)."
NOTHING_COMING = "Nothing has a day yet."
LATE = "late"
HOW_TO_SEARCH = "/  search all notes, answers and steps      w  write notes now, in a new case"
HINT_CASES = "Enter open · / search · n new case · F1 more · Ctrl+Q close"
HINT_OPEN_VISIT = "Enter goes back to it · Esc stays here · Ctrl+Q close"
GO_BACK = "Enter goes back to it · Esc stays here"
DECIDE_BY = "Decide by this day"
WAS_THERE = "was there"
STILL_OPEN = "still open"
UNREADABLE_CASE = "One case cannot be opened."
UNREADABLE_VISITS = "One visit of this case cannot be read; the rest can."

NEXT = {
    "write": "go on with the visit",
    "today": "the visit is today",
    "record": "ask for this record",
    "ready": "read your questions through once more",
    "plan": "write down when the visit is",
    "time": "see whether there is time",
    "reasons": "say why you want another opinion",
    "goal": "say what this visit is for",
    "telling": "tell your present doctor",
    "records": "see which records are needed",
    "questions": "choose your questions",
    "matters": "say what matters to you",
    "opinion": "write down what your present doctor said",
    "people": "say who comes, and with what job",
    "compare": "lay the opinions side by side",
    "step": "a step",
    "ways": "look at the ways on",
    "decided": "nothing for now; look again when you like",
}


def beginning(title: str, note: str) -> str:
    """One way to begin."""
    return f"{title:<36}{note}"


def cases(count: int, late: int) -> str:
    """How many cases there are, and how many things are late."""
    many = "1 case" if count == 1 else f"{count} cases"
    if not late:
        return many
    return f"{many} · {'1 thing is' if late == 1 else f'{late} things are'} late"


def next_thing(kind: str, text: str, who: str, by: str = "", *, late: bool = False) -> str:
    """The next thing to do in a case, its owner and its day."""
    if kind == "step":
        what = text
    elif kind == "part":
        what = NEXT[text]
    elif kind == "record":
        acronym = text[1:2].isupper()
        what = f"ask for {text if acronym else text[:1].lower() + text[1:]}"
    elif kind == "write" and text:
        what = f"go on with the visit with {text}"
    else:
        what = NEXT[kind]
    when = f", {'was due' if late else 'by'} {by}" if by else ""
    return f"next{when}: {what}" + (f" ({who})" if who else "")


def visit_at(doctor: str, when: str) -> str:
    """With whom and when."""
    return ", ".join(part for part in (doctor or NO_DOCTOR, when) if part)


def was_there(doctor: str, day: str, *, under_way: bool = False) -> str:
    """A visit that is over, or one that was begun and not ended."""
    return f"{doctor or NO_DOCTOR}, {day}, {STILL_OPEN if under_way else WAS_THERE}"


def ready(count: int, of: int) -> str:
    """How much of getting ready is done."""
    return f"{count} of {of} ready"


def visit_on(day: str, distance: str) -> str:
    """When the next visit is."""
    return f"visit {day}, {distance}"


def decide_by(day: str) -> str:
    """The day by which a decision is wanted."""
    return f"decide by {day}"


def due_visit(doctor: str, time: str, minutes: int | None, place: str) -> str:
    """A visit in the list of what comes up."""
    parts = [doctor or NO_DOCTOR, time, f"{minutes} minutes" if minutes else "", place]
    return "Visit: " + ", ".join(part for part in parts if part)


def due_record(text: str, who: str) -> str:
    """A record to ask for again."""
    return f"{text}: ask again" + (f" ({who})" if who else "")


def due_step(text: str, who: str) -> str:
    """A step with a day."""
    return text + (f" ({who})" if who else "")


def was_due(text: str, day: str) -> str:
    """Something whose day is over."""
    return f"{text}; was due {day}"


def still_open(doctor: str, began: str) -> str:
    """A visit that was never ended; or one in which only an unfinished line waits."""
    visit = f"visit with {doctor or NO_DOCTOR}"
    if not began:
        return f"Half a line waits in the {visit}."
    return f"The {visit} began {began} and is still open."


def began_on(day: str, hour: str) -> str:
    """When a visit began that is open since another day."""
    return f"on {day} at {hour}"


# A new case.

NEW_CASE = "New case"
ANY_LINE_EMPTY = "you can leave any line empty"
WHAT_ABOUT = "What is it about?"
IN_YOUR_WORDS = "In your own words"
GUIDANCE = "Guidance to use"
ALWAYS = "for everyone, always used"
WHO_ARE_YOU = "Who are you here?"
THE_PATIENT = "the patient"
THE_COMPANION = "the companion: I help somebody"
PATIENT_NAME = "First name, patient"
COMPANION_NAME = "First name, companion"
NAME_USE = "only so that notes show who wrote them"
TICK_GUIDANCE = "Space ticks it: its questions, records and words come with it."
HINT_FORM = "Enter next line · Space tick · Esc Home"

# Changing a case.

CHANGE_CASE = "Change a case"
KEPT_AT_ONCE = "each change is kept as you make it"
CHANGE_BUSY = "This case is open in another window. Close it there first; nothing was changed."
CASE_FIRST = "Choose a case with the arrows first."

# Writing at once.

WAS_THERE_HINT = "Write what you remember, in any order; Ctrl+G 3 compares."

# Trying the keys.

PRACTICE = "Try the keys"
PRACTICE_SUB = "nothing here is kept"
PRACTICE_STEPS = (
    ("note", "Type a few words, then press Enter: that is a note."),
    ("go", "Press Tab, then 2: you are at question 2 now."),
    ("half", "Type half a line, then press Tab and 1: the half line stays."),
    ("answered", "Press F2: the question is answered. Press it again: partly, then back."),
)
PRACTICE_QUESTIONS = ("Is my diagnosis right?", "Is my treatment working?")
PRACTICE_DONE = "That's all there is to know. Esc goes Home."
PRACTICE_HINT = "Enter save · Tab question · F2 answered · Esc Home"

# The trash.

TRASH_TITLE = "Move a case to the trash"
TRASH_ASK = "Type the case's title and press Enter. It is kept in the trash for 30 days."
TRASH_HINT = "Enter moves it · Esc keeps the case"
TRASH_OTHER = "That is not the title. Nothing was moved."
TRASHED = "In the trash for 30 days. F1, Bring a case back."
BRING_BACK_TITLE = "Cases in the trash"
BRING_BACK_HINT = "Enter brings it back · Esc leaves it there"
BROUGHT_BACK = "The case is back."
TRASH_EMPTY = "There is no case in the trash."


def in_trash_since(day: str) -> str:
    """When a case was put in the trash."""
    return f"since {day}"
