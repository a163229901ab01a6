"""Rows of the parts of the Prepare room. A key is the kind of a row and what it stands for."""

from __future__ import annotations

from companion.ui.widgets.line_list import Row
from companion.words import prepare as words

SEPARATOR = ":"
"""Between the kind of a row and what it stands for."""
PAPER = "paper"
"""Kind of a row that shows a paper."""
OTHER_VISIT = "other"
"""Kind of the row of another visit: it comes into view when a visit is planned beside it."""
TICKED = "[x]"
CHOSEN = "(x)"
ADDS = "+"
_NO_THINGS = (OTHER_VISIT, PAPER)
"""Kinds of rows that come with a thing that is made, and are not it."""


def kind_of(key: str) -> tuple[str, str]:
    """Return the kind of a row, and what it stands for."""
    kind, _, which = key.partition(SEPARATOR)
    return kind, which


def is_thing(key: str) -> bool:
    """Return whether a row stands for something that was made here, not for a field or an act."""
    kind, which = kind_of(key)
    return bool(which) and kind not in _NO_THINGS


def heading(key: str, text: str) -> Row:
    """Return a line over others."""
    return Row(f"heading{SEPARATOR}{key}", text, lead=" ", mood="heading", selectable=False)


def blank(key: str) -> Row:
    """Return an empty line."""
    return Row(f"blank{SEPARATOR}{key}", "", selectable=False)


def words_row(key: str, text: str) -> Row:
    """Return a sentence of the program that no key acts on."""
    return Row(f"words{SEPARATOR}{key}", text, lead=" ", mood="muted", selectable=False)


def answer_row(key: str, label: str, value: str) -> Row:
    """Return a field with its text; a blank stays visible."""
    text = " / ".join(line for line in value.split("\n") if line) or words.BLANK
    name = label if label.endswith("?") else f"{label}:"
    return Row(key, f"{name} {text}", lead=" ", strong=name)


def tick_row(key: str, text: str, *, ticked: bool, right: str = "") -> Row:
    """Return one of any number that can be ticked."""
    tints = ((TICKED, "good"),) if ticked else ()
    lead = f" {TICKED if ticked else '[ ]'} "
    return Row(key, text, lead=lead, right=right, right_mood="mark", tints=tints)


def choice_row(key: str, text: str, *, chosen: bool) -> Row:
    """Return one of several of which one is chosen."""
    tints = ((CHOSEN, "good"),) if chosen else ()
    return Row(key, text, lead=f" {CHOSEN if chosen else '( )'} ", tints=tints)


def add_row(key: str, text: str) -> Row:
    """Return a row that adds one more."""
    return Row(key, text, lead=" ", tints=((ADDS, "key"),) if text.startswith(ADDS) else ())


def paper_row(name: str, text: str) -> Row:
    """Return a row that shows a paper; all of them when it has no name.

    The screen itself answers Enter here.
    """
    return add_row(f"{PAPER}{SEPARATOR}{name}", text)
