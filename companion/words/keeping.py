"""Sentences about backups, the trash, erasing, and checking what is there."""

from __future__ import annotations

NOT_A_BACKUP = (
    "This is no whole backup made by Companion, so nothing was changed; choose another file."
)
NEWER_BACKUP = "This backup was made by a newer Companion; nothing was changed, so use that one."
BACKUP_TOO_LARGE = (
    "This zip holds more than a backup can, so nothing was changed; choose another file."
)
_LOOK_FOR_IT = "look for it in your sync program or your backup; nothing was changed."
MISSING_SOMETHING = (
    "a visit is missing, and other files of this case speak of its notes or questions; "
    + _LOOK_FOR_IT
)


def strange_name(name: str) -> str:
    """A file inside a zip has a name that no store has."""
    return (
        f"The zip holds {name!r}, as no backup does, so nothing was changed; choose another file."
    )


def wrong_sum(name: str) -> str:
    """A file inside a zip was changed."""
    return (
        f"{name} in this backup is not as it was when made; nothing was changed, use another one."
    )


def made(path: str, cases: int) -> str:
    """A backup was written."""
    many = "1 case" if cases == 1 else f"{cases} cases"
    return f"{many} in {path}. Anybody who has this file can read them."


def restored(added: int, there: int) -> str:
    """A backup was read."""
    return f"{added} brought back, {there} already here and left as they are."


def conflict_copy(name: str, case_id: str) -> str:
    """A copy of a store that another program made, or we ourselves beside another's."""
    return f"{name} is one more copy of a file of this case; {_set_aside(case_id)}"


def _set_aside(case_id: str) -> str:
    return f"to see what it holds: companion show {case_id} --set-aside; nothing was changed."


def copied_folder(name: str, case_id: str) -> str:
    """A copy of a whole case's folder."""
    return (
        f"{name} is one more copy of the folder of case {case_id}, made by another program; "
        "Companion reads only the folder with the case's own name; nothing was changed."
    )


def copy_of_home(path: str) -> str:
    """A copy of a folder or file in the data folder itself."""
    return (
        f"{path} is one more copy of what Companion keeps, made by another program; "
        "Companion does not read it; nothing was changed."
    )


def elsewhere(store: str) -> str:
    """A sync program keeps a store in the cloud only."""
    return (
        f"{store} is not on this laptop now: your sync program keeps it in the cloud; "
        "tell it to keep this folder here; nothing was changed."
    )


def left_over(store: str) -> str:
    """A store is gone, and only files that go with it are there."""
    return f"{store} is missing, and files that go with it are here; {_LOOK_FOR_IT}"


def missing_visit(visit_id: str) -> str:
    """A visit that the case speaks of has no file."""
    return f"visit {visit_id} is missing, and other files of this case speak of it; {_LOOK_FOR_IT}"


def stranger(path: str) -> str:
    """Something in the data folder that no name of ours fits."""
    return f"{path} is not from Companion and is left alone; move it elsewhere if it is yours."


def case_problem(case_id: str, sentence: str) -> str:
    """A case that is not as it should be."""
    return f"case {case_id}: {sentence}"
