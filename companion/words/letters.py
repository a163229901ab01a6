"""Headings and labels of letters, the page for the doctor, the summary and the history."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

BLANK = "______"
"""A line to fill in by hand."""
CUT = " […]"
"""Marks a cut, so that a page stays one page."""

SHORTENED = "Some text was cut to fit one page, marked […]. Your own copy has all of it."
TWO_PAGES = "In large print it takes 2 pages."
ELSEWHERE = "There is more than fits on this page. Please ask me for the full copy."
"""The last line of a page that says less than the case."""
LEFT_OFF = {
    "priorities": "what matters most",
    "results": "test results you're waiting for",
    "records_there": "records the doctor should have",
    "companion": "who comes with you",
    "other_clinician": "your current doctor",
    "opening": "your first words",
}
"""Names of merge fields that a page has no room for."""
OUTLOOK = {
    "show": "",
    "cover": "Please tell me numbers about living or dying only when I ask.",
    "leave_out": "Please do not tell me numbers about living or dying.",
}
"""The request to the doctor, by the patient's choice."""
PRIVATE_NOTES = "Hidden notes, and notes not for copies, are never in a letter."

THE_VISIT = "The visit"
PLAN_NOW = "The plan now"
WHO_DOES_WHAT = "Who does what"
RESULTS = "When results will come, and who tells us"
WHOM_TO_CALL = "Who to call, and for what"
REPORT = "A copy of the report"
NEXT_VISIT = "The next visit"
NO_DAY_YET = "no date yet"
WHAT_WAS_SAID = "Answers to our questions"
OPEN_POINTS = "Still open"
WHERE_TIME_WENT = "Where the time went"


def minutes(count: int) -> str:
    """How long a question took."""
    return f"{count} min"


NO_VISIT_YET = "No visit yet. After one, this page sums it up."
CARRIED = {
    "next": "ask at the next visit",
    "message": "ask in a message",
    "later": "decide later",
}

PRESENT_DIAGNOSIS = "Diagnosis from my current doctor"
VISITS = "Past and upcoming visits"
MADE_ON = "Made on"
NOTHING_YET = "There is nothing to show here yet."

TITLES = {
    "case": "The whole case",
    "doctor": "Page for the doctor",
    "booklet": "Questions with room to write",
    "records": "Ask for records",
    "referral": "Ask for a referral",
    "insurer": "Ask the insurer",
    "message": "Message to my current doctor",
    "ask-both": "The same questions for both doctors",
    "said": "What was said, on one page",
    "summary": "Summary of a visit",
    "comparison": "The opinions side by side",
    "options": "Our options side by side",
    "timeline": "My history on one page",
}
"""Papers of every case; letters of packs bring their own titles."""


def for_another(doctor: str, count: int) -> str:
    """Questions about the doctor a letter goes to."""
    one = count == 1
    many = "1 question mentions" if one else f"{count} questions mention"
    left = "it isn't in this letter" if one else "they aren't in this letter"
    return f"{many} {doctor}, so {left}; see the letter about what is still open."


def stays_there(count: int) -> str:
    """Questions of a word or two that came up with another doctor."""
    many = "1 very short question is" if count == 1 else f"{count} very short questions are"
    return f"{many} left out: only the doctor of that visit would understand."


def to_fill_in(number: int) -> str:
    """How many blanks a letter has."""
    blanks = "blank" if number == 1 else "blanks"
    return f"{number} {blanks} to fill in by hand: {BLANK}"


BOOKLET_HOW = "How to use this"
BOOKLET_LATER = (
    "Write below each question. Later, open this visit in Companion: press Tab and the question's "
    "number, type what you wrote, and press Enter. The numbers stay the same."
)
"""What was written by hand is typed in under the same number."""
BOOKLET_IN_FRONT = "In front of a line"
BOOKLET_MARKS = (
    "\" the doctor's words · = what I understood · ? unclear · ! to do · # a number · "
    "~ check spelling"
)
BOOKLET_STAR = "*"
BOOKLET_MUST = "* must-ask: ask these first."
BOOKLET_LESS_URGENT = "If there's time"
"""Above the questions that a short call has no minutes for."""
BOOKLET_BOXES = ("answered", "partly answered", "ask later")


def booklet_for(doctor: str) -> str:
    """Title of the questions with room to write."""
    return f"Questions for {doctor}" if doctor else TITLES["booklet"]


def not_on_the_sheet(count: int) -> str:
    """Questions for both that do not fit one page with room to write."""
    if count == 1:
        return "1 more question doesn't fit this page."
    return f"{count} more questions don't fit this page."


def still_open(text: str, blanks: str) -> str:
    """Something unclear, or an open figure, as a question of a letter."""
    return f"{text} (please tell me: {blanks})" if blanks else text


def check_spelling(texts: Sequence[str]) -> str:
    """In a message to a doctor: words that may be written wrong."""
    these = "this is" if len(texts) == 1 else "these are"
    return f"Please check how {these} spelled: {', '.join(texts)}."


def result_expected(text: str, day: str) -> str:
    """A test result that is waited for, for the doctor."""
    return f"{text} (expected by {day})" if day else text


def left_off(names: Sequence[str]) -> str:
    """Words for which the page had no room."""
    return f"Didn't fit on the page: {', '.join(names)}. Your own copy has everything."


def alone(number: int) -> str:
    """Questions that others who read the page would see."""
    questions = "question isn't" if number == 1 else "questions aren't"
    return f"{number} {questions} on the page, because you'll ask in private."


def more_in_history(left: int, there: int) -> str:
    """Medicines and the like that are not on the page, and the paper that has them all."""
    sheet = f'on my page "{TITLES["timeline"]}"'
    return f"and {left} more, {sheet}" if there else f"{left}, all {sheet}"


def covered(number: int) -> str:
    """Questions that are covered, so that they are not on the page."""
    if number == 1:
        return "1 hidden question isn't on the page. To put it there, show it in Prepare."
    return f"{number} hidden questions aren't on the page. To put them there, show them in Prepare."


def and_more(number: int) -> str:
    """How many are not listed."""
    return f"(and {number} more)"


def summary_of(doctor: str) -> str:
    """Title of a summary."""
    return f"Visit with {doctor}" if doctor else "Summary of a visit"


def history_of(patient: str = "") -> str:
    """Title of a history."""
    return f"History of {patient}" if patient else TITLES["timeline"]
