"""Sentences about files: what happened, and what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_MOST_NAMED = 5

MISSING = "There is no file at {path}; look for it in your backup, or in the trash."
EMPTY = (
    "The file {path} is empty, so nothing was opened and nothing was written; "
    "`companion restore BACKUP` brings it back from a backup and keeps this one beside it."
)
DAMAGED = (
    "The file {path} is damaged and no earlier state of it can be read, so it was left as it is; "
    "`companion restore BACKUP` brings it back from a backup and keeps this one beside it."
)
FOREIGN = (
    "The file {path} wasn't written by Companion, so it was left as it is; move it to another "
    "folder, or `companion restore BACKUP` brings yours back and keeps this one beside it."
)
UNREADABLE = (
    "The file {path} cannot be read: {reason}; it was left as it is, "
    "so check that the disk is there and that you may read the file."
)
LOCKLESS = (
    "This folder knows no locks, which keep two windows from writing over each other, so nothing "
    "was changed ({path}); use one on another disk: companion --home FOLDER."
)
UNWRITABLE = (
    "{path} cannot be written: {reason}; nothing was changed, "
    "so check that the disk is there, is not full, and that you may write to it."
)
NOT_ALL_KEPT = (
    "Not everything could be written to {path}: {reason}; see to the disk, "
    "then look at what is there before you do it again."
)
NOT_ALL_ERASED = (
    "Case {case} isn't erased completely: {gone}, but still there is {left}. "
    "See to that, then run `companion erase {case}` again; it goes on from here."
)
LEFT_LINKED = "a link led there, and it isn't Companion's alone"
BUSY = "Somebody has this case open in another window; nothing was changed."
READ_ONLY = "The file {path} can only be read here; nothing was changed."
READ_ONLY_COMMAND = (
    "This case was written by a newer Companion; nothing was changed, so use the newer one for it."
)
TOO_LARGE = (
    "This is more than one file can hold, so it was not written; what was there before is safe. "
    "Take it apart and add a part at a time."
)
BAD_ID = "{given} is not an id of ours; ids are 8 to 40 small letters and digits."

FOUND_PREVIOUS = (
    "The file {name} was damaged. Its text was put together again from the copy before it."
)
FOUND_OLDER = (
    "The file {name} was damaged. An earlier state of it was opened; the newest changes may be "
    "missing. The damaged file is kept."
)
FOUND_GAPS = (
    "Some lines of {name} were damaged and were left out. All the other changes are here, and the "
    "damaged file is kept."
)
FOUND_TORN = (
    "The computer stopped while {name} was being written. The last moment of typing may be missing."
)
FOUND_EDITED = "The file {name} was changed by another program. It was opened as it now is."
FOUND_NEWER = (
    "The file {name} was written by a newer version of this program. You can read it here; to "
    "change it, use the newer version."
)
FOUND_UNITED = (
    "There are two versions of this (conflict). You see what both hold; nothing is lost. ({name})"
)
FOUND_ASIDE = (
    "There is a second version of this (conflict) that can't be read whole. It is kept; "
    "companion show CASE --set-aside reads what is left of it. ({name} {copy})"
)
FOUND_WAITS = (
    "Something was typed in a window that could not write. It is kept, and offered in the line of "
    "this visit when you open it. ({name})"
)
FOUND_REMOVED = (
    "Another program removed this file while it was open. What you see was saved again; what was "
    "not open may be missing, so look in the trash and in your backup. ({name})"
)
FOUND_CONFLICT = (
    "Another program changed this case's files while it was open (conflict). Both versions are "
    "kept; you see both when you open it again. ({name}, {copy})"
)

# The same in a room, where two lines are all there is: what stands comes first, then what to do.

SHORT_MISSING = "Nothing was changed: its file isn't there. Look in the trash, or in your backup."
SHORT_EMPTY = "Nothing was changed: its file is empty. companion restore BACKUP brings it back."
SHORT_DAMAGED = "Nothing was changed: its file is damaged. companion restore BACKUP brings it back."
SHORT_FOREIGN = (
    "Nothing was changed: another program wrote its file. companion self-check names it."
)
SHORT_UNREADABLE = "Nothing was changed. Its file can't be read: {reason}."
SHORT_LOCKLESS = "Nothing was changed: this folder knows no locks. Choose another with --home."
SHORT_UNWRITABLE = "Nothing was changed. The disk won't save: {reason}."
SHORT_NOT_ALL_KEPT = "Not all is saved: {reason}. Mend that, then look what is there."
SHORT_READ_ONLY = "Nothing was changed: it can only be read here."
SHORT_TOO_LARGE = "Too much for one file; what was there is safe. Add a part at a time."

SHORT_FOUND = {
    "previous": "Repaired a damaged file. Nothing is missing.",
    "older": "Restored a damaged file. Check your newest notes.",
    "gaps": "All but a few damaged lines is here. Check your notes.",
    "torn": "The laptop stopped mid-save. Check your last line.",
    "edited": "Another program changed this file. Check your notes.",
    "newer": "From a newer Companion: you can read it, not change it.",
    "united": "There were two versions of this. You see what both hold.",
    "aside": "A second version is kept; it can't be read whole.",
    "removed": "This case's files were removed. What you see is saved.",
    "waits": "What was typed elsewhere is kept, offered in its visit.",
    "conflict": "Another program changed this case. Both versions are kept.",
}
"""Findings on opening a store, by their kind."""

_MOST_LEFT = 5
_REASONS = {
    "ENOSPC": "the disk is full",
    "EDQUOT": "your space on this disk is used up",
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
    "EEXIST": "something of that name is there already",
    "ENOTEMPTY": "something is in it",
    "ELOOP": "it is a link to another place",
    "EISDIR": "it is a folder",
    "EINVAL": "it is not an ordinary file",
    "EMFILE": "too many files are open",
    "ENFILE": "too many files are open",
}


def reason(code: str) -> str:
    """Why the disk refused, in plain words; `code` is the name of the errno, or empty."""
    return _REASONS.get(code, "the disk refused it" + (f" ({code})" if code else ""))


def gone(count: int) -> str:
    """How much of a case is erased."""
    if not count:
        return "it's in no list any more"
    return "1 of its files is gone for good" if count == 1 else f"{count} of its files are gone"


def left(things: Sequence[tuple[str, str]]) -> str:
    """What could not be erased, and why; the first few."""
    shown = [f"{path} ({why})" for path, why in things[:_MOST_LEFT]]
    more = len(things) - len(shown)
    return ", ".join(shown) + (f" and {more} more" if more else "")


TOO_DEEP = "it goes too deep"


def unknown_field(name: str) -> str:
    """A document holds a field that this version does not know."""
    return (
        f"The stored text has a field that is not known here ({name}); "
        "open it with a newer Companion."
    )


def lines_too_large(added: int, refused: Sequence[int]) -> str:
    """Lines that are more than a note or a file can hold."""
    numbers = ", ".join(map(str, refused[:_MOST_NAMED])) + (
        ", …" if len(refused) > _MOST_NAMED else ""
    )
    which = f"Line {numbers} was" if len(refused) == 1 else f"Lines {numbers} were"
    them = "it" if len(refused) == 1 else "them"
    rest = {0: "no other note was there to add", 1: "1 other note was added"}.get(
        added, f"{added} other notes were added"
    )
    return (
        f"{which} too long for this visit's file, so Companion left {them} out; {rest}, "
        f"and what was there before is safe. Take {them} apart and add a part at a time."
    )


def not_as_stored(reason: str) -> str:
    """A document that does not fit its table."""
    return (
        f"Another program changed this file ({reason}), so it was left as it is; `companion "
        "restore BACKUP` brings it back from a backup and keeps this one beside it."
    )
