"""Sentences of the options: what the ways are, and what speaks for and against each."""

from __future__ import annotations

WAIT = "Stay as it is, or wait"
"""The option that is always there, as long as nobody words it otherwise."""
GIVEN = {
    "optiongood": "What's good about it?",
    "optionharm": "What can go wrong?",
    "optionlikely": "How likely is each?",
    "optionburden": "What does it ask of us?",
    "optionwho": "Who offers it?",
}
"""The topics that every case begins with, by their ids."""

# Fields, and what undo takes back.

OPTION_FIELD = "An option: what could we do?"
CRITERION_FIELD = "A topic of your own: what else counts?"
UNDO_OPTION = "option"
UNDO_OPTION_GONE = "option removed"
UNDO_CRITERION = "topic of the options"
UNDO_CRITERION_GONE = "topic of the options removed"
UNDO_CELL = "what an option is like"
UNDO_NOTES = "notes about an option"
UNDO_STARS = "how much it matters"


def cell_field(criterion: str, option: str) -> str:
    """The name of a cell while it is written."""
    return f"{option}: {criterion}"
