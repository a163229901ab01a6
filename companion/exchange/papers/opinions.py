"""Sections on opinions, their comparison and the paths."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain.case_queries import all_additions, all_cells, all_opinions, all_ratings
from companion.domain.comparison import Verdict
from companion.domain.comparison_table import ComparisonTable, put_to_one, unequal_records
from companion.domain.correction import QUOTE, told_in_a_cell
from companion.domain.folded_text import folded
from companion.domain.outcome import short_id
from companion.domain.text import one_line
from companion.exchange.papers.sections import label
from companion.exchange.papers.visit_paper import note_item, note_label
from companion.exchange.render import document as paper
from companion.exchange.render.document import Heading, Item, Items, filled, labelled, section
from companion.words import compare as compare_words
from companion.words import comparison
from companion.words import papers as words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from companion.domain.comparison import Aspect, Cell, ComparisonRow, Opinion, Rating
    from companion.domain.comparison_table import UnequalRecord
    from companion.exchange.papers.paper_context import PaperContext
    from companion.exchange.render.document import Block

PLAIN_PATHS = {name: text for name, text, _ in comparison.PATHS_OWN}
"""The paths of a case that has no guidance of its own."""


def _rating(context: PaperContext, rating: Rating) -> Item:
    note = context.notes.get(rating.note_id or "")
    return Item(
        rating.words,
        label(
            words.RATED.get(rating.what, rating.what),
            context.name(rating.by_id),
            words.stars(rating.stars) if rating.stars else "",
            words.GUT if rating.gut else "",
        ),
        (note_item(note, ""),) if note else (),
    )


def _behind(context: PaperContext, cell: Cell) -> tuple[Item, ...]:
    """Return the notes a cell rests on, each with its time."""
    found = (context.note_and_visit(each) for each in cell.note_ids)
    known = (each for each in found if each is not None)
    return tuple(note_item(note, note_label(context, visit, note)) for note, visit in known)


def _opinion(context: PaperContext, opinion: Opinion) -> list[Block]:
    case = context.case
    aspects = {aspect.id: one_line(aspect.text) for aspect in context.file.aspects}
    cells = tuple(
        Item(context.told(cell), aspects.get(cell.aspect_id, ""), _behind(context, cell))
        for cell in all_cells(case)
        if cell.opinion_id == opinion.id and (cell.text or cell.note_ids)
    )
    ratings = tuple(
        _rating(context, each) for each in all_ratings(case) if each.opinion_id == opinion.id
    )
    added = tuple(
        Item(each.text, context.dated(each.at))
        for each in all_additions(case)
        if each.opinion_id == opinion.id
    )
    seen = tuple(Item(context.records[each]) for each in opinion.records_seen)
    under = ((words.RECORDS_SEEN, seen), (words.RATINGS, ratings), (words.ADDITIONS, added))
    lists = tuple(Item("", name, items) for name, items in under if items)
    return [
        Heading(3, context.opinion(opinion)),
        *filled(Items(cells), labelled("", words.KNOWN[opinion.other_opinion_known]), Items(lists)),
    ]


def opinions(context: PaperContext) -> list[Block]:
    """Return what each clinician said."""
    blocks: list[Block] = []
    for opinion in all_opinions(context.case):
        blocks += _opinion(context, opinion)
    return section(words.OPINIONS, *blocks)


def _together(row: ComparisonRow | None) -> str:
    if row is None:
        return words.NOT_LOOKED_AT
    verdict = compare_words.VERDICTS[row.verdict] if row.verdict else words.NOT_LOOKED_AT
    why = [words.WHY[each] for each in row.why if row.verdict is Verdict.DIFFERS]
    return words.compared(verdict, why, row.stars)


def _said(context: PaperContext, cell: Cell) -> str:
    """Return the text of a cell: its words, and those of every note behind it, a line each."""
    own = context.told(cell)
    shown = (note for note in context.behind(cell.note_ids) if not note.covered)
    notes = dict.fromkeys(
        text
        for text in map(told_in_a_cell, shown)
        if text and folded(text.strip(QUOTE)) not in folded(own)
    )
    lines = [own] if own else []
    alone = len(lines) + len(notes) == 1
    return "\n".join((*lines, *(text if alone else words.one_of_several(text) for text in notes)))


def _row(context: PaperContext, aspect: Aspect, every: tuple[Opinion, ...]) -> tuple[str, ...]:
    cells = {
        cell.opinion_id: _said(context, cell)
        for cell in all_cells(context.case)
        if cell.aspect_id == aspect.id
    }
    row = next((each for each in context.file.rows if each.aspect_id == aspect.id), None)
    passed_over = row is not None and row.verdict is Verdict.NOT_DISCUSSED
    nothing = words.NOT_SAID if passed_over else words.NOTHING_WRITTEN
    texts = (cells.get(opinion.id) or nothing for opinion in every)
    return (aspect.text, *texts, _together(row))


def opinions_table(context: PaperContext) -> paper.DocumentTable:
    """Return the table of the comparison, without rows that are neither filled nor judged."""
    every = all_opinions(context.case)
    used = {cell.aspect_id for cell in all_cells(context.case)}
    used |= {row.aspect_id for row in context.file.rows}
    aspects = [each for each in context.file.aspects if each.id in used]
    aspects.sort(key=lambda aspect: aspect.position)
    header = ("", *(context.opinion(opinion) for opinion in every), words.TOGETHER)
    return paper.DocumentTable(header, tuple(_row(context, aspect, every) for aspect in aspects))


def side_by_side(context: PaperContext) -> list[Block]:
    """Return the table under its heading; nothing where it is empty."""
    table = opinions_table(context)
    if not table.rows or not all_opinions(context.case):
        return []
    return section(words.COMPARISON, table)


def fairness(context: PaperContext) -> list[Block]:
    """Return what makes a comparison unfair: unequal records, questions put to one doctor alone."""
    table = ComparisonTable(context.case)
    seen = tuple(
        Item(each.record.text, _again(each), tuple(_who_saw(each)))
        for each in unequal_records(table)
    )
    alone = tuple(
        Item(doctor or words.NO_DOCTOR, words.PUT_TO_ONE, tuple(Item(text) for text in texts))
        for doctor, texts in put_to_one(table).items()
    )
    return section(words.FAIRNESS, Items((*seen, *alone)))


def _again(unequal: UnequalRecord) -> str:
    return words.compare_again(len(unequal.seen_by) + len(unequal.not_seen_by))


def _who_saw(unequal: UnequalRecord) -> Iterator[Item]:
    for label_of, group in (
        (words.HAD_SEEN, unequal.seen_by),
        (words.HAD_NOT_SEEN, unequal.not_seen_by),
    ):
        doctors = dict.fromkeys(column.doctor or words.NO_DOCTOR for column in group)
        yield Item(", ".join(doctors), label_of)


def _path_text(context: PaperContext, path: str) -> str:
    """Return a path in the words of the guidance, else by its short name."""
    own = {short_id(text.source): text.text for text in context.file.texts if text.kind == "paths"}
    return own.get(path) or PLAIN_PATHS.get(path, path)


def paths(context: PaperContext) -> list[Block]:
    """Return the paths chosen, how sure patient and companion are, and which way they lean."""
    file = context.file
    chosen = tuple(
        Item(
            _path_text(context, each.path),
            context.dated(each.at),
            (Item(each.why),) if each.why else (),
        )
        for each in file.paths
    )
    sure = tuple(
        Item(
            "; ".join(
                f"{name}: {words.ANSWERS[answer]}"
                for name, answer in zip(words.SURE, each.answers, strict=False)
            ),
            label(context.dated(each.at), context.name(each.by_id)),
        )
        for each in file.confidence
    )
    leaning = tuple(
        Item(each.text, label(context.dated(each.at), context.name(each.by_id)))
        for each in file.leaning
    )
    return [
        *section(words.PATHS, Items(chosen)),
        *section(words.CONFIDENCE, Items(sure)),
        *section(words.LEANING, Items(leaning)),
    ]
