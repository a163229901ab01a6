"""The same questions for both doctors: one page, with room to write below each question."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain.value import replace
from companion.exchange.papers.letter import Letter, letter_document
from companion.exchange.papers.page_fit import INDENT, LARGE_TWO, USUAL, cut_to, height_of
from companion.exchange.render.document import PageLayout
from companion.words import letters

if TYPE_CHECKING:
    from collections.abc import Mapping

    from companion.exchange.render.document import Document

_QUESTIONS = "questions"
_ROOM = (2, 3, 4, 5, 6)
"""Lines to write on below a question: the first decides how many questions there are, then each has
as many as fit.
"""
_QUESTION_LINES = 3


def both_paper(
    title: str,
    body: str,
    known: Mapping[str, tuple[str, ...]],
    *,
    large: bool = False,
    every: bool = False,
) -> Document:
    """Return the sheet, with as many questions as fit, the first ones, and how many do not.

    Args:
        title: Its title.
        body: The letter of the guidance.
        known: Texts of the merge fields; the questions among them, what differs first.
        large: In large letters, on both sides of a sheet.
        every: With all questions, on as many pages as they take.
    """
    asked = known.get(_QUESTIONS, ())

    def sheet(texts: tuple[str, ...], room: int) -> Document:
        letter = Letter(body, {**known, _QUESTIONS: texts}, room=room)
        return letter_document(title, letter)

    if every:
        return sheet(asked, _ROOM[1])
    size = LARGE_TWO if large else USUAL
    short = tuple(cut_to(text, size.width - INDENT, _QUESTION_LINES) for text in asked)

    def fits(number: int, room: int) -> bool:
        return height_of(sheet(short[:number], room), size) <= size.room

    most = next((n for n in range(len(short), 0, -1) if fits(n, _ROOM[0])), min(1, len(short)))
    room = max((each for each in _ROOM if fits(most, each)), default=_ROOM[0])
    made = sheet(short[:most], room)
    left = (letters.not_on_the_sheet(len(asked) - most),) if most < len(asked) else ()
    cut = (letters.SHORTENED,) if short[:most] != asked[:most] else ()
    return replace(made, layout=PageLayout.ONE_PAGE, remarks=(*left, *cut, *made.remarks))
