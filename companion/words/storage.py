"""Sentences about files: what happened, and what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_MOST_NAMED = 5

MISSING = "There's no file at {path}; look for it in your backup, or in the trash."
EMPTY = (
    "{path} is empty, so nothing was opened or changed; "
    "`companion restore BACKUP` brings it back from a backup and keeps this one beside it."
)
DAMAGED = (
    "{path} is damaged and can't be read, so it was left alone; "
    "`companion restore BACKUP` brings it back from a backup and keeps this one beside it."
)
FOREIGN = (
    "{path} wasn't written by Companion, so it was left alone; move it to another folder, "
    "or `companion restore BACKUP` brings yours back and keeps this one beside it."
)
UNREADABLE = (
    "{path} can't be read: {reason}; it was left alone, "
    "so check that the disk is there and that you are allowed to read the file."
)
UNLOCKABLE = (
    "Nothing can be changed in {path}: {reason}; what is there is safe, "
    "so free some space or use another folder: companion --home FOLDER."
)
LOCKLESS = (
    "This folder can't lock files, so two windows could write over each other and nothing was "
    "changed ({path}); use a folder on another disk: companion --home FOLDER."
)
UNWRITABLE = (
    "{path} can't be saved: {reason}; nothing was changed, "
    "so free some space or choose another place."
)
NOT_ALL_KEPT = (
    "Only part of {path} was saved: {reason}; fix the disk, "
    "then check the file before you try again."
)
NOT_ALL_ERASED = (
    "Case {case} isn't erased completely: {gone}, but still there is {left}. "
    "Fix that, then run `companion erase {case}` again; it picks up where it stopped."
)
LEFT_LINKED = "a link led there, and it isn't Companion's alone"
BUSY = "Somebody has this case open in another window; nothing was changed."
READ_ONLY = "{path} can only be read here; nothing was changed."
READ_ONLY_COMMAND = (
    "A newer Companion wrote this case, so nothing was changed; use the newer one for it."
)
TOO_LARGE = (
    "This is too much for one file, so it wasn't saved; what was there before is safe. "
    "Split it up and add one part at a time."
)
BAD_ID = "{given} isn't one of Companion's ids; those have 8 to 40 small letters and numbers."

FOUND = {
    "previous": "Repaired a damaged file from the copy before it. Nothing is missing. ({name})",
    "older": (
        "Restored a damaged file from an earlier copy. Check your newest notes; they may be "
        "missing. The damaged file is kept. ({name})"
    ),
    "gaps": (
        "A few damaged lines are missing. Check your notes; everything else is here, and the "
        "damaged file is kept. ({name})"
    ),
    "torn": (
        "The laptop stopped mid-save. Check your last line; the last moment of typing may be "
        "missing. ({name})"
    ),
    "edited": (
        "Another program changed this file. Check your notes; you see the file as it is now. "
        "({name})"
    ),
    "newer": (
        "From a newer Companion: you can read it here; to change it, use the newer one. ({name})"
    ),
    "united": (
        "There are two versions of this (conflict). You see what's in both; nothing is lost. "
        "({name})"
    ),
    "aside": (
        "There's a second version of this (conflict) that can't be read whole. It's kept; "
        "companion show CASE --set-aside shows what's left of it. ({name} {copy})"
    ),
    "waits": (
        "Something was typed in a window that couldn't write. It's kept; it will be in the line "
        "of this visit when you open it. ({name})"
    ),
    "removed": (
        "Another program removed this file while it was open. What you see is saved again; what "
        "was not open may be missing, so look in the trash and in your backup. ({name})"
    ),
    "conflict": (
        "Another program changed this case's files while it was open (conflict). Both versions "
        "are kept; you see both when you open it again. ({name}, {copy})"
    ),
}
"""What was found when a store was opened, by the kind of finding."""

# The same in a room, where two lines are all there is: first how things are, then what to do.

SHORT_MISSING = "Nothing was changed: its file isn't there. Look in the trash, or in your backup."
SHORT_EMPTY = "Nothing was changed: its file is empty. companion restore BACKUP brings it back."
SHORT_DAMAGED = "Nothing was changed: its file is damaged. companion restore BACKUP brings it back."
SHORT_FOREIGN = (
    "Nothing was changed: another program wrote its file. companion self-check tells which."
)
SHORT_UNREADABLE = "Nothing was changed. Its file can't be read: {reason}."
SHORT_LOCKLESS = "Nothing was changed: this folder can't lock files. Choose another with --home."
SHORT_UNWRITABLE = "Nothing was changed. The disk won't save: {reason}."
SHORT_NOT_ALL_KEPT = "Only part is saved: {reason}. Fix that, then check what's there."
SHORT_READ_ONLY = "Nothing was changed: it can only be read here."
SHORT_TOO_LARGE = "Too much for one file; what was there is safe. Add one part at a time."

SHORT_FOUND = {
    "previous": "Repaired a damaged file. Nothing is missing.",
    "older": "Restored a damaged file. Check your newest notes.",
    "gaps": "A few damaged lines are missing. Check your notes.",
    "torn": "The laptop stopped mid-save. Check your last line.",
    "edited": "Another program changed this file. Check your notes.",
    "newer": "From a newer Companion: you can read it, not change it.",
    "united": "There were two versions of this. You see what's in both.",
    "aside": "A second version is kept; it can't be read whole.",
    "removed": "This case's files were removed. What you see is saved.",
    "waits": "Typed in another window: it's kept, in its visit's line.",
    "conflict": "Another program changed this case. Both versions are kept.",
}
"""Findings on opening a store, by their kind."""

_MOST_LEFT = 5
_REASONS = {
    "ENOSPC": "disk full",
    "EDQUOT": "your disk space is used up",
    "EROFS": "the disk can only be read",
    "EACCES": "writing is not allowed here",
    "EPERM": "writing is not allowed here",
    "ENOENT": "the folder is gone",
    "ENOTDIR": "the folder is gone",
    "EIO": "the disk reports an error",
    "ESTALE": "the network disk is gone",
    "ENODEV": "the disk is gone",
    "ENXIO": "the disk is gone",
    "EFBIG": "the file is too large",
    "EEXIST": "that name is taken",
    "ENOTEMPTY": "it isn't empty",
    "ELOOP": "it's a link to another place",
    "EISDIR": "it's a folder",
    "EINVAL": "it isn't an ordinary file",
    "EMFILE": "too many files are open",
    "ENFILE": "too many files are open",
}


def reason(code: str) -> str:
    """Why the disk refused, in plain words; `code` is the name of the errno, or empty."""
    return _REASONS.get(code, "the disk refused it" + (f" ({code})" if code else ""))


def gone(count: int) -> str:
    """How much of a case is erased."""
    if not count:
        return "it's off every list"
    return "1 of its files is gone" if count == 1 else f"{count} of its files are gone"


def left(things: Sequence[tuple[str, str]]) -> str:
    """What could not be erased, and why; the first few."""
    shown = [f"{path} ({why})" for path, why in things[:_MOST_LEFT]]
    more = len(things) - len(shown)
    return ", ".join(shown) + (f" and {more} more" if more else "")


TOO_DEEP = "it goes too deep"


def unknown_field(name: str) -> str:
    """A document holds a field that this version does not know."""
    return f"This Companion doesn't know a field of this file ({name}); open it with a newer one."


def lines_too_large(added: int, refused: Sequence[int]) -> str:
    """Lines that are more than a note or a file can hold."""
    numbers = ", ".join(map(str, refused[:_MOST_NAMED])) + (
        ", …" if len(refused) > _MOST_NAMED else ""
    )
    which = f"Line {numbers} was" if len(refused) == 1 else f"Lines {numbers} were"
    them = "it" if len(refused) == 1 else "them"
    rest = {0: "there was no other note to add", 1: "1 other note was added"}.get(
        added, f"{added} other notes were added"
    )
    return (
        f"{which} too long for this visit's file, so Companion left {them} out; {rest}, "
        f"and what was there before is safe. Split {them} up and add one part at a time."
    )


def not_as_stored(reason: str) -> str:
    """A document that does not fit its table."""
    return (
        f"Another program changed this file ({reason}), so it was left alone; `companion "
        "restore BACKUP` brings it back from a backup and keeps this one beside it."
    )
