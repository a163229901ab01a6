"""The cases in the trash; Enter brings one back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain.moments import local_day
from companion.domain.text import one_line
from companion.ui.rooms.modal_list import ChoiceList
from companion.ui.widgets.row import Row
from companion.words import home as words
from companion.words.days import short_day

if TYPE_CHECKING:
    from companion.services.case.trash import InTrash


def trash_rows(discarded: tuple[InTrash, ...]) -> tuple[Row, ...]:
    """A row for each case: its title, and the day it was put there."""
    return tuple(
        Row(
            each.case_id,
            one_line(each.title) or words.NO_TITLE,
            lead=" ",
            right=words.in_trash_since(short_day(local_day(each.deleted_at))),
        )
        for each in discarded
    )


def trash_list(discarded: tuple[InTrash, ...]) -> ChoiceList:
    """Return the list; its result is the id of the case to bring back."""
    return ChoiceList(words.BRING_BACK_TITLE, trash_rows(discarded), words.BRING_BACK_HINT)
