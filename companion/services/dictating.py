"""Notes that come from outside a room: one a line, marks as in the room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.services.visiting import Visiting
from companion.storage.errors import TooLarge
from companion.words import storage as words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from companion.services.session import Session


def question_of(session: Session, visit_id: str, number: int) -> str | None:
    """The question with that number in a visit's list; None for Anything else.

    Raises:
        LookupError: The list has no such number; its argument is the greatest there is.
    """
    if number == 0:
        return None
    rows = Visiting(session, visit_id).rows()
    for row in rows:
        if row.number == number:
            return row.listed.question_id
    raise LookupError(len(rows))


def add_notes(
    session: Session, visit_id: str, lines: Iterable[str], question_id: str | None
) -> int:
    """Add a note for every line that is not blank; how many. The unfinished line stays.

    Raises:
        TooLarge: Some lines are more than can be kept; all the others were added.
    """
    visiting = Visiting(session, visit_id)
    added, refused = 0, []
    for number, line in enumerate(lines, 1):
        try:
            added += visiting.dictate(line, question_id) is not None
        except TooLarge:
            refused.append(number)
    if refused:
        raise TooLarge(words.lines_too_large(added, refused))
    return added
