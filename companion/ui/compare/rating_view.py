"""Ratings as rows: the rater's own while they are given, everybody's once all are done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain.comparison import Rated
from companion.domain.rating import FIRST_RATED, gaps, is_begun, rating_of, sides_done
from companion.domain.text import one_line
from companion.domain.value import replace
from companion.ui.compare.aspect_view import title_of
from companion.ui.widgets.row import Row
from companion.words import compare as words
from companion.words import compare_cards as card_words
from companion.words import comparison as acts

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from companion.domain.comparison import Rating
    from companion.domain.comparison_table import Column, ComparisonTable
    from companion.domain.people import Person

MORE = "more"
"""Keys of rows that bring the other sides of an opinion: `more/OPINION`."""
NOTE = "note"
"""Keys of ratings that rest on a note: `note/OPINION/SIDE/PERSON/NOTE`."""


def _behind(rating: Rating) -> str:
    return card_words.NOTE_SHORT if rating.note_id is not None else card_words.GUT_SHORT


def _together(table: ComparisonTable, column: Column) -> Iterator[Row]:
    """Return everybody's stars on one line, the widest gap first; below it words and notes."""
    side = max(len(acts.RATED_SHORT[what]) for what in Rated)
    for gap in gaps(table.case, column.opinion_id):
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


def _apart(
    table: ComparisonTable, column: Column, by_id: str | None, sides: Iterable[Rated]
) -> Iterator[Row]:
    """Return a person's progress: words, and whether stars were given, never how many."""
    for what in sides:
        rating = rating_of(table.case, column.opinion_id, what, by_id)
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


def _sides(table: ComparisonTable, column: Column, *, more: bool) -> list[Rated]:
    """Return the sides that are asked for: the first ones, the others begun, all of them if so."""
    return [
        what
        for what in Rated
        if what in FIRST_RATED or more or is_begun(table.case, column.opinion_id, what)
    ]


def _opinion(
    table: ComparisonTable, column: Column, by_id: str | None, *, more: bool
) -> Iterator[Row]:
    """Return an opinion with its sides, as a person may see them."""
    done = sides_done(table.case, column.opinion_id)
    sides = _sides(table, column, more=more)
    yield Row(f"title/{column.key}", title_of(table, column), mood="heading", selectable=False)
    yield from _together(table, column)
    yield from _apart(table, column, by_id, [what for what in sides if what not in done])
    further = len(Rated) - len(sides)
    if further:
        yield Row(f"{MORE}/{column.key}", card_words.rate_more(further), lead="   ", mood="muted")


def rating_rows(
    table: ComparisonTable, by_id: str | None, more: Collection[str] = (), beside: int = 1
) -> list[Row]:
    """Return each opinion with its sides, as that person may see them.

    Args:
        table: The comparison.
        by_id: The person who rates.
        more: Keys of the opinions of which every side is asked for.
        beside: How many opinions stand beside each other.
    """
    if not table.columns:
        return [Row("none", card_words.RATE_NOBODY, selectable=False)]
    opinions = [
        [*_opinion(table, column, by_id, more=column.key in more)] for column in table.columns
    ]
    rows = [*_about(table)]
    for first in range(0, len(opinions), beside):
        if first:
            rows.append(Row(f"blank/{first}", "", selectable=False))
        some = opinions[first : first + beside]
        rows += some[0] if beside == 1 else _side_by_side(some, beside)
    return rows


def _about(table: ComparisonTable) -> Iterator[Row]:
    """Return, above all opinions, how they are rated and how what everybody gave is ordered."""
    done = [bool(sides_done(table.case, column.opinion_id)) for column in table.columns]
    sentences = (card_words.RATE_APART, not all(done)), (card_words.RATE_GAPS, any(done))
    for text, holds in sentences:
        if holds:
            yield Row(f"about/{text}", text, mood="muted", selectable=False)


def _side_by_side(opinions: list[list[Row]], beside: int) -> Iterator[Row]:
    """Return the rows of several opinions beside each other, with blanks where one has fewer."""
    for number in range(max(map(len, opinions))):
        for place in range(beside):
            rows = opinions[place] if place < len(opinions) else []
            none = Row(f"none/{number}/{place}", "", selectable=False)
            row = rows[number] if number < len(rows) else none
            yield replace(row, beside=beside, parted=True)
