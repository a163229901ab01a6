"""Sentences of the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

UPDATE_NEEDS = "--update changes visits that are already here; name their case with --into."

ASK_TITLE = "What is it about?"
ASK_WITH = "Who is the visit with?"
ASK_WORDS = "Search for:"

NO_TERMINAL = (
    "Companion needs a terminal window; open one and type `companion`, "
    "or see `companion --help` for what works without one."
)
DEMO_WITH_HOME = "The example is never saved, so it takes no --home; leave --home out."
NO_CASES = "No cases yet; `companion new` starts one."
NOTHING_TO_UNDO = "Nothing to undo in this case."
NO_NOTES = "No notes added: there was no text."
NOTHING_CHANGED = "You didn't say what to change; see `companion change --help`."
OF_A_VISIT = (
    "Some of that is part of a visit, so nothing was changed; name the visit too, as CASE/V."
)
OF_A_CASE = "Some of that is part of the case, so nothing was changed; name only the CASE for it."
EXPORT_NEEDS = "Name a case and a --format."
HOME_EMPTY = "--home needs the name of a folder"
STANDARD_INPUT = "Standard input"
OUTPUT_CLOSED = "standard output is closed"
NOT_THERE = "there's nothing by that name"
HEALTHY = "Everything can be read."
UNDO_CASE = "case changed"


def cannot_draw(term: str) -> str:
    """The terminal cannot place text."""
    what = f"it calls itself {term}" if term else "TERM is not set"
    return (
        f"This terminal can't draw Companion's screens ({what}); open another one and type "
        "`companion`, or see `companion --help` for what works without one."
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
    return f"There's no case {given}; `companion list` shows your cases."


def no_such_visit(given: str) -> str:
    """No visit fits what was given."""
    return f"There's no visit {given} in this case; `companion list` shows its visits."


def several(given: str) -> str:
    """More than one id begins like this."""
    return f"More than one id starts with {given}; type more of it."


def not_a_time(given: str) -> str:
    """A time that cannot be read, or none."""
    problem = f"{given} isn't a time Companion can read" if given.strip() else "No time was given"
    return f"{problem}; try: Dec 3 2 pm, 2026-12-03T14:00, or 2026-12-03 for a whole day."


def hour_without_day(given: str) -> str:
    """An hour, of a visit whose day is not known."""
    hour = given.strip()
    return f"{hour} has no day; try: today {hour}, or Dec 3 {hour}."


def taken_for(told: str) -> str:
    """The day or time that was understood."""
    return f"Understood: {told}."


def hour_skipped(typed: str, told: str) -> str:
    """An hour that clocks skip on that day."""
    return f"Clocks skip {typed} that day, so it's {told}."


def hour_twice(told: str, second: str) -> str:
    """An hour that clocks show twice on that day."""
    return f"Clocks show that hour twice; this is the first, {told}. The second is {second}."


def not_a_day(given: str) -> str:
    """A day that cannot be read."""
    return f"{given} isn't a day Companion can read; try: Dec 3, Friday or 2026-12-03."


NO_TEXT = "Nothing found; `companion guide` lists all texts."


def no_such_pack(given: str, known: str) -> str:
    """No pack has that id."""
    return f"There's no pack {given}; choose from: {known}."


def no_such_question(given: int, most: int) -> str:
    """The visit's list has no such number."""
    return f"This visit has no question {given}; its numbers go from 0 to {most}."


def noting_in(visit: str) -> str:
    """The visit that the notes go to."""
    return f"Adding notes to: {visit}."


HOW_TO_END = "One note per line; Enter saves it. Ctrl+D on an empty line ends."


def not_all_noted(why: str, count: int, first: str) -> str:
    """The disk refused a note in the middle."""
    kept = noted(count) if count else NO_NOTES_KEPT
    return f'{why} {kept} Not saved, from this line on: "{first}".'


NO_NOTES_KEPT = "No notes were added."
DISK_REFUSED = "The disk refused a note for a moment."


def noted(count: int) -> str:
    """How many notes were added."""
    return "1 note added." if count == 1 else f"{count} notes added."


NOTHING_SET_ASIDE = "Nothing is set aside in this case."
NOTHING_READABLE = "(no text in it can be read)"


def set_aside_hidden(count: int) -> str:
    """Covered texts that are not shown."""
    if count == 1:
        return (
            "1 text comes from a hidden note, so it isn't shown; show the note first, in its visit."
        )
    return (
        f"{count} texts come from hidden notes, so they aren't shown; "
        "show the notes first, in their visits."
    )


def undone(sentence: str) -> str:
    """The change that was taken back."""
    return f"Undone: {sentence}."


def cannot_read(name: str, reason: str) -> str:
    """A file that was named cannot be read."""
    return f"{name} can't be read: {reason}; check the name and try again."


def cannot_write(name: str, reason: str) -> str:
    """A file that was named cannot be written."""
    return f"{name} can't be saved: {reason}; nothing was changed, so choose another place."


def not_printed(why: str) -> str:
    """A result that cannot be printed."""
    return f"The result can't be printed: {why}; send it somewhere else and try again."


def made_not_printed(its_id: str, why: str) -> str:
    """Something was made, and its id cannot be printed."""
    return f"Done and saved; only its id can't be printed ({why}), so don't do it again: {its_id}"


def input_too_large(limit: int) -> str:
    """Standard input is longer than a file may be."""
    return f"it is longer than {limit // (1024 * 1024)} MB"


def too_long(most: int) -> str:
    """A title, a name or words to look for are too long."""
    return f"That's more than {most:,} characters, so nothing was changed; make it shorter."


def getting_ready(count: int) -> str:
    """Many files have to be read before the first search."""
    return f"Getting the search ready: {count:,} files are read once; this may take a while."


def found(count: int, visits: int) -> str:
    """How many places hold the words, in how many visits."""
    if not count:
        return "Nothing found. Try one word, or part of one. Hidden notes aren't searched."
    places = "1 place" if count == 1 else f"{count:,} places"
    return f"{places}, {'1 visit' if visits == 1 else f'{visits:,} visits'}."


def unreadable_case(case_id: str, sentence: str) -> str:
    """A case in the list that cannot be read."""
    return f"Case {case_id} can't be read: {sentence}"


def found_in_case(case_id: str, sentence: str) -> str:
    """Something is wrong with a file of a case that can be read."""
    return f"Case {case_id}: {sentence}"


def unreadable_visit(visit_id: str, sentence: str) -> str:
    """A visit that cannot be read."""
    return f"Visit {visit_id} can't be read: {sentence}"


def unexpected(kind: str, where: str) -> str:
    """A fault of the program."""
    return (
        f"Sorry, that's a bug in Companion ({kind}, {where}); everything saved is safe, "
        "so please try again."
    )


def exported_to(name: str, *, private: bool) -> str:
    """The path of an export."""
    if private:
        return f"Saved as {name}. Only your account can open it."
    return (
        f"Saved as {name}. This disk doesn't keep files private: "
        f"other accounts on this computer can open it."
    )


def own_file(name: str) -> str:
    """A file of Companion's was named as the target."""
    return (
        f"{name} is one of Companion's own files, or in their folder, so nothing was saved; "
        f"choose another place."
    )
