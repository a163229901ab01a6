"""How patient and companion found an opinion: words, stars, and what is behind them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from companion.domain.changes import FileT, find_by_id, with_added, with_changed
from companion.domain.comparison import Rating
from companion.domain.rating import rating_of
from companion.domain.value import replace
from companion.domain.veil import veil_of
from companion.services.compare.opinions import OpinionEditor
from companion.services.draft import Draft
from companion.words import comparison as words

if TYPE_CHECKING:
    from companion.domain.comparison_table import Column
    from companion.services.case.session import CaseSession


class Ratings:
    """The ratings of one opinion; each change keeps one side of it for one person."""

    def __init__(self, session: CaseSession, column: Column) -> None:
        self.session = session
        self.opinion = OpinionEditor(session, column)

    def _rating(self, what: str, by_id: str | None) -> Rating | None:
        return rating_of(self.session.case, self.opinion.column.opinion_id, what, by_id)

    def _rating_or_new(self, what: str, by_id: str | None) -> Rating:
        new = self.session.new
        return self._rating(what, by_id) or new(Rating, what=what, by_id=by_id)

    def _change(self, sentence: str, rating: Rating, **values: Any) -> None:  # noqa: ANN401
        def change(file: FileT) -> FileT:
            file, opinion = self.opinion.with_opinion(file)
            if find_by_id(file.ratings, rating.id) is not None:
                return with_changed(file, "ratings", rating.id, deleted=False, **values)
            return with_added(file, "ratings", replace(rating, opinion_id=opinion.id, **values))

        self.opinion.change(sentence, change)

    def hides(self, what: str, by_id: str | None) -> bool:
        """Return whether a person's words rest on a hidden note, so that no field may show them."""
        rating = self._rating(what, by_id)
        return rating is not None and veil_of(self.session.case).rests_hidden(rating)

    def words_draft(self, what: str, by_id: str | None) -> Draft:
        """Return a field for a person's words on one side of the opinion."""
        rating = self._rating_or_new(what, by_id)

        def write(sentence: str, text: str) -> None:
            self._change(sentence, rating, words=text)

        return Draft(words.RATED[what], rating.words, write, words.UNDO_RATING)

    def rate(self, what: str, by_id: str | None, stars: int, note_id: str | None) -> None:
        """Give stars together with what is behind them.

        Args:
            what: Which side of the opinion.
            by_id: Who rates.
            stars: 1 to 5.
            note_id: The note behind them; None for nothing but a feeling.
        """
        rating = self._rating_or_new(what, by_id)
        self._change(words.UNDO_RATING, rating, stars=stars, note_id=note_id, gut=note_id is None)
