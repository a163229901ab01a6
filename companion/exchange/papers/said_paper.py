"""One page: what was said in a visit, to read aloud, to put on the fridge, to send on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain.said import SaidMaterial, notes_elsewhere, parts_told
from companion.domain.said_fit import FittedSaid, SaidSpace, fitted
from companion.domain.text import one_line
from companion.exchange.papers.page_fit import (
    INDENT,
    LARGE_TWO,
    USUAL,
    cut_to,
    lines_of,
)
from companion.exchange.render.document import (
    Document,
    Heading,
    Item,
    Items,
    PageLayout,
    Paragraph,
    filled,
    labelled,
)
from companion.words import said as words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import datetime

    from companion.domain.said import ToldPart
    from companion.domain.visit import VisitFile
    from companion.exchange.papers.page_fit import Sheet
    from companion.exchange.papers.paper_context import PaperContext
    from companion.exchange.redaction import SharedCase
    from companion.exchange.render.document import Block

_BETWEEN = 0.3
"""Lines between two blocks of a page with little space."""
_NAME = 2.0
"""Lines of a heading, with the space above it."""
_HEADING = _NAME + 2 * _BETWEEN
"""Lines that the name of a part and the space around it take."""
_NAMED = 12.0
"""Width of the doctor's name in the title, in em."""
_DAY = "M" * 24
"""As wide as the words in front of a name and the day behind it."""
_LABEL = 1.0
"""The same where its name stands before its sentences."""
_STEP = 1.0
"""Lines by which the room is made smaller until the whole page fits."""
_AROUND = 8.0
"""Lines for the title, whose page it is, when the visit was, and the lines at the end."""


def said_material(shared: SharedCase, visit: VisitFile, now: datetime) -> SaidMaterial:
    """Return what the page of a visit may be made from.

    Args:
        shared: The case, as its reader may read it.
        visit: One of its visits.
        now: The time, for which visit is the next one.
    """
    return SaidMaterial(
        shared.case,
        visit,
        shared.told(visit.id),
        shared.steps,
        shared.private,
        now,
        shared.places,
        shared.withdrawn,
    )


def said_paper(
    context: PaperContext, visit: VisitFile | None, now: datetime, *, large: bool = False
) -> Document:
    """Return the page of a visit; without a visit a page that says so.

    Args:
        context: The case.
        visit: The visit.
        now: The time, for which visit is the next one.
        large: In large letters, on two pages.
    """
    if visit is None:
        return Document(words.TITLE, (Paragraph(words.NO_VISIT_YET),))
    material = said_material(context.shared, visit, now)
    parts = parts_told(material)
    sheet = LARGE_TWO if large else USUAL
    remark = words.only_in_notes(len(notes_elsewhere(material, parts)))
    for heading, layout in ((_HEADING, _under_headings), (_LABEL, _behind_labels)):
        room = sheet.room - _AROUND
        while True:
            found = fitted(parts, _space(sheet, room, heading))
            page = _page(context, visit, found, layout, remark)
            if height_of_page(page, sheet, context.patient()) <= sheet.room or room <= 0:
                break
            room -= _STEP
        if not (found.left_out or found.shortened):
            break
    return page


def height_of_page(page: Document, sheet: Sheet, patient: str = "") -> float:
    """Return how many lines the page takes at most, whose blocks stand close together.

    Args:
        page: The page.
        sheet: What it is printed on.
        patient: The name that is put on top later, with the day.
    """
    total = lines_of(f"{patient} {_DAY}", sheet.width) + _BETWEEN
    for block in page.whole:
        if isinstance(block, Heading):
            total += _NAME
        elif isinstance(block, Paragraph):
            total += lines_of(f"{block.label}: {block.text}", sheet.width)
        elif isinstance(block, Items):
            total += sum(lines_of(item.text, sheet.width - INDENT) for item in block.items)
        total += _BETWEEN
    return total


def _space(sheet: Sheet, room: float, heading: float) -> SaidSpace:
    width = sheet.width - INDENT
    return SaidSpace(
        room,
        lines=lambda text: lines_of(text, width),
        heading=heading,
        remark=2.0,
    )


def _page(
    context: PaperContext,
    visit: VisitFile,
    found: FittedSaid,
    layout: Callable[[ToldPart], Iterator[Block]],
    remark: str,
) -> Document:
    doctor = cut_to(context.name(visit.head.clinician_id), _NAMED, 1)
    when = cut_to(one_line(context.when(visit)), USUAL.width, 2)
    end = " ".join(
        filter(None, (words.cut(found.left_out, found.shortened), remark, words.WHOSE_WORDS))
    )
    parts = (block for part in found.parts for block in layout(part))
    whole = filled(labelled("", when), *parts, labelled("", end))
    hidden = any(note.covered or note.mine_only for note in visit.live_notes)
    remarks = (words.PRIVATE,) if hidden else ()
    return Document(words.title(doctor), whole, layout=PageLayout.ONE_PAGE, remarks=remarks)


def _under_headings(part: ToldPart) -> Iterator[Block]:
    """Yield a part under a heading of its own."""
    yield Heading(2, words.part_name(part.part, edited=part.edited))
    if part.sentences:
        yield Items(tuple(Item(each.text) for each in part.sentences))
    else:
        yield Paragraph(words.BLANK_LINE)


def _behind_labels(part: ToldPart) -> Iterator[Block]:
    """Yield a part behind its name: there is more to say than fits under headings."""
    name = words.part_name(part.part, edited=part.edited)
    texts = tuple(each.text for each in part.sentences) or (words.BLANK_LINE,)
    if len(texts) == 1:
        yield Paragraph(texts[0], name)
    else:
        yield Paragraph("", name)
        yield Items(tuple(Item(text) for text in texts))
