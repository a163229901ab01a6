"""Ratings as rows: one's own while they are given, everybody's once all are done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain.opinion import Rated
from companion.domain.rating import all_done, gaps, rating_of
from companion.domain.text import one_line
from companion.ui.compare.aspect_view import title_of
from companion.ui.widgets.row import Row
from companion.words import compare as words
from companion.words import comparing as acts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from companion.domain.case import Case
    from companion.domain.columns import Column, Table
    from companion.domain.opinion import Rating
    from companion.domain.people import Person

_SIDE = 24


def _opinion_id(column: Column) -> str:
    return column.opinion.id if column.opinion is not None else ""


def _behind(rating: Rating) -> str:
    if rating.gut:
        return words.GUT_SHORT
    return words.NOTE_SHORT if rating.note_id is not None else ""


def _together(case: Case, column: Column) -> Iterator[Row]:
    """Everybody's stars and words, the widest gap first."""
    for gap in gaps(case, _opinion_id(column)):
        parts = [f"{one.name} {words.star_word(rating.stars)}" for one, rating in gap.ratings]
        yield Row(
            f"{column.key}/{gap.what}",
            "   ".join(parts),
            lead=f"   {acts.RATED_SHORT[gap.what]:<{_SIDE}}",
        )
        for one, rating in gap.ratings:
            said = [one_line(rating.words), _behind(rating)]
            text = " · ".join(part for part in said if part)
            if text:
                yield Row(
                    f"words/{column.key}/{gap.what}/{one.id}",
                    f"{one.name}: {text}",
                    lead="      ",
                    mood="muted",
                    selectable=False,
                )


def _apart(case: Case, column: Column, rater: Person) -> Iterator[Row]:
    """One person's own progress: words, and whether stars were given, never how many."""
    for what in Rated:
        rating = rating_of(case, _opinion_id(column), what, rater.id)
        given = rating is not None and rating.stars is not None
        yield Row(
            f"{column.key}/{what}",
            acts.RATED[what],
            lead=f"   [{'x' if given else ' '}] ",
            right=words.GIVEN if given else words.NOT_GIVEN,
        )
        if rating is not None and rating.words:
            yield Row(
                f"words/{column.key}/{what}",
                one_line(rating.words),
                lead="       ",
                mood="muted",
                selectable=False,
            )


def rating_rows(table: Table, rater: Person) -> list[Row]:
    """Each opinion with its four sides, as one person may see them."""
    rows: list[Row] = []
    for column in table.columns:
        done = all_done(table.case, _opinion_id(column))
        about = words.RATE_GAPS if done else words.RATE_APART
        rows.append(Row(f"title/{column.key}", title_of(column), mood="strong", selectable=False))
        rows.append(Row(f"about/{column.key}", about, lead="   ", mood="muted", selectable=False))
        shown = _together(table.case, column) if done else _apart(table.case, column, rater)
        rows += [*shown, Row(f"blank/{column.key}", "", selectable=False)]
    return rows or [Row("none", words.RATE_NOBODY, selectable=False)]
