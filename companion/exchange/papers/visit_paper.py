"""Sections on one visit, its numbers drawn as fields of a hundred marks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain.correction import is_corrected, paired, told
from companion.domain.marks import NoteKind
from companion.domain.number import HUNDRED, number_of, picture, still_to_ask
from companion.exchange.papers.sections import label
from companion.exchange.render.document import (
    Drawing,
    Heading,
    Item,
    Items,
    Paragraph,
    filled,
    labelled,
    section,
)
from companion.words import notes as note_words
from companion.words import papers as words
from companion.words import said as said_words
from companion.words import visit as room_words
from companion.words import visit_cards as card_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from companion.domain.note import Note, NumberCard
    from companion.domain.question import Question
    from companion.domain.question_rows import NumberedQuestion
    from companion.domain.visit import VisitFile
    from companion.exchange.papers.paper_context import PaperContext
    from companion.exchange.render.document import Block

FULL, EMPTY = "●", "○"
ROW = 10
"""Marks in a row, and rows in a field_of_marks."""


def field_of_marks(number: int) -> tuple[str, ...]:
    """Return 100 marks in ten rows, so many of them full."""
    marks = FULL * number + EMPTY * (HUNDRED - number)
    return tuple(" ".join(marks[at : at + ROW]) for at in range(0, HUNDRED, ROW))


def drawing(card: NumberCard) -> Drawing | None:
    """Return the fields of a number card, side by side; None when nothing can be drawn."""
    known = picture(card).parts
    if not known:
        return None
    fields = [field_of_marks(number) for number in known.values()]
    alone = [*known] == ["count"]
    caption = "; ".join(
        words.in_hundred(number, "" if alone else words.CARD[name])
        for name, number in known.items()
    )
    return Drawing(caption, tuple("    ".join(row) for row in zip(*fields, strict=True)))


def drawn(card: NumberCard) -> list[Block]:
    """Return the fields of a number card, and why a figure is not among them."""
    fields = drawing(card)
    said = (
        Paragraph(note_words.UNDRAWN[why], words.CARD[name])
        for name, why in picture(card).missed.items()
    )
    return [*([fields] if fields is not None else []), *said]


def note_label(context: PaperContext, visit: VisitFile, note: Note) -> str:
    """Return time, writer and mark of a note, and whether it was corrected."""
    flags = (name for field, name in words.FLAGS.items() if getattr(note, field))
    kind = words.KINDS[note.kind]
    right = note_words.CORRECTED if is_corrected(note) else ""
    return label(context.clock(note.at, visit), context.name(note.author_id), kind, *flags, right)


def note_item(note: Note, label: str) -> Item:
    """Return a note, its correction first and the text before it below."""
    text, before, of_before = told(note)
    if note.kind is NoteKind.QUOTE:
        text, before = paired(text), paired(before)
    return Item(text, label, (Item(before, of_before),) if before else ())


def notes_told(context: PaperContext, visit: VisitFile, notes: Iterable[Note]) -> tuple[Item, ...]:
    """Return notes, each with its time, writer and mark."""
    return tuple(note_item(note, note_label(context, visit, note)) for note in notes)


def question_item(
    context: PaperContext, row: NumberedQuestion, notes: tuple[Item, ...] = ()
) -> Item:
    """Return a question by its number: priority, state and who asks it below, then its notes."""
    asker = context.name(row.listed.asker_id)
    about = label(
        words.PRIORITY[row.listed.priority],
        room_words.STATES[row.state],
        words.after(asker) if asker else "",
    )
    below = (Item(about), *asides(row.question), *notes)
    return Item(row.text or words.MISSING_QUESTION, f"{row.number}", below)


def asides(question: Question | None) -> tuple[Item, ...]:
    """Return why to ask a question, and what else to ask."""
    if question is None:
        return ()
    why = (Item(question.why, words.WHY_ASK),) if question.why else ()
    return (*why, *(Item(each, words.ALSO) for each in question.follow_ups))


def questions(context: PaperContext, rows: Iterable[NumberedQuestion]) -> Items:
    """Return a question list before any visit."""
    return Items(tuple(question_item(context, row) for row in rows))


def _asked(context: PaperContext, visit: VisitFile) -> list[Block]:
    under: dict[str | None, list[Note]] = {}
    for note in visit.notes:
        under.setdefault(note.question_id or None, []).append(note)
    rows = context.shared.told(visit.id)
    listed = tuple(
        question_item(
            context, row, notes_told(context, visit, under.pop(row.listed.question_id, ()))
        )
        for row in rows
    )
    other = under.pop(None, [])
    unlisted = tuple(
        Item(_text_of(context, name), "", notes_told(context, visit, notes))
        for name, notes in under.items()
    )
    return [
        *section(words.QUESTIONS, Items(listed), level=3),
        *section(words.UNLISTED, Items(unlisted), level=3),
        *section(words.ANYTHING_ELSE, Items(notes_told(context, visit, other)), level=3),
    ]


def numbers(visit: VisitFile, level: int = 2) -> list[Block]:
    """Return the number cards of a visit, line by line, under a heading of that level."""
    blocks: list[Block | None] = []
    for note in visit.notes:
        card = number_of(note)
        if card is None:
            continue
        text, before, of_before = told(note)
        asked = still_to_ask(card)
        lines = tuple(
            Item(getattr(card, field) or words.STILL_TO_ASK, name)
            for field, name in words.CARD.items()
            if getattr(card, field) or field in asked
        )
        blocks += [labelled("", text), labelled(of_before, before), Items(lines)]
        # A covered number is never drawn, not even for oneself.
        blocks += [] if note.covered else drawn(card)
    return section(words.NUMBERS, *blocks, level=level)


def _said_back(context: PaperContext, visit: VisitFile) -> list[Block]:
    items = tuple(
        note_item(note, label(context.clock(note.teach_back.at, visit), note.teach_back.result))
        for note in visit.notes
        if note.teach_back is not None
    )
    return section(words.SAID_BACK, Items(items), level=3)


def _before_you_leave(visit: VisitFile) -> list[Block]:
    blocks = [
        labelled(name, getattr(card, field))
        for card in visit.before_you_leave
        for field, name in card_words.BEFORE_YOU_LEAVE_LINES.items()
    ]
    return section(words.BEFORE_YOU_LEAVE, *blocks, level=3)


def _debrief(context: PaperContext, visit: VisitFile) -> list[Block]:
    items = tuple(
        Item(each.prompt, "", (Item(each.text, context.name(each.by_id)),))
        for each in visit.debrief
        if each.text
    )
    return section(words.DEBRIEF, Items(items), level=3)


def _rewritten(context: PaperContext, visit: VisitFile) -> list[Block]:
    """Return the parts of what was said that were rewritten by hand."""
    items = tuple(
        Item(context.told(each), said_words.PARTS.get(each.part, each.part))
        for each in visit.said
        if each.text
    )
    return section(said_words.REWRITTEN, Items(items), level=3)


def _unfinished(visit: VisitFile) -> list[Block]:
    line = visit.line
    if line is None:
        return []
    # What stands in a line of a card, or is looked for, is no sentence that anybody could read.
    return section(words.UNFINISHED, labelled("", line.text), level=3)


def _text_of(context: PaperContext, question_id: str | None) -> str:
    question = context.questions.get(question_id or "")
    return question.text if question is not None else words.MISSING_QUESTION


def visit_part(context: PaperContext, visit: VisitFile) -> list[Block]:
    """Return everything of one visit."""
    about = visit.head
    return [
        Heading(2, context.title(visit)),
        *filled(
            labelled("", context.when(visit)),
            labelled(words.GOAL, about.goal),
            labelled(words.SAY_FIRST, about.say_first),
            labelled(words.LINK, about.url),
            labelled(words.INVITED_BY, about.organizer),
            labelled(words.INVITATION, about.description),
        ),
        *_asked(context, visit),
        *numbers(visit, level=3),
        *_said_back(context, visit),
        *_before_you_leave(visit),
        *_debrief(context, visit),
        *_rewritten(context, visit),
        *_unfinished(visit),
    ]
