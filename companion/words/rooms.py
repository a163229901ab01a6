"""Sentences that every room shares."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

NAMES = {
    "home": "Home",
    "prepare": "Prepare",
    "visit": "Visit",
    "compare": "Compare",
    "guide": "Guide",
}

EXAMPLE = "Example"
"""At the top of every room of the made-up case."""
SAVED = "saved"
NOT_SAVED = "not saved"
READ_ONLY = "read only"
NOTHING_TO_SAVE = "nothing to save yet"

ALL_IS_SAVED = "All saved."
SAVED_NOW = "Saved now. Nothing was lost."
NOTHING_TO_UNDO = "Nothing to undo."
NOTHING_TO_REDO = "Nothing to redo."
WHICH_ROOM = "Go to:   0 Home   1 Prepare   2 Visit   3 Compare   4 Guide   Esc stay"
GO_TITLE = "Go to:"
WHICH_ROOM_HINTS = "0 Home · 1 Prepare · 2 Visit · 3 Compare · 4 Guide · Esc stay"
LEAVE_VISIT = "The visit is still open. Press both keys again to leave."
NEEDS_A_CASE = "Open a case first: choose it and press Enter."
PASTE_TOO_LARGE = "Too much at once: nothing was pasted. Try a smaller part."
COPY_OR_CLOSE = "Nothing to copy. To close, press Ctrl+Q; all is saved."
ANOTHER_WINDOW = "Open in another window. Close it, then F7."
NEWER_VERSION = "From a newer Companion: you can read it, not change it."
FREE_NOW = "The other window is closed. Press F7 to write here."
OFFERED = "You typed this in another window. It's in your line now."
TAKEN_OVER = "You can write in this window now."
STILL_TAKEN = "It's still open in the other window. Close it there first."
NO_WRITING = "The disk won't save. F7 tries again."
NO_LOCKS = "This folder can't lock files: try --home."
TYPING_KEPT = "Typing is kept."
NOTHING_KEPT = "Read only: what you type here can't be saved."
WAITS = "Your typing is kept. It's here once you can write."

SPACE = "Space"
LETTERS_WRITE = "Keep typing to write your own line. F1 shows the keys."
NO_LINE_HERE = "Not written: no line is open here. F1 shows what you can do."

ANOTHER_VISIT = "another visit"
BRINGS_BACK = "Ctrl+Z brings it back."

BETWEEN = " · "
"""Between two hints of a last line."""
LABELS = {
    "home.search": "search",
    "prepare.next_thing": "next thing",
    "visit.go_to_question": "question",
    "visit.mark_answered": "answered",
    "visit.new_question": "new question",
    "app.help": "more",
}
"""Commands that stand in a last line, by their id: what is said after the key."""

MORE_TITLE = "What you can do now"
CHOOSE_HINT = "Enter choose · Up/Down move · Esc back"
EVERYWHERE = "Everywhere"


def more_of(room: str) -> str:
    """Above the commands of a room that do not act on the selection."""
    return f"More in {room}" if room else ""


FIND_TITLE = "Find by name"
FIND_PLACEHOLDER = "type part of a name"
NOTHING_FOUND = "No action by that name here."


def nothing_found(rooms: Sequence[str], *, has_case: bool) -> str:
    """No action of this room has that name; the rooms that have one.

    Args:
        rooms: Other rooms with such an action.
        has_case: Whether a case is open.
    """
    if not rooms:
        return NOTHING_FOUND
    names = [NAMES[room] for room in rooms]
    told = " and ".join(part for part in (", ".join(names[:-1]), names[-1]) if part)
    return f"{NOTHING_FOUND} Look in {told}{'' if has_case else ', in an open case'}."


CLOSE_UNSAVED = "Not saved yet: free some space. Ctrl+Q again to close."
WAITS_IN_FIELD = "That can't be read yet. It's still there; nothing changed."
CLOSE_UNREAD = "This isn't saved: it can't be read. Ctrl+Q again to close."
LEAVE_UNSAVED = "This isn't saved. Press the same keys again to leave."
CLOSING_UNSAVED = (
    "Your last words aren't saved: the disk refused them. "
    "Write them on paper now, while you remember."
)
CLOSING_UNREAD = (
    "1 line wasn't saved: it can't be read as what belongs there, such as a date. "
    "Everything else is saved."
)
CLOSING_WAITS = (
    "What you typed couldn't go into the visit yet. It's kept, and it'll be in your line when you "
    "open the visit and can write there."
)
CLOSING_REMOVED = (
    "Another program removed files of this case while it was open. What was open is saved again; "
    "for the rest, look in the trash and in your backup."
)
CLOSING_CONFLICT = (
    "Another program changed this case's files (conflict). Both versions are kept; "
    "you'll see both when you open it again."
)
CLOSING_DEMO = "That was the example; nothing was saved."


def does_nothing(key: str, more: str) -> str:
    """A key without a command here.

    Args:
        key: As it stands on the keyboard.
        more: The key that shows what can be done.
    """
    return f"{key.strip() or SPACE} does nothing here. {more} shows what you can do."


def letters_are_latin(more: str) -> str:
    """A letter of another alphabet where letters are commands."""
    return f"Commands here use the letters a to z. {more} lists them."


def to_go_on(said: str, command: str) -> str:
    """The command to type to open the program again."""
    return f"{said} To go on: {command}"


def to_start_own(command: str) -> str:
    """What is said after the made-up example: the command to type for a case of one's own."""
    return f"{CLOSING_DEMO} To start your own: {command}"


