"""The patient's history on a page: events, medicines, allergies, visits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.exchange.papers.merge_fields import MergeFields
from companion.exchange.papers.value_section import values_over_time
from companion.exchange.render.document import Document, Item, Items, Paragraph, labelled, section
from companion.words import letters
from companion.words import papers as words

if TYPE_CHECKING:
    from datetime import datetime

    from companion.exchange.papers.paper_context import PaperContext
    from companion.exchange.render.document import Block


def _list(heading: str, texts: tuple[str, ...]) -> list[Block]:
    return section(heading, Items(tuple(Item(text) for text in texts)))


def timeline_paper(context: PaperContext, now: datetime) -> Document:
    """Return the history of a case, the oldest first."""
    places = MergeFields(context, now).all()
    patient = places["patient"]
    seen = tuple(
        Item(context.when(visit), context.name(visit.head.clinician_id) or words.NO_DOCTOR)
        for visit in context.case.visits
    )
    blocks: list[Block] = [
        *section(letters.PRESENT_DIAGNOSIS, labelled("", "; ".join(places["diagnosis"]))),
        *_list(words.PREPARE_LISTS["timeline"], places["timeline"]),
        *section(letters.VISITS, Items(seen)),
        *values_over_time(context),
        *_list(words.PREPARE_LISTS["medicines"], places["medicines"]),
        *_list(words.PREPARE_LISTS["allergies"], places["allergies"]),
    ]
    blocks = blocks or [Paragraph(letters.NOTHING_YET)]
    made_on = Paragraph("; ".join(places["date"]), letters.MADE_ON)
    return Document(letters.history_of(*patient), (made_on, *blocks))
