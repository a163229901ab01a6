"""Rules on what comes first: urgent items, and staying with the present plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain.pack import GENERAL, NOT_URGENT, URGENT, URGENT_FIRST, Problem
from companion.words import packs as words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from companion.packs.lint.subject import Subject

STAY = "stay"
"""Id of the path that changes nothing."""


def urgent_is_first(subject: Subject) -> Iterator[Problem]:
    """Require that in a list about time all urgent items come first, and that there is one."""
    for file in subject.reading.files:
        if file.kind != "time" or not file.items:
            continue
        urgent = [item.urgency < NOT_URGENT for item in file.items]
        if not any(urgent):
            yield Problem(file.name, file.items[0].line, "urgent-first", words.NO_URGENT)
        for item, is_urgent, before in zip(file.items[1:], urgent[1:], urgent, strict=False):
            if is_urgent and not before:
                yield Problem(file.name, item.line, "urgent-first", words.URGENT_FIRST)


def general_alone_comes_first(subject: Subject) -> Iterator[Problem]:
    """Require that no other pack than the one for everybody puts items above all that is urgent."""
    if subject.pack_id == GENERAL:
        return
    for item in subject.items:
        if item.first(URGENT) == URGENT_FIRST:
            yield Problem(item.file, item.line, "first-elsewhere", words.FIRST_GENERAL_ONLY)


def staying_is_first(subject: Subject) -> Iterator[Problem]:
    """Require that among paths, staying with the present plan comes first: an equal path."""
    for file in subject.reading.files:
        if file.kind != "paths":
            continue
        for item in file.items[1:]:
            if item.id.endswith(f"/{STAY}"):
                yield Problem(file.name, item.line, "stay-first", words.STAY_FIRST)
