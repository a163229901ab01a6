"""Sentences of the question list."""

from __future__ import annotations

OWN = "A question of your own"
REWORD = "In your own words"
UNDO_OWN = "question added"
UNDO_REWORDED = "question reworded"
UNDO_MOVED = "question moved"
UNDO_ASKER = "who asks"
UNDO_ALONE = "asked alone or not"
UNDO_SHOWN = "question shown"
COVERED = "covered"
OF_A_NOTE = "It was a covered note. Show that note first, in its visit."
SHOWN = "The question is shown."
COVERED_MEANS = "Covered: it speaks of living or dying, or is to be asked alone. Enter shows it."

PRIORITY = {"must": "must", "should": "should", "could": "could"}
LEGEND = "must: asked first.  should: if there is time.  could: on paper"
EMPTY = "No question yet. Take some from the list, or write your own."
CHOOSE_TITLE = "Enter takes a question, or lets it go. A few are plenty."
BEGIN_WITH = "Good to begin with"
BY_SITUATION = "For where you are now. Enter shows them"
BY_TOPIC = "By topic"
ALL = "All of them"
FIND = "Find a word in all of them"
FIND_LABEL = "Word to find"
FIND_HINT = "Enter shows what has the word · Esc too"
FROM_LIST = "+ From the list"
ADD_OWN = "+ One of your own"
NUMBERS_STAY = "The visit has notes already, so the numbers stay as they are."
AT_THE_END = "It stands at the end already."
ALONE = "alone"
CHOOSE_FIRST = "Choose a question first."
TOO_MANY = (
    "That is no harm. Move up those whose answer could change the plan; Space makes one a should."
)
"""What helps when more are marked than fit; nothing is forbidden."""
NUMBER_WORDS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight")
SHORT_HINT = "Space must, should, could · Ctrl+Up/Down move · F8 own · F1 more"
HINT = "Space must, should, could · Ctrl+Up/Down move · F2 reword · + from the list · F8 own"


def of_which(count: int, taken: int) -> str:
    """How many questions there are, and how many of them are in the list."""
    return f"({count}, {taken} taken)" if taken else f"({count})"


def found(count: int, wanted: str) -> str:
    """How many questions have the words."""
    if not count:
        return f"No question has these words: {wanted}. Esc goes back."
    return f"1 question has: {wanted}" if count == 1 else f"{count} questions have: {wanted}"


def fits_when(situations: tuple[str, ...]) -> str:
    """When a question fits."""
    return f"Fits when: {' '.join(situations)}" if situations else ""


def undo_question(text: str) -> str:
    """A question was taken from the guidance."""
    return f"question taken: {text}"


def undo_taken_out(text: str) -> str:
    """A question was taken out of the list."""
    return f"question taken out: {text}"


def dropped(number: int) -> str:
    """A question that was to be taken out of the list of a visit with notes."""
    return f"{number} is dropped and keeps its number: the visit has notes. Ctrl+Z undoes."


DROPPED = "dropped"
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
    return f"{time}: {_range(*fit)} must-asks fit. You have {have}."


def fits_so_far(minutes: int | None, most: int) -> str:
    """Below the last must-ask that fits, when there are more."""
    time = f"{minutes} minutes" if minutes else "a short visit"
    return f"--- the first {_word(most)} fit {time}; the others if there is time ---"


def _range(fewest: int, most: int) -> str:
    """A number, or from one to another, in words."""
    if fewest >= most:
        return f"about {_word(most)}"
    between = "or" if most - fewest == 1 else "to"
    return f"{_word(fewest)} {between} {_word(most)}"


def _word(number: int) -> str:
    return NUMBER_WORDS[number] if number < len(NUMBER_WORDS) else str(number)


def asks(name: str) -> str:
    """The person who asks a question."""
    return f"{name} asks"


def asks_after(name: str, first: str) -> str:
    """The companion asks when the patient did not."""
    return f"{name} asks if {first} does not"


def alone(name: str) -> str:
    """A question better asked when nobody else listens."""
    return f"{name}, {ALONE}" if name else ALONE


def why(number: int, text: str) -> str:
    """Why to ask a question."""
    return f"Why ask {number}: {text}"


def also(texts: tuple[str, ...]) -> str:
    """What else to ask."""
    return f"You can also ask: {' '.join(texts)}"
