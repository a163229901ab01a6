"""Sentences that every room shares."""

from __future__ import annotations

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

ALL_IS_SAVED = "All is saved. There is nothing you need to do for it."
NOTHING_TO_UNDO = "There is nothing to take back."
NOTHING_TO_REDO = "There is nothing to do again."
WHICH_ROOM = "Which room?   0 Home   1 Prepare   2 Visit   3 Compare   4 Guide   Esc stays"
GO_TITLE = "Which room?"
WHICH_ROOM_HINTS = "0 Home · 1 Prepare · 2 Visit · 3 Compare · 4 Guide · Esc stays"
LEAVE_VISIT = "The visit is still open. To leave: Ctrl+G and digit again."
NEEDS_A_CASE = "Choose a case first, or make one."
PASTE_TOO_LARGE = "Too much for one paste. Nothing changed; paste less at a time."
COPY_OR_CLOSE = "Nothing is selected to copy. To close the program press Ctrl+Q; all is saved."
ANOTHER_WINDOW = "Open in another window: close it, then F7. Typing is kept."
NEWER_VERSION = "From a newer Companion: you can read it, not change it."
FREE_NOW = "The other window has closed. F7: write here."
OFFERED = "From a window that couldn't write; it is in your line now."
TAKEN_OVER = "You can write in this window now."
STILL_TAKEN = "The other window still has this case. Close it first."
NO_WRITING = "The disk won't save. Your typing is kept; F7 tries again."
NO_LOCKS = "This folder knows no locks. Typing is kept; try --home."
NOTHING_KEPT = "Read only, and nothing you type here can be saved."
WAITS = "Your typing is kept, and offered once you can write."

SPACE = "Space"
LETTERS_WRITE = "Type on to write a line of your own. F1 shows the keys."
NO_LINE_HERE = "Not written: there's no line here. Enter opens one · F1 more"

ANOTHER_VISIT = "another visit"
BRINGS_BACK = "Ctrl+Z brings it back."

BETWEEN = " · "
"""Between two hints of a last line."""

MORE_TITLE = "What you can do now"
MORE_HINT = "arrows and Enter choose · Esc back"
EVERYWHERE = "Everywhere"


def more_of(room: str) -> str:
    """Above the commands of a room that do not act on the selection."""
    return f"Elsewhere in {room}" if room else ""


FIND_TITLE = "Find by name"
FIND_HINT = "type a part of its name · arrows and Enter choose · Esc back"
FIND_PLACEHOLDER = "type a part of the name"
NOTHING_FOUND = "Nothing has that name."

CLOSE_UNSAVED = "Not all is on disk. Make room, or Ctrl+Q again to close."
WAITS_IN_FIELD = "That couldn't be read. It waits in the field; what was there stays."
CLOSE_UNREAD = "This can't be read and isn't saved. Ctrl+Q again closes."
LEAVE_UNSAVED = "This is in no file. The same keys again leave."
CLOSING_UNSAVED = (
    "The last words could not be saved: the disk did not take them. "
    "You may want to write them on paper while you remember them."
)
CLOSING_UNREAD = (
    "One line could not be read as what was asked for there, such as a day, and was not saved. "
    "All else is saved."
)
CLOSING = "All saved."
CLOSING_WAITS = (
    "What you typed could not go into the visit yet. It is kept beside it, and offered in the "
    "visit's line when you open it and can write."
)
CLOSING_REMOVED = (
    "Another program removed files of this case while it was open. What was open was saved again; "
    "look in the trash and in your backup for the rest."
)
CLOSING_CONFLICT = (
    "Another program changed the files of this case (conflict). Both versions are kept; "
    "you see what both hold when you open it again."
)
CLOSING_DEMO = "That was the made-up example. Nothing of it was kept."


def does_nothing(key: str, more: str) -> str:
    """A key without a command here.

    Args:
        key: As it stands on the keyboard.
        more: The key that shows what can be done.
    """
    return f"{key.strip() or SPACE} does nothing here. {more} shows what does."


def letters_are_latin(more: str) -> str:
    """A letter of another alphabet where letters are commands."""
    return f"Commands here are a to z. {more} lists them; Enter does one."


def to_go_on(said: str, command: str) -> str:
    """The command to type to open the program again."""
    return f"{said} To go on: {command}"


def of_example(top: str) -> str:
    """A top line in the made-up example."""
    return f"{EXAMPLE}{BETWEEN}{top}"


_ONLY_READING = {
    "newer": NEWER_VERSION,
    "elsewhere": ANOTHER_WINDOW,
    "refused": NO_WRITING,
    "lockless": NO_LOCKS,
}


def only_reading(why: str, *, kept: bool = True) -> str:
    """Why nothing can be changed: newer, elsewhere (in another window), refused (disk), lockless.

    Args:
        why: One of the four.
        kept: Whether what is typed is in a file.
    """
    return _ONLY_READING[why] if kept else NOTHING_KEPT


def still_reading(why: str, *, kept: bool = True) -> str:
    """Why this window cannot be written in yet."""
    return STILL_TAKEN if why == "elsewhere" and kept else only_reading(why, kept=kept)


def _ended(sentence: str) -> str:
    """Return a sentence with a full stop, if it has no end mark."""
    return sentence if sentence.endswith((".", "…", "?", "!")) else f"{sentence}."


def undone(sentence: str) -> str:
    """The change that was taken back."""
    return _ended(f"Taken back: {sentence}")


def undo_elsewhere(sentence: str, room: str, *, same: bool) -> str:
    """No change of this room can be taken back; the last change elsewhere.

    Args:
        sentence: What was done.
        room: The room that shows it.
        same: Whether that is a room of this kind: of another visit.
    """
    where = ANOTHER_VISIT if same else NAMES[room]
    return _ended(f"Nothing to take back here. Last change, in {where}: {sentence}")


def redone(sentence: str) -> str:
    """The change that was made again."""
    return _ended(f"Done again: {sentence}")


def taken_out(what: str) -> str:
    """Something was taken out of a list, and how it comes back."""
    return f"{_ended(f'Taken out: {what}')} {BRINGS_BACK}" if what else f"Taken out. {BRINGS_BACK}"


def not_on_disk(reason: str) -> str:
    """A save failed; the words are safe while the program stays open."""
    return f"Not on disk yet: {reason}. Keep this open: nothing is lost."


def theme_is(name: str) -> str:
    """The colours that are shown now."""
    return f"Colors: {name.removeprefix('companion-').replace('-', ' ')}."
