"""Sentences of the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

ABOUT = "A companion for medical second opinions. Everything stays on this laptop."
HOME_HELP = "The data folder; else COMPANION_HOME, else the system's own place."
JSON_HELP = "Print JSON."

PAPER_HELP = (
    "Which paper: case, doctor, records, referral, insurer, message, ask-both, summary, "
    "comparison, timeline."
)
SUMMARY_VISIT_HELP = "The visit a summary tells of; else the latest."
TARGET_HELP = "Where to; - or nothing prints it."
UPDATE_HELP = "Calendar: change visits that are here to what the file says."
UPDATE_NEEDS = "--update changes visits of a case that is here; name the case with --into."
LARGE_HELP = "HTML in large letters."

ASK_TITLE = "What is it about?"
ASK_WITH = "With whom?"
ASK_WORDS = "Search for:"

NO_TERMINAL = (
    "The rooms need a terminal to be shown in; open one and type `companion`, "
    "or see `companion --help` for what works without."
)
DEMO_WITH_HOME = "The made-up example is kept nowhere, so it takes no --home; leave --home out."
NO_CASES = "There is no case yet; `companion new` makes one."
NOTHING_TO_UNDO = "There is nothing to take back in this case."
NO_NOTES = "There was nothing to note."
NOTHING_CHANGED = "Nothing was named to change; see `companion change --help`."
OF_A_VISIT = "Some of that belongs to a visit, so nothing was changed; name it too, as CASE/V."
OF_A_CASE = "Some of that belongs to the case, so nothing was changed; name CASE alone for it."
EXPORT_NEEDS = "Name a case and a --format."
HOME_EMPTY = "--home needs the name of a folder"
STANDARD_INPUT = "Standard input"
OUTPUT_CLOSED = "standard output is closed"
NOT_THERE = "there is nothing of that name"
HEALTHY = "All is well."
UNDO_CASE = "case changed"


def cannot_draw(term: str) -> str:
    """The terminal cannot place text."""
    what = f"it calls itself {term}" if term else "TERM says nothing"
    return (
        f"This terminal can't draw the rooms ({what}); open another one and type `companion`, "
        "or see `companion --help` for what works without."
    )


def wrong_use(sentence: str, command: str) -> str:
    """The command was used wrongly."""
    if sentence.endswith("?"):
        return f"{sentence} See `{command} --help`."
    return f"{sentence.rstrip('.')}; see `{command} --help`."


def no_such_command(given: str, near: Sequence[str]) -> str:
    """An unknown command, and those with a similar name."""
    names = " or ".join(f"'{name}'" for name in near)
    return f"No such command '{given}'." + (f" Did you mean {names}?" if near else "")


def no_such_case(given: str) -> str:
    """No case fits what was given."""
    return f"There is no case {given}; `companion list` shows them."


def no_such_visit(given: str) -> str:
    """No visit fits what was given."""
    return f"There is no visit {given} in this case; `companion list` shows them."


def several(given: str) -> str:
    """More than one id begins like this."""
    return f"More than one id begins with {given}; type more of it."


def not_a_time(given: str) -> str:
    """A time that cannot be read."""
    return f"{given} is not a time; write it like 2026-12-03T14:00, or 2026-12-03 for a whole day."


def taken_for(told: str) -> str:
    """The day or time that was understood."""
    return f"Taken for {told}."


def hour_skipped(typed: str, told: str) -> str:
    """An hour that clocks skip on that day."""
    return f"Clocks skip {typed} that day; taken for {told}."


def hour_twice(told: str, second: str) -> str:
    """An hour that clocks show twice on that day."""
    return f"Clocks show that hour twice; taken for the first, {told}. The second is {second}."


def not_a_day(given: str) -> str:
    """A day that cannot be read."""
    return f"{given} is not a day; write it like 2026-12-03."


def no_such_pack(given: str, known: str) -> str:
    """No pack has that id."""
    return f"There is no pack {given}; there are: {known}."


def no_such_question(given: int, most: int) -> str:
    """The visit's list has no such number."""
    return f"The list of this visit has no question {given}; its numbers go from 0 to {most}."


