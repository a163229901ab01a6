"""Sentences about backups, the trash, erasing, and checking what is there."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_LOOK_FOR_IT = "look for it in your sync program or your backup; nothing was changed."
MISSING_SOMETHING = (
    "a visit is missing, and other files of this case mention its notes or questions; "
    + _LOOK_FOR_IT
)

# Making a backup.

NEEDS_A_FILE = "A backup is saved as a file, not printed; name one, like backup.zip."
ENTRY_MISSING = "there's nothing by that name"
ENTRY_NAME = "its name can't be written into a zip"


def made(path: str, cases: int) -> str:
    """A backup was written."""
    return f"Saved {_cases(cases)} in {path}. Anyone who has this file can read it."


def not_in_backup(path: str, why: str) -> str:
    """A file that is not in the backup."""
    return f"Not in the backup: {path} ({why})."


def made_in_part(path: str, cases: int, missing: int) -> str:
    """A backup was written, and something is missing in it."""
    files = "1 file" if missing == 1 else f"{missing} files"
    return (
        f"Saved {_cases(cases)} in {path}, all but the {files} named above; keep an older backup "
        f"too. Anyone who has this file can read it."
    )


def backup_there(path: str) -> str:
    """A backup of ours stands where a new one was to be written."""
    return (
        f"{path} is an earlier backup, so nothing was saved; choose another name, "
        f"or add --replace to replace it."
    )


def file_there(path: str) -> str:
    """Another file stands where a backup was to be written."""
    return (
        f"There's a file {path} already, and it isn't a backup, so nothing was saved; "
        f"choose another name, or add --replace if you don't need that file."
    )


def earlier_kept(path: str) -> str:
    """The backup before is kept, because the new one misses something."""
    return f"The earlier file is kept as {path}."


def _cases(count: int) -> str:
    return "1 case" if count == 1 else f"{count} cases"


# Reading a backup.

NOT_A_BACKUP = "This isn't a Companion backup, so nothing was changed; try another file."
NEWER_BACKUP = "A newer Companion made this backup, so nothing was changed; restore it with that."
BACKUP_TOO_LARGE = "This is larger than a backup can be, so nothing was changed; try another file."
MORE_THAN_A_BACKUP = (
    "This is larger than a backup can be, so Companion stopped; what it restored is complete."
)
ENTRY_ENCRYPTED = "locked with a password; unpack the zip and restore the folder"
ENTRY_PACKED = "packed in a way Companion can't read; unpack the zip and restore the folder"
ENTRY_DAMAGED = "damaged"
ENTRY_CHANGED = "changed since it was made"
ENTRY_TOO_LARGE = "larger than any file of Companion's"
NO_MANIFEST = (
    "This backup's list of files is missing or damaged, so Companion can't tell whether anything "
    "is missing; each file was checked by itself."
)
RESTORING = (
    "Another window is restoring a backup; nothing was changed, so try again when it's done."
)
_MOST_NAMES = 5


def _named(names: Sequence[str]) -> str:
    """Some names, the first few of many."""
    more = len(names) - _MOST_NAMES
    return ", ".join(names[:_MOST_NAMES]) + (f" and {more} more" if more > 0 else "")


def strange_names(names: Sequence[str]) -> str:
    """Files inside a backup have names that no store has."""
    return f"Left out, because Companion has no files by such names: {_named(names)}."


def damaged_in_backup(case_id: str, files: Mapping[str, str]) -> str:
    """Files of a case that cannot be taken out of a backup."""
    each = [f"{name} ({why})" for name, why in files.items()]
    return f"Case {case_id}: this backup can't be used for {_named(each)}."


def unreadable_in_backup(case_id: str, store: str) -> str:
    """A visit that no file in a backup leads to."""
    return f"Case {case_id}: {store} can't be read from this backup; try an older one for it."


def no_whole_case(case_id: str) -> str:
    """A case whose own store is damaged in a backup, and is not here."""
    return (
        f"Case {case_id} wasn't restored: its case.json can't be read from this backup, "
        f"so try an older one. The backup is as it was."
    )


def not_restored(case_id: str, sentence: str) -> str:
    """A case that could not be put in place."""
    return f"Case {case_id} wasn't restored: {sentence}"


def mended(case_id: str, stores: Sequence[str]) -> str:
    """Stores that could not be read here and were restored."""
    return (
        f"Case {case_id}: {_named(stores)} couldn't be read here and came back from the backup. "
        f"The damaged files are kept beside them, with .damaged in their names."
    )


def knows_more(case_id: str, visits: int, notes: int, others: int) -> str:
    """A backup holds more than there is here."""
    counts = (
        (visits, "visit", "visits"),
        (notes, "note", "notes"),
        (others, "other entry", "other entries"),
    )
    parts = [f"{count} {one if count == 1 else many}" for count, one, many in counts if count]
    return (
        f"Case {case_id}: the backup has {' and '.join(parts)} that this laptop doesn't have, or "
        f"has in an older form; nothing was changed. To see them, restore into an empty folder "
        f"with --home."
    )


def restored(added: int, there: int, *, mended: bool) -> str:
    """A backup was read."""
    if not added and not there:
        return "Nothing was restored."
    if not added and not mended:
        return (
            "Nothing to restore: the case is already here."
            if there == 1
            else f"Nothing to restore: all {there} cases are already here."
        )
    if not there and not mended:
        return f"{added} restored."
    kept = "left unchanged" if not mended else "left unchanged, except what couldn't be read"
    return f"{added} restored, {there} already here and {kept}."


# Erasing.

ASK_TITLE = "This cannot be undone. To erase the case forever, type its title:"


def ask_id(case_id: str) -> str:
    """Before a case that has no title, or none that can be read, is erased."""
    return f"This cannot be undone. To erase the case forever, type its id, {case_id}:"


NOT_CONFIRMED = (
    "That isn't the title, so nothing was erased. Type it as `companion list` shows it, or the id."
)
NOT_CONFIRMED_BY_ID = "That isn't the id, so nothing was erased; this case has no title to type."
NOTHING_TYPED = "Nothing was typed, so nothing was erased; scripts need --yes."
ERASED = (
    "Erased, with every earlier version. Files you exported and backups are still where you "
    "saved them."
)

# What self-check tells.


def conflict_copy(name: str, case_id: str) -> str:
    """A copy of a store that a sync program made, or this program beside it."""
    return (
        f"{name} is another version of a file in this case; Companion shows what it adds. "
        f"To see it by itself: companion show {case_id} --set-aside"
    )


def copied_folder(name: str, case_id: str) -> str:
    """A copy of a whole case's folder."""
    return (
        f"{name} is a second copy of the folder of case {case_id}, made by another program; "
        "Companion reads only the folder with the case's own name; nothing was changed."
    )


