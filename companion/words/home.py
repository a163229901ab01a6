"""Sentences of Home, and of the search there."""

from __future__ import annotations

PROGRAM = "Companion"
NO_CASE_YET = "nothing here yet"

# First start.

STRAYS = "Some files were copied or removed: see companion list."
URGENT_HELLO = "Very ill right now? Stop here: call your doctor or the emergency number."
HELLO = (
    "Hello. Companion helps you get a second opinion from another doctor.",
    "",
    "Know what to ask.  Write down the answers.  Compare what each doctor said.",
    "",
    "Everything stays on this laptop. No account. Stop any time; it's all saved.",
    "",
    URGENT_HELLO,
)
WHERE_TO_BEGIN = "What would you like to do?"
BEGINNINGS = (
    ("home.new_case", "Get ready for a visit", "about 10 minutes, in small steps"),
    ("home.write_now", "My visit is today", "start taking notes right away"),
    ("home.was_there", "I've already been", "write down what you remember"),
    ("home.example", "Look around in an example", "made up; nothing is saved"),
    ("home.practice", "Practice the keys", "takes one minute"),
)
LETTERS_TOO_SMALL = "Text too small? Press Ctrl and + (on a Mac, Cmd and +)."
HINT_FIRST = "Press 1 to 5 · F1 more · Ctrl+Q close"
FIRST_CASE = "There's no case yet. Press 1 to start one."

# The list of cases.

CASES = "Cases"
COMING_UP = "Coming up"
NEW_CASE_ROW = "+ New case"
EXAMPLE_ROW = "Look around in an example"
NO_TITLE = "Untitled case"
NO_DOCTOR = "doctor not named yet"
NO_VISIT = "no visit planned yet"
READING = "loading its visits"
HINT_OPEN_VISIT_ABOVE = "A visit is still open. Go back: Shift+Tab, then Enter."
NOTHING_COMING = "Nothing scheduled yet."
LATE = "late"
HINT_CASES = "Enter open · / search · n new case · F1 more · Ctrl+Q close"
HINT_OPEN_VISIT = "Enter go back · Esc stay here · Ctrl+Q close"
DECIDE_BY = "Your decide-by date"
PAST_VISIT = "past visit"
STILL_OPEN = "still open"
UNREADABLE_VISITS = "1 visit here can't be read. The rest can."

NEXT_LEAD = "next"
NEXT = {
    "write": "continue the visit",
    "today": "the visit is today",
    "record": "ask for this record",
    "result": "ask about this test result",
    "ready": "read through your questions once more",
    "plan": "add the date of the visit",
    "time": "check how soon you need to act",
    "reasons": "say why you want a second opinion",
    "goal": "say what you want from this visit",
    "telling": "tell your current doctor",
    "records": "see which records you need",
    "questions": "choose your questions",
    "matters": "say what matters most to you",
    "opinion": "write down what your current doctor said",
    "people": "decide who comes with you",
    "another": "add what another doctor says",
    "compare": "compare the opinions",
    "step": "a to-do",
    "ways": "look at what to do next",
    "decided": "nothing for now",
}


def beginning(title: str, note: str) -> str:
    """One way to begin."""
    return f"{title:<31}{note}"


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
    elif kind == "result":
        what = f"ask about the test result: {text}"
    elif kind == "write" and text:
        what = f"continue the visit with {text}"
    else:
        what = NEXT[kind]
    when = f", {'was due' if late else 'by'} {by}" if by else ""
    return f"{NEXT_LEAD}{when}: {what}" + (f" ({who})" if who else "")


def visit_at(doctor: str, when: str) -> str:
    """With whom and when."""
    return ", ".join(part for part in (doctor or NO_DOCTOR, when) if part)


def was_there(doctor: str, day: str, *, under_way: bool = False) -> str:
    """A visit that is over, or one that has started and not ended."""
    if under_way:
        return f"{doctor or NO_DOCTOR}, {day}, {STILL_OPEN}"
    return ", ".join(filter(None, (f"saw {doctor}" if doctor else PAST_VISIT, day)))


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


def due_result(text: str, who: str) -> str:
    """A test result that is expected."""
    return f"Test result: {text}" + (f" ({who})" if who else "")


def due_step(text: str, who: str) -> str:
    """A to-do with a day."""
    return text + (f" ({who})" if who else "")


def was_due(text: str, day: str) -> str:
    """Something whose day is over."""
    return f"{text}; was due {day}"