def noting_in(visit: str) -> str:
    """The visit that the notes go to."""
    return f"Noting in: {visit}."


HOW_TO_END = "One note a line, kept as you press Enter; Ctrl+D on an empty line ends."


def not_all_noted(why: str, count: int, first: str) -> str:
    """The disk refused a note in the middle."""
    kept = noted(count) if count else NO_NOTES_KEPT
    return f'{why} {kept} From this line on nothing was: "{first}".'


NO_NOTES_KEPT = "No note was added."
DISK_REFUSED = "The disk refused a note for a moment."


def noted(count: int) -> str:
    """How many notes were added."""
    return "1 note added." if count == 1 else f"{count} notes added."


NOTHING_SET_ASIDE = "Nothing is set aside in this case."
NOTHING_READABLE = "(no text in it can be read)"
SET_ASIDE_HELP = "Print the texts in files that were set aside, or are damaged, instead."


def set_aside_hidden(count: int) -> str:
    """Covered texts that are not shown."""
    many = "1 text rests" if count == 1 else f"{count} texts rest"
    return f"{many} on covered notes and is not shown; show the note first, in its visit."


def undone(sentence: str) -> str:
    """The change that was taken back."""
    return f"Taken back: {sentence}."


def cannot_read(name: str, reason: str) -> str:
    """A file that was named cannot be read."""
    return f"{name} cannot be read: {reason}; check the name and try again."


def cannot_write(name: str, reason: str) -> str:
    """A file that was named cannot be written."""
    return f"{name} cannot be written: {reason}; nothing was changed, so name another file."


def not_printed(why: str) -> str:
    """A result that cannot be printed."""
    return f"The result can't be printed: {why}; send it somewhere else and ask again."


def made_not_printed(its_id: str, why: str) -> str:
    """Something was made, and its id cannot be printed."""
    return f"Done, and saved; only its id can't be printed ({why}), so don't do it again: {its_id}"


def input_too_large(limit: int) -> str:
    """Standard input is longer than a file may be."""
    return f"it is longer than {limit // (1024 * 1024)} MB"


def too_long(most: int) -> str:
    """A title, a name or words to look for are too long."""
    return f"That's more than {most:,} characters, so nothing was changed; make it shorter."


def getting_ready(count: int) -> str:
    """Many files have to be read before the first search."""
    return f"Getting ready to search: {count:,} files are read once; this may take a while."


def found(count: int, visits: int) -> str:
    """How many places hold the words, in how many visits."""
    if not count:
        return "Nothing has these words."
    places = "1 place" if count == 1 else f"{count:,} places"
    return f"{places}, {'1 visit' if visits == 1 else f'{visits:,} visits'}."


def unreadable_case(case_id: str, sentence: str) -> str:
    """A case in the list that cannot be read."""
    return f"Case {case_id} cannot be read: {sentence}"


def found_in_case(case_id: str, sentence: str) -> str:
    """Something is wrong with a file of a case that can be read."""
    return f"Case {case_id}: {sentence}"


def unreadable_visit(visit_id: str, sentence: str) -> str:
    """A visit that cannot be read."""
    return f"Visit {visit_id} cannot be read: {sentence}"


def unexpected(kind: str, where: str) -> str:
    """A fault of the program."""
    return (
        f"Companion made a mistake ({kind}, {where}); what was saved before is safe, so try again."
    )


def exported_to(name: str, *, private: bool) -> str:
    """The path of an export."""
    if private:
        return f"Written to {name}. Only you can read it; it was not opened."
    return (
        f"Written to {name}; it was not opened. This disk doesn't keep files private: "
        f"other accounts of this computer can read it."
    )


def own_file(name: str) -> str:
    """A file of Companion's was named as the target."""
    return (
        f"{name} is one of Companion's own files, or lies among them, so nothing was written; "
        f"choose another place."
    )