def copy_of_home(path: str) -> str:
    """A copy of a folder or file in the data folder itself."""
    return (
        f"{path} is a second copy of Companion's files, made by another program; "
        "Companion doesn't read it; nothing was changed."
    )


def elsewhere(store: str) -> str:
    """A sync program keeps a store only in the cloud."""
    return (
        f"{store} is not on this laptop now: your sync program keeps it in the cloud; "
        "tell it to keep this folder here; nothing was changed."
    )


def left_over(store: str) -> str:
    """A store is gone, and only files beside it are there."""
    return f"{store} is missing, though files that go with it are here; {_LOOK_FOR_IT}"


def missing_visit(visit_id: str) -> str:
    """A visit that the case refers to has no file."""
    return f"visit {visit_id} is missing, and other files of this case mention it; {_LOOK_FOR_IT}"


def stranger(path: str) -> str:
    """Something in the data folder with an unknown name."""
    return f"{path} isn't Companion's and is left alone; if it's yours, move it somewhere else."


def case_problem(case_id: str, sentence: str) -> str:
    """Something is wrong with a case."""
    return f"case {case_id}: {sentence}"


def set_aside(case_id: str, names: Sequence[str]) -> str:
    """Files beside the stores that hold words."""
    many = "1 file is" if len(names) == 1 else f"{len(names)} files are"
    return (
        f"case {case_id}: {many} set aside: {_named(names)}. "
        f"`companion show {case_id} --set-aside` shows what is in there."
    )


def left_by_erasing(path: str) -> str:
    """A folder of a case that was being erased."""
    return (
        f"{path} is left from a case that was being erased; the next command that saves removes it."
    )


def left_by_restoring(path: str) -> str:
    """A folder that a restore had begun."""
    return (
        f"{path} is left from a restore that didn't finish; the next `companion restore` removes "
        f"it."
    )


def open_folder(path: str) -> str:
    """A folder of ours that others can open."""
    return (
        f"Other accounts on this computer can open {path}; the next command that saves makes it "
        f"private, if its disk can."
    )


def open_other_folder(path: str) -> str:
    """A folder that is not ours alone, and that others can open."""
    return (
        f"Other accounts on this computer can open {path}. Companion leaves it as it is, because "
        f"it's a link or has other things in it; choose a folder of its own with --home."
    )


def open_files(folder: str, count: int) -> str:
    """Files of ours that others can open."""
    files = "1 file" if count == 1 else f"{count} files"
    return f"Other accounts on this computer can open {files} in {folder}, if its disk lets them."
