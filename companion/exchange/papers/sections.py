"""Sections on a case outside visits: about, reasons, records, decision, steps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain.case_queries import all_people
from companion.domain.results import results_order
from companion.domain.text import one_line
from companion.exchange.papers.paper_context import day_text, weekday_text
from companion.exchange.render.document import Item, Items, Paragraph, labelled, section
from companion.words import papers as words
from companion.words.guidance import all_checked, day_of_copy

if TYPE_CHECKING:
    from companion.domain.comparison import Step
    from companion.domain.preparation import AwaitedResult, Record
    from companion.exchange.papers.paper_context import PaperContext
    from companion.exchange.render.document import Block


def label(*parts: str) -> str:
    """Join parts of a label."""
    return ", ".join(filter(None, map(one_line, parts)))


def about(context: PaperContext) -> list[Block]:
    """Return who takes part, and by when a decision is wanted."""
    head = context.file.head
    people = tuple(
        Item(person.name, words.ROLES[person.role], (Item(person.place),) if person.place else ())
        for person in all_people(context.case)
        if person.name
    )
    return section(
        words.ABOUT,
        labelled(words.DECIDE_BY, day_text(head.decide_by)),
        Items(people),
        labelled(words.UNREADABLE, ", ".join(context.case.unreadable)),
    )


def reasons(context: PaperContext) -> list[Block]:
    """Return why an opinion is sought."""
    return section(words.REASONS, Items(tuple(Item(each.text) for each in context.file.reasons)))


def priorities(context: PaperContext) -> list[Block]:
    """Return the patient's priorities."""
    items = tuple(
        Item(each.text, words.stars(each.stars) if each.stars else "")
        for each in context.file.priorities
    )
    return section(words.PRIORITIES, Items(items))


def preparation(context: PaperContext) -> list[Block]:
    """Return the single answers of the Prepare room."""
    prepared = context.file.prepare
    answers = [labelled(name, getattr(prepared, field)) for field, name in words.PREPARE.items()]
    lists = tuple(
        Item("", name, tuple(Item(each) for each in getattr(prepared, field)))
        for field, name in words.PREPARE_LISTS.items()
        if getattr(prepared, field)
    )
    covered = labelled("", words.COVERED.get(prepared.covered, ""))
    return section(words.PREPARATION, *answers, Items(lists), covered)


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
    where = label("" if status in days else status, *days.values())
    return Item(record.text, "", (Item(where), *more))


def records(context: PaperContext) -> list[Block]:
    """Return the documents to gather."""
    return section(words.RECORDS, Items(tuple(_record(each) for each in context.file.records)))


def result_item(result: AwaitedResult) -> Item:
    """Return a result that is waited for: by when, who tells it, why, or when it arrived."""
    when = words.result_by(weekday_text(result.expected_by)) if result.expected_by else ""
    if result.arrived_on:
        when = words.result_arrived(weekday_text(result.arrived_on))
    more = tuple(
        Item(text, name)
        for name, text in (
            (words.RESULT_WHY, result.why),
            (words.RESULT_TAKEN, day_text(result.taken_on)),
        )
        if text
    )
    return Item(result.text, label(when, result.who_tells), more)


def results(context: PaperContext, *, waited_for: bool = False) -> list[Block]:
    """Return the test results.

    Args:
        context: The case.
        waited_for: Only those that have not arrived.
    """
    every = results_order(context.file.results)
    shown = (each for each in every if not (waited_for and each.arrived_on))
    heading = words.RESULTS_AWAITED if waited_for else words.RESULTS
    return section(heading, Items(tuple(result_item(each) for each in shown)))


def decision(context: PaperContext) -> list[Block]:
    """Return what was decided, and why."""
    blocks = [
        Paragraph(each.text, label(context.dated(each.at), context.name(each.by_id)))
        for each in context.file.decision
        if each.text
    ]
    return section(words.DECISION, *blocks)


def step_item(context: PaperContext, step: Step) -> Item:
    """Return a step with its day, its owner and whether it is done."""
    done = words.DONE if step.done_at else ""
    by = words.due(weekday_text(step.due)) if step.due else ""
    return Item(context.step(step), label(by, context.name(step.owner_id), done))


def steps(context: PaperContext) -> list[Block]:
    """Return what to do next."""
    items = tuple(step_item(context, step) for step in context.shared.steps)
    return section(words.STEPS, Items(items))


def checked(context: PaperContext) -> list[Block]:
    """Return when the wording of the guidance of a case was checked, and who has read it."""
    known = [
        (day_of_copy(text.reviewed), dict(text.fields).get("reviewer", ""))
        for text in context.file.texts
        if not text.deleted
    ]
    return [Paragraph(all_checked(known), words.GUIDANCE)] if known else []


def sources(context: PaperContext) -> list[Block]:
    """Return which guidance the case used, and when its wording was checked."""
    used = dict.fromkeys(
        words.guidance(text.source.split("/")[0], text.reviewed) for text in context.file.texts
    )
    packs = dict.fromkeys(context.file.head.packs)
    named = {each.split(",")[0] for each in used}
    missing = (pack for pack in packs if pack not in named)
    items = tuple(Item(each) for each in (*used, *missing) if each)
    return section(words.SOURCES, Items(items))
