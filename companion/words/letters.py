"""Headings and labels of letters, the page for the doctor, the summary and the history."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

BLANK = "______"
"""A line to fill in by hand."""
CUT = " […]"
"""Marks a cut, so that a page stays one page."""

SHORTENED = (
    "There was no room for all of it: where words were shortened it says […]. "
    "All of them are in your own copy."
)
TWO_PAGES = "In large letters it takes two pages."
ELSEWHERE = "There is more than fits here. All of it is in my own copy; please ask me for it."
"""The last line of a page that says less than the case."""
LEFT_OFF = {
    "priorities": "what matters most",
    "records_there": "records the doctor should have",
    "companion": "who comes along",
    "other_clinician": "your present doctor",
    "opening": "your opening",
}
"""Names of merge fields that a page has no room for."""
OUTLOOK = {
    "show": "",
    "cover": "Please tell me numbers about living or dying only when I ask.",
    "leave_out": "Please leave out numbers about living or dying.",
}
"""The request to the doctor, by the patient's choice."""
PRIVATE_NOTES = "Covered notes and notes for one person only are in no letter."

THE_VISIT = "The visit"
PLAN_NOW = "The plan now"
WHO_DOES_WHAT = "Who does what"
RESULTS = "When results come, and who tells us"
WHOM_TO_CALL = "Whom to call, and for what"
REPORT = "A copy of the report"
NEXT_VISIT = "The next visit"
NO_DAY_YET = "no day yet"
WHAT_WAS_SAID = "What was said to our questions"
OPEN_POINTS = "Still open"
NO_VISIT_YET = "No visit has taken place yet."
CARRIED = {
    "next": "goes to the next visit",
    "message": "goes into a message",
    "later": "to be settled later",
}

PRESENT_DIAGNOSIS = "Diagnosis, as the present doctor says it"
VISITS = "Doctors seen, and visits to come"
MADE_ON = "Made on"
NOTHING_YET = "Nothing of this is written down yet."

TITLES = {
    "case": "The whole case",
    "doctor": "Page for the doctor",
    "records": "Ask for records",
    "referral": "Ask for a referral",
    "insurer": "Ask the insurer",
    "message": "Message back to the present doctor",
    "ask-both": "The same questions for both doctors",
    "summary": "Summary of a visit",
    "comparison": "The opinions side by side",
    "timeline": "My history on one page",
}
"""Papers of every case; letters of packs bring their own titles."""


def for_another(doctor: str, count: int) -> str:
    """Questions about the doctor a letter goes to."""
    many = "1 question speaks" if count == 1 else f"{count} questions speak"
    return f"{many} of {doctor}, so not in this letter; see the letter of what is still open."


def stays_there(count: int) -> str:
    """Questions of a word or two that came up with another doctor."""
    many = "1 question" if count == 1 else f"{count} questions"
    stay = "stays" if count == 1 else "stay"
    return f"{many} of a word or two {stay} with the doctor of that visit, so not in this letter."


def to_fill_in(number: int) -> str:
    """How many blanks a letter has."""
    lines = "line" if number == 1 else "lines"
    return f"{number} {lines} to fill in by hand: {BLANK}"


def still_open(text: str, blanks: str) -> str:
    """Something unclear, or an open figure, as a question of a letter."""
    return f"{text} (still to ask: {blanks})" if blanks else text


def left_off(names: Sequence[str]) -> str:
    """Words for which the page had no room."""
    return f"No room on one page for: {', '.join(names)}. All of it stands in your own copy."


def alone(number: int) -> str:
    """Questions that others who read the page would see."""
    questions = "question to ask alone is" if number == 1 else "questions to ask alone are"
    return f"{number} {questions} not on it."


def more_in_history(left: int, there: int) -> str:
    """Medicines and the like that are not on the page, and the paper that has them all."""
    sheet = f'on my sheet "{TITLES["timeline"]}"'
    return f"and {left} more, {sheet}" if there else f"{left}, all {sheet}"


def covered(number: int) -> str:
    """Questions that are covered, so that they are not on the page."""
    questions = "covered question is" if number == 1 else "covered questions are"
    return f"{number} {questions} not on it. Show it in Prepare to put it on."


def and_more(number: int) -> str:
    """How many are not listed."""
    return f"(and {number} more)"


def summary_of(doctor: str) -> str:
    """Title of a summary."""
    return f"Visit with {doctor}" if doctor else "Summary of a visit"


def history_of(patient: str = "") -> str:
    """Title of a history."""
    return f"History of {patient}" if patient else TITLES["timeline"]
