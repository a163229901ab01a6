"""Texts for a phone: the page for the doctor, what was said, the visit for the calendar.

All are as the doctor would read them. A phone takes them from a code on the screen: the text itself
is in it, and nothing goes over a network.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain.doctors import visits_that_were
from companion.domain.value import Value, replace
from companion.domain.visit_selection import next_planned
from companion.domain.visit_times import day_of_visit
from companion.exchange.calendar.write import phone_entries
from companion.exchange.papers.catalogue import CALENDAR, DOCTOR, SAID
from companion.exchange.papers.phone_text import fitted, other_lines, short_lines, whole_text
from companion.exchange.redaction import Audience, for_audience
from companion.exchange.render.qr_code import QrCode, qr_code, room_for
from companion.words import phone as words

if TYPE_CHECKING:
    from collections.abc import Callable

    from companion.services.transfer.papers import PaperMaker

NAMES = (DOCTOR, SAID, CALENDAR)
"""The papers that a phone can take."""


class PhoneText(Value):
    """One text for a phone."""

    name: str
    """doctor, said or calendar."""
    title: str
    whole: str
    """All of it."""
    shorter: Callable[[int], str]
    """Returns a shorter text that fits so many bytes; empty where none does."""
    remarks: tuple[str, ...] = ()
    """What is left out of it, one sentence each."""

    @property
    def size(self) -> int:
        """Its length in bytes."""
        return len(self.whole.encode())


class ShownCode(Value):
    """A code that fits the room there is, or why there is none."""

    code: QrCode | None
    text: str
    """The words in it; without a code those of the shorter text, which would fit."""
    sentence: str
    """What is said of it."""


def how_it_fits(text: PhoneText, side: int) -> str:
    """Return in a few words whether a text fits a code of so many modules."""
    room = room_for(side)
    if text.size <= room:
        return words.FITS
    return words.LONG if text.shorter(room) else words.NO_ROOM


def shown_code(text: PhoneText, side: int, *, shorter: bool) -> ShownCode:
    """Return the code of a text.

    Args:
        text: The text.
        side: How many modules a code may be wide and high, its quiet zone included.
        shorter: Whether the shorter text was asked for.
    """
    room = room_for(side)
    if text.size <= room:
        return ShownCode(qr_code(text.whole), text.whole, words.WHOLE)
    less = text.shorter(room) if room else ""
    if not less:
        return ShownCode(None, "", words.TOO_SMALL)
    if not shorter:
        return ShownCode(None, less, words.too_long(text.size, room))
    return ShownCode(qr_code(less), less, words.SHORTER)


class PhoneTexts:
    """The texts of a case that a phone can take.

    Args:
        making: The papers of the case.
    """

    def __init__(self, making: PaperMaker) -> None:
        self._making = making

    def listed(self) -> tuple[PhoneText, ...]:
        """Return those that there are."""
        made = (self._page(DOCTOR), self._page(SAID), self._visit())
        return tuple(text for text in made if text is not None)

    def text(self, name: str) -> PhoneText | None:
        """Return one of them; None where it is none, or is not there."""
        return next((text for text in self.listed() if text.name == name), None)

    def _page(self, name: str) -> PhoneText | None:
        paper = next((each for each in self._making.papers() if each.name == name), None)
        been = visits_that_were(self._making.session.case)
        if paper is None or (name == SAID and not been):
            return None
        document, remarks = self._making.document(replace(paper, audience=Audience.DOCTOR))
        lines = short_lines(document)
        others = other_lines(document) if name == DOCTOR else ()
        return PhoneText(
            name,
            words.TITLES[name],
            whole_text(document),
            lambda room: fitted(lines, room, others),
            remarks,
        )

    def _visit(self) -> PhoneText | None:
        session = self._making.session
        case = for_audience(session.case, Audience.DOCTOR).case
        visit = next_planned(case.visits, session.now())
        if visit is None or day_of_visit(visit.head) is None:
            return None
        names = {each.id: each.name for each in (*case.file.people, *visit.people)}
        every = phone_entries(visit.head, names.get(visit.head.clinician_id or "", ""))

        def shorter(room: int) -> str:
            return next((each for each in every if len(each.encode()) <= room), "")

        return PhoneText(CALENDAR, words.TITLES[CALENDAR], every[0], shorter)