def of_example(top: str) -> str:
    """A top line in the made-up example."""
    return f"{EXAMPLE}{BETWEEN}{top}"


_ONLY_READING = {
    "newer": NEWER_VERSION,
    "elsewhere": ANOTHER_WINDOW,
    "refused": NO_WRITING,
    "lockless": NO_LOCKS,
}


def only_reading(why: str, *, kept: bool | None = None) -> str:
    """Why nothing can be changed: newer, elsewhere (in another window), refused (disk), lockless.

    Args:
        why: One of the four.
        kept: Whether what is typed is in a file; None where there is no line to type in.
    """
    if kept is False:
        return NOTHING_KEPT
    said = _ONLY_READING[why]
    return f"{said} {TYPING_KEPT}" if kept and why != "newer" else said


def still_reading(why: str, *, kept: bool | None = None) -> str:
    """Why this window cannot be written in yet."""
    there = why == "elsewhere" and kept is not False
    return STILL_TAKEN if there else only_reading(why, kept=kept)


def _ended(sentence: str) -> str:
    """Return a sentence with a full stop, if it has no end mark."""
    return sentence if sentence.endswith((".", "…", "?", "!")) else f"{sentence}."


def undone(sentence: str) -> str:
    """The change that was undone."""
    return _ended(f"Undone: {sentence}")


def undo_elsewhere(sentence: str, room: str, *, same: bool) -> str:
    """No change of this room can be undone; the last change elsewhere.

    Args:
        sentence: What was done.
        room: The room that shows it.
        same: Whether that is a room of this kind: of another visit.
    """
    where = ANOTHER_VISIT if same else NAMES[room]
    return _ended(f"Nothing to undo here. Last change, in {where}: {sentence}")


def redone(sentence: str) -> str:
    """The change that was made again."""
    return _ended(f"Redone: {sentence}")


def taken_out(what: str) -> str:
    """Something was removed from a list, and how it comes back."""
    return f"{_ended(f'Removed: {what}')} {BRINGS_BACK}" if what else f"Removed. {BRINGS_BACK}"


def not_on_disk(reason: str) -> str:
    """A save failed; the words are safe while the program stays open."""
    return f"Not on disk yet: {reason}. Keep this open: nothing lost."


def theme_is(name: str) -> str:
    """The colours that are shown now."""
    return f"Colors: {name.removeprefix('companion-').replace('-', ' ')}."
