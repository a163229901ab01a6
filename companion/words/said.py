"""Sentences of *what was said*: the one page made from the notes of a visit."""

from __future__ import annotations

TITLE = "What was said"
PARTS = {
    "what": "What it is",
    "advised": "What is advised",
    "why": "Why",
    "next": "When, and what next",
    "who": "Who does what",
    "call": "Who to call",
    "open": "Still open",
    "also": "Also written down",
}
EDITED = "edited"
"""Beside the name of a part that was rewritten by hand."""
THE_DOCTOR = "The doctor"
NO_VISIT_YET = "No visit yet. After one, this page says what was said."
BLANK_LINE = "_" * 24
"""An empty line, where no note says anything."""
RESULTS = "Results"
REPORT = "The report"
NEXT_VISIT = "Next visit"
REWRITTEN = "What was said, in our words"
"""Heading of the parts that were rewritten by hand."""
CARD_TITLE = "One page you can read aloud"
HINT = "Up/Down move · Enter go to its note · Tab rewrite · Esc back"
READING_HINT = "Up/Down move · Enter go to its note · Esc back"
LINE_HINT = "Enter save · Esc save and go back"
PLACEHOLDER = "In your own words. Your notes don't change."
HOW = "Your notes don't change. To go back to what they say, clear the line."
WHY_EMPTY = "Blank: no note was under a question about it. Tab to write it yourself."
"""Below a page with an empty part."""
WHY_EMPTY_NOTES = "Blank: no note was under its question. Enter other notes · Tab write it"
"""Below such a page where notes stand in no part."""
LESS = "Enter: back to one screen"
TO_PAPERS = "Enter here: save or print it"
NO_NOTE = "No note says this. Press Tab to write it yourself."
KEPT_HIDDEN = "Saved, but hidden: it speaks of living or dying."
UNDO = "what was said, rewritten"
PRIVATE = "Hidden notes, and notes not for copies, are never on this page."
WHOSE_WORDS = "From our notes. Words in quotes are the doctor's; the rest is ours."

TREATED = {"with_treatment": "with treatment", "without_treatment": "without treatment"}
"""Of a number that is the figure of its card itself."""
NUMBER_PARTS = {
    "what": "{}",
    "over": "over {}",
    "for_whom": "for {}",
    "with_treatment": "with treatment: {}",
    "without_treatment": "without treatment: {}",
    "said_by": "says {}",
}
"""What a number card adds to the words of its note."""


def edited(words: str) -> str:
    """The first words of a part that was rewritten by hand."""
    return f"({EDITED}) {words}"


def more(left_out: int, shortened: int) -> str:
    """What has no room on the screen."""
    told = _and(_more(left_out), f"{_lines(shortened)} cut short" if shortened else "")
    return f"{told}. Enter here: see all"


def title(doctor: str) -> str:
    """The title of the page."""
    return f"{TITLE}: {doctor}" if doctor else TITLE


def part_name(part: str, *, edited: bool) -> str:
    """The name of a part, and whether it was rewritten by hand."""
    return f"{PARTS[part]} ({EDITED})" if edited else PARTS[part]


def doctor_said(doctor: str, words: str) -> str:
    """The doctor's own words."""
    return f"{doctor or THE_DOCTOR}: {words}"


def understood(words: str) -> str:
    """What was understood."""
    return f"We understood: {words}"


def confirmed(words: str, doctor: str) -> str:
    """Words that were read aloud to the doctor, who said that they are right."""
    return f"{words} (checked with {doctor or THE_DOCTOR.lower()})"


def put_right(words: str, doctor: str) -> str:
    """The words with which the doctor put a note right."""
    return f"{words} (corrected by {doctor or THE_DOCTOR.lower()})"


def out_of(count: str, all_of: str) -> str:
    """How many, out of how many."""
    return f"{count} out of {all_of}" if all_of else count


def with_more(words: str, more: str) -> str:
    """A number, and what its card adds."""
    return f"{words} ({more})" if words and more else words or more


def answer_to(question: str, words: str) -> str:
    """A short answer, which says little without its question."""
    ends = question.endswith(("?", ".", "!", ":"))
    return f"{question} {words}" if ends else f"{question}: {words}"


def to_ask(question: str) -> str:
    """A question that is not answered."""
    return f"To ask: {question}"


def partly(question: str) -> str:
    """A question that is answered in part."""
    return f"Only partly answered: {question}"


def unclear(words: str) -> str:
    """Something that was not clear."""
    return f"Not clear yet: {words}"


def spelling(words: str) -> str:
    """A word whose spelling is to be checked."""
    return f"Check the spelling: {words}"


def number_open(words: str, ask: str) -> str:
    """A number card with blanks."""
    return f"{words}: {ask}" if words else ask


def compared(topic: str, others: str, verdict: str) -> str:
    """How the opinions compare on a topic."""
    beside = f", compared with {others}" if others else ""
    return f"{topic}{beside}: {verdict}"


def step(words: str, owner: str, due: str, *, done: bool) -> str:
    """Something to do, with who does it and by when."""
    parts = owner, f"by {due}" if due else "", "done" if done else ""
    more = ", ".join(part for part in parts if part)
    return f"{words} ({more})" if more else words


def next_visit(when: str, doctor: str) -> str:
    """The visit that comes next."""
    return f"{NEXT_VISIT}: " + ", ".join(part for part in (when, doctor) if part)


def _more(number: int) -> str:
    if number == 0:
        return ""
    return "1 more line" if number == 1 else f"{number} more lines"


def _and(*parts: str) -> str:
    return ", ".join(part for part in parts if part)


def _lines(number: int) -> str:
    return "1 line" if number == 1 else f"{number} lines"


def cut(left_out: int, shortened: int) -> str:
    """What has no room on the page; empty where all has."""
    parts = (
        f"{_lines(left_out)} didn't fit" if left_out else "",
        f"{_lines(shortened)} had to be cut, marked […]" if shortened else "",
    )
    told = " and ".join(part for part in parts if part)
    return f"{told}. Your notes have all of it." if told else ""


def only_in_notes(number: int) -> str:
    """How many notes stand in no part; empty where all do."""
    if number == 0:
        return ""
    many = "1 more note isn't" if number == 1 else f"{number} more notes aren't"
    return f"{many} on this page."
