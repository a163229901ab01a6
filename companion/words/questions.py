"""Sentences of the question list."""

from __future__ import annotations

OWN = "Your own question"
REWORD = "In your own words"
UNDO_OWN = "question added"
UNDO_REWORDED = "question reworded"
UNDO_MOVED = "question moved"
UNDO_ASKER = "who asks"
UNDO_ALONE = "asked in private, or not"
UNDO_SHOWN = "question shown"
COVERED = "hidden"
OF_A_NOTE = "It comes from a hidden note. Show the note first."
SHOWN = "The question is back on the screen."
COVERED_MEANS = "Hidden: it's about living or dying, or to ask in private. Enter shows it."

PRIORITY = {"must": "must", "should": "should", "could": "could"}
LEGEND = "must: ask first.  should: if there's time.  could: on paper"
EMPTY = "No questions yet. Pick some from the list, or write your own."
CHOOSE_TITLE = "Enter adds or removes a question. A few are plenty."
BEGIN_WITH = "Good to start with"
BY_SITUATION = "For your situation (Enter opens)"
BY_TOPIC = "By topic"
ALL = "All questions"
FIND = "Find a word in all questions"
FIND_LABEL = "Word to find"
FIND_HINT = "Enter or Esc find"
FROM_LIST = "+ From the list"
ADD_OWN = "+ Your own"
NUMBERS_STAY = "The visit has started, so numbers stay the same."
AT_THE_TOP = "It's already first."
AT_THE_END = "It's already last."
ALONE = "in private"
CHOOSE_FIRST = "Choose a question first."
SHORT_HINT = "Space must, should, could · Ctrl+Up/Down move · F8 own · F1 more"
HINT = "Space must, should, could · Ctrl+Up/Down move · F2 reword · F8 own · Esc list · F1 more"


def of_which(count: int, taken: int) -> str:
    """How many questions there are, and how many of them are in the list."""
    return f"({count}, {taken} added)" if taken else f"({count})"


def found(count: int, wanted: str) -> str:
    """How many questions have the words."""
    if not count:
        return f"Nothing found for: {wanted}. Esc goes back."
    return f"1 question has: {wanted}" if count == 1 else f"{count} questions have: {wanted}"


def fits_when(situations: tuple[str, ...]) -> str:
    """When a question fits."""
    return f"Fits when: {' '.join(situations)}" if situations else ""


def undo_question(text: str) -> str:
    """A question was taken from the guidance."""
    return f"question added: {text}"


def undo_taken_out(text: str) -> str:
    """A question was taken out of the list."""
    return f"question removed: {text}"


def dropped(number: int) -> str:
    """A question that was to be taken out of the list of a visit with notes."""
    return f"Question {number} keeps its number, marked not needed. Ctrl+Z undoes it."


DROPPED = "not needed"
"""At the right of a question that will not be asked any more."""


def undo_priority(priority: str) -> str:
    """A question became a must-ask, or not."""
    return f"question marked {priority}"


def undo_lines(count: int) -> str:
    """Several questions were pasted."""
    return "1 question added" if count == 1 else f"{count} questions added"


def pasted(new: int, there: int) -> str:
    """The result of several lines that were pasted."""
    added = undo_lines(new)
    return f"{added[:1].upper()}{added[1:]}, {there} already there." if there else f"{added}."


def list_title(clinician: str) -> str:
    """The visit of the list."""
    return f"Questions for {clinician}" if clinician else "Questions"


def musts(minutes: int | None, fit: tuple[int, int], have: int) -> str:
    """How many must-asks fit the minutes; it informs and never blocks."""
    time = f"{minutes} minutes" if minutes else "A short visit"
    return f"{time} is time for {_range(*fit)} must-asks. You have {have}."


def fits_so_far(minutes: int | None, most: int) -> str:
    """Below the last must-ask that fits, when there are more."""
    time = f"{minutes} minutes" if minutes else "a short visit"
    return f"--- the first {most} fit {time} ---"


def more_if_time(count: int) -> str:
    """Questions of a talk that wait until there is time for more."""
    return f"+ {count} more for when there's time: Enter shows them"


def _range(fewest: int, most: int) -> str:
    """A number, or from one to another."""
    if fewest >= most:
        return f"about {most}"
    between = "or" if most - fewest == 1 else "to"
    return f"{fewest} {between} {most}"


def asks(name: str) -> str:
    """The person who asks a question."""
    return f"{name} asks"


def asks_after(name: str, first: str) -> str:
    """The companion asks when the patient did not."""
    return f"{name} asks if {first} doesn't"


def alone(name: str) -> str:
    """A question better asked when nobody else listens."""
    return f"{name}, {ALONE}" if name else ALONE


def why(number: int, text: str) -> str:
    """Why to ask a question."""
    return f"Why ask {number}: {text}"


def also(texts: tuple[str, ...]) -> str:
    """What else to ask."""
    return f"You can also ask: {' '.join(texts)}"


def how_spelled(text: str) -> str:
    """The question that a spelling to check becomes in the next visit."""
    return f"How is this spelled: {text}?"
