"""Sentences about backups, the trash, erasing, and checking what is there."""

from __future__ import annotations

NOT_A_BACKUP = (
    "This is no whole backup made by Companion, so nothing was changed; choose another file."
)
NEWER_BACKUP = "This backup was made by a newer Companion; nothing was changed, so use that one."
BACKUP_TOO_LARGE = (
    "This zip holds more than a backup can, so nothing was changed; choose another file."
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


def conflict_copy(path: str) -> str:
    """A copy made by a program that keeps folders in step."""
    return f"{path} is a copy that a sync program made; it is not read, so look into it yourself."


def case_problem(case_id: str, sentence: str) -> str:
    """A case that is not as it should be."""
    return f"case {case_id}: {sentence}"
