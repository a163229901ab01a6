"""Ratings as rows: the rater's own while they are given, everybody's once all are done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain.opinion import Rated
from companion.domain.rating import all_done, gaps, rating_of
from companion.domain.text import one_line
from companion.ui.compare.aspect_view import title_of
from companion.ui.widgets.row import Row
from companion.words import compare as words
from companion.words import compare_cards as card_words
from companion.words import comparison as acts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from companion.domain.comparison_table import Column, ComparisonTable
    from companion.domain.opinion import Rating
    from companion.domain.people import Person

NOTE = "note"
"""Keys of ratings that rest on a note: `note/OPINION/SIDE/PERSON/NOTE`."""


def _opinion_id(column: Column) -> str:
    return column.opinion.id if column.opinion is not None else ""


def _behind(rating: Rating) -> str:
    return card_words.NOTE_SHORT if rating.note_id is not None else card_words.GUT_SHORT


def _together(table: ComparisonTable, column: Column) -> Iterator[Row]:
    """Return everybody's stars on one line, the widest gap first; below it words and notes."""
    side = max(len(acts.RATED_SHORT[what]) for what in Rated)
    for gap in gaps(table.case, _opinion_id(column)):
        apart = card_words.apart(gap.width) if len(gap.ratings) > 1 else ""
        shown = [
            f"{one.name}  {words.star_word(rating.stars)}"
            for one, rating in gap.ratings
            if not table.veil.hides(rating)
        ]
        yield Row(
            f"{column.key}/{gap.what}",
            "   ".join((acts.RATED_SHORT[gap.what].ljust(side), *shown)),
            lead="   ",
            right=apart,
            tints=tuple(
                ("*" * rating.stars, "mark")
                for _, rating in gap.ratings
                if rating.stars and not table.veil.hides(rating)
            ),
        )
        for one, rating in gap.ratings:
            yield from _words_of(table, column, one, rating)


def _words_of(table: ComparisonTable, column: Column, one: Person, rating: Rating) -> Iterator[Row]:
    """Return a person's words, where there are any; a row with a note can be chosen."""
    noted, hidden = rating.note_id is not None, table.veil.hides(rating)
    key = f"{column.key}/{rating.what}/{one.id}/{rating.note_id or ''}"
    yield Row(
        f"{NOTE if noted else 'words'}/{key}",
        words.COVERED if hidden else one_line(rating.words),
        lead=f"      {one.name}: ",
        right=_behind(rating),
        right_mood="muted",
        selectable=noted,
    )


def _apart(table: ComparisonTable, column: Column, rater: Person) -> Iterator[Row]:
    """Return a person's progress: words, and whether stars were given, never how many."""
    for what in Rated:
        rating = rating_of(table.case, _opinion_id(column), what, rater.id)
        given = rating is not None and rating.stars is not None
        yield Row(
            f"{column.key}/{what}",
            acts.RATED[what],
            lead=f"   [{'x' if given else ' '}] ",
            right=card_words.GIVEN if given else card_words.NOT_GIVEN,
        )
        if rating is not None and rating.words:
            yield Row(
                f"words/{column.key}/{what}",
                words.COVERED if table.veil.hides(rating) else one_line(rating.words),
                lead="       ",
                mood="muted",
                selectable=False,
            )


def rating_rows(table: ComparisonTable, rater: Person) -> list[Row]:
    """Return each opinion with its four sides, as that person may see them."""
    rows: list[Row] = []
    told: set[str] = set()
    for column in table.columns:
        done = all_done(table.case, _opinion_id(column))
        rows.append(
            Row(f"title/{column.key}", title_of(table, column), mood="heading", selectable=False)
        )
        about = card_words.RATE_GAPS if done else card_words.RATE_APART
        if about not in told:
            told.add(about)
            about_key = f"about/{column.key}"
            rows.append(Row(about_key, about, lead="   ", mood="muted", selectable=False))
        shown = _together(table, column) if done else _apart(table, column, rater)
        rows += [*shown, Row(f"blank/{column.key}", "", selectable=False)]
    return rows or [Row("none", card_words.RATE_NOBODY, selectable=False)]
