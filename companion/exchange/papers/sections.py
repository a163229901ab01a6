"""The parts of a case outside visits: about, reasons, records, decision, steps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain.case_queries import all_people
from companion.domain.text import one_line
from companion.exchange.papers.paper_context import day_text, weekday_text
from companion.exchange.render.document import Item, Items, Paragraph, part, said
from companion.words import papers as words

if TYPE_CHECKING:
    from companion.domain.comparison import Step
    from companion.domain.preparation import Record
    from companion.exchange.papers.paper_context import PaperContext
    from companion.exchange.render.document import Block


def label(*parts: str) -> str:
    """Words of ours in front of a text, put together."""
    return ", ".join(filter(None, map(one_line, parts)))


def about(telling: PaperContext) -> list[Block]:
    """Who takes part and by when a decision is wanted."""
    head = telling.file.head
    people = tuple(
        Item(person.name, words.ROLES[person.role], (Item(person.place),) if person.place else ())
        for person in all_people(telling.case)
        if person.name
    )
    return part(
        words.ABOUT,
        said(words.DECIDE_BY, day_text(head.decide_by)),
        Items(people),
        said(words.UNREADABLE, ", ".join(telling.case.unreadable)),
    )


def reasons(telling: PaperContext) -> list[Block]:
    """Why an opinion is sought."""
    return part(words.REASONS, Items(tuple(Item(each.text) for each in telling.file.reasons)))


def priorities(telling: PaperContext) -> list[Block]:
    """What matters to the patient."""
    items = tuple(
        Item(each.text, words.stars(each.stars) if each.stars else "")
        for each in telling.file.priorities
    )
    return part(words.PRIORITIES, Items(items))


def preparation(telling: PaperContext) -> list[Block]:
    """The single answers of the Prepare room."""
    prepared = telling.file.prepare
    answers = [said(name, getattr(prepared, field)) for field, name in words.PREPARE.items()]
    lists = tuple(
        Item("", name, tuple(Item(each) for each in getattr(prepared, field)))
        for field, name in words.PREPARE_LISTS.items()
        if getattr(prepared, field)
    )
    covered = said("", words.COVERED.get(prepared.covered, ""))
    return part(words.PREPARATION, *answers, Items(lists), covered)


def _record(record: Record) -> Item:
    days = {
        name: f"{name} {day_text(day)}"
        for field, name in words.RECORD_DAYS.items()
        if (day := getattr(record, field))
    }
    status = words.STATUSES[record.status]
    more = tuple(
        Item(text, name)
        for field, name in words.RECORD_FIELDS.items()
        if (text := getattr(record, field))
    )
    return Item(record.text, label("" if status in days else status, *days.values()), more)


def records(telling: PaperContext) -> list[Block]:
    """Documents to gather."""
    return part(words.RECORDS, Items(tuple(_record(each) for each in telling.file.records)))


def decision(telling: PaperContext) -> list[Block]:
    """What was decided, and why."""
    blocks = [
        Paragraph(each.text, label(telling.dated(each.at), telling.name(each.by_id)))
        for each in telling.file.decision
        if each.text
    ]
    return part(words.DECISION, *blocks)


def step_item(telling: PaperContext, step: Step) -> Item:
    """A step with its day, its owner and whether it is done."""
    done = words.DONE if step.done_at else ""
    text = telling.step(step)
    return Item(text, label(weekday_text(step.due), telling.name(step.owner_id), done))


def steps(telling: PaperContext) -> list[Block]:
    """What to do next."""
    items = tuple(step_item(telling, step) for step in telling.extract.steps)
    return part(words.STEPS, Items(items))


def sources(telling: PaperContext) -> list[Block]:
    """Which guidance the case used, and when it was last gone over."""
    used = dict.fromkeys(
        words.guidance(text.source.split("/")[0], text.reviewed) for text in telling.file.texts
    )
    packs = dict.fromkeys(telling.file.head.packs)
    named = {each.split(",")[0] for each in used}
    missing = (pack for pack in packs if pack not in named)
    items = tuple(Item(each) for each in (*used, *missing) if each)
    return part(words.SOURCES, Items(items))