def still_open(doctor: str, began: str) -> str:
    """A visit that was never ended; or one in which only an unfinished line waits."""
    visit = f"visit with {doctor}" if doctor else "visit"
    if not began:
        return f"You left a line unfinished in your {visit}."
    return f"Your {visit} started {began} and is still open."


def began_at(hour: str, day: str = "") -> str:
    """When a visit began that is still open; with the day where that is not today."""
    return f"on {day} at {hour}" if day else f"at {hour}"


def unreadable_case(*, others: bool) -> str:
    """A case that can't be opened.

    Args:
        others: Whether there are cases that can be opened.
    """
    rest = "; the others can" if others else ""
    return f"1 case can't be opened{rest}. Details: companion self-check"


# A new case.

NEW_CASE = "New case"
ANY_LINE_EMPTY = "leave anything blank"
WHAT_BRINGS_YOU = "What brings you here?"
WHAT_ABOUT = "What is it about?"
GUIDANCE = "Guidance for"
ALWAYS = "any illness (always on)"
WHO_ARE_YOU = "Who are you?"
THE_PATIENT = "I'm the patient"
THE_COMPANION = "I'm helping the patient"
PATIENT_NAME = "Patient's first name"
COMPANION_NAME = "Companion's name"
NAME_USE = "shows who wrote which note"
CHANGE_LATER = "You can change all of this later."
HINT_FORM = "Enter next · Space select · Esc Home, your words are saved"


def with_types(title: str, count: int) -> str:
    """Guidance for an illness of several types, which come up once it is chosen."""
    return f"{title} (select it to see {count} types)"


# Changing a case.

CHANGE_CASE = "Change this case"
KEPT_AT_ONCE = "every change is saved"
CHANGE_BUSY = "Open in another window: close it there. Nothing changed."
CASE_FIRST = "Choose a case with the arrows first."

# Practicing the keys.

PRACTICE = "Practice the keys"
PRACTICE_FRAME = "Try each of these"
PRACTICE_SUB = "nothing here is saved"
PRACTICE_STEPS = (
    ("note", "Type a few words and press Enter. That's a note."),
    ("go", "Press Tab, then 2. Now you're on question 2."),
    ("half", "Type half a line, press Tab and 1. Your words come along."),
    ("answered", "Press F2: answered. Again: partly answered. Again: open."),
)
PRACTICE_QUESTIONS = ("Is my diagnosis right?", "Is my treatment working?")
PRACTICE_DONE = "That's all you need. Esc takes you Home."
PRACTICE_HINT = "Enter save · Tab question · F2 answered · Esc Home"

# The trash.

TRASH_TITLE = "Move a case to the trash"
TRASH_ASK = "To move it to the trash, type its title. You can bring it back for 30 days."
TRASH_HINT = "Enter move it · Esc keep the case"
TRASH_OTHER = "That isn't the title, so nothing was moved."
TRASHED = "In the trash. You can bring it back for 30 days (F1)."
BRING_BACK_TITLE = "Cases in the trash"
BRING_BACK_HINT = "Enter bring it back · Esc leave it there"
BROUGHT_BACK = "The case is back."
TRASH_EMPTY = "The trash is empty."


def in_trash_since(day: str) -> str:
    """When a case was put in the trash."""
    return f"since {day}"


# The search

SEARCH = "Search all notes, answers and to-dos"
SEARCH_PLACEHOLDER = "type a word"
SEARCH_HINT = "Enter open · Up/Down choose · Esc back"
NOTHING_FOUND = "Nothing found. Try one word, or part of one. Hidden notes aren't searched."
GETTING_READY = "Getting the search ready. Keep typing."
NOTHING_TYPED = "Type a word to see where it comes up."
FOUND_IN = {
    "note": "note",
    "door": "before you leave",
    "debrief": "while it's fresh",
    "said": "what was said",
    "question": "question",
    "step": "to-do",
    "reason": "reason",
    "priority": "what matters most",
    "goal": "goal",
    "record": "record",
    "result": "test result",
    "answer": "getting ready",
    "opinion": "opinion",
    "option": "option",
    "leaning": "where we're leaning",
    "decision": "what we decided",
    "title": "case",
}


def found(count: int, most: int, visits: int) -> str:
    """How many places have the words, in how many visits."""
    places = f"{count:,} places" if count > 1 else "1 place"
    if count > most:
        places = f"the first {most} of {places}"
    within = f", in {visits:,} visits" if visits > 1 else ""
    return f"{places}{within}"


def here(text: str) -> str:
    """The hit that was opened, in its room."""
    return f"Found: {text}"
