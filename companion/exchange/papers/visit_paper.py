"""What happened in a visit, as a paper tells it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain.correction import is_corrected, paired, told
from companion.domain.marks import NoteKind
from companion.domain.number import number_of, still_to_ask
from companion.exchange.papers.icon_array import drawn
from companion.exchange.papers.sections import label
from companion.exchange.render.document import Heading, Item, Items, part, said
from companion.words import notes as note_words
from companion.words import papers as words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from companion.domain.note import Note
    from companion.domain.question import Question
    from companion.domain.question_rows import NumberedQuestion
    from companion.domain.visit import VisitFile
    from companion.exchange.papers.paper_context import PaperContext
    from companion.exchange.render.document import Block


def note_label(telling: PaperContext, visit: VisitFile, note: Note) -> str:
    """Time, writer and mark of a note, and that it was put right."""
    flags = (name for field, name in words.FLAGS.items() if getattr(note, field))
    kind = words.KINDS[note.kind]
    right = note_words.CORRECTED if is_corrected(note) else ""
    return label(telling.clock(note.at, visit), telling.name(note.author_id), kind, *flags, right)


def note_item(note: Note, label: str) -> Item:
    """A note, its correction first and what was written before under it."""
    text, before, of_before = told(note)
    if note.kind is NoteKind.QUOTE:
        text, before = paired(text), paired(before)
    return Item(text, label, (Item(before, of_before),) if before else ())


def notes_told(telling: PaperContext, visit: VisitFile, notes: Iterable[Note]) -> tuple[Item, ...]:
    """Notes, each with its time, writer and mark."""
    return tuple(note_item(note, note_label(telling, visit, note)) for note in notes)


def question_label(telling: PaperContext, row: NumberedQuestion) -> str:
    """Number, priority and state of a question, and who asks it."""
    asker = telling.name(row.listed.asker_id)
    return label(
        f"{row.number}",
        words.PRIORITY[row.listed.priority],
        words.STATES[row.state],
        words.after(asker) if asker else "",
    )


def asides(question: Question | None) -> tuple[Item, ...]:
    """Why one might ask a question, and what one can also ask."""
    if question is None:
        return ()
    why = (Item(question.why, words.WHY_ASK),) if question.why else ()
    return (*why, *(Item(each, words.ALSO) for each in question.follow_ups))


def questions(telling: PaperContext, rows: Iterable[NumberedQuestion]) -> Items:
    """A question list before any visit."""
    return Items(
        tuple(
            Item(
                row.text or words.MISSING_QUESTION,
                question_label(telling, row),
                asides(row.question),
            )
            for row in rows
        )
    )


def _asked(telling: PaperContext, visit: VisitFile) -> list[Block]:
    under: dict[str | None, list[Note]] = {}
    for note in visit.notes:
        under.setdefault(note.question_id or None, []).append(note)
    rows = telling.extract.told(visit.id)
    listed = tuple(
        Item(
            row.text or words.MISSING_QUESTION,
            question_label(telling, row),
            (
                *asides(row.question),
                *notes_told(telling, visit, under.pop(row.listed.question_id, ())),
            ),
        )
        for row in rows
    )
    other = under.pop(None, [])
    unlisted = tuple(
        Item(_text_of(telling, name), "", notes_told(telling, visit, notes))
        for name, notes in under.items()
    )
    return [
        *part(words.QUESTIONS, Items(listed), level=3),
        *part(words.UNLISTED, Items(unlisted), level=3),
        *part(words.ANYTHING_ELSE, Items(notes_told(telling, visit, other)), level=3),
    ]


def numbers(visit: VisitFile, level: int = 2) -> list[Block]:
    """The number cards of a visit, line by line, under a heading of that level."""
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
        blocks += [said("", text), said(of_before, before), Items(lines)]
        # A covered number is never drawn, not even for oneself.
        blocks += [] if note.covered else drawn(card)
    return part(words.NUMBERS, *blocks, level=level)


def _said_back(telling: PaperContext, visit: VisitFile) -> list[Block]:
    items = tuple(
        note_item(note, label(telling.clock(note.teach_back.at, visit), note.teach_back.result))
        for note in visit.notes
        if note.teach_back is not None
    )
    return part(words.SAID_BACK, Items(items), level=3)


def _door(visit: VisitFile) -> list[Block]:
    blocks = [
        said(name, getattr(card, field))
        for card in visit.before_you_leave
        for field, name in words.DOOR.items()
    ]
    return part(words.BEFORE_YOU_LEAVE, *blocks, level=3)


def _debrief(telling: PaperContext, visit: VisitFile) -> list[Block]:
    items = tuple(
        Item(each.prompt, "", (Item(each.text, telling.name(each.by_id)),))
        for each in visit.debrief
    )
    return part(words.DEBRIEF, Items(items), level=3)


def _unfinished(visit: VisitFile) -> list[Block]:
    line = visit.line
    if line is None:
        return []
    # What stands in a line of a card, or is looked for, is no sentence that anybody could read.
    return part(words.UNFINISHED, said("", line.text), level=3)


def _text_of(telling: PaperContext, question_id: str | None) -> str:
    question = telling.questions.get(question_id or "")
    return question.text if question is not None else words.MISSING_QUESTION


def visit_part(telling: PaperContext, visit: VisitFile) -> list[Block]:
    """Everything of one visit."""
    about = visit.head
    opening = [said("", telling.when(visit)), said(words.GOAL, about.goal)]
    opening.append(said(words.SAY_FIRST, about.say_first))
    opening.append(said(words.LINK, about.url))
    opening.append(said(words.INVITED_BY, about.organizer))
    opening.append(said(words.INVITATION, about.description))
    return [
        Heading(2, telling.title(visit)),
        *(block for block in opening if block is not None),
        *_asked(telling, visit),
        *numbers(visit, level=3),
        *_said_back(telling, visit),
        *_door(visit),
        *_debrief(telling, visit),
        *_unfinished(visit),
    ]
