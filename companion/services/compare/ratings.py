"""How patient and companion found an opinion: words, stars, and what is behind them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from companion.domain.changes import FileT, added, altered, found
from companion.domain.opinion import Rating
from companion.domain.rating import rating_of
from companion.services.compare.opinion_columns import OpinionColumns
from companion.services.draft import Draft
from companion.words import comparing as words

if TYPE_CHECKING:
    from companion.domain.comparison_table import Column


class Ratings(OpinionColumns):
    """The acts of rating; each keeps one thing of one person."""

    def _keep_rating(self, column: Column, sentence: str, rating: Rating, **values: Any) -> None:  # noqa: ANN401
        """Change one person's rating of one side of an opinion; made when it is not there."""
        opinion_id = column.opinion.id if column.opinion is not None else ""
        have = rating_of(self.session.case, opinion_id, rating.what, rating.by_id)
        known = have if have is not None else rating

        def change(file: FileT) -> FileT:
            if found(file.ratings, known.id) is not None:
                return altered(file, "ratings", known.id, deleted=False, **values)
            file, its_opinion = self.with_opinion(file, column)
            made = replace(known, opinion_id=its_opinion, **values)
            return added(file, "ratings", made)

        self.change_column(column, sentence, change)

    def new_rating(self, what: str, by_id: str | None) -> Rating:
        """One person's rating of one side, before anything is in it."""
        return Rating(id=self.new_id(), created_at=self.session.now(), what=what, by_id=by_id)

    def hides(self, column: Column, what: str, by_id: str | None) -> bool:
        """Whether somebody's words rest on a hidden note: no field may show them."""
        opinion_id = column.opinion.id if column.opinion is not None else ""
        have = rating_of(self.session.case, opinion_id, what, by_id)
        return have is not None and self.table().veil.rests_hidden(have)

    def rating_words_draft(self, column: Column, what: str, by_id: str | None) -> Draft:
        """Somebody's words on one side of an opinion, as a field."""
        opinion_id = column.opinion.id if column.opinion is not None else ""
        have = rating_of(self.session.case, opinion_id, what, by_id)
        rating = have if have is not None else self.new_rating(what, by_id)

        def write(sentence: str, text: str) -> None:
            self._keep_rating(column, sentence, rating, words=text)

        return Draft(words.RATED[what], rating.words, write, words.UNDO_RATING)

    def rate(
        self, column: Column, what: str, by_id: str | None, stars: int, note_id: str | None
    ) -> None:
        """Give stars together with what is behind them.

        Args:
            column: The opinion.
            what: Which side of it.
            by_id: Who rates.
            stars: 1 to 5.
            note_id: The note behind them; None for nothing but a feeling.
        """
        rating = self.new_rating(what, by_id)
        values = {"stars": stars, "note_id": note_id, "gut": note_id is None}
        self._keep_rating(column, words.UNDO_RATING, rating, **values)
