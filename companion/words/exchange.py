"""Sentences about imports and exports."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

# What an import refuses. Nothing is imported then.

NOT_A_CASE = (
    "This JSON file is not a case saved by Companion, so nothing was imported; "
    "a case has the fields format, version and title."
)
NOT_UTF8 = "The file is not UTF-8 text, so nothing was imported; save it as UTF-8."
NESTED_TOO_DEEP = (
    "The file is nested too deep to be a case, so nothing was imported; export the case again."
)
NUMBER_TOO_LONG = "A number in the file is too long, so nothing was imported."
NO_TITLE = "is empty, but every case has a title"
ID_TWICE = "is an id that is there twice"
TEXT_TOO_LONG = "is longer than 1 MB"
_COPY = "copy its questions into a text file, one per line"
_INVITATION = "save the invitation in it as an .ics file, or copy its questions into a text file"
KINDS = {
    "backup": ("a backup of Companion", "bring it back with: companion restore"),
    "pdf": ("a PDF", _COPY),
    "rtf": ("a document (RTF)", _COPY),
    "word": ("a word processor's document", _COPY),
    "table": ("a spreadsheet", _COPY),
    "csv": ("a table (CSV)", _COPY),
    "slides": ("a presentation", _COPY),
    "book": ("an e-book", _COPY),
    "mail": ("an email with no calendar in it", _COPY),
    "outlook": ("an email that only Outlook can read", _INVITATION),
    "contacts": ("an address card (vCard)", "write the doctor's name in Prepare"),
    "page": ("a web page (HTML)", _COPY),
    "xml": ("XML", _COPY),
    "link": ("only a link to something else", "save what it links to, and import that"),
    "picture": ("a picture or a scan", "type its questions into a text file, one per line"),
    "recording": ("sound or video", "type its questions into a text file, one per line"),
    "packed": ("a packed file (zip or the like)", "unpack it, and import what's in it"),
    "database": ("a database", "export a text or calendar file from its own program"),
    "program": ("a program", "choose another file"),
    "locked": ("encrypted", "decrypt it first, and import what's in it"),
    "other": (
        "not one that Companion can read",
        "choose a case (JSON), a calendar (.ics) or a list of questions (text, Markdown)",
    ),
}
"""Names of other kinds of files, and what to do with such a file."""


def of_another_kind(kind: str) -> str:
    """A file that cannot be imported."""
    if kind == "empty":
        return "The file is empty, so nothing was imported; choose another one."
    what, then = KINDS[kind]
    return f"The file is {what}, so nothing was imported; {then}."


def refused(path: str, why: str) -> str:
    """One value of a JSON file is wrong."""
    return f"Nothing was imported: {path} {why}."


def wrong_type(wanted: str) -> str:
    """The type that a value should have had."""
    return f"must be {wanted}"


def wrong_choice(members: Iterable[str]) -> str:
    """The values of which a value should have been one."""
    return f"must be one of: {', '.join(members)}"


def out_of_years(first: int, last: int) -> str:
    """A day or time that no one can mean."""
    return f"must be in a year from {first} to {last}"


def out_of_bounds(least: int, most: int) -> str:
    """A number is too small or too large."""
    return f"must be between {least} and {most}"


def leads_nowhere(kind: str) -> str:
    """A dangling reference."""
    return f"points to something that is not in the file's {kind}"


def too_many(most: int) -> str:
    """The file holds too many things."""
    return f"is one thing too many: a file may hold {most:,}"


def too_large(size: int, unit: str) -> str:
    """The file is too large."""
    return f"The file is larger than {size} {unit}, so nothing was imported."


def newer_version(version: int) -> str:
    """The file was made by a newer version."""
    return (
        f"A newer Companion made this file (version {version}), so nothing was imported; "
        "import it with that."
    )


def json_constant(name: str) -> str:
    """The file holds NaN or Infinity."""
    return f"The file holds {name}, which is not JSON, so nothing was imported."


def name_twice(name: str) -> str:
    """One object has a name twice."""
    return f"The file has the name {name[:40]!a} twice in one place; nothing was imported."


def not_json(line: int, column: int) -> str:
    """The file is not JSON."""
    return f"The file is not JSON (line {line}, column {column}), so nothing was imported."


# What an import reports.


def case_imported(added: int, there: int, differing: int) -> str:
    """How much of a case was imported."""
    return f"{added} added, {there} already there, {differing} different and left as they are here"


def unknown_fields(number: int) -> str:
    """Fields that this version does not know."""
    fields = "field" if number == 1 else "fields"
    return f"{number} {fields} in the file that Companion doesn't know, skipped"


def unreadable_visits(number: int) -> str:
    """Visits that are not in the file."""
    visits = "visit" if number == 1 else "visits"
    return f"{number} {visits} missing: not readable when the file was made"


def questions_imported(added: int, there: int, left_out: Sequence[tuple[int, str]]) -> str:
    """How many questions of a list were imported; lines and reasons of the others."""
    why = "; ".join(_lines_and_reasons(left_out))
    return f"{added} added, {there} already there, {len(left_out)} left out" + (
        f" ({why})" if why else ""
    )


def _lines_and_reasons(left_out: Sequence[tuple[int, str]]) -> Iterator[str]:
    """Return `line 3: code`, `lines 5-9: not in a list`: consecutive lines as a range."""
    first = last = 0
    why = ""
    for line, reason in (*left_out, (0, "")):
        if reason == why and line == last + 1:
            last = line
            continue
        if why:
            yield f"{f'line {first}' if first == last else f'lines {first}-{last}'}: {why}"
        first, last, why = line, line, reason


def no_questions(left_out: Sequence[tuple[int, str]]) -> str:
    """A list that holds no question."""
    return (
        f"The file has no list of questions, so nothing was imported: "
        f"{questions_imported(0, 0, left_out)}; start each question with '- ' on its own line, "
        "or name the file .txt if each line is a question."
    )


NO_WORDS = "no words"
TOO_DEEP = "nested too deep"
OUTSIDE = {
    "paragraph": "not in a list",
    "table": "a table",
    "html": "HTML",
    "heading": "a heading without questions",
    "code": "code",
    "front": "front matter",
    "address": "the address of a link",
}
"""Names of lines of Markdown that no item of a list holds."""
UNDO_QUESTIONS = "questions imported"
UNDO_CASE = "case imported"

# Calendars


BROKEN_CALENDAR = "The calendar file can't be read, so nothing was imported; export it again."
NO_APPOINTMENT = "The calendar file has no visit in it, so nothing was imported; try another one."
NO_START = "has no start time and was left out"
BAD_START = "has a start time that can't be read and was left out"
OUR_STEP = "is a to-do from a case and was left out"
A_TO_DO = "is a to-do, not a visit, and was left out"
A_JOURNAL = "is a journal entry, not a visit, and was left out"
FREE_BUSY = "only says when someone is free, and was left out"
OLDER_VERSION = "is in the file in a newer version too; the older one was left out"
TWICE = "is in the file twice and was added once"
NEXT_IS_MOVED = "repeats; its next time has an entry of its own, and that was used"
FIRST_ONLY = "repeats; only its first time was used"
ALL_PASSED = "repeats, but all its times have passed; only its first time was used"
RULE_UNREAD = "repeats by a rule that can't be read; only its first time was used"
ENDS_BEFORE = "ends before it starts, so how long it lasts was left out"
TOO_LONG = "lasts more than a week, so how long it lasts was left out"
SAID_ONCE = {
    "DTSTART": "start",
    "DTEND": "end",
    "SUMMARY": "name",
    "LOCATION": "place",
    "DESCRIPTION": "description",
}
"""Properties that a calendar entry has once, and their names here."""
CUT_OFF = (
    "The file stops in the middle, so something may be missing; check the last visit, or get the "
    "file again."
)
_SHOWN_LINES = 3
_SHOWN_LETTERS = 30
_LONGEST_NAME = 80


def _quoted(name: str) -> str:
    return repr(_cut(name, _LONGEST_NAME))


def _cut(text: str, longest: int) -> str:
    return text if len(text) <= longest else f"{text[:longest]}…"


def appointment(name: str, what: str) -> str:
    """A remark on one appointment."""
    entry = f"The calendar entry {_quoted(name)}" if name else "A calendar entry without a name"
    return f"{entry} {what}."


def next_only(when: str) -> str:
    """The next time of an appointment that recurs."""
    return f"repeats; only its next time was used, {when}"


def skipped_hour(written: str, taken: str) -> str:
    """A time that no clock shows, as clocks are set forward in that night."""
    return f"starts at {written}, which clocks skip on that day; {taken} was used"


def several_days(days: int) -> str:
    """Several days, of which a visit has one."""
    return f"lasts {days} days; only the first day was used"


def said_twice(name: str, taken: str, other: str) -> str:
    """A property that an entry has twice; the first one was taken."""
    which = SAID_ONCE[name]
    return f"has more than one {which}: {_quoted(taken)} was used, {_quoted(other)} was left out"


def floating(number: int, zone: str) -> str:
    """Times without a zone, and the zone they were taken in."""
    where = f"as {zone} time" if zone else "as this computer's time"
    if number == 1:
        return f"The file has no time zone for 1 time; it was read {where}."
    return f"The file has no time zone for {number} times; they were read {where}."


def lines_skipped(lines: Sequence[tuple[int, str]]) -> str:
    """Lines of a calendar that could not be read."""
    shown = "; ".join(
        f"line {number}, {_cut(text, _SHOWN_LETTERS)!r}" for number, text in lines[:_SHOWN_LINES]
    )
    more = len(lines) - _SHOWN_LINES
    rest = f"; and {more} more" if more > 0 else ""
    what = "1 line" if len(lines) == 1 else f"{len(lines)} lines"
    return f"Skipped {what} that can't be read ({shown}{rest})."


def contact(who: str) -> str:
    """The contact that an invitation names."""
    return f"Contact: {who}"


def no_zone(name: str) -> str:
    """A time whose zone the calendar does not explain."""
    return f"is in a time zone Companion doesn't know, {_quoted(name)}, and was left out"


def none_taken(name: str, why: str, more: int) -> str:
    """No entry of a calendar is a visit: the first and why, and how many there are."""
    entries = "1 more entry was" if more == 1 else f"{more} more entries were"
    others = f", and {entries} left out too" if more else ""
    visits = "visits" if more else "visit"
    return appointment(
        name, f"{why}{others}, so nothing was imported; plan the {visits} in Prepare"
    )


def appointments_imported(added: int, there: int, left_out: int) -> str:
    """How many appointments were imported; others have sentences of their own."""
    return f"{added} added, {there} already there, {left_out} left out"


UNDO_UPDATE = "visit updated from a calendar"
ON_AGAIN = "it is canceled here, and takes place in the file"
OFF_NOW = "it is planned here, and canceled in the file"
OTHER_WAY = {
    True: "it was in person, now by phone or video",
    False: "it was by phone or video, now in person",
}
_TEXT_NAMES = {
    "place": "the place",
    "description": "what the invitation says",
    "organizer": "who invites you",
    "url": "the link",
}
_LONGEST_TEXT = 60


def differs(doctor: str, when: str, what: str) -> str:
    """A difference between a visit that is here and the file."""
    who = f" with {_cut(doctor, _LONGEST_NAME)}" if doctor.strip() else ""
    return f"The visit{who}{f' on {when}' if when else ''}: {what}."


def other_name(here: str, there: str) -> str:
    """Another name in the file."""
    return f"it was with {_quoted(here)}, now with {_quoted(there)}"


def other_time(here: str, there: str) -> str:
    """Another time in the file."""
    return f"the time was {here or 'not set'}, now {there}"


def other_length(here: int | None, there: int) -> str:
    """Another length in the file."""
    return f"the length was {f'{here} minutes' if here else 'not set'}, now {there} minutes"


def other_text(name: str, here: str, there: str) -> str:
    """Another place, description, organizer or link in the file."""
    was = repr(_cut(here, _LONGEST_TEXT)) if here else "not set"
    return f"{_TEXT_NAMES[name]} was {was}, now {_cut(there, _LONGEST_TEXT)!r}"


def no_text(name: str, here: str) -> str:
    """No place, description, organizer or link in the file."""
    shown = repr(_cut(here, _LONGEST_TEXT))
    return f"{_TEXT_NAMES[name]} stays {shown}, as the file doesn't mention it"


def update_offered(number: int) -> str:
    """Visits that differ, and how to change them to what the file says."""
    visits = "1 visit differs" if number == 1 else f"{number} visits differ"
    return f"{visits} from the file and stayed as is; to change that, import again with --update."


def updated(number: int) -> str:
    """Visits that were changed to what the file says."""
    return f"Changed {number} {'visit' if number == 1 else 'visits'} to what the file says."


def only_called_off(name: str, when: str) -> str:
    """A file without a case that only calls off appointments."""
    at = f" on {when}" if when else ""
    what = _quoted(name) if name else "a visit"
    return (
        f"The calendar file only cancels {what}{at}, so nothing was imported; if that visit is "
        "in a case, name the case with --into."
    )


def called_off(name: str, when: str) -> str:
    """An entry that is called off and not planned here."""
    at = f"on {when} " if when else ""
    return appointment(name, f"{at}is canceled and was left out")


# What an export leaves out

LEFT_OUT: dict[str, tuple[str, str]] = {
    "covered": ("hidden note", "hidden notes"),
    "mine_only": ("note not for copies", "notes not for copies"),
    "alone": ("question to ask in private", "questions to ask in private"),
    "under_alone": ("note under such a question", "notes under such questions"),
    "cells": ("answer based on such a note", "answers based on such notes"),
    "questions": (
        "question that is hidden or based on such a note",
        "questions that are hidden or based on such notes",
    ),
    "before_you_leave": ("answer to Before you leave", "answers to Before you leave"),
    "additions": ("addition to such an answer", "additions to such answers"),
    "steps": ("to-do based on such a note", "to-dos based on such notes"),
    "expectation": ("line on what you expect", "lines on what you expect"),
    "ratings": ("impression of a doctor", "impressions of the doctors"),
    "confidence": ("answer to How sure are we?", "answers to How sure are we?"),
    "leaning": ("line on where you're leaning", "lines on where you're leaning"),
    "said": ("rewritten part of What was said", "rewritten parts of What was said"),
    "debrief": ("answer written after a visit", "answers written after visits"),
    "composer": ("unfinished line", "unfinished lines"),
    "results": ("hidden test result", "hidden test results"),
    "options": ("hidden option", "hidden options"),
    "criteria": ("hidden topic of the options", "hidden topics of the options"),
    "option_cells": ("answer on an option", "answers on the options"),
    "option_stars": ("star rating not both have given", "star ratings not both have given"),
}


OFF_SCREEN = (
    "Hidden notes, and stars you haven't both given, are not shown here; "
    "`companion export` leaves nothing out."
)
"""What a terminal does not show."""


def left_out(audience: str, count: Mapping[str, int]) -> str:
    """What an export for others leaves out."""
    parts = [f"{number} {LEFT_OUT[name][number != 1]}" for name, number in count.items() if number]
    return f"For the {audience}; left out: {', '.join(parts) or 'nothing'}."


def guarded(number: int) -> str:
    """Cells of a CSV table that a spreadsheet would have taken for formulas."""
    cells = "cell" if number == 1 else "cells"
    return (
        f"{number} {cells} got an apostrophe in front, so no spreadsheet takes them for a "
        "formula; --raw leaves it off."
    )


def no_paper(paper: str, papers: Sequence[str]) -> str:
    """An unknown paper."""
    return f"There's no paper '{paper}'; choose from: {', '.join(papers)}."


def no_letter(paper: str) -> str:
    """A letter that is in no pack."""
    return (
        f"The guidance has no letter for the paper '{paper}', so nothing was saved; "
        "`companion packs` lists the guidance."
    )


def no_such_form(paper: str, form: str) -> str:
    """A paper that is not made in that format."""
    return (
        f"The paper '{paper}' can't be saved as {form}; "
        "choose markdown, text or html, or leave --paper out."
    )
