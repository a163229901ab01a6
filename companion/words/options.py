"""Sentences of the options: what the ways are, and what speaks for and against each."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

WAIT = "Leave things as they are, or wait"
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
CRITERION_FIELD = "Your own topic: what else counts?"
UNDO_OPTION = "option added"
UNDO_OPTION_GONE = "option removed"
UNDO_CRITERION = "topic added to the options"
UNDO_CRITERION_GONE = "topic removed from the options"
UNDO_CELL = "what an option is like"
UNDO_NOTES = "notes about an option"
UNDO_STARS = "how much it matters"


def cell_field(criterion: str, option: str) -> str:
    """The name of a cell while it is written."""
    return f"{option}: {criterion}"


# The card in Compare.

TITLE = "Our options"
NOTHING_HERE = "nothing here yet"
MATTERS = "matters"
ADD_OPTION = "+ Another option"
ADD_CRITERION = "+ Your own topic"
ALWAYS_THERE = "This option always stays. F2: use your own words."
HAS_WORDS = "Other options have words on this topic. Clear them first."
LAST_TOPIC = "The last topic can't be removed."
NOTHING_TO_REMOVE = "Nothing to remove here."
COVERED = "hidden"
COVERED_WORDS = "hidden · Enter shows it"
HINT_CELL = "Enter write · F4 notes · * matters · Left/Right option · Esc back"
HINT_NAME = "Left/Right option · Enter rename · F8 add option · Del remove · Esc back"
HINT_ADD = "Enter write · Left/Right option · Esc back"
HINT_FIELD = "Enter save · Esc back, your words are kept"
HELP = (
    "Enter write, or just type · F2 rename the topic or the option · F4 pick notes · "
    "* how much it matters to you, one star more · Left/Right another option · "
    "F8 add an option · Del clear, or remove what is empty · "
    "Tab the other person's stars · Ctrl+Z undo · Esc back"
)
NOTES_TITLE = "Notes"
NOTES_ABOUT = "Chosen, or maybe about this option"
NOTES_SEARCH = "type to search the notes"
NOTES_NONE = "No notes yet. Esc, then Enter: write it in your own words."
NOTES_HINT = "Enter choose · type to search · F4 go to the note · Esc back"
NOTES_NOT_FOUND = "No note has these words. Backspace shows more."


def matters(stars: Sequence[tuple[str, str]]) -> str:
    """How much something matters: each person's stars, and whose they are."""
    each = ", ".join(f"{given} {name}".strip() for given, name in stars)
    return f"{MATTERS} {each}" if each else ""


def option_of(number: int, of: int) -> str:
    """Which of the options is shown."""
    return f"option {number} of {of}"


def counted(options: int) -> str:
    """How many options there are, the one to stay as it is among them."""
    return "1 option" if options == 1 else f"{options} options"


def options_of(first: int, last: int, of: int) -> str:
    """Which of the options are shown side by side."""
    return f"options {first}-{last} of {of}"
