"""Texts for a phone: the page for the doctor, what was said, the visit for the calendar.

All are as the doctor would read them, without lines that only please the eye. A phone takes them
from a code on the screen: the text itself is in it, and nothing goes over a network.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain.comparison_table import visits_that_were
from companion.domain.value import Value, replace
from companion.domain.visit_selection import next_planned
from companion.domain.visit_times import day_of_visit
from companion.exchange.calendar.write import phone_entries
from companion.exchange.papers.catalogue import CALENDAR, DOCTOR, SAID
from companion.exchange.redaction import Audience, for_audience
from companion.exchange.render.document import DocumentTable, Heading, Items, Paragraph, with_colon
from companion.exchange.render.qr_code import QrCode, qr_code, room_for
from companion.words import letters
from companion.words import phone as words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from companion.exchange.render.document import Block, Document, Item
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
        lines = _short_lines(document)
        others = _other_lines(document) if name == DOCTOR else ()
        return PhoneText(
            name,
            words.TITLES[name],
            _whole_text(document),
            lambda room: _fitted(lines, room, others),
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


# A paper as a short text


def _whole_text(document: Document) -> str:
    """Return all words of a paper, a line for each paragraph and item."""
    return "\n".join(line for block in document.whole for line in _lines(block) if line)


def _short_lines(document: Document) -> tuple[str, ...]:
    """Return the title, and a line for each thing that matters most.

    These are the numbered questions where there are any, else what stands under each heading.
    """
    numbered = [b for b in document.blocks if isinstance(b, Items) and b.numbered]
    if numbered:
        return (document.title, *(line for block in numbered for line in _lines(block)))
    lines, heading = [document.title], ""
    for block in document.blocks:
        if isinstance(block, Heading):
            heading = block.text
        elif heading:
            said = " · ".join(line.removeprefix("- ") for line in _lines(block) if line)
            lines += [f"{with_colon(heading, said)} {said}"] if said else []
            heading = ""
    return tuple(lines)


def _other_lines(document: Document) -> tuple[str, ...]:
    """Return what a paper with numbered questions says besides them, headings left out."""
    return tuple(
        line
        for block in document.blocks
        if not isinstance(block, Heading) and not (isinstance(block, Items) and block.numbered)
        for line in _lines(block)
        if line
    )


def _fitted(lines: Sequence[str], room: int, others: Sequence[str] = ()) -> str:
    """Return the first lines that fit so many bytes, and how many more there are.

    Empty where not even a part of the second line fits.

    Args:
        lines: What matters most.
        room: Bytes there are.
        others: What is added, as far as it fits, where all of that has room.
    """
    whole = "\n".join(lines)
    if len(lines) > 1 and len(whole.encode()) <= room:
        for line in others:
            longer = f"{whole}\n{line}"
            whole = longer if len(longer.encode()) <= room else whole
        return whole
    for number in range(len(lines), 1, -1):
        left = len(lines) - number
        text = "\n".join((*lines[:number], *([letters.and_more(left)] if left else [])))
        if len(text.encode()) <= room:
            return text
    return _cut(" ".join(lines[1:2]), room) if len(lines) > 1 else _cut("".join(lines), room)


def _cut(line: str, room: int) -> str:
    """Return the words of a line that fit, and the mark of a cut; empty where none does."""
    parts = line.split(" ")
    for number in range(len(parts) - 1, 0, -1):
        text = " ".join(parts[:number]) + letters.CUT
        if len(text.encode()) <= room:
            return text
    return line if line and len(line.encode()) <= room else ""


def _lines(block: Block) -> Iterator[str]:
    if isinstance(block, Heading):
        yield block.text
    elif isinstance(block, Paragraph):
        yield _said(block.label, block.text)
    elif isinstance(block, Items):
        yield from (_item(item, numbered=block.numbered) for item in block.items)
    elif isinstance(block, DocumentTable):
        yield from (" · ".join(filter(None, row)) for row in (block.header, *block.rows))


def _said(label: str, text: str) -> str:
    text = " ".join(text.split())
    return "" if not text or text.strip("_") == "" else f"{with_colon(label, text)} {text}".strip()


def _item(item: Item, *, numbered: bool) -> str:
    said = _said("" if numbered else item.label, item.text)
    under = "".join(f" ({_said(each.label, each.text)})" for each in item.items)
    return f"{item.label} {said}{under}" if numbered else f"- {said}{under}" if said else ""
