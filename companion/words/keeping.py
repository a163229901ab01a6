"""Sentences about backups, the trash, erasing, and checking what is there."""

from __future__ import annotations

NOT_A_BACKUP = "This is no backup made by Companion, or it is not whole. Nothing was changed."
NEWER_BACKUP = "This backup was made by a newer Companion. Nothing was changed; use that one."
BACKUP_TOO_LARGE = "This zip would unpack to more than a backup can hold. Nothing was changed."


def strange_name(name: str) -> str:
    """A file inside a zip has a name that no store has."""
    return f"The zip holds {name!r}, which no backup holds. Nothing was changed."


def wrong_sum(name: str) -> str:
    """A file inside a zip was changed."""
    return f"{name} in this backup is not as it was when it was made. Nothing was changed."


def made(path: str, cases: int) -> str:
    """A backup was written."""
    many = "1 case" if cases == 1 else f"{cases} cases"
    return f"{many} in {path}. Anybody who has this file can read them."


def restored(added: int, there: int) -> str:
    """A backup was read."""
    return f"{added} brought back, {there} already here and left as they are."


def conflict_copy(path: str) -> str:
    """A copy made by a program that keeps folders in step."""
    return f"{path} is a copy that a sync program made. It is not read; look into it yourself."


def case_problem(case_id: str, sentence: str) -> str:
    """A case that is not as it should be."""
    return f"case {case_id}: {sentence}"
