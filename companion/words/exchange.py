"""What the program says about files that come in and go out."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

UNTITLED = "A case without a title"

# What an import refuses. Nothing is imported then.

NOT_A_CASE = (
    "This JSON file is not a case exported by this program, so nothing was imported; "
    "a case has the fields format, version and title."
)
NOT_UTF8 = "The file is not UTF-8 text, so nothing was imported; save it as UTF-8."
NESTED_TOO_DEEP = (
    "The file is nested too deep to be a case, so nothing was imported; export the case again."
)
NUMBER_TOO_LONG = "A number in the file has too many digits, so nothing was imported."
NO_TITLE = "is empty, but every case has a title"
ID_TWICE = "is an id that stands twice"
TEXT_TOO_LONG = "is longer than 1 MB"
NOT_READABLE_HERE = (
    "The file is not a case (JSON), a visit from a calendar (.ics) or a list of questions, so "
    "nothing was imported; choose one of these."
)
EMPTY_FILE = "The file is empty, so nothing was imported; choose another one."


def refused(path: str, why: str) -> str:
    """One value of a JSON file is wrong."""
    return f"Nothing was imported: {path} {why}."


def wrong_type(wanted: str) -> str:
    """What a value should have been."""
    return f"is not what stands there in a case ({wanted})"


def out_of_bounds(least: int, most: int) -> str:
    """A number is too small or too large."""
    return f"is not between {least} and {most}"


def leads_nowhere(kind: str) -> str:
    """A reference has no target."""
    return f"refers to something that is not in the file's {kind}"


def too_many(most: int) -> str:
    """The file holds too many things."""
    return f"is one thing too many: a file may hold {most:,}"


def too_large(size: int, unit: str) -> str:
    """The file is too large."""
    return f"The file is larger than {size} {unit}, so nothing was imported."


def newer_version(version: int) -> str:
    """The file comes from a later program."""
    return (
        f"The file has version {version}, which a newer version of this program writes, so nothing "
        "was imported; use the newer version."
    )


def json_constant(name: str) -> str:
    """The file holds NaN or Infinity."""
    return f"The file holds {name}, which is no JSON, so nothing was imported."


def name_twice(name: str) -> str:
    """One object has a name twice."""
    return f"In the file the name {name[:40]!a} stands twice in one place; nothing was imported."


def not_json(line: int, column: int) -> str:
    """The file is no JSON."""
    return f"The file is not JSON (line {line}, column {column}), so nothing was imported."


# What an import reports.


def case_imported(added: int, there: int, differing: int) -> str:
    """How many things of a case came in."""
    return (
        f"{added} added, {there} already there, {differing} differ and were left as they are here"
    )


def unknown_fields(number: int) -> str:
    """Fields that this version does not know."""
    fields = "field" if number == 1 else "fields"
    return f"{number} {fields} of the file not known here; passed over"


def unreadable_visits(number: int) -> str:
    """Visits that the file could not hold."""
    visits = "visit" if number == 1 else "visits"
    return f"{number} {visits} could not be read when the file was made; not in it"


def questions_imported(added: int, there: int, left_out: Sequence[tuple[int, str]]) -> str:
    """How many questions of a list came in; lines and reasons of those that did not."""
    why = "; ".join(f"line {line}: {reason}" for line, reason in left_out)
    return f"{added} added, {there} already there, {len(left_out)} left out" + (
        f" ({why})" if why else ""
    )


NO_WORDS = "no words"
TOO_DEEP = "nested too deep"
UNDO_QUESTIONS = "questions imported"
UNDO_CASE = "case imported"

# Calendars


BROKEN_CALENDAR = "The calendar file cannot be read, so nothing was imported; export it again."
CALLED_OFF = (
    "The calendar file calls visits off, so nothing was imported; call them off in Prepare."
)
NO_APPOINTMENT = "The calendar file holds no visit, so nothing was imported; choose another one."
FIRST_ONLY = "repeats; only its first time was taken"
NO_START = "has no start time and was left out"
BAD_START = "has a start time that cannot be read and was left out"
FIRST_OUT = "repeats, but its first time is called off, and was left out"
CANCELLED = "is called off and was left out"
OUR_STEP = "is a step of a case and was left out"
OTHER_TIME = "is here already for another time, which was kept; change it in Prepare"
_LONGEST_NAME = 80


def _quoted(name: str) -> str:
    return repr(name if len(name) <= _LONGEST_NAME else f"{name[:_LONGEST_NAME]}…")


def appointment(name: str, what: str) -> str:
    """Something about one appointment."""
    entry = f"The calendar entry {_quoted(name)}" if name else "A calendar entry without a name"
    return f"{entry} {what}."


def no_zone(name: str) -> str:
    """A time whose zone the calendar does not explain."""
    return f"is in a time zone that is not known here, {_quoted(name)}, and was left out"


def none_taken(name: str, why: str, more: int) -> str:
    """None of the entries of a calendar is a visit: the first and why, and how many there are."""
    entries = "1 more entry was" if more == 1 else f"{more} more entries were"
    others = f", and {entries} left out too" if more else ""
    visits = "visits" if more else "visit"
    return appointment(
        name, f"{why}{others}, so nothing was imported; plan the {visits} in Prepare"
    )


def appointments_imported(added: int, there: int) -> str:
    """How many appointments came in."""
    return f"{added} added, {there} already there"


# What an export leaves out

LEFT_OUT: dict[str, tuple[str, str]] = {
    "covered": ("covered note", "covered notes"),
    "mine_only": ("note for its writer only", "notes for their writers only"),
    "alone": ("question to ask alone", "questions to ask alone"),
    "under_alone": ("note under such a question", "notes under such questions"),
    "cells": ("answer taken from such a note", "answers taken from such notes"),
    "questions": ("question taken from such a note", "questions taken from such notes"),
    "additions": ("addition to such an answer", "additions to such answers"),
    "steps": ("step taken from such a note", "steps taken from such notes"),
    "expectation": ("line on what you expect to hear", "lines on what you expect to hear"),
    "ratings": ("rating of an opinion", "ratings of opinions"),
    "confidence": ("answer to How sure are we?", "answers to How sure are we?"),
    "leaning": ("line on which way you lean", "lines on which way you lean"),
    "debrief": ("answer written after a visit", "answers written after visits"),
    "composer": ("unfinished line", "unfinished lines"),
}


OFF_SCREEN = (
    "Covered notes, and stars that you have not both given, are not shown here; "
    "`companion export` leaves nothing out."
)
"""What is kept off the screen of a terminal."""


def left_out(audience: str, count: Mapping[str, int]) -> str:
    """What an export for somebody else leaves out."""
    parts = [f"{number} {LEFT_OUT[name][number != 1]}" for name, number in count.items() if number]
    return f"For the {audience}; left out: {', '.join(parts) or 'nothing'}."


def guarded(number: int) -> str:
    """Cells of a CSV table that a spreadsheet would have taken for formulas."""
    cells = "cell" if number == 1 else "cells"
    return (
        f"{number} {cells} got an apostrophe in front, so that no spreadsheet takes them for a "
        "formula; --raw leaves it off."
    )


def no_paper(paper: str, papers: Sequence[str]) -> str:
    """A paper that there is not."""
    return f"There is no paper '{paper}'; there are: {', '.join(papers)}."


def no_letter(paper: str) -> str:
    """A letter that no pack has."""
    return (
        f"The guidance has no letter for the paper '{paper}', so nothing was written; "
        "`companion packs` says which guidance there is."
    )


def no_such_form(paper: str, form: str) -> str:
    """A paper that has no such form."""
    return (
        f"The paper '{paper}' cannot be written as {form}; "
        "choose markdown, text or html, or leave --paper out."
    )
